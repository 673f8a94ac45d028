//! Quotes against sums worked by hand, and against examples that the providers publish.

use super::{Quote, Remark};
use crate::journey::cost::{BatchCacheRule, Size, Tariff, WordRule, Workload};
use crate::journey::itemized::tests::terms;
use crate::journey::{Count, Item, Meaning, Provider, Variation};
use crate::pricing::Usd;
use proptest::prelude::*;

/// A model with prices for input, cached input and output, and no other rules.
fn tariff(input: &str, cached: &str, output: &str) -> Tariff<'static> {
    Tariff {
        input: input.parse().expect("a price"),
        cached: cached.parse().ok(),
        output: output.parse().expect("a price"),
        word_rule: WordRule { fewest_words: 600, most_words: 800 },
        cached_above_tokens: 0,
        batch: None,
        batch_cache: BatchCacheRule::Discounted,
        long_context: None,
        has_reasoning: true,
        window_tokens: None,
    }
}

fn work(input: u32, output: u32) -> Workload {
    Workload {
        input: Size::Tokens(input),
        output: Size::Tokens(output),
        reasoning_tokens: 0,
        cached_percent: 0,
        is_batch: false,
    }
}

/// The cost of `work`, which has to be one amount.
fn cost(tariff: &Tariff, work: &Workload) -> String {
    let quote = Quote::new(tariff, work);
    assert_eq!(quote.total.0, quote.total.1);
    quote.total.0.to_string()
}

// --- Examples that the providers publish -------------------------------------------------------------

/// Anthropic, Pricing, "Worked example": 50,000 input and 15,000 output tokens of Claude Opus 5 at $5 and $25 cost
/// $0.25 + $0.375; with 40,000 of the input read from the cache at a tenth, $0.05 + $0.02 + $0.375. The session's
/// runtime is left out. platform.claude.com/docs/en/about-claude/pricing, read on 2026-11-27.
#[test]
fn anthropics_example_of_a_session_with_a_cache() {
    let opus = tariff("5", "0.50", "25");
    assert_eq!(cost(&opus, &work(50_000, 15_000)), "0.625");
    let cached = Workload { cached_percent: 80, ..work(50_000, 15_000) };
    assert_eq!(cost(&opus, &cached), "0.445");
    let quote = Quote::new(&opus, &cached);
    let amounts: Vec<_> = quote.lines.iter().map(|line| (line.item, line.cost.0.to_string())).collect();
    let line = |item, amount: &str| (item, amount.to_owned());
    assert_eq!(amounts, [line(Item::Input, "0.05"), line(Item::CacheRead, "0.02"), line(Item::Output, "0.375")]);
}

/// In Anthropic's record the cached tokens stand beside the input: the example above would be recorded as 10,000 and
/// 40,000. (Prompt caching, "Tracking cache performance": `input_tokens` 50, `cache_read_input_tokens` 100,000.
/// platform.claude.com/docs/en/build-with-claude/prompt-caching, August 2026.)
#[test]
fn anthropic_records_cached_tokens_beside_the_input() {
    let cached = Workload { cached_percent: 80, ..work(50_000, 15_000) };
    let usage = Quote::new(&tariff("5", "0.50", "25"), &cached).usage.1;
    let field = |provider, meaning| {
        let record = usage.record(provider);
        record.iter().find(|field| field.meaning == meaning).map(|field| field.tokens)
    };
    assert_eq!(field(Provider::Anthropic, Meaning::Input), Some(Count::Exact(10_000)));
    assert_eq!(field(Provider::Anthropic, Meaning::CacheRead), Some(Count::Exact(40_000)));
    assert_eq!(field(Provider::OpenAi, Meaning::Input), Some(Count::Exact(50_000)));
}

