//! Sums worked by hand under each provider's rules, and what holds of every conversation.

use proptest::prelude::*;

use super::{Conversation, Memory, TurnTariff, cost_of, halves, input_of, running_cost};
use crate::journey::itemized::tests::terms;
use crate::journey::model::tests::model;
use crate::journey::{Meaning, Model, Provider, Variation};

/// A conversation of questions of 50 tokens and answers of 150.
const PLAIN: Conversation = Conversation {
    turns: 10,
    question: 50,
    answer: 150,
    background: 0,
    memory: Memory::Everything,
    keep: 5,
    summary: 100,
    caches: false,
};

fn at(input: &str, output: &str) -> Model {
    let mut model = model("m", Provider::OpenAi, None);
    model.price.input = input.parse().expect("a price");
    model.price.output = output.parse().expect("a price");
    model
}

/// Input $2, output $10; reading a cache a twentieth, writing it a quarter more; no minimum.
fn charged_writes() -> TurnTariff {
    let (read, write) = (terms(Variation::CacheHit, 50, 1_000, 0), terms(Variation::CacheWrite, 1_250, 1_000, 0));
    TurnTariff::by_terms(&at("2", "10"), Some(&read), Some(&write), None)
}

/// Input $4, output $20; the same multiples, from 512 tokens on.
fn with_minimum() -> TurnTariff {
    let (read, write) = (terms(Variation::CacheHit, 50, 1_000, 511), terms(Variation::CacheWrite, 1_250, 1_000, 511));
    TurnTariff::by_terms(&at("4", "20"), Some(&read), Some(&write), None)
}

/// Input $2, output $10; reading a twentieth, writing free of charge.
fn free_writes() -> TurnTariff {
    TurnTariff::by_terms(&at("2", "10"), Some(&terms(Variation::CacheHit, 50, 1_000, 0)), None, None)
}

fn cost(conversation: Conversation, tariff: &TurnTariff) -> String {
    cost_of(&conversation.course(tariff)).to_string()
}

#[test]
fn twice_the_turns_are_four_times_the_input() {
    let input = |turns| input_of(&Conversation { turns, ..PLAIN }.course(&charged_writes()));
    // Of turn n: (n - 1) × 200 + 50.
    assert_eq!([input(1), input(10), input(20)], [50, 9_500, 39_000]);
    let course = |turns| Conversation { turns, ..PLAIN }.course(&charged_writes());
    assert_eq!(halves(&course(20)), Some((9_500, 29_500)));
    assert_eq!([halves(&course(1)), halves(&course(2)), halves(&course(5))], [None; 3]);
}

#[test]
fn without_measures_every_token_has_the_ordinary_price() {
    let conversation = Conversation { turns: 3, background: 1_000, ..PLAIN };
    // (1,050 + 1,250 + 1,450) × $2 + 450 × $10, in millionths.
    assert_eq!(cost(conversation, &charged_writes()), "0.012");
    let running = running_cost(&conversation.course(&charged_writes()));
    assert_eq!(running.iter().map(ToString::to_string).collect::<Vec<_>>(), ["0.0036", "0.0076", "0.012"]);
    assert_eq!(charged_writes().answers(450).to_string(), "0.0045");
}

#[test]
fn a_cache_that_charges_for_writing() {
    let conversation = Conversation { turns: 3, background: 1_000, caches: true, ..PLAIN };
    // Written 1,050, then 200, then 200 at $2.50; read 0, 1,050, 1,250 at $0.10; 450 × $10.
    assert_eq!(cost(conversation, &charged_writes()), "0.008355");
    let last = conversation.course(&charged_writes())[2];
    assert_eq!((last.sent(), last.sent_again()), (1_450, 1_400));
    assert_eq!((last.usage.fresh.low(), last.usage.cache_read, last.usage.cache_write), (0, 1_250, 200));
}

#[test]
fn a_cache_that_takes_writes_for_nothing() {
    let conversation = Conversation { turns: 3, background: 1_000, caches: true, ..PLAIN };
    // 1,050 + 200 + 200 at $2; read 1,050 + 1,250 at $0.10; 450 × $10.
    assert_eq!(cost(conversation, &free_writes()), "0.00763");
    assert_eq!(conversation.course(&free_writes())[2].usage.cache_write, 0);
}

#[test]
fn too_short_a_beginning_is_not_cached() {
    let conversation = Conversation { turns: 5, caches: true, ..PLAIN };
    let course = conversation.course(&with_minimum());
    let cached: Vec<_> = course.iter().map(|turn| (turn.usage.cache_read, turn.usage.cache_write)).collect();
    // The requests have 50, 250, 450, 650 and 850 tokens.
    assert_eq!(cached, [(0, 0), (0, 0), (0, 0), (0, 650), (650, 200)]);
    // 750 × $4, 850 × $5, 650 × $0.20 and 750 × $20.
    assert_eq!(cost_of(&course).to_string(), "0.02238");
    let exactly = Conversation { turns: 2, background: 462, ..conversation };
    assert_eq!(exactly.course(&with_minimum())[1].usage.cache_read, 512);
}

