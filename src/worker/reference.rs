//! tiktoken-rs behind the [`Encoder`] trait: the authority every other engine is compared with.
//!
//! The vocabulary is handed in, so that none is linked into the binary; the pre-tokenizer's patterns
//! are those of tiktoken-rs 0.12.1, and a test compares the result with its own constructors.

use std::fmt;

use rustc_hash::FxHashMap;
use tiktoken_rs::CoreBPE;

use crate::tokenizer::{Encoder, Encoding, Tokens};

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
    /// Length in bytes of each token, by rank.
    lengths: Vec<u8>,
}

impl Reference {
    /// Builds the engine from all ordinary tokens of `encoding`, in order of rank, empty for a rank
    /// that no ordinary token has.
    ///
    /// # Errors
    /// [`WrongVocabulary`] if their number is not the encoding's or a token occurs twice.
    pub fn new<'a>(encoding: Encoding, vocabulary: impl Iterator<Item = &'a [u8]>) -> Result<Self, WrongVocabulary> {
        let mut lengths = Vec::new();
        let mut ranks = FxHashMap::default();
        for token in vocabulary {
            if !token.is_empty() {
                ranks.insert(token.to_vec(), lengths.len() as u32);
            }
            lengths.push(u8::try_from(token.len()).map_err(|_| WrongVocabulary)?);
        }
        if lengths.len() != encoding.ranks() as usize || ranks.len() != encoding.ordinary_tokens() as usize {
            return Err(WrongVocabulary);
        }
        // Without special tokens: the page reads `<|endoftext|>` as the text it is.
        let engine = CoreBPE::new(ranks, FxHashMap::default(), pattern(encoding)).map_err(|_| WrongVocabulary)?;
        Ok(Self { encoding, engine, lengths })
    }
}

const fn pattern(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::O200kHarmony | Encoding::O200kBase => O200K_PATTERN,
        Encoding::Cl100kBase => CL100K_PATTERN,
        Encoding::P50kEdit | Encoding::P50kBase | Encoding::R50kBase => R50K_PATTERN,
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
