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

    /// What the meter runs up for a text of `text` tokens and an answer of `answer` tokens, with
    /// `extra` tokens of whatever the variation is about.
    pub fn usage(self, text: Count, answer: Count, extra: u32) -> Usage {
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
    /// Price in percent of the ordinary input price: of the cached tokens where it is about a cache,
    /// or else of all input.
    pub input_percent: u32,
    /// Price of the output in percent of the ordinary one.
    pub output_percent: u32,
    /// It applies to requests of more input tokens than this, or caches only stretches of so many.
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
