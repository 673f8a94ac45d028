//! What one model charges, with everything that changes it.
//!
//! Rules multiply, as the providers' own tables do: OpenAI's page of prices has half of the doubled price for a long
//! prompt in a batch. Invariant: a rule that a model does not have never changes a price.

use super::super::{ExhibitFacts, Item, Model, ReceiptLine, Terms, Usage, Variation, itemized};
use super::{BatchCacheRule, CostFacts, WordRule};
use crate::pricing::PricePerMtok;

/// A model's prices and rules.
#[derive(Clone, Copy, Debug)]
pub struct Tariff<'a> {
    /// Ordinary input.
    pub input: PricePerMtok,
    /// Cached input, where there is such a price.
    pub cached: Option<PricePerMtok>,
    /// Output, reasoning among it.
    pub output: PricePerMtok,
    /// How its provider counts words.
    pub word_rule: WordRule,
    /// A cache takes only stretches longer than this, in tokens.
    pub(super) cached_above_tokens: u32,
    pub(super) batch: Option<&'a Terms>,
    pub(super) batch_cache: BatchCacheRule,
    pub(super) long_context: Option<&'a Terms>,
    pub(super) has_reasoning: bool,
    pub(super) window_tokens: Option<u32>,
}

/// Prices that the reader brings along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnPrices {
    /// Ordinary input.
    pub input: PricePerMtok,
    /// Cached input.
    pub cached: PricePerMtok,
    /// Output.
    pub output: PricePerMtok,
}

impl<'a> Tariff<'a> {
    /// That of `model`.
    pub fn of(model: &Model, facts: &'a ExhibitFacts) -> Self {
        let terms = |variation| facts.terms(model, variation).filter(|terms| terms.exists);
        let cache = terms(Variation::CacheHit);
        Self {
            input: model.price.input,
            cached: cache.map(|terms| model.price.input.times_thousandths(terms.input_thousandths)),
            output: model.price.output,
            word_rule: facts.costs.word_fact(model.provider).rule,
            cached_above_tokens: cache.map_or(0, |terms| terms.threshold_tokens),
            batch: terms(Variation::Batch),
            batch_cache: facts.costs.batch_cache(model).rule,
            long_context: terms(Variation::LongContext),
            has_reasoning: terms(Variation::Reasoning).is_some(),
            window_tokens: facts.window(model).map(|window| window.tokens),
        }
    }

    /// That of a model of which only the prices are known: nothing changes them.
    pub fn own(prices: OwnPrices, facts: &CostFacts) -> Self {
        Self {
            input: prices.input,
            cached: Some(prices.cached),
            output: prices.output,
            word_rule: facts.any_word_rule(),
            cached_above_tokens: 0,
            batch: None,
            batch_cache: BatchCacheRule::Ordinary,
            long_context: None,
            has_reasoning: true,
            window_tokens: None,
        }
    }

    /// The bill of `usage`, item by item.
    pub(super) fn bill(&self, usage: &Usage, is_batch: bool) -> Vec<(Item, ReceiptLine)> {
        let long = self.long_context.filter(|terms| terms.apply_to(usage));
        let batch = self.batch.filter(|_| is_batch);
        let input_times = |price: PricePerMtok, terms: Option<&Terms>| {
            terms.map_or(price, |terms| price.times_thousandths(terms.input_thousandths))
        };
        let output_times = |price: PricePerMtok, terms: Option<&Terms>| {
            terms.map_or(price, |terms| price.times_thousandths(terms.output_thousandths))
        };
        let input = input_times(input_times(self.input, long), batch);
        let cached = self.cached.map(|price| input_times(price, long));
        let cache_read = match (cached, batch, self.batch_cache) {
            (None, ..) | (Some(_), Some(_), BatchCacheRule::None) => input,
            (Some(price), Some(_), BatchCacheRule::Discounted) => input_times(price, batch),
            (Some(price), ..) => price,
        };
        let output = output_times(output_times(self.output, long), batch);
        itemized::lines(usage, &itemized::Rates { input, cache_read, cache_write: input, output })
    }
}
