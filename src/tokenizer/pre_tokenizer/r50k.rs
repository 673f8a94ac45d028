//! `'(?:[sdmt]|ll|ve|re)| ?\p{L}++| ?\p{N}++| ?[^\s\p{L}\p{N}]++|\s++$|\s+(?!\S)|\s`
//!
//! Invariant: a piece is of one class but for one space before it; marks count as punctuation.

use super::scan::{White, contraction, letters, run};
use crate::tokenizer::unicode::{Class, class_at};

pub(super) fn piece_end(text: &[u8], at: usize) -> usize {
    if text[at] == b'\''
        && let Some(end) = small_contraction(text, at)
    {
        return end;
    }
    let after_space = at + usize::from(text[at] == b' ');
    let (class, _) = class_at(text, after_space);
    if class.is(Class::LETTER) {
        letters(text, after_space)
    } else if class.is(Class::NUMBER) {
        run(text, after_space, Class::NUMBER)
    } else if class.is(Class::PUNCTUATION) {
        run(text, after_space, Class::PUNCTUATION)
    } else {
        White::at(text, at).but_one(text)
    }
}

/// Only this pattern's contractions know no capitals.
fn small_contraction(text: &[u8], at: usize) -> Option<usize> {
    contraction(text, at).filter(|&end| text[at + 1..end].iter().all(u8::is_ascii_lowercase))
}
