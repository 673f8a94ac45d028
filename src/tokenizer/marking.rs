//! Where tokens cut characters, and how many characters and words there are: one pass over a text
//! whose tokens are known.
//!
//! Law: how the pass was sliced cannot be seen in the result.

use super::segmentation::Segmentation;
use super::text::stretch;
use super::{Boundary, TextCounts, ascii};

/// How many tokens may share a character; after that it is shown in parts, because a text can pile marks
/// on one letter for ever.
const LONGEST_SHARED_CHARACTER: u32 = 32;

/// What is known of a text so far.
#[derive(Default)]
pub struct Marking {
    /// How far the pass has come, in bytes.
    at: usize,
    segmentation: Segmentation,
    boundaries: Vec<Boundary>,
    /// How many tokens have shared the present character.
    shared: u32,
}

impl Marking {
    /// How far the pass has come, in bytes.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Goes on until `stop` is reached or passed. `ends` are the byte offsets at which the tokens of
    /// `text` end; both have to be the same at every call.
    pub fn advance(&mut self, text: &str, ends: &[u32], stop: usize) {
        self.boundaries.reserve(ends.len() - self.boundaries.len());
        let mut ends = ends[self.boundaries.len()..].iter().peekable();
        while self.at < stop
            && let Some(next) = stretch(text, self.at..text.len()).chars().next()
        {
            let begins = self.segmentation.take(next);
            let after = self.at + next.len_utf8();
            while let Some(&end) = ends.next_if(|&&end| (end as usize) < after) {
                // What cannot be drawn apart is one character in any case.
                let is_inside_char = end as usize > self.at;
                self.mark(end, is_inside_char || (!begins && self.shared < LONGEST_SHARED_CHARACTER));
            }
            self.at = after;
            if next.is_ascii_alphabetic() {
                self.at = ascii::letters(text.as_bytes(), after);
                self.segmentation.take_more_letters(self.at - after);
                while let Some(&end) = ends.next_if(|&&end| (end as usize) < self.at) {
                    self.mark(end, false);
                }
            }
        }
        if self.at == text.len() {
            ends.for_each(|&end| self.mark(end, false));
        }
    }

    fn mark(&mut self, end: u32, is_inside: bool) {
        self.shared = if is_inside { self.shared + 1 } else { 0 };
        self.boundaries.push(Boundary::new(end, is_inside));
    }

    /// The result, once the end of the text is reached.
    pub fn finish(self) -> (Vec<Boundary>, TextCounts) {
        let (characters, words) = (self.segmentation.characters(), self.segmentation.words());
        (self.boundaries, TextCounts { characters, words, bytes: self.at as u32 })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::Marking;

    proptest! {
        #[test]
        fn slices_cannot_be_seen(
            text in "[a-zA-Z ,.'\r\n\u{301}\u{200d}中אक\u{94d}👍🇬🇧1]{0,60}",
            step in 1_usize..30,
            places in prop::collection::btree_set(1_u32..200, 0..40),
        ) {
            let length = text.len() as u32;
            let ends: Vec<u32> = places.into_iter().filter(|&end| end < length).chain([length]).collect();
            let mut marking = Marking::default();
            while marking.position() < text.len() {
                marking.advance(&text, &ends, marking.position() + step);
            }
            marking.advance(&text, &ends, text.len());
            let (boundaries, counts) = marking.finish();

            prop_assert_eq!(boundaries.iter().map(|boundary| boundary.end()).collect::<Vec<_>>(), ends);
            let begins: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
            for boundary in boundaries {
                // A character is shared by fewer tokens here than are drawn apart.
                prop_assert_eq!(boundary.inside_character(), !begins.contains(&(boundary.end() as usize)));
            }
            prop_assert_eq!(counts.characters as usize, begins.len() - 1);
            prop_assert_eq!(counts.words as usize, text.unicode_words().count());
            prop_assert_eq!(counts.bytes as usize, text.len());
        }
    }
}
