//! Pair of tokens → the token they merge to.
//!
//! A flat table with open addressing: an entry holds both parts and the token in 54 bits. Most
//! look-ups while merging find nothing, and eight signature bits per slot, a table small enough to
//! stay in the processor's cache, reject nine in ten of those.
//!
//! Invariant: at least a fifth of the slots stays empty, so that every search ends.

const PART_BITS: u32 = 18;
const TOKEN_MASK: u64 = (1 << PART_BITS) - 1;

pub(super) struct PairTable {
    /// Left part, right part and token, 18 bits each; 0 is empty, for no pair merges to token 0.
    slots: Vec<u64>,
    /// For each slot, which signatures the pairs have that belong there.
    signatures: Vec<u8>,
    /// One bit for each slot: whether it is taken. Entering a pair need not wait for the slot to be loaded.
    taken: Vec<u64>,
    /// How far a hash is shifted to be a slot and three signature bits.
    shift: u32,
}

impl PairTable {
    pub(super) fn with_room_for(pairs: usize) -> Self {
        let slots = (pairs + pairs / 4 + 1).next_power_of_two();
        let shift = 64 - 3 - slots.trailing_zeros();
        Self { slots: vec![0; slots], signatures: vec![0; slots], taken: vec![0; slots.div_ceil(64)], shift }
    }

    pub(super) fn memory(&self) -> usize {
        self.slots.len() * 9 + self.taken.len() * 8
    }

    /// The slot where the search for `key` begins, and the key's signature.
    #[inline]
    fn home(&self, key: u64) -> (usize, u8) {
        let hash = (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize;
        (hash >> 3, 1 << (hash & 7))
    }

    #[inline]
    pub(super) fn find(&self, left: u32, right: u32) -> Option<u32> {
        let key = u64::from(left) << PART_BITS | u64::from(right);
        let (mut slot, signature) = self.home(key);
        if self.signatures[slot] & signature == 0 {
            return None;
        }
        loop {
            let entry = self.slots[slot];
            if entry >> PART_BITS == key {
                return Some((entry & TOKEN_MASK) as u32);
            }
            if entry == 0 {
                return None;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    pub(super) fn insert(&mut self, left: u32, right: u32, token: u32) {
        let key = u64::from(left) << PART_BITS | u64::from(right);
        let (mut slot, signature) = self.home(key);
        self.signatures[slot] |= signature;
        while self.taken[slot / 64] >> (slot % 64) & 1 == 1 {
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        self.taken[slot / 64] |= 1 << (slot % 64);
        self.slots[slot] = key << PART_BITS | u64::from(token);
    }
}

#[cfg(test)]
mod tests {
    use super::PairTable;

    #[test]
    fn pairs_are_found_and_others_are_not() {
        let mut table = PairTable::with_room_for(1000);
        (0..1000).for_each(|n| table.insert(n, 2 * n, 300 + n));
        for n in 0..1000 {
            assert_eq!(table.find(n, 2 * n), Some(300 + n));
            assert_eq!(table.find(n, 2 * n + 1), None);
        }
    }
}
