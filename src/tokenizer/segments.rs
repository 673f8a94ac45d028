//! Tokens → what is drawn: one segment per whole character group.
//!
//! Nearly always a segment is one token. Where several tokens share a character, the segment holds
//! them all, so that the character is printed once and never as a replacement sign.
//!
//! Law: the segments' texts, put end to end, are the text.

use std::ops::Range;

use super::Boundary;
use super::tokenization::bytes_of;

/// Consecutive tokens that cannot be printed apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// Byte range of its text, on `char` boundaries.
    pub bytes: Range<usize>,
}

impl Segment {
    /// Whether several tokens share its characters.
    pub fn is_shared(&self) -> bool {
        self.tokens.len() > 1
    }
}

/// The segments of the tokens in `range` of those that end at `boundaries`; it must begin at a segment's first token.
pub fn segments(boundaries: &[Boundary], range: Range<usize>) -> impl Iterator<Item = Segment> + '_ {
    let last = range.end.min(boundaries.len());
    let mut next = range.start;
    std::iter::from_fn(move || {
        if next >= last {
            return None;
        }
        let first = next;
        while next + 1 < last && boundaries[next].inside_character() {
            next += 1;
        }
        next += 1;
        let bytes = bytes_of(boundaries, first).start..bytes_of(boundaries, next - 1).end;
        Some(Segment { tokens: first..next, bytes })
    })
}

#[cfg(test)]
mod tests {
    use super::segments;
    use crate::tokenizer::{Tokenization, Tokens};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn segments_put_end_to_end_are_the_text(text in "\\PC{0,40}", cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..20)) {
            let mut ends: Vec<u32> = cuts.iter().map(|cut| cut.index(text.len() + 1) as u32).filter(|&end| end > 0).collect();
            if !text.is_empty() {
                ends.push(text.len() as u32);
            }
            ends.sort_unstable();
            ends.dedup();
            let tokens = Tokens { ids: vec![7; ends.len()], ends };
            let result = Tokenization::new(&text, tokens);
            let joined: String = segments(&result.boundaries, 0..result.len()).map(|s| &text[s.bytes]).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