/// OpenAI, Prompt caching: a usage record of 2,006 prompt tokens, 1,920 of them cached, and 300 of output
/// (developers.openai.com/api/docs/guides/prompt-caching, 2026-11-22). At GPT-5.4 mini's $0.75, $0.075 and $4.50:
/// 86 × 0.75 + 1,920 × 0.075 + 300 × 4.50 = 64.5 + 144 + 1,350 millionths. Anthropic's way of reading the same two
/// numbers would charge 2,006 × 0.75 and come to 2,998.5.
#[test]
fn openais_example_of_a_cached_prompt() {
    let usage = crate::journey::Usage {
        fresh: Count::Exact(2_006 - 1_920),
        cache_read: 1_920,
        written: Count::Exact(300),
        ..crate::journey::Usage::default()
    };
    let record = usage.record(Provider::OpenAi);
    let tokens: Vec<_> = record.iter().map(|field| field.tokens.high()).collect();
    assert_eq!(tokens, [2_006, 1_920, 0, 300, 0, 2_306]);
    let bill = tariff("0.75", "0.075", "4.50").bill(&usage, false);
    assert_eq!(crate::journey::total(&bill).0.to_string(), "0.0015585");
}

/// OpenAI, Reasoning: 75 input tokens, 1,186 of output, 1,024 of these for reasoning, total 1,261
/// (developers.openai.com/api/docs/guides/reasoning, 2026-11-22). At $2 and $10: 150 + 11,860 millionths.
#[test]
fn openais_example_of_reasoning() {
    let reasoned = Workload { reasoning_tokens: 1_024, ..work(75, 1_186 - 1_024) };
    assert_eq!(cost(&tariff("2", "0.20", "10"), &reasoned), "0.01201");
    let usage = Quote::new(&tariff("2", "0.20", "10"), &reasoned).usage.0;
    assert_eq!(usage.total(), Count::Exact(1_261));
}

/// Google, Tokens: an interaction of 9 tokens in, 779 out and 912 for thoughts, total 1,700
/// (ai.google.dev/gemini-api/docs/tokens, 2026-11-27). Thoughts stand beside the output and cost as much: at $0.75
/// and $3.75 a million, 6.75 + (779 + 912) × 3.75 = 6,348 millionths.
#[test]
fn googles_example_of_thoughts() {
    let thought = Workload { reasoning_tokens: 912, ..work(9, 779) };
    let flash = tariff("0.75", "0.075", "3.75");
    assert_eq!(cost(&flash, &thought), "0.006348");
    let record = Quote::new(&flash, &thought).usage.0.record(Provider::Gemini);
    let tokens: Vec<_> = record.iter().map(|field| field.tokens.high()).collect();
    assert_eq!(tokens, [9, 0, 779, 912, 1_700]);
}

/// OpenAI, Pricing: GPT-5.5 costs $5.00, $0.50 and $30.00; for long prompts $10.00, $1.00 and $45.00; in a batch
/// $2.50, $0.25 and $15.00; a long prompt in a batch $5.00, $0.50 and $22.50
/// (developers.openai.com/api/docs/pricing, copy read on 2026-11-27). A million tokens of each.
#[test]
fn openais_table_of_batches_and_long_prompts() {
    let (long, batch) = (terms(Variation::LongContext, 2_000, 1_500, 272_000), terms(Variation::Batch, 500, 500, 0));
    let gpt = Tariff { long_context: Some(&long), batch: Some(&batch), ..tariff("5", "0.50", "30") };
    let of_a_million = |input: u32, is_batch| {
        let half = Workload { cached_percent: 50, is_batch, ..work(input, 1_000_000) };
        let quote = Quote::new(&gpt, &half);
        let prices: Vec<_> = quote.lines.iter().map(|line| line.price.0.to_string()).collect();
        prices.join(" ")
    };
    assert_eq!(of_a_million(272_000, false), "5.00 0.50 30.00");
    assert_eq!(of_a_million(272_001, false), "10.00 1.00 45.00");
    assert_eq!(of_a_million(272_000, true), "2.50 0.25 15.00");
    assert_eq!(of_a_million(272_001, true), "5.00 0.50 22.50");
}

