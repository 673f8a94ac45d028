//! What is counted.

use super::{Encoding, SpecialTokens, Text};

/// A text and how it is cut: what a result belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The text.
    pub text: Text,
    /// How it is cut into tokens.
    pub encoding: Encoding,
    /// How special tokens in it are read.
    pub special_tokens: SpecialTokens,
}
