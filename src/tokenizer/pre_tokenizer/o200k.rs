//! The pattern of `o200k_base`, in its order:
//! 1. `[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?`
//! 2. `[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?`
//! 3. `\p{N}{1,3}`
//! 4. ` ?[^\s\p{L}\p{N}]+[\r\n/]*`
//! 5. `\s*[\r\n]+`
//! 6. `\s+(?!\S)|\s+`
//!
//! Invariant: a word is capitals and then small letters; letters without case and marks are both.

use super::scan::{White, contraction, run, three_numbers};
use crate::tokenizer::ascii;
use crate::tokenizer::unicode::{Class, class_at};

/// Letters without case and marks, which both halves of a word may hold.
const BOTH: Class = Class::CASELESS.or(Class::MARK);
/// What a word may begin with.
const HEAD: Class = Class::UPPER.or(BOTH);
/// What a word may end with.
const TAIL: Class = Class::LOWER.or(BOTH);

pub(super) fn piece_end(text: &[u8], at: usize) -> usize {
    let (first, length) = class_at(text, at);
    if first.is(Class::NUMBER) {
        return three_numbers(text, at);
    }
    // A mark may stand before a word as any other sign does, but is as well a word's first letter,
    // and both readings end at the same place.
    let word = if first.is(Class::LETTER.or(Class::MARK)) { at } else { at + length };
    if !first.is(Class::NEWLINE)
        && let Some(end) = word_end(text, word)
    {
        return contraction(text, end).unwrap_or(end);
    }
    let after_space = at + usize::from(text[at] == b' ');
    if class_at(text, after_space).0.is(Class::PUNCTUATION) {
        return breaks_and_slashes(text, run(text, after_space, Class::PUNCTUATION));
    }
    let white = White::at(text, at);
    white.newline_end.unwrap_or_else(|| white.but_one(text))
}

/// Where the word at `at` ends, contraction aside; nothing if no letter or mark is there.
fn word_end(text: &[u8], at: usize) -> Option<usize> {
    let small = ascii::small_letters(text, at);
    if small > at && text.get(small).is_none_or(u8::is_ascii) {
        return Some(small);
    }
    let (mut head, mut last_both) = (at, None);
    let next = loop {
        let (class, length) = class_at(text, head);
        if !class.is(HEAD) {
            break class;
        }
        head += length;
        if class.is(BOTH) {
            last_both = Some(head);
        }
    };
    if next.is(Class::LOWER) {
        return Some(tail_end(text, head));
    }
    // Without small letters the head gives back capitals until the tail has a letter; if there is
    // none to have, the second alternative takes the capitals alone.
    last_both.or((head > at).then_some(head))
}

/// Where the second half of a word, which begins at `at`, ends.
fn tail_end(text: &[u8], at: usize) -> usize {
    let small = ascii::small_letters(text, at);
    if text.get(small).is_none_or(u8::is_ascii) { small } else { run(text, small, TAIL) }
}

/// `[\r\n/]*`
fn breaks_and_slashes(text: &[u8], at: usize) -> usize {
    let length = text[at..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n' | b'/')).count();
    at + length
}
