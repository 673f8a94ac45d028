//! Whole piece → its token, in one look at one cache line.
//!
//! A piece of up to seven bytes and its length are 59 bits. They are mixed by a function that loses
//! nothing; some of the bits choose a bucket and an entry holds the others, so equality is exact and
//! the token's bytes need not be looked at. Longer pieces are hashed, marked by length 0, and
//! compared byte by byte. A token whose bucket is full stands in the next, marked, and is compared too;
//! if that is full as well, it is left out: merging finds it, only later.
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
/// A third of the buckets, as a power of two. With this number a tag, its mark and a token fit 64 bits,
/// and the tables of the largest vocabulary, 200,000 tokens, are half full.
const THIRDS: u32 = 14;
const BUCKETS: usize = 3 << THIRDS;
/// Marks the tag of an entry that stands in the bucket after its own, which was full.
const GUEST: u64 = 1 << (BITS - THIRDS);
/// The longest piece that is its own fingerprint.
const SHORT: usize = 7;

pub(super) struct PieceTable {
    /// The rest of the mixed piece, then the token; 0 is empty. Full from the front.
    entries: Vec<u64>,
    /// For each bucket, which five-bit signatures its tokens have.
    signatures: Vec<u32>,
    /// For each bucket, how many entries it has. Entering a token need not wait for the bucket to be loaded.
    lengths: Vec<u8>,
}

impl PieceTable {
    pub(super) fn new() -> Self {
        Self { entries: vec![0; BUCKETS * BUCKET], signatures: vec![0; BUCKETS], lengths: vec![0; BUCKETS] }
    }

    pub(super) fn memory(&self) -> usize {
        self.entries.len() * 8 + self.signatures.len() * 4 + self.lengths.len()
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
        let (bucket, tag) = place(mix(fingerprint(text, start, end)));
        if self.signatures[bucket] & signature(tag) == 0 {
            return None;
        }
        let piece = &text[start..end];
        let (buckets, _) = self.entries.as_chunks::<BUCKET>();
        for &entry in buckets.get(bucket)? {
            if entry >> TOKEN_BITS == tag {
                let token = token_of(entry);
                if piece.len() <= SHORT || bytes_of(token) == Some(piece) {
                    return Some(token);
                }
            }
            if entry == 0 {
                return None;
            }
        }
        let is_it = |&entry: &u64| entry >> TOKEN_BITS == tag | GUEST && bytes_of(token_of(entry)) == Some(piece);
        buckets.get(next(bucket))?.iter().find(|entry| is_it(entry)).map(|&entry| token_of(entry))
    }

    /// Enters the token that is `bytes[start..end]`.
    pub(super) fn insert(&mut self, bytes: &[u8], start: usize, end: usize, token: u32) {
        let (bucket, tag) = place(mix(fingerprint(bytes, start, end)));
        self.signatures[bucket] |= signature(tag);
        for (bucket, tag) in [(bucket, tag), (next(bucket), tag | GUEST)] {
            let length = usize::from(self.lengths[bucket]);
            if length < BUCKET {
                self.entries[bucket * BUCKET + length] = tag << TOKEN_BITS | u64::from(token);
                self.lengths[bucket] += 1;
                return;
            }
        }
    }
}

/// The bucket and the tag of a mixed piece.
///
/// The first bits choose one of sixteen times 2^`THIRDS` places, of which five or six share a bucket.
/// The tag has the last four of these bits and all after them, so bucket and tag lose nothing together.
#[inline]
const fn place(mixed: u64) -> (usize, u64) {
    let place = mixed >> (BITS - THIRDS - 4);
    ((place * 3 / 16) as usize, mixed & (GUEST - 1))
}

/// The bucket that takes what another has no room for.
const fn next(bucket: usize) -> usize {
    if bucket + 1 < BUCKETS { bucket + 1 } else { 0 }
}

const fn token_of(entry: u64) -> u32 {
    (entry & ((1 << TOKEN_BITS) - 1)) as u32
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

/// Hash of eight bytes or more, of which the first and the last eight may overlap.
#[inline]
fn hash(bytes: &[u8]) -> u64 {
    let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) else { return 0 };
    let step = |hash: u64, word: &[u8; 8]| {
        let mixed = (hash ^ u64::from_le_bytes(*word)).wrapping_mul(0x9FB2_1C65_1E98_DF25);
        mixed ^ mixed >> 32
    };
    let mut hash = step(bytes.len() as u64, first);
    if bytes.len() > 16 {
        hash = bytes[8..].as_chunks().0.iter().fold(hash, step);
    }
    step(hash, last).wrapping_mul(0x9FB2_1C65_1E98_DF25)
}

#[cfg(test)]
mod tests {
    use super::{BITS, BUCKETS, MASK, PieceTable, THIRDS, mix, place};
    use proptest::prelude::*;

    #[test]
    fn pieces_of_all_lengths_are_found_exactly() {
        let tokens: Vec<Vec<u8>> = (1..200_usize).map(|n| (0..n as u8).map(|i| i % 5 + n as u8).collect()).collect();
        let mut table = PieceTable::new();
        for (token, bytes) in tokens.iter().enumerate() {
            table.insert(bytes, 0, bytes.len(), token as u32);
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

        #[test]
        fn bucket_and_tag_lose_nothing(mixed in 0..=MASK) {
            let (bucket, tag) = place(mixed);
            let last_bits = tag >> (BITS - THIRDS - 4);
            let place = (bucket as u64 - last_bits * 3 / 16) / 3 * 16 + last_bits;
            prop_assert!(bucket < BUCKETS);
            prop_assert_eq!(place << (BITS - THIRDS - 4) | (tag & ((1 << (BITS - THIRDS - 4)) - 1)), mixed);
        }
    }
}
