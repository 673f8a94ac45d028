//! What is sent and what comes back, before any model has counted it.

use super::super::Count;

/// How much text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// So many tokens, whatever the model.
    Tokens(u32),
    /// So many words of English.
    Words(u32),
    /// As the model counts it, or as it is estimated for it.
    Counted(Count),
}

impl Size {
    /// Tokens for a model whose provider has this rule for words.
    pub fn tokens(self, rule: WordRule) -> Count {
        match self {
            Self::Tokens(tokens) => Count::Exact(tokens),
            Self::Words(words) => rule.tokens(words),
            Self::Counted(count) => count,
        }
    }
}

/// How many words of English 1,000 tokens are, by a provider's own statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordRule {
    /// The fewest, which gives the most tokens; never 0.
    pub fewest_words: u32,
    /// The most, which gives the fewest tokens; never 0.
    pub most_words: u32,
}

impl WordRule {
    /// The range for so many words, each end rounded to the nearest token.
    pub fn tokens(self, words: u32) -> Count {
        let tokens = |words_per_1000: u32| {
            let parts = u64::from(words_per_1000.max(1));
            u32::try_from((u64::from(words) * 1_000 + parts / 2) / parts).unwrap_or(u32::MAX)
        };
        Count::Estimate { low: tokens(self.most_words), high: tokens(self.fewest_words) }
    }

    /// What holds for every rule of the list, for a model of which nothing is known.
    pub fn spanning(rules: impl Iterator<Item = Self>) -> Option<Self> {
        rules.reduce(|one, other| Self {
            fewest_words: one.fewest_words.min(other.fewest_words),
            most_words: one.most_words.max(other.most_words),
        })
    }
}

/// One request of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Workload {
    /// Everything that is sent.
    pub input: Size,
    /// What the reader gets to see.
    pub output: Size,
    /// What the model writes for itself, in tokens.
    pub reasoning_tokens: u32,
    /// How much of the input comes from a cache, in percent, at most 100.
    pub cached_percent: u32,
    /// Whether it may wait for a day.
    pub is_batch: bool,
}

#[cfg(test)]
mod tests {
    use super::{Size, WordRule};
    use crate::journey::Count;
    use proptest::prelude::*;

    const GEMINI: WordRule = WordRule { fewest_words: 600, most_words: 800 };
    const OPENAI: WordRule = WordRule { fewest_words: 750, most_words: 750 };

    #[test]
    fn a_thousand_words_are_what_the_providers_rules_say() {
        // As the article's table says: about 1,330, about 1,800, about 1,250 to 1,670.
        assert_eq!(OPENAI.tokens(1_000), Count::Estimate { low: 1_333, high: 1_333 });
        let claude = WordRule { fewest_words: 555, most_words: 555 };
        assert_eq!(claude.tokens(1_000), Count::Estimate { low: 1_802, high: 1_802 });
        assert_eq!(GEMINI.tokens(1_000), Count::Estimate { low: 1_250, high: 1_667 });
        assert_eq!(GEMINI.tokens(0), Count::Estimate { low: 0, high: 0 });
    }

    #[test]
    fn what_is_given_in_tokens_needs_no_rule() {
        assert_eq!(Size::Tokens(7).tokens(GEMINI), Count::Exact(7));
        assert_eq!(Size::Words(3).tokens(OPENAI), Count::Estimate { low: 4, high: 4 });
        assert_eq!(Size::Counted(Count::Exact(3)).tokens(GEMINI), Count::Exact(3));
    }

    #[test]
    fn an_unknown_model_may_follow_any_rule() {
        let span = WordRule::spanning([GEMINI, WordRule { fewest_words: 555, most_words: 555 }].into_iter());
        assert_eq!(span, Some(WordRule { fewest_words: 555, most_words: 800 }));
        assert_eq!(WordRule::spanning(std::iter::empty()), None);
    }

    proptest! {
        #[test]
        fn more_words_are_never_fewer_tokens(words in 0_u32..5_000_000, more in 0_u32..1_000, fewest in 1_u32..2_000) {
            let rule = WordRule { fewest_words: fewest, most_words: fewest + 50 };
            let (few, many) = (rule.tokens(words), rule.tokens(words + more));
            prop_assert!(few.low() <= few.high());
            prop_assert!(few.low() <= many.low() && few.high() <= many.high());
        }
    }
}
