//! A block of a packed vocabulary: planes → tokens in the tables.
//!
//! Invariant: whatever the bytes are, only pairs of tokens that have been entered are entered.

use super::Vocabulary;
use super::format::{PLANES, Part, SINGLE_BYTES};

/// A block that has arrived.
pub(super) struct Block<'a> {
    pub(super) part: Part,
    /// Ranks of all tokens of the part.
    pub(super) order: &'a [u32],
    /// Index into `order` of the block's first token.
    pub(super) first: usize,
    pub(super) planes: &'a [u8],
}

impl Block<'_> {
    /// Enters the block's tokens and gives their length in bytes; nothing if one is impossible.
    pub(super) fn enter(&self, vocabulary: &mut Vocabulary) -> Option<usize> {
        let count = self.planes.len() / PLANES;
        let plane = |index: usize| &self.planes[index * count..(index + 1) * count];
        let (left, right) = ([plane(0), plane(2), plane(4)], [plane(1), plane(3), plane(5)]);
        let number = |planes: [&[u8]; 3], at: usize| {
            u32::from(planes[0][at]) << 16 | u32::from(planes[1][at]) << 8 | u32::from(planes[2][at])
        };
        let mut bytes = 0;
        for at in 0..count {
            bytes += self.enter_one(vocabulary, self.first + at, [number(left, at), number(right, at)])?;
        }
        vocabulary.index(&self.order[self.first..self.first + count]);
        Some(bytes)
    }

    /// Enters the token at `index` of the part, and gives its length.
    #[inline]
    fn enter_one(&self, vocabulary: &mut Vocabulary, index: usize, numbers: [u32; 2]) -> Option<usize> {
        let rank = self.order[index];
        if rank < SINGLE_BYTES {
            vocabulary.add_byte(rank, u8::try_from(numbers[0]).ok()?)?;
            return Some(1);
        }
        if self.part == Part::Rest && numbers == [rank; 2] {
            return Some(0);
        }
        let token = |number: u32| match self.part {
            Part::Ascii => self.order[..index].get(number as usize).copied(),
            Part::Rest => Some(number).filter(|&number| number < rank),
        };
        let parts = [token(numbers[0])?, token(numbers[1])?];
        vocabulary.add_pair(rank, parts)
    }
}
