//! tiktoken-rs behind the [`Encoder`] trait: the authority every other engine is compared with.
//!
//! The vocabulary is handed in, so that none is linked into the binary; the pre-tokenizer's patterns
//! are those of tiktoken-rs 0.12.1, and a test compares the result with its own constructors.

use std::fmt;

use rustc_hash::FxHashMap;
use tiktoken_rs::CoreBPE;

use crate::tokenizer::{Encoder, Encoding, Pattern, Tokens, VocabularyFile};

const R50K_PATTERN: &str = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s";

const CL100K_PATTERN: &str = r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s";

const O200K_PATTERN: &str = concat!(
    r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
    r"|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?",
    r"|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+",
);

/// The vocabulary does not belong to the encoding, or holds a token twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongVocabulary;

impl fmt::Display for WrongVocabulary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the vocabulary does not belong to this encoding")
    }
}

impl std::error::Error for WrongVocabulary {}

/// tiktoken-rs with a vocabulary of ours.
pub struct Reference {
    encoding: Encoding,
    engine: CoreBPE,
    /// Length in bytes of each token, by rank; 0 for a rank that no token has.
    lengths: Vec<u8>,
}

impl Reference {
    /// Builds the engine from all ordinary tokens of `encoding` with their ranks.
    ///
    /// # Errors
    /// [`WrongVocabulary`] if their number is not the encoding's or a token occurs twice.
    pub fn new<'a>(
        encoding: Encoding,
        vocabulary: impl Iterator<Item = (u32, &'a [u8])>,
    ) -> Result<Self, WrongVocabulary> {
        let mut lengths = vec![0; encoding.ranks() as usize];
        let mut ranks = FxHashMap::default();
        for (rank, token) in vocabulary {
            let length = lengths.get_mut(rank as usize).filter(|length| **length == 0).ok_or(WrongVocabulary)?;
            *length = u8::try_from(token.len()).map_err(|_| WrongVocabulary)?;
            ranks.insert(token.to_vec(), rank);
        }
        if ranks.len() != encoding.ordinary_tokens() as usize {
            return Err(WrongVocabulary);
        }
        let special_tokens =
            encoding.special_tokens().into_iter().map(|token| (token.text.into_owned(), token.id)).collect();
        let engine =
            CoreBPE::new(ranks, special_tokens, expression(encoding.pattern())).map_err(|_| WrongVocabulary)?;
        Ok(Self { encoding, engine, lengths })
    }

    /// tiktoken-rs as it is published, with the vocabulary that it carries.
    ///
    /// # Errors
    /// [`WrongVocabulary`] if it cannot read its own.
    pub fn published(encoding: Encoding) -> Result<CoreBPE, WrongVocabulary> {
        let engine = match encoding {
            Encoding::O200kBase => tiktoken_rs::o200k_base(),
            Encoding::O200kHarmony => tiktoken_rs::o200k_harmony(),
            Encoding::Cl100kBase => tiktoken_rs::cl100k_base(),
            Encoding::P50kBase => tiktoken_rs::p50k_base(),
            Encoding::P50kEdit => tiktoken_rs::p50k_edit(),
            Encoding::R50kBase => tiktoken_rs::r50k_base(),
        };
        engine.map_err(|_| WrongVocabulary)
    }

    /// All published tokens of a file by rank, empty where the rank is a special token's.
    ///
    /// # Errors
    /// [`WrongVocabulary`] if a rank has no token.
    pub fn published_tokens(file: VocabularyFile) -> Result<Vec<Vec<u8>>, WrongVocabulary> {
        let encoding = file.encoding();
        let engine = Self::published(encoding)?;
        let bytes = |rank| engine.decode_bytes(&[rank]).map_err(|_| WrongVocabulary);
        let ordinary = |rank| if encoding.special_text(rank).is_some() { Ok(Vec::new()) } else { bytes(rank) };
        (0..file.ranks()).map(ordinary).collect()
    }

    /// The ids of a text in which special tokens are read as such.
    pub fn encode_with_special_tokens(&self, text: &str) -> Vec<u32> {
        self.engine.encode_with_special_tokens(text)
    }
}

const fn expression(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::O200k => O200K_PATTERN,
        Pattern::Cl100k => CL100K_PATTERN,
        Pattern::R50k => R50K_PATTERN,
    }
}

impl Encoder for Reference {
    fn encoding(&self) -> Encoding {
        self.encoding
    }

    fn encode(&self, text: &str) -> Tokens {
        let ids = self.engine.encode_ordinary(text);
        let mut end = 0;
        let ends = ids.iter().map(|&id| {
            end += u32::from(self.lengths[id as usize]);
            end
        });
        Tokens { ends: ends.collect(), ids }
    }
}
