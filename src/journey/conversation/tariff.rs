//! What a model charges for a request whose beginning may be in a cache.
//!
//! Invariants: above the length from which a model charges more, the whole request does; terms that the data does not
//! have, or that do not exist for the model, change nothing.

use crate::journey::itemized::{Rates, lines, total};
use crate::journey::{ExhibitFacts, Model, Terms, Usage, Variation};
use crate::pricing::{PricePerMtok, Usd};

/// A model's prices for ordinary and for long requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurnTariff {
    ordinary: Rates,
    /// The most tokens of input of an ordinary request, and the prices above it.
    long: Option<(u32, Rates)>,
    /// A beginning of more tokens than this can be cached; nothing where the model has no cache.
    cache_threshold: Option<u32>,
    charges_writing: bool,
}

impl TurnTariff {
    /// The tariff of `model` by its list price and its terms.
    pub fn of(model: &Model, facts: &ExhibitFacts) -> Self {
        let terms = |variation| facts.terms(model, variation).filter(|terms| terms.exists);
        Self::by_terms(model, terms(Variation::CacheHit), terms(Variation::CacheWrite), terms(Variation::LongContext))
    }

    /// The same by each of the terms; nothing stands for one that the model does not have.
    pub(super) fn by_terms(model: &Model, read: Option<&Terms>, write: Option<&Terms>, long: Option<&Terms>) -> Self {
        let rates = |input: PricePerMtok, output: PricePerMtok| {
            let times = |terms: Option<&Terms>| terms.map_or(input, |t| input.times_thousandths(t.input_thousandths));
            Rates { input, cache_read: times(read), cache_write: times(write), output }
        };
        let (input, output) = (model.price.input, model.price.output);
        let long = long.filter(|terms| (terms.input_thousandths, terms.output_thousandths) != (1_000, 1_000));
        let long_rates = |terms: &Terms| {
            let (input, output) =
                (input.times_thousandths(terms.input_thousandths), output.times_thousandths(terms.output_thousandths));
            (terms.threshold_tokens, rates(input, output))
        };
        Self {
            ordinary: rates(input, output),
            long: long.map(long_rates),
            cache_threshold: read.map(|terms| terms.threshold_tokens),
            charges_writing: write.is_some(),
        }
    }

    /// Whether a beginning of so many tokens can be cached.
    pub fn stores(&self, tokens: u32) -> bool {
        tokens > 0 && self.cache_threshold.is_some_and(|threshold| tokens > threshold)
    }

    /// The fewest tokens that can be cached, where the data names a number.
    pub fn cache_minimum(&self) -> Option<u32> {
        self.cache_threshold.filter(|&threshold| threshold > 0).map(|threshold| threshold + 1)
    }

    /// Whether writing into the cache has a price of its own.
    pub const fn charges_writing(&self) -> bool {
        self.charges_writing
    }

    /// Whether a request of so many tokens of input costs more than an ordinary one.
    pub fn is_long(&self, input: u32) -> bool {
        self.long.is_some_and(|(most, _)| input > most)
    }

    /// What reading a million tokens from the cache costs in an ordinary request.
    pub const fn cache_read(&self) -> PricePerMtok {
        self.ordinary.cache_read
    }

    /// What writing a million tokens into the cache costs in an ordinary request.
    pub const fn cache_write(&self) -> PricePerMtok {
        self.ordinary.cache_write
    }

    /// What a request costs.
    pub fn cost(&self, usage: &Usage) -> Usd {
        let rates = match self.long {
            Some((most, rates)) if usage.input().low() > most => rates,
            _ => self.ordinary,
        };
        let (least, _) = total(&lines(usage, &rates));
        least
    }

    /// What so many tokens of answers cost by themselves.
    pub const fn answers(&self, tokens: u32) -> Usd {
        self.ordinary.output.cost(tokens)
    }
}
