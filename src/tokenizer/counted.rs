//! A text that was counted beforehand, in several encodings.

use super::{Encoding, Text, Tokenization};

/// A text with its tokens.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The text.
    pub text: Text,
    /// Its tokens in some encodings.
    pub results: Vec<(Encoding, Tokenization)>,
}

impl Counted {
    /// The result for `encoding`, if it was counted in that.
    pub fn result(&self, encoding: Encoding) -> Option<&Tokenization> {
        self.results.iter().find(|(known, _)| *known == encoding).map(|(_, result)| result)
    }
}
