//! Why a packed vocabulary was refused, or could not be made.

use std::fmt;

/// The reason. Whatever it is, the tables are not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VocabularyError {
    /// A part does not begin with the mark of this format and version.
    NotAVocabulary,
    /// A part belongs to another vocabulary, or the parts came in the wrong order.
    WrongPart,
    /// The content contradicts itself or its checksum.
    Damaged,
    /// There are bytes after the last part.
    TooLong,
    /// The tokens to pack are not pairs of earlier tokens all the way down to bytes.
    NotPairs,
}

impl fmt::Display for VocabularyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAVocabulary => "not a vocabulary of this version",
            Self::WrongPart => "a part of another vocabulary",
            Self::Damaged => "the vocabulary is damaged",
            Self::TooLong => "the vocabulary goes on after its end",
            Self::NotPairs => "the tokens are not pairs of earlier tokens",
        })
    }
}

impl std::error::Error for VocabularyError {}
