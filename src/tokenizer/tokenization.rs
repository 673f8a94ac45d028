//! A result ready for the screen: ids, boundaries and counts.
//!
//! A token may end in the middle of a character: byte-pair encoding cuts bytes, and an emoji or a
//! Devanagari syllable is many bytes. Each boundary says whether it does, so that the page can show
//! the whole character once and the tokens that share it beside it.
//!
//! Invariant: a boundary that is not `inside_character` is a `char` boundary of the text.

use std::ops::Range;

use super::marking::Marking;
use super::{TextCounts, Tokens};

/// The bit of a raw boundary that says "inside a character"; offsets therefore stay below 2 GiB.
const INSIDE: u32 = 1 << 31;

/// Where a token ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boundary(u32);

impl Boundary {
    /// A boundary at byte offset `end`.
    pub const fn new(end: u32, inside_character: bool) -> Self {
        Self(if inside_character { end | INSIDE } else { end })
    }

    /// Byte offset into the UTF-8 text.
    pub const fn end(self) -> u32 {
        self.0 & !INSIDE
    }

    /// Whether the next token goes on with the same character.
    pub const fn inside_character(self) -> bool {
        self.0 & INSIDE != 0
    }

    /// The form that crosses between worker and page.
    pub const fn to_raw(self) -> u32 {
        self.0
    }

    /// The inverse of [`Boundary::to_raw`].
    pub const fn from_raw(raw: u32) -> Self {
        Self(raw)
    }
}

/// The tokens of one text with everything the page shows of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokenization {
    /// Token ids in order.
    pub ids: Vec<u32>,
    /// One boundary per token; the last ends at the text's length.
    pub boundaries: Vec<Boundary>,
    /// Characters, words and bytes of the text.
    pub counts: TextCounts,
}

impl Tokenization {
    /// Prepares `tokens`, which an engine made from `text`.
    pub fn new(text: &str, tokens: Tokens) -> Self {
        let mut marking = Marking::default();
        marking.advance(text, &tokens.ends, text.len());
        let (boundaries, counts) = marking.finish();
        Self { ids: tokens.ids, boundaries, counts }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether the text was empty.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// Byte range of token `index`; empty past the end.
    pub fn bytes_of(&self, index: usize) -> Range<usize> {
        bytes_of(&self.boundaries, index)
    }
}

/// Byte range of the token `index` of those that end at these boundaries; empty past the end.
pub fn bytes_of(boundaries: &[Boundary], index: usize) -> Range<usize> {
    let end_of = |index| boundaries.get(index).map(|boundary: &Boundary| boundary.end() as usize);
    let last = || boundaries.last().map_or(0, |boundary| boundary.end() as usize);
    let end = end_of(index).unwrap_or_else(last);
    let start = index.checked_sub(1).map_or(0, |previous| end_of(previous).unwrap_or(end));
    start..end
}

/// How a text was cut, without the tokens' ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// One boundary per token; the last ends at the text's length.
    pub boundaries: Vec<Boundary>,
    /// Characters, words and bytes of the text.
    pub counts: TextCounts,
}

impl Cut {
    /// Number of tokens.
    pub fn tokens(&self) -> u32 {
        self.boundaries.len() as u32
    }
}

impl From<Tokenization> for Cut {
    fn from(Tokenization { boundaries, counts, .. }: Tokenization) -> Self {
        Self { boundaries, counts }
    }
}

#[cfg(test)]
mod tests {
    use super::{Boundary, Tokenization};
    use crate::tokenizer::Tokens;

    fn cut(text: &str, ends: &[u32]) -> Tokenization {
        let ids = vec![0; ends.len()];
        Tokenization::new(text, Tokens { ids, ends: ends.to_vec() })
    }

    #[test]
    fn a_cut_inside_an_emoji_is_marked() {
        let result = cut("a👍b", &[1, 3, 5, 6]);
        let inside: Vec<_> = result.boundaries.iter().map(|b| b.inside_character()).collect();
        assert_eq!(inside, [false, true, false, false]);
        assert_eq!(result.bytes_of(1), 1..3);
    }

    #[test]
    fn a_cut_between_letter_and_combining_mark_is_marked() {
        assert!(cut("e\u{301}x", &[1, 3, 4]).boundaries[0].inside_character());
    }

    #[test]
    fn endless_combining_marks_are_shown_in_parts() {
        let text = format!("e{}", "\u{301}".repeat(200));
        let ends: Vec<u32> = (0..=200).map(|n| 1 + 2 * n).collect();
        let result = cut(&text, &ends);
        assert!(result.boundaries[..200].iter().any(|b| !b.inside_character()));
    }

    #[test]
    fn counts_are_those_of_a_reader() {
        let counts = |text: &str| {
            let counts = cut(text, &[text.len() as u32]).counts;
            (counts.characters, counts.words, counts.bytes)
        };
        assert_eq!(counts("👨‍👩‍👧‍👦"), (1, 0, 25));
        assert_eq!(counts("Don't panic, it's fine.\r\n"), (24, 4, 25));
        assert_eq!(counts("统一码"), (3, 3, 9));
    }

    #[test]
    fn raw_form_keeps_both_facts() {
        let boundary = Boundary::new(12_345, true);
        assert_eq!(Boundary::from_raw(boundary.to_raw()), boundary);
        assert_eq!(boundary.end(), 12_345);
    }
}
