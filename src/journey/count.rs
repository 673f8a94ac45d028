//! A number of tokens that says how well it is known.

use std::ops::Add;

/// Exact where the encoding is published, otherwise a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Counted with the model's own encoding.
    Exact(u32),
    /// Between these two, both included.
    Estimate {
        /// The fewest.
        low: u32,
        /// The most.
        high: u32,
    },
}

impl Count {
    /// The smallest it may be.
    pub const fn low(self) -> u32 {
        match self {
            Self::Exact(count) | Self::Estimate { low: count, .. } => count,
        }
    }

    /// The largest it may be.
    pub const fn high(self) -> u32 {
        match self {
            Self::Exact(count) | Self::Estimate { high: count, .. } => count,
        }
    }

    /// An estimate that leaves both possible.
    #[must_use]
    pub fn spanning(self, other: Self) -> Self {
        Self::Estimate { low: self.low().min(other.low()), high: self.high().max(other.high()) }
    }

    /// Whether this is a count and not a guess.
    pub const fn is_exact(self) -> bool {
        matches!(self, Self::Exact(_))
    }
}

impl Add for Count {
    type Output = Self;

    /// Exact only where both are.
    fn add(self, other: Self) -> Self {
        match (self, other) {
            (Self::Exact(one), Self::Exact(two)) => Self::Exact(one.saturating_add(two)),
            (one, two) => {
                Self::Estimate { low: one.low().saturating_add(two.low()), high: one.high().saturating_add(two.high()) }
            }
        }
    }
}

/// How many characters of English one token holds, by the maker's own statements, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CharsPerToken {
    /// The fewest, which gives the most tokens; hundredths of a character.
    pub low_hundredths: u32,
    /// The most, which gives the fewest tokens; hundredths of a character.
    pub high_hundredths: u32,
}

/// What an estimate needs to know of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// Characters of ASCII.
    pub ascii: u32,
    /// All other characters.
    pub other: u32,
}

impl Letters {
    /// Counts the characters of `text`.
    pub fn of(text: &str) -> Self {
        let ascii = text.bytes().filter(u8::is_ascii).count() as u32;
        // Every character but those of ASCII begins with a byte of two high bits.
        let other = text.bytes().filter(|byte| *byte >= 0xC0).count() as u32;
        Self { ascii, other }
    }
}

impl CharsPerToken {
    /// The figures in words, such as `2.5` or `3.4–4.6`.
    pub fn words(self) -> String {
        let word = |hundredths: u32| match (hundredths / 100, hundredths % 100 / 10) {
            (whole, 0) => whole.to_string(),
            (whole, tenths) => format!("{whole}.{tenths}"),
        };
        let (low, high) = (word(self.low_hundredths), word(self.high_hundredths));
        if low == high { low } else { format!("{low}–{high}") }
    }

    /// The range for a text of these letters.
    ///
    /// The makers speak of English. A character outside ASCII counts as anything from a quarter
    /// of a token to two tokens, which spans what OpenAI's published encodings need for other scripts.
    pub fn estimate(self, letters: Letters) -> Count {
        let (ascii, other) = (u64::from(letters.ascii), u64::from(letters.other));
        let low = ascii * 100 / u64::from(self.high_hundredths.max(1)) + other / 4;
        let high = (ascii * 100).div_ceil(u64::from(self.low_hundredths.max(1))) + other * 2;
        let floor = u64::from(ascii + other > 0);
        Count::Estimate {
            low: u32::try_from(low.max(floor)).unwrap_or(u32::MAX),
            high: u32::try_from(high.max(floor)).unwrap_or(u32::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CharsPerToken, Count, Letters};

    const CLAUDE: CharsPerToken = CharsPerToken { low_hundredths: 250, high_hundredths: 350 };

    #[test]
    fn english_is_divided_by_the_makers_figures() {
        assert_eq!(CLAUDE.estimate(Letters::of(&"a".repeat(700))), Count::Estimate { low: 200, high: 280 });
    }

    #[test]
    fn a_rule_is_one_figure_or_a_range() {
        let words = |low_hundredths, high_hundredths| CharsPerToken { low_hundredths, high_hundredths }.words();
        assert_eq!([words(400, 400), words(250, 250), words(340, 460)], ["4", "2.5", "3.4–4.6"]);
    }

    #[test]
    fn a_guess_makes_every_sum_a_guess() {
        assert_eq!(Count::Exact(2) + Count::Exact(3), Count::Exact(5));
        let guess = Count::Estimate { low: 10, high: 14 };
        assert_eq!(guess + Count::Exact(3), Count::Estimate { low: 13, high: 17 });
        assert_eq!(guess.spanning(Count::Exact(3)), Count::Estimate { low: 3, high: 14 });
    }

    #[test]
    fn nothing_is_nothing_and_a_letter_is_a_token() {
        assert_eq!(CLAUDE.estimate(Letters::of("")), Count::Estimate { low: 0, high: 0 });
        assert_eq!(CLAUDE.estimate(Letters::of("a")), Count::Estimate { low: 1, high: 1 });
    }

    #[test]
    fn other_scripts_widen_the_range() {
        assert_eq!(CLAUDE.estimate(Letters::of("你好世界")), Count::Estimate { low: 1, high: 8 });
    }
}
