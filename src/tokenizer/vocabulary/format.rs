//! The packed form of a vocabulary, version 2. Integers are little-endian.
//!
//! A vocabulary comes in two parts: the tokens that are pure ASCII, then all others. A piece of ASCII
//! text can only use tokens of the first part, so such text is tokenized before the second arrives.
//! Each part is, before compression:
//! 1. the mark `KTV2`, and `A` or `R` for the part;
//! 2. `u32` ranks in the vocabulary, `u32` tokens in this part, `u32` bytes of all tokens of both parts;
//! 3. in the first part only, one bit per rank, lowest bit first: whether the token is pure ASCII;
//! 4. the tokens in order of rank, in blocks of 65,536, the last block shorter;
//! 5. `u64` checksum of everything before it: FNV-1a.
//!
//! A token is two numbers below 2^24, the tokens that it merges: in the first part counted among the
//! ASCII tokens, in the second part ranks. The lowest 256 ranks are single bytes, and their left
//! number is the byte. In the second part, a rank that no token has is a pair of itself.
//! A block is six planes of one byte per token: highest byte of all left numbers, highest of all
//! right, middle left, middle right, lowest left, lowest right. Bytes of one plane resemble each
//! other, so gzip makes 465 KB and 273 KB of `o200k_base`, less than half of the published file.

/// Begins every part.
pub(super) const MARK: &[u8; 4] = b"KTV2";
/// Mark, part, and three numbers.
pub(super) const HEADER_BYTES: usize = 17;
/// Tokens in a block.
pub(super) const PACKED_BLOCK_TOKENS: usize = 1 << 16;
/// Planes of a block.
pub(super) const PLANES: usize = 6;
/// Bytes of the checksum.
pub(super) const CHECKSUM_BYTES: usize = 8;
/// The ranks below are those of single bytes.
pub(super) const SINGLE_BYTES: u32 = 256;
/// The longest token that the tables hold.
pub(super) const LONGEST_TOKEN: usize = 255;

/// One of the two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Ascii = b'A' as isize,
    Rest = b'R' as isize,
}

/// What a part says of itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Header {
    pub(super) part: Part,
    pub(super) ranks: u32,
    pub(super) tokens: u32,
    pub(super) bytes: u32,
}

impl Header {
    pub(super) fn to_bytes(self) -> [u8; HEADER_BYTES] {
        let mut out = [0; HEADER_BYTES];
        out[..4].copy_from_slice(MARK);
        out[4] = self.part as u8;
        for (place, number) in out[5..].chunks_exact_mut(4).zip([self.ranks, self.tokens, self.bytes]) {
            place.copy_from_slice(&number.to_le_bytes());
        }
        out
    }

    /// The inverse; nothing if the bytes are no header.
    pub(super) fn from_bytes(bytes: &[u8; HEADER_BYTES]) -> Option<Self> {
        let rest = bytes.strip_prefix(MARK)?;
        let part = match rest[0] {
            b'A' => Part::Ascii,
            b'R' => Part::Rest,
            _ => return None,
        };
        let number = |at: usize| u32::from_le_bytes([rest[at], rest[at + 1], rest[at + 2], rest[at + 3]]);
        Some(Self { part, ranks: number(1), tokens: number(5), bytes: number(9) })
    }
}

/// FNV-1a of 64 bits. Every step is a bijection, so no change of a single byte goes unnoticed.
#[derive(Clone, Copy)]
pub(super) struct Checksum(u64);

impl Checksum {
    pub(super) const fn new() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        }
    }

    pub(super) const fn value(self) -> u64 {
        self.0
    }
}
