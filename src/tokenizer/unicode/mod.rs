//! The class of every character, as far as the pre-tokenizers' patterns tell characters apart.
//!
//! `tables` is generated from the Unicode version that tiktoken-rs's own regular expressions use;
//! [`two_stage`] makes it quick to look up.
//!
//! Invariant: every code point has exactly one class; a class is one bit, so that a set of classes
//! is tested with one `and`.

mod tables;
pub(super) mod two_stage;

use two_stage::{BLOCK_SIZE, TwoStage};

/// A class of characters, or a set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class(u8);

impl Class {
    /// No character: the end of the text is in no set.
    pub const NONE: Self = Self(0);
    /// Capital letters: `\p{Lu}` and `\p{Lt}`.
    pub const UPPER: Self = Self(1);
    /// Small letters: `\p{Ll}`.
    pub const LOWER: Self = Self(2);
    /// Letters without case: `\p{Lm}` and `\p{Lo}`.
    pub const CASELESS: Self = Self(4);
    /// Combining marks: `\p{M}`.
    pub const MARK: Self = Self(8);
    /// Digits and other numbers: `\p{N}`.
    pub const NUMBER: Self = Self(16);
    /// White space but for the line breaks of [`Class::NEWLINE`]: `[\s--\r\n]`.
    pub const SPACE: Self = Self(32);
    /// `[\r\n]`.
    pub const NEWLINE: Self = Self(64);
    /// Everything else: punctuation, symbols, controls, what is not assigned.
    pub const OTHER: Self = Self(128);

    /// All letters: `\p{L}`.
    pub const LETTER: Self = Self::UPPER.or(Self::LOWER).or(Self::CASELESS);
    /// All white space: `\s`.
    pub const WHITE: Self = Self::SPACE.or(Self::NEWLINE);
    /// What the patterns treat as punctuation: `[^\s\p{L}\p{N}]`.
    pub const PUNCTUATION: Self = Self::OTHER.or(Self::MARK);

    /// The set of both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the character's class is in `set`.
    pub const fn is(self, set: Self) -> bool {
        self.0 & set.0 != 0
    }

    /// The class of a character.
    pub fn of(character: char) -> Self {
        Self::of_code_point(u32::from(character))
    }

    fn of_code_point(code_point: u32) -> Self {
        Self(CLASSES.of(code_point))
    }
}

static CLASSES: TwoStage<{ tables::BLOCK_COUNT }, { tables::DISTINCT_BLOCKS * BLOCK_SIZE }> =
    TwoStage::new(tables::BLOCK_OF, tables::LAST_BLOCK, tables::VALUES);

/// The class of the character at byte `at` of UTF-8 text, and its length; nothing at the end.
#[inline]
pub fn class_at(text: &[u8], at: usize) -> (Class, usize) {
    match text.get(at) {
        None => (Class::NONE, 0),
        Some(&ascii @ ..0x80) => (Class(CLASSES.of_ascii(ascii)), 1),
        Some(&lead) => wide_class_at(text, at, lead),
    }
}

/// The same for a character of several bytes.
fn wide_class_at(text: &[u8], at: usize, lead: u8) -> (Class, usize) {
    let bits = |offset: usize| text.get(at + offset).map_or(0, |byte| u32::from(byte & 0x3F));
    let lead_bits = u32::from(lead);
    match lead {
        ..0xE0 => (Class::of_code_point((lead_bits & 0x1F) << 6 | bits(1)), 2),
        0xE0..0xF0 => (Class::of_code_point((lead_bits & 0x0F) << 12 | bits(1) << 6 | bits(2)), 3),
        0xF0.. => (Class::of_code_point((lead_bits & 0x07) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3)), 4),
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, class_at};

    #[test]
    fn classes_tell_the_patterns_sets_apart() {
        for (character, class) in [
            ('A', Class::UPPER),
            ('ǅ', Class::UPPER),
            ('ſ', Class::LOWER),
            ('中', Class::CASELESS),
            ('\u{301}', Class::MARK),
            ('½', Class::NUMBER),
            ('\u{85}', Class::SPACE),
            ('\r', Class::NEWLINE),
            ('\u{FEFF}', Class::OTHER),
            ('\u{10FFFF}', Class::OTHER),
        ] {
            assert_eq!(Class::of(character), class, "{character:?}");
        }
    }

    #[test]
    fn reading_bytes_agrees_with_reading_characters() {
        for character in '\0'..=char::MAX {
            let text = character.to_string();
            assert_eq!(class_at(text.as_bytes(), 0), (Class::of(character), text.len()));
        }
        assert_eq!(class_at(b"", 0), (Class::NONE, 0));
    }
}
