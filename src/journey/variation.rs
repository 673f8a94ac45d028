//! What else can change the meter: caches, reasoning, batches, long contexts, pictures.
//!
//! Invariant: a variation that a model does not have is never priced for it.

use super::Count;
use super::usage::Usage;
use crate::names::named_enum;
use crate::pricing::Sourced;

named_enum! {
    /// One request in several circumstances.
    pub enum Variation {
        /// The text alone.
        Plain = "plain",
        /// The first of many requests with the same long beginning: it is stored.
        CacheWrite = "cache-write",
        /// A later one: the beginning is read from the cache.
        CacheHit = "cache-hit",
        /// The model thinks before it answers.
        Reasoning = "reasoning",
        /// The answer may take a day.
        Batch = "batch",
        /// The text comes with a library of others.
        LongContext = "long-context",
        /// The text comes with a picture.
        Image = "image",
    }
}

impl Variation {
    /// The tokens that come with the reader's text in this circumstance, until the reader chooses a
    /// number; an assumption, and labelled as one. A picture's are computed and not assumed.
    pub const fn assumed_tokens(self) -> u32 {
        match self {
            Self::Plain | Self::Batch | Self::Image => 0,
            Self::CacheWrite | Self::CacheHit => 10_000,
            Self::Reasoning => 1_000,
            Self::LongContext => 300_000,
        }
    }

    /// Whether a model without it cannot run the request at all. Without a cache, without a price of its own
    /// for long texts, the request is simply an ordinary one.
    const fn must_be_offered(self) -> bool {
        matches!(self, Self::Reasoning | Self::Batch)
    }

    /// What a model with these `terms` would use; nothing where it cannot run such a request. `assumed` are
    /// the reader's tokens of whatever the variation is about; those of a picture follow from the terms.
    pub fn usage_under(self, terms: Option<&Terms>, text: Count, answer: Count, assumed: u32) -> Option<Usage> {
        if self.must_be_offered() && !terms?.exists {
            return None;
        }
        let extra = if self == Self::Image { terms?.image_tokens? } else { assumed };
        Some(self.usage(text, answer, extra))
    }

    /// What the meter runs up for a text of `text` tokens and an answer of `answer` tokens, with
    /// `extra` tokens of whatever the variation is about.
    pub(super) fn usage(self, text: Count, answer: Count, extra: u32) -> Usage {
        let plain = Usage { fresh: text, written: answer, ..Usage::default() };
        match self {
            Self::Plain | Self::Batch => plain,
            Self::CacheWrite => Usage { cache_write: extra, ..plain },
            Self::CacheHit => Usage { cache_read: extra, ..plain },
            Self::Reasoning => Usage { reasoning: extra, ..plain },
            Self::LongContext | Self::Image => Usage { fresh: text + Count::Exact(extra), ..plain },
        }
    }
}

/// How one model bills one variation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The model's id.
    pub model: String,
    /// The variation.
    pub variation: Variation,
    /// Whether the model has it.
    pub exists: bool,
    /// Price in thousandths of the ordinary input price: of the cached tokens where it is about a cache,
    /// or else of all input.
    pub input_thousandths: u32,
    /// Price of the output in thousandths of the ordinary one.
    pub output_thousandths: u32,
    /// It applies to requests of more input tokens than this; a cache takes only stretches longer than this.
    pub threshold_tokens: u32,
    /// Tokens of a picture of 1000 × 1000 pixels.
    pub image_tokens: Option<u32>,
    /// The rule in plain English.
    pub note: String,
    /// Where it was read.
    pub sourced: Sourced,
}

impl Terms {
    /// Whether these terms change the price of `usage`: they exist, and it is large enough.
    pub fn apply_to(&self, usage: &Usage) -> bool {
        let size = match self.variation {
            Variation::CacheWrite => usage.cache_write,
            Variation::CacheHit => usage.cache_read,
            _ => usage.input().low(),
        };
        self.exists && size > self.threshold_tokens
    }
}

#[cfg(test)]
mod tests {
    use super::{Terms, Variation};
    use crate::journey::Count;
    use crate::pricing::Sourced;

    fn terms(variation: Variation, exists: bool, image_tokens: Option<u32>) -> Terms {
        Terms {
            model: "m".to_owned(),
            variation,
            exists,
            input_thousandths: 1_000,
            output_thousandths: 1_000,
            threshold_tokens: 0,
            image_tokens,
            note: String::new(),
            sourced: Sourced::common_knowledge(),
        }
    }

    fn total(variation: Variation, terms: Option<&Terms>) -> Option<u32> {
        let usage = variation.usage_under(terms, Count::Exact(10), Count::Exact(5), 1_000);
        usage.map(|usage| usage.total().high())
    }

    #[test]
    fn what_a_model_cannot_do_is_not_used() {
        for variation in [Variation::Reasoning, Variation::Batch] {
            assert_eq!(total(variation, Some(&terms(variation, false, None))), None, "{}", variation.name());
            assert_eq!(total(variation, None), None);
        }
        assert_eq!(total(Variation::Reasoning, Some(&terms(Variation::Reasoning, true, None))), Some(1_015));
    }

    #[test]
    fn without_a_cache_a_long_beginning_is_sent_all_the_same() {
        assert_eq!(total(Variation::CacheHit, Some(&terms(Variation::CacheHit, false, None))), Some(1_015));
        assert_eq!(total(Variation::Plain, None), Some(15));
    }

    #[test]
    fn the_tokens_of_a_picture_are_the_models_own() {
        assert_eq!(total(Variation::Image, Some(&terms(Variation::Image, true, Some(258)))), Some(273));
        assert_eq!(total(Variation::Image, Some(&terms(Variation::Image, true, None))), None);
    }
}
