//! `'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s`
//!
//! Invariant: letters may follow one character of any class but numbers and line breaks; white space
//! that ends the text is one piece, line breaks and all.

use super::scan::{White, contraction, letters, run, three_numbers};
use crate::tokenizer::unicode::{Class, class_at};

pub(super) fn piece_end(text: &[u8], at: usize) -> usize {
    if let Some(end) = contraction(text, at) {
        return end;
    }
    let (first, length) = class_at(text, at);
    if first.is(Class::LETTER) {
        return letters(text, at);
    }
    if first.is(Class::NUMBER) {
        return three_numbers(text, at);
    }
    let (second, _) = class_at(text, at + length);
    if second.is(Class::LETTER) && !first.is(Class::NEWLINE) {
        return letters(text, at + length);
    }
    if first.is(Class::PUNCTUATION) || (text[at] == b' ' && second.is(Class::PUNCTUATION)) {
        return run(text, run(text, at + length, Class::PUNCTUATION), Class::NEWLINE);
    }
    white_space_end(text, at)
}

fn white_space_end(text: &[u8], at: usize) -> usize {
    let white = White::at(text, at);
    if white.end == text.len() { white.end } else { white.newline_end.unwrap_or_else(|| white.but_one(text)) }
}
