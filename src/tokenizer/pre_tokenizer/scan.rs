//! The steps that the three patterns share: runs of a class, white space, contractions.
//!
//! ASCII letters are scanned eight at a time: in a word of eight bytes, one addition per bound
//! leaves in the top bit of each byte whether it passed that bound.
//!
//! Invariant: every scan begins and ends at a `char` boundary.

use crate::tokenizer::unicode::{Class, class_at};

/// The byte `value` eight times over.
const fn eight(value: u8) -> u64 {
    u64::from_le_bytes([value; 8])
}

/// Where the run of characters in `set` that begins at `at` ends.
#[inline]
pub(super) fn run(text: &[u8], mut at: usize, set: Class) -> usize {
    loop {
        let (class, length) = class_at(text, at);
        if !class.is(set) {
            return at;
        }
        at += length;
    }
}

/// Where the run of letters that begins at `at` ends.
#[inline]
pub(super) fn letters(text: &[u8], at: usize) -> usize {
    let end = ascii_run(text, at, |word| outside(word | eight(0x20)));
    if text.get(end).is_some_and(|byte| !byte.is_ascii()) { run(text, end, Class::LETTER) } else { end }
}

/// Where the run of `a` to `z` that begins at `at` ends.
#[inline]
pub(super) fn ascii_small_letters(text: &[u8], at: usize) -> usize {
    ascii_run(text, at, outside)
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
fn ascii_run(text: &[u8], mut at: usize, stops: impl Fn(u64) -> u64) -> usize {
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

/// Where at most three numbers from `at` end.
pub(super) fn three_numbers(text: &[u8], mut at: usize) -> usize {
    for _ in 0..3 {
        let (class, length) = class_at(text, at);
        if !class.is(Class::NUMBER) {
            break;
        }
        at += length;
    }
    at
}

/// A run of white space.
pub(super) struct White {
    start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Where its last character begins.
    last: usize,
    /// Where its last line break ends.
    pub(super) newline_end: Option<usize>,
}

impl White {
    /// The run that begins at `at` with one character of white space or more.
    pub(super) fn at(text: &[u8], at: usize) -> Self {
        let mut white = Self { start: at, end: at, last: at, newline_end: None };
        loop {
            let (class, length) = class_at(text, white.end);
            if !class.is(Class::WHITE) {
                return white;
            }
            white.last = white.end;
            white.end += length;
            if class.is(Class::NEWLINE) {
                white.newline_end = Some(white.end);
            }
        }
    }

    /// `\s+(?!\S)|\s`: what follows keeps the last character, unless that is the only one.
    pub(super) fn but_one(&self, text: &[u8]) -> usize {
        if self.end == text.len() || self.last == self.start { self.end } else { self.last }
    }
}

/// Where `'s`, `'t`, `'re`, `'ve`, `'m`, `'ll` or `'d` at `at` ends, in either case.
#[inline]
pub(super) fn contraction(text: &[u8], at: usize) -> Option<usize> {
    if text.get(at) != Some(&b'\'') {
        return None;
    }
    let lower = |offset: usize| text.get(at + offset).map_or(0, u8::to_ascii_lowercase);
    match (lower(1), lower(2)) {
        (b's' | b't' | b'm' | b'd', _) => Some(at + 2),
        // `ſ` (U+017F) is an `s` of another case.
        (b'r' | b'v', b'e') | (b'l', b'l') | (0xC5, 0xBF) => Some(at + 3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{ascii_small_letters, letters};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_at_a_time_agrees_with_one_at_a_time(text in "[`a-z{@A-Z\\[ é\u{ffff}]{0,30}") {
            let small = text.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(text.len());
            prop_assert_eq!(ascii_small_letters(text.as_bytes(), 0), small);
            let all = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
            prop_assert_eq!(letters(text.as_bytes(), 0), all);
        }
    }
}
