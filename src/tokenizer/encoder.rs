//! What any tokenizing engine offers: the seam between the page and whatever counts.
//!
//! Two engines stand behind it: our own, which is the page's, and tiktoken-rs, which judges it.

use super::Encoding;

/// An engine for one encoding.
pub trait Encoder {
    /// Which encoding this engine speaks.
    fn encoding(&self) -> Encoding;

    /// Cuts `text` into tokens. Special tokens such as `<|endoftext|>` are read as plain text.
    ///
    /// # Panics
    /// An engine may give up on adversarial text: tiktoken-rs does, on a megabyte of spaces.
    /// Callers that take text from outside run it where a crash can be survived.
    fn encode(&self, text: &str) -> Tokens;
}

/// The tokens of one text, in order; both lists have one entry per token.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// Token ids, which are the tokens' ranks in the vocabulary.
    pub ids: Vec<u32>,
    /// For each token, the byte offset into the UTF-8 text at which it ends.
    pub ends: Vec<u32>,
}

impl Tokens {
    #[inline]
    pub(super) fn push(&mut self, id: u32, end: usize) {
        self.ids.push(id);
        self.ends.push(end as u32);
    }

    pub(super) fn pop(&mut self) {
        self.ids.pop();
        self.ends.pop();
    }
}
