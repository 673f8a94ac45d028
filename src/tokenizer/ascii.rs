//! Runs of ASCII letters, scanned eight bytes at a time: in a word of eight bytes, one addition per
//! bound leaves in the top bit of each byte whether it passed that bound.
//!
//! Invariant: every scan begins and ends at a `char` boundary.

/// The byte `value` eight times over.
const fn eight(value: u8) -> u64 {
    u64::from_le_bytes([value; 8])
}

/// Where the run of `a` to `z` and `A` to `Z` that begins at `at` ends.
#[inline]
pub(super) fn letters(text: &[u8], at: usize) -> usize {
    run(text, at, |word| outside(word | eight(0x20)))
}

/// Where the run of `a` to `z` that begins at `at` ends.
#[inline]
pub(super) fn small_letters(text: &[u8], at: usize) -> usize {
    run(text, at, outside)
}

/// Top bits of the bytes that are not `a` to `z`.
const fn outside(word: u64) -> u64 {
    let low = word & eight(0x7F);
    let from_a = low + eight(0x80 - b'a');
    let past_z = low + eight(0x7F - b'z');
    (!from_a | past_z | word) & eight(0x80)
}

/// Skips bytes, eight at a time, up to the first that `stops` marks.
#[inline]
fn run(text: &[u8], mut at: usize, stops: impl Fn(u64) -> u64) -> usize {
    while let Some(bytes) = text.get(at..).and_then(|rest| rest.first_chunk()) {
        let marked = stops(u64::from_le_bytes(*bytes));
        if marked != 0 {
            return at + (marked.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    // Zeros after the end stop every run.
    let mut last = [0; 8];
    let rest = text.get(at..).unwrap_or(&[]);
    last[..rest.len()].copy_from_slice(rest);
    at + (stops(u64::from_le_bytes(last)).trailing_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::{letters, small_letters};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_at_a_time_agrees_with_one_at_a_time(text in "[`a-z{@A-Z\\[ é\u{ffff}]{0,30}") {
            let end = |is_inside: fn(&u8) -> bool| text.bytes().take_while(is_inside).count();
            prop_assert_eq!(small_letters(text.as_bytes(), 0), end(u8::is_ascii_lowercase));
            prop_assert_eq!(letters(text.as_bytes(), 0), end(u8::is_ascii_alphabetic));
        }
    }
}
