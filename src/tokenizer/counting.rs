//! A text being counted, in slices: tokens first, then what the screen needs of them.
//!
//! 1. The engine cuts the text; after an edit of a text it knows, only around the edit.
//! 2. Boundaries and counts follow, in stretches that end where neither a character nor a word can
//!    go on.
//!
//! Law: the result is that of [`Tokenization::new`], however the work was sliced.

use super::tokenization::Marker;
use super::{Boundary, Run, SpecialTokens, TextCounts, Tokenization, Tokenizer, Tokens};

/// Before boundaries and counts, a stretch is looked for at least every so many bytes.
const STRETCH: usize = 1 << 14;

/// What is known of a text so far. It belongs to one text and one tokenizer.
pub struct Counting {
    cutting: Option<Run>,
    tokens: Tokens,
    marker: Marker,
    boundaries: Vec<Boundary>,
    counts: TextCounts,
}

impl Counting {
    /// The beginning of a text.
    pub fn new(special_tokens: SpecialTokens) -> Self {
        Self::of(Some(Run::new(special_tokens)), Tokens::default())
    }

    /// A text whose tokens are known.
    pub fn of_tokens(tokens: Tokens) -> Self {
        Self::of(None, tokens)
    }

    fn of(cutting: Option<Run>, tokens: Tokens) -> Self {
        let (marker, boundaries) = (Marker::default(), Vec::with_capacity(tokens.ids.len()));
        Self { cutting, tokens, marker, boundaries, counts: TextCounts::default() }
    }

    /// Goes on for about `bytes` bytes; says whether everything is counted. `text` has to be the same
    /// at every call.
    ///
    /// # Panics
    /// If the tokenizer's tables do not cover the text.
    pub fn advance(&mut self, tokenizer: &Tokenizer, text: &str, bytes: usize) -> bool {
        if let Some(mut run) = self.cutting.take() {
            if tokenizer.advance(&mut run, text, bytes) {
                self.tokens = run.into_tokens();
                self.boundaries.reserve(self.tokens.ids.len());
            } else {
                self.cutting = Some(run);
            }
            return false;
        }
        let stop = self.counted().saturating_add(bytes).min(text.len());
        while self.counted() < stop {
            self.count_stretch(text);
        }
        self.counted() == text.len()
    }

    /// How far the work has come, in percent.
    pub fn percent(&self, text: &str) -> u32 {
        let cut = self.cutting.as_ref().map_or(text.len(), Run::position);
        ((cut + self.counted()) * 50 / text.len().max(1)) as u32
    }

    /// The result, once [`Counting::advance`] has said so.
    pub fn finish(self) -> Tokenization {
        Tokenization { ids: self.tokens.ids, boundaries: self.boundaries, counts: self.counts }
    }

    fn counted(&self) -> usize {
        self.counts.bytes as usize
    }

    fn count_stretch(&mut self, text: &str) {
        let start = self.counted();
        let end = stretch_end(text, start + STRETCH);
        self.counts += TextCounts::of(&text[start..end]);
        let ends = &self.tokens.ends[self.boundaries.len()..];
        let ends = ends.iter().take_while(|&&token_end| token_end as usize <= end);
        self.boundaries.extend(ends.map(|&token_end| self.marker.mark(text, token_end)));
    }
}

/// The first place at `from` or later where neither a character nor a word can go on.
fn stretch_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    // An ASCII space or line feed ends both, unless a mark or a joiner follows; ASCII has none.
    let is_end = |at: &usize| matches!(bytes[at - 1], b' ' | b'\n') && bytes[*at].is_ascii();
    (from.max(1)..bytes.len()).find(is_end).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::stretch_end;
    use crate::tokenizer::TextCounts;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn stretches_add_up(text in "[a ,.'\r\n\u{301}\u{200d}中א👍🇬🇧1]{0,60}", step in 1_usize..9) {
            let mut counts = TextCounts::default();
            while (counts.bytes as usize) < text.len() {
                let start = counts.bytes as usize;
                counts += TextCounts::of(&text[start..stretch_end(&text, start + step)]);
            }
            prop_assert_eq!(counts, TextCounts::of(&text));
        }
    }
}
