//! Cuts text into pieces, inside which byte-pair encoding then works.
//!
//! The published encodings define their pieces by three regular expressions. Each is written out
//! here by hand, alternative by alternative, because a regular-expression engine would be most of
//! the tokenizer's weight and time. tiktoken-rs's patterns are the authority.
//!
//! Invariants: pieces put end to end are the text; where a piece begins, what came before does not
//! matter, because the patterns look ahead but never back.

mod cl100k;
mod o200k;
mod r50k;
mod scan;

use super::SpecialTokens;
use super::text::stretch;
use super::unicode::{Class, class_at};

/// One of the three patterns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    /// Of `r50k_base`, `p50k_base` and `p50k_edit`.
    R50k,
    /// Of `cl100k_base`.
    Cl100k,
    /// Of `o200k_base` and `o200k_harmony`.
    O200k,
}

impl Pattern {
    /// Where the piece that begins at `at` ends. `at` is a `char` boundary before the end of `text`.
    #[inline]
    pub(super) fn piece_end(self, text: &[u8], at: usize) -> usize {
        match self {
            Self::R50k => r50k::piece_end(text, at),
            Self::Cl100k => cl100k::piece_end(text, at),
            Self::O200k => o200k::piece_end(text, at),
        }
    }
}

/// Whether in every pattern a piece begins at `at`, whatever else the text contains.
///
/// No piece holds white space after anything else, but for the line breaks that follow punctuation,
/// and no piece holds punctuation after a letter, but for an apostrophe and marks. The piece before
/// such a place looks at the character at `at` and no further. Special tokens have punctuation after
/// letters and hold no white space.
pub(super) fn is_certain_cut(text: &str, at: usize, special_tokens: SpecialTokens) -> bool {
    let Some(before) = stretch(text, 0..at).chars().next_back() else { return true };
    let (before, (after, _)) = (Class::of(before), class_at(text.as_bytes(), at));
    let word_ends = before.is(Class::LETTER) && after.is(Class::OTHER) && text.as_bytes().get(at) != Some(&b'\'');
    (after.is(Class::SPACE) && !before.is(Class::WHITE)) || (word_ends && special_tokens == SpecialTokens::AsText)
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    fn pieces(pattern: Pattern, text: &str) -> Vec<&str> {
        let mut at = 0;
        std::iter::from_fn(|| {
            let start = at;
            (start < text.len()).then(|| {
                at = pattern.piece_end(text.as_bytes(), start);
                &text[start..at]
            })
        })
        .collect()
    }

    #[test]
    fn words_take_the_space_before_them() {
        for pattern in [Pattern::R50k, Pattern::Cl100k, Pattern::O200k] {
            assert_eq!(pieces(pattern, "one  two"), ["one", " ", " two"]);
        }
    }

    #[test]
    fn white_space_at_the_end() {
        assert_eq!(pieces(Pattern::R50k, "a \n "), ["a", " \n "]);
        assert_eq!(pieces(Pattern::Cl100k, "a \n "), ["a", " \n "]);
        assert_eq!(pieces(Pattern::O200k, "a \n "), ["a", " \n", " "]);
    }

    #[test]
    fn contractions() {
        assert_eq!(pieces(Pattern::R50k, "we'll I'M"), ["we", "'ll", " I", "'", "M"]);
        assert_eq!(pieces(Pattern::Cl100k, "we'll I'M a'ſ"), ["we", "'ll", " I", "'M", " a", "'ſ"]);
        assert_eq!(pieces(Pattern::O200k, "we'll I'M a'ſ"), ["we'll", " I'M", " a'ſ"]);
    }

    #[test]
    fn a_mark_before_capitals_is_a_piece_of_its_own() {
        assert_eq!(pieces(Pattern::O200k, "\u{301}ABC \u{301}abc"), ["\u{301}", "ABC", " \u{301}abc"]);
    }

    #[test]
    fn case_changes_cut_words() {
        assert_eq!(pieces(Pattern::O200k, "camelCaseHTMLParser中ABC"), ["camel", "Case", "HTMLParser中", "ABC"]);
    }
}
