//! The cost of a workload under a tariff: line by line, with what changed the price.
//!
//! Where a number of tokens is estimated, the fewest and the most are priced apart: only the most may be beyond a
//! threshold. Invariant: the total lies between the totals of the two.

use super::super::{Count, Item, ReceiptLine, Usage, total};
use super::{BatchCacheRule, Tariff, Workload};
use crate::pricing::{PricePerMtok, Usd};

/// From so many tokens of input on, it matters whether a model has another price for long prompts: the lowest
/// threshold that is known.
const LONG_PROMPT_TOKENS: u32 = 100_000;

/// What a workload costs once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Everything that is read.
    pub input: Count,
    /// Everything that is written, reasoning included.
    pub output: Count,
    /// The usage with the fewest and with the most tokens.
    pub usage: (Usage, Usage),
    /// Its lines; those without tokens are left out.
    pub lines: Vec<QuoteLine>,
    /// The least and the most.
    pub total: (Usd, Usd),
    /// Whether every number of tokens is exact.
    pub is_exact: bool,
    /// What changed the price, or would have.
    pub remarks: Vec<Remark>,
}

/// A line of the bill, with its least and its most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteLine {
    /// What is charged.
    pub item: Item,
    /// How many tokens.
    pub tokens: Count,
    /// The price for the fewest tokens and for the most.
    pub price: (PricePerMtok, PricePerMtok),
    /// The cost of the fewest tokens and of the most.
    pub cost: (Usd, Usd),
}

/// Something that the reader should know about a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// The model takes fewer tokens at once: so many.
    TooLong(u32),
    /// The higher price for long prompts holds.
    LongContext,
    /// The higher price for long prompts may hold: the estimate reaches across the threshold.
    LongContextPerhaps,
    /// Whether there is a higher price for long prompts is not known.
    LongContextUnknown,
    /// The model has no price for cached input.
    NoCache,
    /// The cached part is too short to be cached; it would need so many tokens.
    CacheTooShort(u32),
    /// In a batch, cached input follows this rule.
    BatchCache(BatchCacheRule),
    /// Batches do not change the price.
    NoBatch,
    /// The model does not reason.
    NoReasoning,
}

impl Quote {
    /// Prices `work` under `tariff`.
    pub fn new(tariff: &Tariff, work: &Workload) -> Self {
        let (input, output) = (work.input.tokens(tariff.word_rule), work.output.tokens(tariff.word_rule));
        let usage = (usage(tariff, work, input.low(), output.low()), usage(tariff, work, input.high(), output.high()));
        let bills = (tariff.bill(&usage.0, work.is_batch), tariff.bill(&usage.1, work.is_batch));
        let (one, other) = (total(&bills.0).0, total(&bills.1).0);
        Self {
            input,
            output: output + Count::Exact(usage.1.reasoning),
            lines: lines(&bills, |item| if is_input(item) { input.is_exact() } else { output.is_exact() }),
            total: in_order(one, other),
            is_exact: input.is_exact() && output.is_exact(),
            remarks: remarks(tariff, work, &usage),
            usage,
        }
    }

    /// What `requests` such requests cost; nothing where it is more than can be counted, some 18 million dollars.
    pub fn many(&self, requests: u32) -> Option<(Usd, Usd)> {
        Some((self.total.0.checked_times(requests)?, self.total.1.checked_times(requests)?))
    }

    /// Between the least and the most, for comparing.
    pub const fn middle(&self) -> Usd {
        self.total.0.middle(self.total.1)
    }

    /// Whether the model takes such a request at all.
    pub fn fits(&self) -> bool {
        !self.remarks.iter().any(|remark| matches!(remark, Remark::TooLong(_)))
    }
}

const fn is_input(item: Item) -> bool {
    matches!(item, Item::Input | Item::CacheRead | Item::CacheWrite)
}

/// What the meter runs up: the cached share is taken out of the input, if it can be cached.
fn usage(tariff: &Tariff, work: &Workload, input: u32, output: u32) -> Usage {
    let cached = share(input, work.cached_percent);
    let cached = if tariff.cached.is_some() && cached > tariff.cached_above_tokens { cached } else { 0 };
    Usage {
        fresh: Count::Exact(input - cached),
        cache_read: cached,
        cache_write: 0,
        written: Count::Exact(output),
        reasoning: if tariff.has_reasoning { work.reasoning_tokens } else { 0 },
    }
}

/// So many percent of `tokens`, rounded down; never more than all.
fn share(tokens: u32, percent: u32) -> u32 {
    (u64::from(tokens) * u64::from(percent.min(100)) / 100) as u32
}

/// A bill of the fewest tokens, and one of the most.
type Bills = (Vec<(Item, ReceiptLine)>, Vec<(Item, ReceiptLine)>);

fn lines(bills: &Bills, is_exact: impl Fn(Item) -> bool) -> Vec<QuoteLine> {
    let find =
        |bill: &[(Item, ReceiptLine)], item| bill.iter().find(|(found, _)| *found == item).map(|&(_, line)| line);
    let both = Item::ALL.iter().filter_map(|&item| {
        let (few, many) = (find(&bills.0, item), find(&bills.1, item));
        let prices = (few.or(many)?.price, many.or(few)?.price);
        let tokens = |line: Option<ReceiptLine>| line.map_or(0, |line| line.tokens.high());
        let cost = |line: Option<ReceiptLine>| line.map_or(Usd::default(), |line| line.cost().1);
        let (low, high) = in_order(tokens(few), tokens(many));
        let tokens =
            if is_exact(item) || item == Item::Reasoning { Count::Exact(high) } else { Count::Estimate { low, high } };
        Some(QuoteLine { item, tokens, price: prices, cost: in_order(cost(few), cost(many)) })
    });
    both.collect()
}

/// A line can have more tokens with a smaller estimate: what is too short for the cache counts as ordinary input.
fn in_order<T: Ord + Copy>(one: T, other: T) -> (T, T) {
    (one.min(other), one.max(other))
}

fn remarks(tariff: &Tariff, work: &Workload, (few, many): &(Usage, Usage)) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if let Some(window) = tariff.window_tokens.filter(|&window| few.total().low() > window) {
        remarks.push(Remark::TooLong(window));
    }
    if let Some(terms) = tariff.long_context {
        match (terms.apply_to(few), terms.apply_to(many)) {
            (true, true) if terms.threshold_tokens > 0 => remarks.push(Remark::LongContext),
            (false, true) => remarks.push(Remark::LongContextPerhaps),
            (true, true) if many.input().high() > LONG_PROMPT_TOKENS => remarks.push(Remark::LongContextUnknown),
            _ => {}
        }
    }
    let cached = share(many.input().high(), work.cached_percent);
    if cached > 0 && tariff.cached.is_none() {
        remarks.push(Remark::NoCache);
    } else if cached > 0 && many.cache_read == 0 {
        remarks.push(Remark::CacheTooShort(tariff.cached_above_tokens.saturating_add(1)));
    } else if cached > 0 && work.is_batch && tariff.batch.is_some() {
        remarks.push(Remark::BatchCache(tariff.batch_cache));
    }
    if work.is_batch && tariff.batch.is_none() {
        remarks.push(Remark::NoBatch);
    }
    if work.reasoning_tokens > 0 && !tariff.has_reasoning {
        remarks.push(Remark::NoReasoning);
    }
    remarks
}

#[cfg(test)]
mod tests;