/// Anthropic, Batch processing: Claude Haiku 5.5 costs $0.05 and $0.25 in a batch, and $0.25 and $1.25 beyond
/// 100,000 tokens, which is half of five times the price (platform.claude.com/docs/en/build-with-claude/
/// batch-processing, as quoted on 2026-11-27).
#[test]
fn anthropics_table_of_batches_beyond_a_hundred_thousand_tokens() {
    let (long, batch) = (terms(Variation::LongContext, 5_000, 5_000, 100_000), terms(Variation::Batch, 500, 500, 0));
    let haiku = Tariff { long_context: Some(&long), batch: Some(&batch), ..tariff("0.10", "0.01", "0.50") };
    // 100,000 × $0.05 + 1,000 × $0.25, then 200,000 × $0.25 + 1,000 × $1.25, in millionths.
    assert_eq!(cost(&haiku, &Workload { is_batch: true, ..work(100_000, 1_000) }), "0.00525");
    assert_eq!(cost(&haiku, &Workload { is_batch: true, ..work(200_000, 1_000) }), "0.05125");
}

// --- Rules, worked by hand ---------------------------------------------------------------------------

#[test]
fn in_a_batch_cached_input_follows_the_providers_rule() {
    let batch = terms(Variation::Batch, 500, 500, 0);
    let with = |batch_cache| Tariff { batch: Some(&batch), batch_cache, ..tariff("2", "0.20", "10") };
    let half = Workload { cached_percent: 50, is_batch: true, ..work(20_000, 1_000) };
    // 10,000 × $1 + 1,000 × $5, and 10,000 cached × $0.10, $0.20 or $1.
    for (rule, amount) in
        [(BatchCacheRule::Discounted, "0.016"), (BatchCacheRule::Ordinary, "0.017"), (BatchCacheRule::None, "0.025")]
    {
        assert_eq!(cost(&with(rule), &half), amount, "{}", rule.name());
        assert_eq!(Quote::new(&with(rule), &half).remarks, [Remark::BatchCache(rule)]);
    }
}

#[test]
fn what_a_model_does_not_have_changes_nothing_and_is_said() {
    let plain = Tariff { cached: None, has_reasoning: false, ..tariff("2", "0.20", "10") };
    let all = Workload { cached_percent: 50, is_batch: true, reasoning_tokens: 700, ..work(1_000, 100) };
    let quote = Quote::new(&plain, &all);
    assert_eq!(quote.total.0.to_string(), "0.003");
    assert_eq!(quote.remarks, [Remark::NoCache, Remark::NoBatch, Remark::NoReasoning]);
}

#[test]
fn what_is_too_short_is_not_cached() {
    let from_1024 = Tariff { cached_above_tokens: 1_023, ..tariff("2", "0.20", "10") };
    let cached = |tokens| Workload { cached_percent: 100, ..work(tokens, 0) };
    assert_eq!(cost(&from_1024, &cached(1_023)), "0.002046");
    assert_eq!(Quote::new(&from_1024, &cached(1_023)).remarks, [Remark::CacheTooShort(1_024)]);
    assert_eq!(cost(&from_1024, &cached(1_024)), "0.0002048");
}

#[test]
fn an_estimate_across_a_threshold_is_priced_at_both_ends() {
    let long = terms(Variation::LongContext, 2_000, 1_500, 272_000);
    let model = Tariff { long_context: Some(&long), ..tariff("2", "0.20", "10") };
    // 200,000 words are 250,000 to 333,333 tokens: 250,000 × $2 to 333,333 × $4.
    let quote = Quote::new(&model, &Workload { input: Size::Words(200_000), ..work(0, 0) });
    assert_eq!((quote.total.0.to_string(), quote.total.1.to_string()), ("0.50".to_owned(), "1.333332".to_owned()));
    assert_eq!(quote.remarks, [Remark::LongContextPerhaps]);
    assert_eq!(quote.lines.first().map(|line| line.tokens), Some(Count::Estimate { low: 250_000, high: 333_333 }));
    assert!(!quote.is_exact);
}

