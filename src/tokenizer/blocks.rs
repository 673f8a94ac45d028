//! Cuts a long result into blocks, so that only those near the reader's eyes are drawn.
//!
//! Invariant: a block begins at a segment's first token, and after a line break where one is near.

use super::Tokenization;

/// About how many tokens a block holds: few, because every key draws all blocks that can be seen.
const DRAWN_BLOCK_TOKENS: usize = 64;

/// Index of each block's first token, followed by the number of tokens; empty for no tokens.
pub fn blocks(text: &str, tokenization: &Tokenization) -> Vec<usize> {
    let count = tokenization.len();
    if count == 0 {
        return Vec::new();
    }
    let mut starts = vec![0];
    let mut first = 0;
    while count - first > DRAWN_BLOCK_TOKENS * 3 / 2 {
        first = block_end(text, tokenization, first);
        starts.push(first);
    }
    starts.push(count);
    starts
}

/// A line break between 2/3 and 4/3 of a block's length, or else the first whole segment after it.
fn block_end(text: &str, tokenization: &Tokenization, first: usize) -> usize {
    let whole = |index: usize| !tokenization.boundaries[index].inside_character();
    let ends_line =
        |index: usize| text.as_bytes().get(tokenization.bytes_of(index).end.wrapping_sub(1)) == Some(&b'\n');
    let near = first + DRAWN_BLOCK_TOKENS * 2 / 3..first + DRAWN_BLOCK_TOKENS * 4 / 3;
    near.clone()
        .rev()
        .find(|&index| whole(index) && ends_line(index))
        .or_else(|| (first + DRAWN_BLOCK_TOKENS..tokenization.len()).find(|&index| whole(index)))
        .map_or(tokenization.len(), |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::{DRAWN_BLOCK_TOKENS, blocks};
    use crate::tokenizer::{Tokenization, Tokens};

    fn one_token_per_byte(text: &str) -> Tokenization {
        let ends: Vec<u32> = (1..=text.len() as u32).collect();
        Tokenization::new(text, Tokens { ids: vec![0; ends.len()], ends })
    }

    #[test]
    fn a_short_text_is_one_block() {
        assert_eq!(blocks("hello", &one_token_per_byte("hello")), [0, 5]);
        assert!(blocks("", &one_token_per_byte("")).is_empty());
    }

    #[test]
    fn blocks_prefer_to_end_at_a_line_break() {
        let text = format!("{}\n{}", "a".repeat(DRAWN_BLOCK_TOKENS - 10), "b".repeat(DRAWN_BLOCK_TOKENS * 2));
        assert_eq!(blocks(&text, &one_token_per_byte(&text))[1], DRAWN_BLOCK_TOKENS - 9);
    }

    #[test]
    fn blocks_cover_everything_once() {
        let text = "é".repeat(5000);
        let starts = blocks(&text, &one_token_per_byte(&text));
        assert!(starts.is_sorted_by(|a, b| a < b));
        assert_eq!(starts.last(), Some(&text.len()));
        assert!(starts.iter().all(|start| start % 2 == 0), "a block begins inside a character");
    }
}
