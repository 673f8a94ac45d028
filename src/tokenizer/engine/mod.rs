//! The exact engine: text → tokens.
//!
//! 1. Special tokens, if they are to be read as such, cut the text into stretches.
//! 2. The pre-tokenizer cuts a stretch into pieces.
//! 3. Most pieces are tokens; the bytes of the others are merged.
//!
//! All of it can stop after any piece and go on later: a [`Run`] remembers where.
//!
//! Invariant: the result is that of tiktoken-rs, however the work was divided.

mod edit;
mod run;

use std::borrow::Cow;

pub use run::Run;

use super::vocabulary::{Coverage, Reader, Vocabulary};
use super::{Encoder, Encoding, SpecialTokens, Tokens};

/// An encoding with its tables.
#[derive(Clone, Copy)]
pub struct Tokenizer<'a> {
    encoding: Encoding,
    vocabulary: &'a Vocabulary,
    coverage: Coverage,
}

impl<'a> Tokenizer<'a> {
    /// The tokenizer of `encoding` on the tables that `reader` has filled so far; nothing as long as
    /// no text could be tokenized, or if the tables are of another vocabulary.
    pub fn new(encoding: Encoding, reader: &'a Reader) -> Option<Self> {
        let (vocabulary, coverage) = (reader.vocabulary(), reader.coverage());
        let is_good = coverage > Coverage::Nothing && vocabulary.ranks() == encoding.ranks();
        is_good.then_some(Self { encoding, vocabulary, coverage })
    }

    /// Whether the tables suffice for `text`.
    pub fn covers(&self, text: &str) -> bool {
        self.coverage == Coverage::All || text.is_ascii()
    }

    /// Cuts `text` into tokens.
    ///
    /// # Panics
    /// If the tables do not cover the text.
    pub fn encode_with(&self, text: &str, special_tokens: SpecialTokens) -> Tokens {
        let mut run = Run::new(special_tokens);
        while !self.advance(&mut run, text, usize::MAX) {}
        run.into_tokens()
    }

    /// The bytes of a token, ordinary or special.
    pub fn bytes_of(&self, token: u32) -> Option<Cow<'a, [u8]>> {
        let special = || match self.encoding.special_text(token)? {
            Cow::Borrowed(text) => Some(Cow::Borrowed(text.as_bytes())),
            Cow::Owned(text) => Some(Cow::Owned(text.into_bytes())),
        };
        self.vocabulary.bytes_of(token).map(Cow::Borrowed).or_else(special)
    }

    /// The bytes that tokens stand for; nothing if one of them does not exist.
    pub fn decode(&self, tokens: &[u32]) -> Option<Vec<u8>> {
        tokens.iter().try_fold(Vec::new(), |mut bytes, &token| {
            bytes.extend_from_slice(&self.bytes_of(token)?);
            Some(bytes)
        })
    }

    /// The tables.
    pub fn vocabulary(&self) -> &'a Vocabulary {
        self.vocabulary
    }
}

impl Encoder for Tokenizer<'_> {
    fn encoding(&self) -> Encoding {
        self.encoding
    }

    fn encode(&self, text: &str) -> Tokens {
        self.encode_with(text, SpecialTokens::AsText)
    }
}
