//! Tokenizes an edited text again, but only around the edit.
//!
//! 1. What the old and the new text have in common at both ends needs no work but near the edit.
//! 2. The new work begins at the last place before the edit where a piece begins in any case, and
//!    ends at the first such place after it; see `is_certain_cut`.
//!
//! Law: the result is that of tokenizing the whole new text. Pieces never depend on what came before
//! them; the pieces before the first cut look no further than the character at the cut, which is
//! unchanged; and from the second cut on both texts are the same.

use super::{Run, Tokenizer};
use crate::tokenizer::pre_tokenizer::is_certain_cut;
use crate::tokenizer::{SpecialTokens, Tokens, stretch};

/// An edit that takes more work than this is better done in slices.
const LONGEST_EDIT_BYTES: usize = 1 << 16;

impl Tokenizer<'_> {
    /// The tokens of `new_text`, given those of `old_text` read in the same way; nothing if the change
    /// is large enough for a [`Run`].
    ///
    /// # Panics
    /// If the tables do not cover the new text.
    pub fn retokenize(
        &self,
        old: &Tokens,
        old_text: &str,
        new_text: &str,
        special_tokens: SpecialTokens,
    ) -> Option<Tokens> {
        assert!(self.covers(new_text), "the vocabulary has not arrived");
        let (prefix, suffix) = common_ends(old_text, new_text);
        let first = cut_before(new_text, prefix, special_tokens);
        let last = cut_after(new_text, new_text.len() - suffix, special_tokens);
        if last - first > LONGEST_EDIT_BYTES {
            return None;
        }

        let kept = tokens_up_to(old, first);
        let tokens = Tokens { ids: old.ids[..kept].to_vec(), ends: old.ends[..kept].to_vec() };
        let mut run = Run::after(tokens, first, special_tokens);
        self.advance_to(&mut run, new_text, last);

        let mut tokens = run.into_tokens();
        let old_last = old_text.len() - (new_text.len() - last);
        let from = tokens_up_to(old, old_last);
        tokens.ids.extend_from_slice(&old.ids[from..]);
        tokens.ends.extend(old.ends[from..].iter().map(|&end| end - old_last as u32 + last as u32));
        Some(tokens)
    }
}

/// How many tokens end at `at` or before.
fn tokens_up_to(tokens: &Tokens, at: usize) -> usize {
    tokens.ends.partition_point(|&end| end as usize <= at)
}

/// Lengths of what both texts begin with and of what both end with, in whole characters, not overlapping.
fn common_ends(old: &str, new: &str) -> (usize, usize) {
    let same = |pair: &(u8, u8)| pair.0 == pair.1;
    let mut prefix = old.bytes().zip(new.bytes()).take_while(same).count();
    while !(old.is_char_boundary(prefix) && new.is_char_boundary(prefix)) {
        prefix -= 1;
    }
    let [old, new] = [old, new].map(|text| stretch(text, prefix..text.len()));
    let mut suffix = old.bytes().rev().zip(new.bytes().rev()).take_while(same).count();
    while !(old.is_char_boundary(old.len() - suffix) && new.is_char_boundary(new.len() - suffix)) {
        suffix -= 1;
    }
    (prefix, suffix)
}

/// The last certain cut with the character after it in the first `prefix` bytes; the text's begin counts.
fn cut_before(text: &str, prefix: usize, special_tokens: SpecialTokens) -> usize {
    let places = stretch(text, 0..prefix).char_indices().rev().map(|(at, _)| at);
    places.into_iter().find(|&at| is_certain_cut(text, at, special_tokens)).unwrap_or(0)
}

/// The first certain cut with the character before it at `from` or later; the text's end counts.
fn cut_after(text: &str, from: usize, special_tokens: SpecialTokens) -> usize {
    let places = stretch(text, from..text.len()).char_indices().map(|(at, _)| from + at).skip(1);
    places.into_iter().find(|&at| is_certain_cut(text, at, special_tokens)).unwrap_or(text.len())
}
