//! The two sums of the article: what one translation costs, done wrong and done right.
//!
//! The wrong one is what beginners write down, with its round numbers; the right one is a [`Receipt`] of a real
//! text's own counts. Invariant: the wrong sum is never computed from anything that was counted.

use super::super::{Count, Letters, Model, Receipt};
use crate::pricing::Usd;
use crate::tokenizer::Encoding;

/// A real text in two languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// What is sent.
    pub english: Passage,
    /// What comes back.
    pub spanish: Passage,
}

/// One of the two, as the build counted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Words between spaces.
    pub words: u32,
    /// Its characters.
    pub letters: Letters,
    /// Its tokens in the encodings that are counted at build time.
    pub tokens: Vec<(Encoding, u32)>,
}

impl Passage {
    /// Its tokens for `model`: exact where it was counted in the model's encoding.
    pub fn count(&self, model: &Model) -> Count {
        let encoding = model.encoding.unwrap_or_default();
        let tokens = self.tokens.iter().find(|(counted, _)| *counted == encoding).map(|&(_, tokens)| tokens);
        let estimate = || model.rule.chars_per_token.estimate(self.letters);
        model.count(encoding, tokens, self.letters).unwrap_or_else(estimate)
    }

    /// How many tokens a word is for `model`, as a decimal number with two decimals; of an estimate, its middle.
    pub fn tokens_per_word(&self, model: &Model) -> String {
        let count = self.count(model);
        let middle = u64::midpoint(u64::from(count.low()), u64::from(count.high()));
        let words = u64::from(self.words.max(1));
        let hundredths = (middle * 100 + words / 2) / words;
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

impl Translation {
    /// The right sum.
    pub fn receipt(&self, model: &Model) -> Receipt {
        Receipt::new(&model.price, self.english.count(model), self.spanish.count(model))
    }
}

/// The wrong sum: a price for a word is multiplied by a number of tokens, and the words are never used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrongSum {
    /// The words of the text, which it forgets.
    pub words: u32,
    /// How many tokens it takes a word for.
    pub tokens_per_word: u32,
    /// The one price that it knows.
    pub price_per_word: Usd,
}

impl WrongSum {
    /// As beginners write it.
    pub const COMMON: Self = Self { words: 1_000, tokens_per_word: 10, price_per_word: Usd::from_tenths_of_cents(1) };

    /// What comes out.
    pub fn total(self) -> Usd {
        (0..self.tokens_per_word).fold(Usd::default(), |sum, _| sum + self.price_per_word)
    }
}

#[cfg(test)]
mod tests {
    use super::{Passage, Translation, WrongSum};
    use crate::journey::model::tests::model;
    use crate::journey::{Count, Letters, Provider};
    use crate::tokenizer::Encoding;

    fn passage(words: u32, ascii: u32, tokens: u32) -> Passage {
        Passage { words, letters: Letters { ascii, other: 0 }, tokens: vec![(Encoding::O200kBase, tokens)] }
    }

    fn translation() -> Translation {
        Translation { english: passage(1_001, 6_000, 1_130), spanish: passage(1_080, 6_600, 1_400) }
    }

    #[test]
    fn the_wrong_sum_is_a_cent() {
        assert_eq!(WrongSum::COMMON.total().to_string(), "0.01");
    }

    #[test]
    fn the_right_sum_uses_both_prices_and_the_counts_of_the_text() {
        let mut exact = model("m", Provider::OpenAi, Some(Encoding::O200kBase));
        exact.price.input = "0.75".parse().expect("a price");
        exact.price.output = "4.50".parse().expect("a price");
        // 1,130 × $0.75 + 1,400 × $4.50, in millionths.
        let (least, most) = translation().receipt(&exact).total();
        assert_eq!((least.to_string(), least), ("0.0071475".to_owned(), most));
        assert_eq!(translation().english.tokens_per_word(&exact), "1.13");
    }

    #[test]
    fn a_model_without_an_encoding_gets_an_estimate_by_its_rule() {
        // Four characters a token.
        let estimated = model("m", Provider::Anthropic, None);
        assert_eq!(translation().english.count(&estimated), Count::Estimate { low: 1_500, high: 1_500 });
        assert_eq!(translation().english.tokens_per_word(&estimated), "1.50");
        let other = model("m", Provider::OpenAi, Some(Encoding::R50kBase));
        assert!(!translation().english.count(&other).is_exact(), "not counted in that encoding");
    }
}
