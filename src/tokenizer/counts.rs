//! The counts a reader knows from other places, to stand beside the count of tokens.

/// Sizes of one text in units other than tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextCounts {
    /// What a reader calls characters: extended grapheme clusters of UAX #29.
    pub characters: u32,
    /// Words by the word boundaries of UAX #29; in Chinese every character is one.
    pub words: u32,
    /// Length in UTF-8.
    pub bytes: u32,
}
