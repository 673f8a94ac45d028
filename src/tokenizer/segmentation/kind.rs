//! What UAX #29 tells characters apart by.
//!
//! Invariant: every character has exactly one [`Kind`].

use super::tables::{BLOCK_COUNT, BLOCK_OF, DISTINCT_BLOCKS, KINDS, LAST_BLOCK, VALUES};
use crate::tokenizer::unicode::two_stage::{BLOCK_SIZE, TwoStage};

static KIND_OF: TwoStage<BLOCK_COUNT, { DISTINCT_BLOCKS * BLOCK_SIZE }> = TwoStage::new(BLOCK_OF, LAST_BLOCK, VALUES);

/// What a character does in clusters and in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// In clusters.
    pub grapheme: Grapheme,
    /// In words.
    pub word: Word,
    /// Whether it makes what it stands in a word: letters and numbers do.
    pub is_alphanumeric: bool,
}

impl Kind {
    /// The kind of a character.
    #[inline]
    pub fn of(character: char) -> Self {
        KINDS[usize::from(KIND_OF.of(u32::from(character)))]
    }
}

/// Classes of the rules for grapheme clusters: `Grapheme_Cluster_Break`, `Indic_Conjunct_Break` and
/// `Extended_Pictographic` in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grapheme {
    /// Everything else.
    Other,
    /// Carriage return.
    Cr,
    /// Line feed.
    Lf,
    /// Controls and what acts like them.
    Control,
    /// Marks and others that extend a cluster, and end a conjunct.
    Extend,
    /// Those that may also stand inside a conjunct.
    ConjunctExtend,
    /// Viramas, which link the consonants of a conjunct.
    Linker,
    /// Zero width joiner.
    Zwj,
    /// Regional indicators, of which two are a flag.
    RegionalIndicator,
    /// Signs that belong to what comes after them.
    Prepend,
    /// Spacing marks.
    SpacingMark,
    /// Leading consonant of a Hangul syllable.
    HangulL,
    /// Vowel of a Hangul syllable.
    HangulV,
    /// Trailing consonant of a Hangul syllable.
    HangulT,
    /// Hangul syllable without a trailing consonant.
    HangulLv,
    /// Hangul syllable with a trailing consonant.
    HangulLvt,
    /// Emoji and the like.
    Pictographic,
    /// Consonants that can be linked to a conjunct.
    Consonant,
}

/// Classes of the rules for words, as far as they matter for counting words: `Word_Break`, where
/// line breaks and white space are like everything else, and `Format` is like `Extend`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Everything else, ideographs among them.
    Other,
    /// What belongs to the character before it.
    Extend,
    /// Zero width joiner.
    Zwj,
    /// Regional indicators.
    RegionalIndicator,
    /// Katakana.
    Katakana,
    /// Hebrew letters.
    Hebrew,
    /// Other letters of alphabets.
    Letter,
    /// The apostrophe.
    SingleQuote,
    /// The quotation mark.
    DoubleQuote,
    /// A sign that joins letters or numbers, such as the full stop.
    MidNumLet,
    /// A sign that joins letters, such as the colon.
    MidLetter,
    /// A sign that joins numbers, such as the comma.
    MidNum,
    /// Digits.
    Numeric,
    /// Connectors such as the low line.
    ExtendNumLet,
}
