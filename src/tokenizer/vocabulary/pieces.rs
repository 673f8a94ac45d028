//! Whole piece → its token, in one look at one cache line.
//!
//! A piece of up to seven bytes and its length are 59 bits. They are mixed by a function that loses
//! nothing; some of the bits choose a bucket and an entry holds the others, so equality is exact and
//! the token's bytes need not be looked at. Longer pieces are hashed, marked by length 0, and
//! compared byte by byte. A token whose bucket is full is left out: merging finds it, only later.
//!
//! A bucket's signatures, in a smaller table, show nine times in ten that a token is not there.
//!
//! Invariant: what is found is the piece's token; what is not found may still be a token.

/// Entries in a bucket: a cache line of 64 bytes.
const BUCKET: usize = 8;
/// Bits of a mixed piece.
const BITS: u32 = 59;
const MASK: u64 = (1 << BITS) - 1;
const TOKEN_BITS: u32 = 18;
/// The longest piece that is its own fingerprint.
const SHORT: usize = 7;

pub(super) struct PieceTable {
    /// The rest of the mixed piece, then the token; 0 is empty. Full from the front.
    entries: Vec<u64>,
    /// Bits of the mixed piece that an entry holds.
    tag_bits: u32,
    /// For each bucket, which five-bit signatures its tokens have.
    signatures: Vec<u32>,
}

impl PieceTable {
    pub(super) fn with_room_for(pieces: usize) -> Self {
        // Tag and token have to fit 64 bits, hence at least 2^13 buckets.
        let buckets = (pieces / 4).next_power_of_two().max(1 << 13);
        Self {
            entries: vec![0; buckets * BUCKET],
            tag_bits: BITS - buckets.trailing_zeros(),
            signatures: vec![0; buckets],
        }
    }

    pub(super) fn memory(&self) -> usize {
        self.entries.len() * 8 + self.signatures.len() * 4
    }

    /// The bucket and the tag of a mixed piece.
    #[inline]
    fn place(&self, mixed: u64) -> (usize, u64) {
        ((mixed >> self.tag_bits) as usize, mixed & ((1 << self.tag_bits) - 1))
    }

    /// The token that is `text[start..end]`. `bytes_of` tells a token's bytes.
    #[inline]
    pub(super) fn find<'a>(
        &self,
        text: &[u8],
        start: usize,
        end: usize,
        bytes_of: impl Fn(u32) -> Option<&'a [u8]>,
    ) -> Option<u32> {
        let (bucket, tag) = self.place(mix(fingerprint(text, start, end)));
        if self.signatures[bucket] & signature(tag) == 0 {
            return None;
        }
        let piece = &text[start..end];
        let (buckets, _) = self.entries.as_chunks::<BUCKET>();
        for &entry in buckets.get(bucket)? {
            if entry >> TOKEN_BITS == tag {
                let token = (entry & ((1 << TOKEN_BITS) - 1)) as u32;
                if piece.len() <= SHORT || bytes_of(token) == Some(piece) {
                    return Some(token);
                }
            }
            if entry == 0 {
                return None;
            }
        }
        None
    }

    /// Enters the token that is `bytes[start..]`.
    pub(super) fn insert(&mut self, bytes: &[u8], start: usize, token: u32) {
        let (bucket, tag) = self.place(mix(fingerprint(bytes, start, bytes.len())));
        self.signatures[bucket] |= signature(tag);
        let bucket = &mut self.entries[bucket * BUCKET..(bucket + 1) * BUCKET];
        if let Some(free) = bucket.iter_mut().find(|entry| **entry == 0) {
            *free = tag << TOKEN_BITS | u64::from(token);
        }
    }
}

/// Five of a tag's bits as one bit of 32.
#[inline]
const fn signature(tag: u64) -> u32 {
    1 << (tag >> 16 & 31)
}

/// Multiplication by an odd number and the folds are each undone by an inverse: nothing is lost.
#[inline]
const fn mix(value: u64) -> u64 {
    let value = (value ^ value >> 29).wrapping_mul(0x1E37_79B9_7F4A_7C15) & MASK;
    (value ^ value >> 31).wrapping_mul(0x5851_F42D_4C95_7F2D) & MASK
}

/// A short piece with its length, or the hash of a long one, below 2^59.
#[inline]
fn fingerprint(text: &[u8], start: usize, end: usize) -> u64 {
    let length = end - start;
    if length > SHORT {
        return hash(&text[start..end]) >> (64 - 8 * SHORT);
    }
    let word = match text.get(start..).and_then(|rest| rest.first_chunk()) {
        Some(bytes) => u64::from_le_bytes(*bytes) & ((1 << (8 * length)) - 1),
        None => text[start..end].iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    };
    word | (length as u64) << (8 * SHORT)
}

/// Hash of eight bytes or more.
fn hash(bytes: &[u8]) -> u64 {
    let step = |hash: u64, word: &[u8; 8]| {
        let mixed = (hash ^ u64::from_le_bytes(*word)).wrapping_mul(0x9FB2_1C65_1E98_DF25);
        mixed ^ mixed >> 32
    };
    let (words, _) = bytes.as_chunks();
    let hash = words.iter().fold(bytes.len() as u64, step);
    // The last eight bytes overlap the words before, which is cheaper than a partial word.
    bytes.last_chunk().map_or(hash, |last| step(hash, last)).wrapping_mul(0x9FB2_1C65_1E98_DF25)
}

#[cfg(test)]
mod tests {
    use super::{MASK, PieceTable, mix};
    use proptest::prelude::*;

    #[test]
    fn pieces_of_all_lengths_are_found_exactly() {
        let tokens: Vec<Vec<u8>> = (1..200_usize).map(|n| (0..n as u8).map(|i| i % 5 + n as u8).collect()).collect();
        let mut table = PieceTable::with_room_for(tokens.len());
        for (token, bytes) in tokens.iter().enumerate() {
            table.insert(bytes, 0, token as u32);
        }
        let find =
            |piece: &[u8]| table.find(piece, 0, piece.len(), |token| tokens.get(token as usize).map(Vec::as_slice));
        for (token, bytes) in tokens.iter().enumerate() {
            assert_eq!(find(bytes), Some(token as u32));
            assert_eq!(find(&[bytes.as_slice(), &[255]].concat()), None);
        }
    }

    proptest! {
        #[test]
        fn mixing_loses_nothing(a in 0..=MASK, bit in 0_u32..59) {
            prop_assert_ne!(mix(a), mix(a ^ (1 << bit)));
        }
    }
}
