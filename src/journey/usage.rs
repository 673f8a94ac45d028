//! What one request used, and how each provider writes it down.
//!
//! The same tokens fill three different records: OpenAI and Gemini count cached tokens inside the input,
//! Anthropic beside it; OpenAI and Anthropic count reasoning inside the output, Gemini beside it.
//! Invariant: whatever the record, the fields that add up add up to [`Usage::total`].

use super::{Count, Provider};
use crate::names::named_enum;

/// Tokens by what they were, without overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    /// Input read for the first time.
    pub fresh: Count,
    /// Input taken from the cache.
    pub cache_read: u32,
    /// Input put into the cache.
    pub cache_write: u32,
    /// Output that the reader sees.
    pub written: Count,
    /// Output that the model wrote for itself.
    pub reasoning: u32,
}

impl Default for Usage {
    fn default() -> Self {
        let none = Count::Exact(0);
        Self { fresh: none, cache_read: 0, cache_write: 0, written: none, reasoning: 0 }
    }
}

impl Usage {
    /// Everything the model read.
    pub fn input(&self) -> Count {
        self.fresh + Count::Exact(self.cache_read.saturating_add(self.cache_write))
    }

    /// Everything the model wrote.
    pub fn output(&self) -> Count {
        self.written + Count::Exact(self.reasoning)
    }

    /// Everything.
    pub fn total(&self) -> Count {
        self.input() + self.output()
    }

    /// The record in `provider`'s own fields, in its own order.
    pub fn record(&self, provider: Provider) -> Vec<UsageField> {
        match provider {
            Provider::OpenAi => self.openai(),
            Provider::Anthropic => self.anthropic(),
            Provider::Gemini => self.gemini(),
        }
    }

    /// `ResponseUsage` of the Responses API.
    fn openai(&self) -> Vec<UsageField> {
        vec![
            field("input_tokens", Meaning::Input, Role::Adds, self.input()),
            field("input_tokens_details.cached_tokens", Meaning::CacheRead, Role::Inside, exact(self.cache_read)),
            field(
                "input_tokens_details.cache_write_tokens",
                Meaning::CacheWrite,
                Role::Inside,
                exact(self.cache_write),
            ),
            field("output_tokens", Meaning::Output, Role::Adds, self.output()),
            field("output_tokens_details.reasoning_tokens", Meaning::Reasoning, Role::Inside, exact(self.reasoning)),
            field("total_tokens", Meaning::Total, Role::Total, self.total()),
        ]
    }

    /// `usage` of the Messages API, which has no total.
    fn anthropic(&self) -> Vec<UsageField> {
        vec![
            field("input_tokens", Meaning::Input, Role::Adds, self.fresh),
            field("cache_read_input_tokens", Meaning::CacheRead, Role::Adds, exact(self.cache_read)),
            field("cache_creation_input_tokens", Meaning::CacheWrite, Role::Adds, exact(self.cache_write)),
            field("output_tokens", Meaning::Output, Role::Adds, self.output()),
            field("output_tokens_details.thinking_tokens", Meaning::Reasoning, Role::Inside, exact(self.reasoning)),
        ]
    }

    /// `usageMetadata` of `generateContent`; what is written to a cache is not told apart.
    fn gemini(&self) -> Vec<UsageField> {
        vec![
            field("promptTokenCount", Meaning::Input, Role::Adds, self.input()),
            field("cachedContentTokenCount", Meaning::CacheRead, Role::Inside, exact(self.cache_read)),
            field("candidatesTokenCount", Meaning::Output, Role::Adds, self.written),
            field("thoughtsTokenCount", Meaning::Reasoning, Role::Adds, exact(self.reasoning)),
            field("totalTokenCount", Meaning::Total, Role::Total, self.total()),
        ]
    }
}

named_enum! {
    /// What a field counts: the rows in which the three records are laid side by side.
    pub enum Meaning {
        /// What went in.
        Input = "input",
        /// Taken from the cache.
        CacheRead = "cache-read",
        /// Put into the cache.
        CacheWrite = "cache-write",
        /// What came out.
        Output = "output",
        /// Written for the model itself.
        Reasoning = "reasoning",
        /// Everything.
        Total = "total",
    }
}

named_enum! {
    /// How a field takes part in the sum.
    pub enum Role {
        /// It is a summand.
        Adds = "adds",
        /// It is already inside the field of the same side.
        Inside = "inside",
        /// It is the sum.
        Total = "total",
    }
}

/// One field of a usage record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsageField {
    /// Path in the provider's JSON, below the record.
    pub path: &'static str,
    /// What it counts.
    pub meaning: Meaning,
    /// How it takes part in the sum.
    pub role: Role,
    /// Its value.
    pub tokens: Count,
}

const fn field(path: &'static str, meaning: Meaning, role: Role, tokens: Count) -> UsageField {
    UsageField { path, meaning, role, tokens }
}

const fn exact(tokens: u32) -> Count {
    Count::Exact(tokens)
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Role, Usage};
    use crate::journey::{Count, Provider};
    use proptest::prelude::*;

    fn sum_of(usage: &Usage, provider: Provider, role: Role) -> Count {
        let fields = usage.record(provider).into_iter().filter(|field| field.role == role);
        fields.fold(Count::Exact(0), |sum, field| sum + field.tokens)
    }

    proptest! {
        #[test]
        fn every_record_adds_up_to_the_same_total(
            low in 0_u32..9_999, more in 0_u32..99, cache_read in 0_u32..99_999, cache_write in 0_u32..99_999,
            written in 0_u32..9_999, reasoning in 0_u32..9_999,
        ) {
            let fresh = if more == 0 { Count::Exact(low) } else { Count::Estimate { low, high: low + more } };
            let usage = Usage { fresh, cache_read, cache_write, written: Count::Exact(written), reasoning };
            for &provider in Provider::ALL {
                prop_assert_eq!(sum_of(&usage, provider, Role::Adds), usage.total());
                if provider != Provider::Anthropic {
                    prop_assert_eq!(sum_of(&usage, provider, Role::Total), usage.total());
                }
            }
        }
    }

    #[test]
    fn cached_tokens_are_inside_the_input_or_beside_it() {
        let usage = Usage { fresh: Count::Exact(50), cache_read: 100_000, ..Usage::default() };
        let input = |provider| {
            let record = usage.record(provider);
            record.iter().find(|field| field.meaning == Meaning::Input).expect("input").tokens
        };
        assert_eq!(input(Provider::OpenAi), Count::Exact(100_050));
        assert_eq!(input(Provider::Anthropic), Count::Exact(50));
        assert_eq!(input(Provider::Gemini), Count::Exact(100_050));
    }
}
