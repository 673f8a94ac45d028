//! The packed vocabulary: an encoding's tokens as the page downloads them.
//!
//! Layout before compression, integers little-endian:
//! 1. the four bytes `KTV1`;
//! 2. `u32` number of tokens;
//! 3. one byte per token, its length (the longest token has 128 bytes);
//! 4. all tokens' bytes, in order of rank.
//!
//! Lengths stand apart from bytes because that compresses better. gzip's own checksum guards the
//! file on its way; this reader refuses whatever does not add up to the last byte.

use std::fmt;

const MAGIC: &[u8; 4] = b"KTV1";
const HEADER_BYTES: usize = 8;

/// Why a packed vocabulary was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VocabularyError {
    /// It does not begin with the mark of this format and version.
    NotAVocabulary,
    /// It ends early or has bytes left over.
    WrongLength,
}

impl fmt::Display for VocabularyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotAVocabulary => "not a vocabulary of this version",
            Self::WrongLength => "the vocabulary is not complete",
        })
    }
}

impl std::error::Error for VocabularyError {}

/// Packs tokens given in order of rank.
///
/// # Panics
/// If a token is longer than 255 bytes or there are more than `u32::MAX`: no vocabulary has such.
pub fn pack(tokens: &[Vec<u8>]) -> Vec<u8> {
    let count = u32::try_from(tokens.len()).expect("a vocabulary has fewer than 2^32 tokens");
    let mut packed = Vec::with_capacity(HEADER_BYTES + tokens.iter().map(|t| t.len() + 1).sum::<usize>());
    packed.extend_from_slice(MAGIC);
    packed.extend_from_slice(&count.to_le_bytes());
    packed.extend(tokens.iter().map(|t| u8::try_from(t.len()).expect("a token fits 255 bytes")));
    packed.extend(tokens.iter().flatten());
    packed
}

/// Reads a packed vocabulary: the tokens' bytes, in order of rank.
///
/// # Errors
/// [`VocabularyError`] if the bytes are anything but one whole vocabulary.
pub fn unpack(packed: &[u8]) -> Result<impl Iterator<Item = &[u8]>, VocabularyError> {
    let rest = packed.strip_prefix(MAGIC).ok_or(VocabularyError::NotAVocabulary)?;
    let (count, rest) = rest.split_first_chunk::<4>().ok_or(VocabularyError::WrongLength)?;
    let count = u32::from_le_bytes(*count) as usize;
    let (lengths, mut bytes) = rest.split_at_checked(count).ok_or(VocabularyError::WrongLength)?;
    let total: usize = lengths.iter().map(|&length| usize::from(length)).sum();
    if total != bytes.len() {
        return Err(VocabularyError::WrongLength);
    }
    Ok(lengths.iter().map(move |&length| {
        let (token, after) = bytes.split_at(usize::from(length));
        bytes = after;
        token
    }))
}

#[cfg(test)]
mod tests {
    use super::{VocabularyError, pack, unpack};

    fn sample() -> Vec<u8> {
        pack(&[b"a".to_vec(), b"bc".to_vec(), vec![0xE4, 0xBD]])
    }

    #[test]
    fn what_was_packed_comes_back() {
        let packed = sample();
        let tokens: Vec<&[u8]> = unpack(&packed).expect("whole").collect();
        assert_eq!(tokens, [b"a".as_slice(), b"bc", &[0xE4, 0xBD]]);
    }

    #[test]
    fn any_cut_or_addition_is_refused() {
        let packed = sample();
        for length in 0..packed.len() {
            assert!(unpack(&packed[..length]).is_err(), "accepted {length} bytes");
        }
        let mut longer = packed;
        longer.push(0);
        assert_eq!(unpack(&longer).err(), Some(VocabularyError::WrongLength));
    }
}
