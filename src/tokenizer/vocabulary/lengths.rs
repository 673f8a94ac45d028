//! How a text begins → which lengths its first token can have.
//!
//! Guessing a token means trying lengths, and each try costs a look into a table that is too large for
//! the processor's nearest cache. This one is small, and rules nearly all wrong lengths out.
//!
//! Invariant: the length of every token of up to 31 bytes that the text begins with is among those
//! that are given. Longer tokens are too rare to be worth a guess.

/// Bits of the index by three bytes, and by six.
const SHORT_BITS: u32 = 13;
const LONG_BITS: u32 = 16;
/// Lengths up to two are always possible.
const ONE_AND_TWO: u32 = 0b110;

pub(super) struct LengthTable {
    /// By a token's first three bytes: whether there are tokens of 3, 4 and 5 bytes, a bit for each length.
    short: Vec<u8>,
    /// By a token's first six bytes: the same for 6 to 31.
    long: Vec<u32>,
}

impl LengthTable {
    pub(super) fn new() -> Self {
        Self { short: vec![0; 1 << SHORT_BITS], long: vec![0; 1 << LONG_BITS] }
    }

    pub(super) fn memory(&self) -> usize {
        self.short.len() + self.long.len() * 4
    }

    /// Notes a token.
    pub(super) fn insert(&mut self, token: &[u8]) {
        match (token.first_chunk(), token.first_chunk()) {
            (_, Some(six)) => self.long[long_index(*six)] |= 1_u32.checked_shl(token.len() as u32).unwrap_or(0),
            (Some(three), None) => self.short[short_index(*three)] |= 1 << token.len(),
            _ => {}
        }
    }

    /// Which lengths a token that `text` begins with can have: one bit for each up to 31.
    #[inline]
    pub(super) fn at(&self, text: &[u8]) -> u32 {
        let short = text.first_chunk().map_or(0, |three| u32::from(self.short[short_index(*three)]));
        let long = text.first_chunk().map_or(0, |six| self.long[long_index(*six)]);
        (short | long | ONE_AND_TWO) & u32::MAX >> (31 - text.len().min(31))
    }
}

#[inline]
fn short_index(begin: [u8; 3]) -> usize {
    let word = u32::from_le_bytes([begin[0], begin[1], begin[2], 0]);
    (word.wrapping_mul(0x9E37_79B1) >> (32 - SHORT_BITS)) as usize
}

#[inline]
fn long_index(begin: [u8; 6]) -> usize {
    let mut word = [0; 8];
    word[..6].copy_from_slice(&begin);
    let word = u64::from_le_bytes(word);
    (word.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - LONG_BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::LengthTable;

    #[test]
    fn every_token_is_among_the_lengths() {
        let mut table = LengthTable::new();
        let tokens = ["a", "ab", "abc", "abcde", "abcdef", "abcdefghijkl", "中文"];
        for token in tokens {
            table.insert(token.as_bytes());
        }
        for token in tokens {
            assert!(table.at(token.as_bytes()) >> token.len() & 1 == 1);
            assert!(table.at(format!("{token}xyz").as_bytes()) >> token.len() & 1 == 1);
        }
        assert_eq!(table.at(b"abcdefgh") & 1 << 12, 0, "longer than the text");
    }
}