#[test]
fn cached_tokens_are_inside_the_input_or_beside_it() {
    let turn = Conversation { turns: 2, background: 1_000, caches: true, ..PLAIN }.course(&free_writes())[1];
    let input = |provider| {
        let record = turn.usage.record(provider);
        record.iter().find(|field| field.meaning == Meaning::Input).expect("input").tokens.low()
    };
    assert_eq!(Provider::ALL.iter().map(|&provider| input(provider)).collect::<Vec<_>>(), [1_250, 200, 1_250]);
}

#[test]
fn above_a_threshold_the_whole_request_costs_more() {
    let (read, long) =
        (terms(Variation::CacheHit, 100, 1_000, 0), terms(Variation::LongContext, 5_000, 5_000, 100_000));
    let tariff = TurnTariff::by_terms(&at("0.10", "0.50"), Some(&read), None, Some(&long));
    let conversation = Conversation { turns: 2, background: 99_900, caches: true, ..PLAIN };
    let course = conversation.course(&tariff);
    assert_eq!((tariff.is_long(course[0].sent()), tariff.is_long(course[1].sent())), (false, true));
    // 99,950 × $0.10 + 150 × $0.50.
    assert_eq!(course[0].cost.to_string(), "0.01007");
    // Five times: 99,950 read at $0.05, 200 at $0.50, 150 at $2.50.
    assert_eq!(course[1].cost.to_string(), "0.0054725");
}

#[test]
fn trimming_stops_the_growth_and_spoils_the_cache() {
    let trimmed = Conversation { turns: 20, memory: Memory::LastTurns, ..PLAIN };
    assert_eq!(input_of(&trimmed.course(&charged_writes())), 18_000);
    let both = Conversation { background: 1_000, caches: true, ..trimmed };
    let course = both.course(&charged_writes());
    // Turn 6 still begins as turn 5 did; from turn 7 on only the background is the same.
    let read = |number: usize| course[number - 1].usage.cache_read;
    assert_eq!([read(5), read(6), read(7), read(20)], [1_650, 1_850, 1_000, 1_000]);
    assert_eq!(course[6].usage.cache_write, 0, "nothing of it will be read again");
    let cache_only = both.with_cache_only().course(&charged_writes());
    assert!(cost_of(&cache_only) < cost_of(&course));
}

#[test]
fn a_summary_costs_a_request_of_its_own() {
    let conversation = Conversation { turns: 11, memory: Memory::Summary, ..PLAIN };
    let course = conversation.course(&charged_writes());
    let history: Vec<_> = course.iter().map(|turn| turn.history).collect();
    assert_eq!(history, [0, 200, 400, 600, 800, 100, 300, 500, 700, 900, 100]);
    let calls: Vec<_> = course.iter().filter_map(|turn| turn.summarizing.map(|call| (turn.number, call))).collect();
    let sizes: Vec<_> = calls.iter().map(|(number, call)| (*number, call.input().low(), call.output().low())).collect();
    // Five exchanges; then the first summary and five more.
    assert_eq!(sizes, [(6, 1_000, 100), (11, 1_100, 100)]);
    // (4,600 + 11 × 50 + 2,100) × $2 + (11 × 150 + 200) × $10.
    assert_eq!(cost_of(&course).to_string(), "0.033");
    assert_eq!(input_of(&course), 7_250);
}

#[test]
fn the_cache_begins_again_after_a_summary() {
    let conversation = Conversation { turns: 7, background: 1_000, memory: Memory::Summary, caches: true, ..PLAIN };
    let course = conversation.course(&charged_writes());
    let read: Vec<_> = course.iter().map(|turn| turn.usage.cache_read).collect();
    assert_eq!(read, [0, 1_050, 1_250, 1_450, 1_650, 1_000, 1_150]);
}

proptest! {
    #[test]
    fn every_token_is_counted_once_and_a_cache_that_is_free_to_write_never_costs_more(
        turns in 1_u32..=30, question in 1_u32..500, answer in 1_u32..2_000, background in 0_u32..50_000,
        keep in 1_u32..=10, summary in 50_u32..1_000, memory in 0_usize..3,
    ) {
        let memory = Memory::ALL[memory];
        let plain = Conversation { turns, question, answer, background, memory, keep, summary, caches: false };
        let cached = Conversation { caches: true, ..plain };
        for tariff in [charged_writes(), with_minimum(), free_writes()] {
            for (one, other) in plain.course(&tariff).iter().zip(cached.course(&tariff)) {
                prop_assert_eq!(one.usage.input().low(), one.sent());
                prop_assert_eq!(other.usage.input().low(), other.sent());
                prop_assert_eq!((one.sent(), one.summarizing), (other.sent(), other.summarizing));
                prop_assert_eq!(one.usage.cache_read + one.usage.cache_write, 0);
            }
        }
        let cost = |conversation: Conversation| cost_of(&conversation.course(&free_writes()));
        prop_assert!(cost(cached) <= cost(plain));
        prop_assert!(charged_writes().answers(turns * answer) <= cost_of(&cached.course(&charged_writes())));
    }
}
