//! The bill of a usage, item by item, under a model's terms.
//!
//! Invariants: every token of the usage is on exactly one line; terms that do not apply change nothing.

use super::usage::Usage;
use super::{Count, ReceiptLine, Terms, Variation};
use crate::names::named_enum;
use crate::pricing::{Price, PricePerMtok, Usd};

named_enum! {
    /// A line of the bill.
    pub enum Item {
        /// Input read for the first time.
        Input = "input",
        /// Input taken from the cache.
        CacheRead = "cache-read",
        /// Input put into the cache.
        CacheWrite = "cache-write",
        /// Output that the reader sees.
        Output = "output",
        /// Output that the model wrote for itself.
        Reasoning = "reasoning",
    }
}

/// What each kind of token costs in one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rates {
    /// Input read for the first time.
    pub(super) input: PricePerMtok,
    /// Input taken from the cache.
    pub(super) cache_read: PricePerMtok,
    /// Input put into the cache.
    pub(super) cache_write: PricePerMtok,
    /// Output, seen or not.
    pub(super) output: PricePerMtok,
}

/// Prices `usage`. Lines without tokens are left out.
pub(super) fn lines(usage: &Usage, rates: &Rates) -> Vec<(Item, ReceiptLine)> {
    let lines = [
        (Item::Input, usage.fresh, rates.input),
        (Item::CacheRead, Count::Exact(usage.cache_read), rates.cache_read),
        (Item::CacheWrite, Count::Exact(usage.cache_write), rates.cache_write),
        (Item::Output, usage.written, rates.output),
        (Item::Reasoning, Count::Exact(usage.reasoning), rates.output),
    ];
    let used = lines.into_iter().filter(|(_, tokens, _)| tokens.high() > 0);
    used.map(|(item, tokens, price)| (item, ReceiptLine { tokens, price })).collect()
}

/// Prices `usage` at a model's list `price`, changed by `terms` where they apply.
pub fn itemize(usage: &Usage, price: &Price, terms: Option<&Terms>) -> Vec<(Item, ReceiptLine)> {
    let terms = terms.filter(|terms| terms.apply_to(usage));
    let about = |variation| terms.filter(|terms| terms.variation == variation);
    let whole = about(Variation::Batch).or_else(|| about(Variation::LongContext));
    let input = whole.map_or(price.input, |terms| price.input.times_thousandths(terms.input_thousandths));
    let output = whole.map_or(price.output, |terms| price.output.times_thousandths(terms.output_thousandths));
    let part =
        |variation| about(variation).map_or(input, |terms| price.input.times_thousandths(terms.input_thousandths));
    let (cache_read, cache_write) = (part(Variation::CacheHit), part(Variation::CacheWrite));
    lines(usage, &Rates { input, cache_read, cache_write, output })
}

/// The least and the most that the lines cost together.
pub fn total(lines: &[(Item, ReceiptLine)]) -> (Usd, Usd) {
    lines
        .iter()
        .map(|(_, line)| line.cost())
        .fold(Default::default(), |sum: (Usd, Usd), cost| (sum.0 + cost.0, sum.1 + cost.1))
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Item, itemize, total};
    use crate::journey::{Count, Terms, Variation};
    use crate::pricing::{Price, Sourced};

    fn price() -> Price {
        Price {
            input: "2.00".parse().expect("a price"),
            output: "10".parse().expect("a price"),
            sourced: Sourced::common_knowledge(),
        }
    }

    /// Terms for tests: multiples of the list price in thousandths, and the tokens from which they hold.
    pub fn terms(
        variation: Variation,
        input_thousandths: u32,
        output_thousandths: u32,
        threshold_tokens: u32,
    ) -> Terms {
        Terms {
            model: "m".to_owned(),
            variation,
            exists: true,
            input_thousandths,
            output_thousandths,
            threshold_tokens,
            image_tokens: None,
            note: String::new(),
            sourced: Sourced::common_knowledge(),
        }
    }

    fn cost(variation: Variation, extra: u32, terms: &Terms) -> String {
        let usage = variation.usage(Count::Exact(100), Count::Exact(50), extra);
        total(&itemize(&usage, &price(), Some(terms))).0.to_string()
    }

    #[test]
    fn a_cache_changes_the_price_of_its_own_tokens_only() {
        // 100 × $2 + 10,000 × $0.20 + 50 × $10, in millionths.
        assert_eq!(cost(Variation::CacheHit, 10_000, &terms(Variation::CacheHit, 100, 1_000, 1_024)), "0.0027");
        assert_eq!(cost(Variation::CacheWrite, 10_000, &terms(Variation::CacheWrite, 1_250, 1_000, 1_024)), "0.0257");
    }

    #[test]
    fn too_short_a_beginning_is_not_cached() {
        assert_eq!(cost(Variation::CacheHit, 1_000, &terms(Variation::CacheHit, 100, 1_000, 1_024)), "0.0027");
    }

    #[test]
    fn a_long_context_changes_the_price_of_the_whole_request() {
        let long = terms(Variation::LongContext, 2_000, 1_500, 272_000);
        // 300,100 × $4 + 50 × $15, in millionths; below the threshold 100,100 × $2 + 50 × $10.
        assert_eq!(cost(Variation::LongContext, 300_000, &long), "1.20115");
        assert_eq!(cost(Variation::LongContext, 100_000, &long), "0.2007");
    }

    #[test]
    fn a_batch_halves_everything_and_reasoning_is_output() {
        assert_eq!(cost(Variation::Batch, 0, &terms(Variation::Batch, 500, 500, 0)), "0.00035");
        assert_eq!(cost(Variation::Reasoning, 1_000, &terms(Variation::Reasoning, 1_000, 1_000, 0)), "0.0107");
    }

    #[test]
    fn terms_that_do_not_exist_change_nothing() {
        let none = Terms { exists: false, ..terms(Variation::Batch, 500, 500, 0) };
        assert_eq!(cost(Variation::Batch, 0, &none), "0.0007");
        let usage = Variation::CacheHit.usage(Count::Exact(1), Count::Exact(0), 10);
        let items: Vec<_> = itemize(&usage, &price(), None).into_iter().map(|(item, _)| item).collect();
        assert_eq!(items, [Item::Input, Item::CacheRead]);
    }
}
