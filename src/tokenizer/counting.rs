//! A text being counted, in slices: tokens first, then what the screen needs of them.
//!
//! 1. The engine cuts the text; after an edit of a text it knows, only around the edit.
//! 2. Boundaries and counts follow.
//!
//! Law: the result is that of [`Tokenization::new`], however the work was sliced.

use super::marking::Marking;
use super::{Run, SpecialTokens, Tokenization, Tokenizer, Tokens};

/// What is known of a text so far. It belongs to one text and one tokenizer.
pub struct Counting {
    cutting: Option<Run>,
    tokens: Tokens,
    marking: Marking,
}

impl Counting {
    /// The beginning of a text.
    pub fn new(special_tokens: SpecialTokens) -> Self {
        Self { cutting: Some(Run::new(special_tokens)), tokens: Tokens::default(), marking: Marking::default() }
    }

    /// A text whose tokens are known.
    pub fn of_tokens(tokens: Tokens) -> Self {
        Self { cutting: None, tokens, marking: Marking::default() }
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
            } else {
                self.cutting = Some(run);
            }
            return false;
        }
        self.marking.advance(text, &self.tokens.ends, self.marking.position().saturating_add(bytes));
        self.marking.position() == text.len()
    }

    /// How far the work has come, in percent.
    pub fn percent(&self, text: &str) -> u32 {
        let cut = self.cutting.as_ref().map_or(text.len(), Run::position);
        let done = (cut + self.marking.position()) as u64; // a hundred times as much may need more than 32 bits
        (done * 50 / text.len().max(1) as u64) as u32
    }

    /// The result, once [`Counting::advance`] has said so.
    pub fn finish(self) -> Tokenization {
        let (boundaries, counts) = self.marking.finish();
        Tokenization { ids: self.tokens.ids, boundaries, counts }
    }
}
