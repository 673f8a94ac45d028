//! The steps that the three patterns share: runs of a class, white space, contractions.
//!
//! Invariant: every scan begins and ends at a `char` boundary.

use crate::tokenizer::ascii;
use crate::tokenizer::unicode::{Class, class_at};

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
    let end = ascii::letters(text, at);
    if text.get(end).is_some_and(|byte| !byte.is_ascii()) { run(text, end, Class::LETTER) } else { end }
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