#[test]
fn an_unknown_rule_for_long_prompts_is_said_where_it_matters() {
    let unknown = terms(Variation::LongContext, 1_000, 1_000, 0);
    let model = Tariff { long_context: Some(&unknown), ..tariff("2", "0.20", "10") };
    assert!(Quote::new(&model, &work(100_000, 0)).remarks.is_empty());
    assert_eq!(Quote::new(&model, &work(100_001, 0)).remarks, [Remark::LongContextUnknown]);
}

#[test]
fn a_request_beyond_the_window_does_not_fit() {
    let model = Tariff { window_tokens: Some(128_000), ..tariff("2.50", "1.25", "10") };
    assert!(Quote::new(&model, &work(127_000, 1_000)).fits());
    assert!(!Quote::new(&model, &work(127_001, 1_000)).fits());
}

#[test]
fn many_requests_are_exact_or_too_much_to_count() {
    let quote = Quote::new(&tariff("0.75", "0.075", "4.50"), &work(1_333, 1_535));
    // 7,907.25 millionths each.
    let thousand = quote.many(1_000).map(|(least, most)| (least.to_string(), least == most));
    assert_eq!(thousand, Some(("7.90725".to_owned(), true)));
    let dear = Quote::new(&tariff("1000", "1", "1000"), &work(2_000_000, 1_000_000));
    assert_eq!(dear.total.0.to_string(), "3000.00");
    assert_eq!(dear.many(6_148).map(|(least, _)| least.to_string()), Some("18444000.00".to_owned()));
    assert_eq!(dear.many(6_149), None);
}

proptest! {
    /// The largest numbers that the page lets in are far from the end of what can be counted.
    #[test]
    fn no_line_and_no_total_overflows(
        input in 0_u32..=10_000_000, output in 0_u32..=10_000_000, reasoning in 0_u32..=10_000_000, percent in 0_u32..=100,
        micro in 0_u64..=10_000_000_000, is_batch: bool,
    ) {
        let long = terms(Variation::LongContext, 5_000, 5_000, 100_000);
        let price = crate::pricing::PricePerMtok::from_micro_usd(micro);
        let model = Tariff { input: price, cached: Some(price), output: price, long_context: Some(&long), ..tariff("1", "1", "1") };
        let work = Workload { reasoning_tokens: reasoning, cached_percent: percent, is_batch, ..work(input, output) };
        let quote = Quote::new(&model, &work);
        let tokens: u32 = quote.lines.iter().map(|line| line.tokens.high()).sum();
        prop_assert_eq!(tokens, input + output + reasoning, "every token is on one line");
        let times: u64 = if input > 100_000 { 5 } else { 1 };
        let by_hand = u128::from(micro * times) * u128::from(tokens);
        prop_assert_eq!(u128::from(quote.total.1.pico()), by_hand);
        prop_assert_eq!(quote.middle(), quote.total.0);
        let sum = quote.lines.iter().fold(Usd::default(), |sum, line| sum + line.cost.1);
        prop_assert_eq!(sum, quote.total.1);
    }

    /// Whatever is estimated, the least is not more than the most.
    #[test]
    fn a_range_is_a_range(words in 0_u32..2_000_000, answer in 0_u32..100_000, percent in 0_u32..=100, from in 0_u32..5_000) {
        let model = Tariff { cached_above_tokens: from, ..tariff("2", "0.20", "10") };
        let work = Workload { input: Size::Words(words), output: Size::Words(answer), cached_percent: percent, ..work(0, 0) };
        let quote = Quote::new(&model, &work);
        prop_assert!(quote.total.0 <= quote.middle() && quote.middle() <= quote.total.1);
        for line in &quote.lines {
            prop_assert!(line.cost.0 <= line.cost.1);
        }
    }
}
