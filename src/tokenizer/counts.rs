//! The counts a reader knows from other places, to stand beside the count of tokens.

use std::ops::AddAssign;

use unicode_segmentation::UnicodeSegmentation;

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

impl TextCounts {
    /// Counts `text`, in one pass per unit.
    pub fn of(text: &str) -> Self {
        Self { characters: characters(text), words: text.unicode_words().count() as u32, bytes: text.len() as u32 }
    }
}

impl AddAssign for TextCounts {
    fn add_assign(&mut self, more: Self) {
        self.characters += more.characters;
        self.words += more.words;
        self.bytes += more.bytes;
    }
}

/// ASCII is counted directly: there only the pair CR LF is one character of two bytes.
fn characters(text: &str) -> u32 {
    if text.is_ascii() {
        let pairs = text.as_bytes().windows(2).filter(|pair| pair == b"\r\n").count();
        return (text.len() - pairs) as u32;
    }
    text.graphemes(true).count() as u32
}

#[cfg(test)]
mod tests {
    use super::TextCounts;

    #[test]
    fn a_family_of_emoji_is_one_character() {
        let counts = TextCounts::of("👨‍👩‍👧‍👦");
        assert_eq!((counts.characters, counts.words, counts.bytes), (1, 0, 25));
    }

    #[test]
    fn ascii_shortcut_agrees_with_the_general_rule() {
        use unicode_segmentation::UnicodeSegmentation;
        let text = "one\r\ntwo\n\rthree \r\r\n";
        assert_eq!(TextCounts::of(text).characters as usize, text.graphemes(true).count());
    }

    #[test]
    fn an_apostrophe_does_not_end_a_word() {
        assert_eq!(TextCounts::of("Don't panic, it's fine.").words, 4);
    }
}
