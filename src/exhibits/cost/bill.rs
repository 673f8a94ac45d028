//! The cost with one model, line by line, and what is known of the rules behind it. Markup, as strings.

use leptos::prelude::Get;

use super::state::{CostState, Priced};
use crate::exhibits::markup::english;
use crate::exhibits::proof::{evidence_link, proof};
use crate::journey::cost::{Preset, Quote, QuoteLine, Remark};
use crate::journey::{Count, Meaning, Model, Role, Variation};
use crate::markup::escape;
use crate::pricing::{PricePerMtok, Sourced, Usd};
use crate::words::{NumberStrings, fill};

/// Where the sizes come from that the fields were filled with.
pub(super) fn task_words(state: CostState) -> String {
    let preset = state.facts().preset(state.task.get());
    let words = preset_words(state, state.text().tasks().of(preset.task).text(), preset);
    format!("{words} {}", state.text().assumption())
}

/// A template filled with what the data says of a task.
pub(super) fn preset_words(state: CostState, template: &str, preset: &Preset) -> String {
    let number = state.context.text().number();
    let whole = |count| number.whole(count);
    fill(
        template,
        &[
            ("pages", &whole(preset.input_pages)),
            ("page", &whole(state.facts().words_per_page)),
            ("words", &whole(preset.input_words)),
            ("answer", &whole(preset.output_words)),
            ("sent", &whole(state.facts().words_sent(preset))),
            ("reasoning", &whole(preset.reasoning_tokens)),
            ("steps", &whole(preset.steps)),
            ("times", &whole(preset.times)),
            ("requests", &whole(preset.requests())),
            ("share", &number.as_percent(preset.cached_percent)),
        ],
    )
}

/// One request in a sentence.
pub(super) fn request_words(state: CostState) -> String {
    let text = state.text();
    let Some(quote) = state.quote() else { return "…".to_owned() };
    let tokens = |count: Count| {
        let number = state.context.text().number();
        fill(number.plural(text.tokens(), count.high()), &[("count", &number.count(Some(count)))])
    };
    fill(
        text.request(),
        &[("model", state.name(state.chosen())), ("input", &tokens(quote.input)), ("output", &tokens(quote.output))],
    )
}

/// The sum in a sentence.
pub(super) fn total_words(state: CostState) -> String {
    let text = state.text();
    let Some(quote) = state.quote() else { return "…".to_owned() };
    let template = if quote.is_exact { text.total() } else { text.total_estimate() };
    fill(template, &[("one", &one(state, &quote, quote.total)), ("month", &month(state, quote.many(requests(state))))])
}

fn requests(state: CostState) -> u32 {
    state.requests.number()
}

/// An amount of one request: as it is where the tokens are counted, rounded where they are estimated.
pub(super) fn one(state: CostState, quote: &Quote, cost: (Usd, Usd)) -> String {
    let number = state.context.text().number();
    if quote.is_exact {
        number.amount(cost)
    } else {
        number.amount((cost.0.to_three_digits(), cost.1.to_three_digits()))
    }
}

/// An amount of a month; words where it is more than can be counted.
pub(super) fn month(state: CostState, cost: Option<(Usd, Usd)>) -> String {
    let number = state.context.text().number();
    match cost {
        Some((least, most)) => number.in_range(number.about_dollars(least), number.about_dollars(most)),
        None => fill(state.text().beyond(), &[("amount", &number.about_dollars(Usd::MOST))]),
    }
}

/// The bill.
pub(super) fn table(state: CostState) -> String {
    let text = state.text();
    let Some(quote) = state.quote() else { return String::new() };
    let heads = [text.item(), text.count(), text.price(), text.one(), text.month()];
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escape(head))).collect();
    let rows: String = quote.lines.iter().map(|line| row(state, &quote, line)).collect();
    let sum = |words: &str| format!("<td class=\"cost__sum\">{}</td>", escape(words));
    let (total, all) = (one(state, &quote, quote.total), month(state, quote.many(requests(state))));
    format!(
        "<table class=\"comparison bill__table cost__bill\"><caption>{}</caption><thead><tr>{heads}</tr></thead>\
         <tbody>{rows}</tbody><tfoot><tr><th scope=\"row\">{}</th><td></td><td></td>{}{}</tr></tfoot></table>",
        escape(text.bill_caption()),
        escape(text.sum()),
        sum(&total),
        sum(&all),
    )
}

fn row(state: CostState, quote: &Quote, line: &QuoteLine) -> String {
    let number = state.context.text().number();
    let items = state.context.text().exhibits().receipts().items();
    let a_month = line.cost.0.checked_times(requests(state)).zip(line.cost.1.checked_times(requests(state)));
    let cells = [
        number.count(Some(line.tokens)),
        prices(number, line.price),
        one(state, quote, line.cost),
        month(state, a_month),
    ];
    let cells: String = cells.iter().map(|cell| format!("<td>{}</td>", escape(cell))).collect();
    format!("<tr><th scope=\"row\">{}</th>{cells}</tr>", escape(items.of(line.item)))
}

pub(super) fn prices(number: NumberStrings, (few, many): (PricePerMtok, PricePerMtok)) -> String {
    let words = |price: PricePerMtok| number.as_dollars(number.fraction(price));
    number.in_range(words(few), words(many))
}

/// What is known of the prices and rules, each with its source.
pub(super) fn remarks(state: CostState) -> String {
    let Some(quote) = state.quote() else { return String::new() };
    let Priced::Model(model) = state.chosen() else {
        return item(state.text().own_note());
    };
    let mut items = vec![list_price(state, model)];
    items.extend(quote.remarks.iter().map(|&remark| remark_item(state, model, remark)));
    items.extend(discounts(state, model, &quote));
    if !quote.is_exact {
        items.push(estimate(state, model));
    }
    items.concat()
}

fn item(words: &str) -> String {
    format!("<li>{}</li>", escape(words))
}

/// The price, its conditions, and its announced change.
fn list_price(state: CostState, model: &Model) -> String {
    let (text, number) = (state.text(), state.context.text().number());
    let mut words = escape(&fill(text.list_price(), &[("model", &model.name)]));
    words += &format!(" {}", evidence_link(state.context, model.provider, &model.price.sourced));
    if let Some(note) = &model.note {
        words += &format!(" {}", english(note));
    }
    if let Some(other) = &model.other_price {
        let template = if other.is_coming { text.price_then() } else { text.price_before() };
        let price = |price: PricePerMtok| number.as_dollars(number.fraction(price));
        let (input, output) = (price(other.input), price(other.output));
        words += " ";
        words += &escape(&fill(template, &[("date", &other.day), ("input", &input), ("output", &output)]));
    }
    format!("<li>{words}</li>")
}

fn remark_item(state: CostState, model: &Model, remark: Remark) -> String {
    let (text, number) = (state.text().remarks(), state.context.text().number());
    let more = &state.context.data().more;
    let of = |variation| more.terms(model, variation).map(|terms| &terms.sourced);
    let rules = state.text().batch_rules();
    let (template, tokens, sourced) = match remark {
        Remark::TooLong(window) => (text.too_long(), window, more.window(model).map(|window| &window.sourced)),
        Remark::LongContext => (text.long_context(), 0, of(Variation::LongContext)),
        Remark::LongContextPerhaps => (text.long_context_perhaps(), 0, of(Variation::LongContext)),
        Remark::LongContextUnknown => (text.long_context_unknown(), 0, None),
        Remark::NoCache => (text.no_cache(), 0, of(Variation::CacheHit)),
        Remark::CacheTooShort(from) => (text.cache_too_short(), from, of(Variation::CacheHit)),
        Remark::BatchCache(rule) => (rules.of(rule), 0, Some(&more.costs.batch_cache(model).sourced)),
        Remark::NoBatch => (text.no_batch(), 0, of(Variation::Batch)),
        Remark::NoReasoning => (text.no_reasoning(), 0, of(Variation::Reasoning)),
    };
    let threshold = more.terms(model, Variation::LongContext).map_or(0, |terms| terms.threshold_tokens);
    let words = fill(
        template,
        &[("model", &model.name), ("tokens", &number.whole(tokens)), ("threshold", &number.whole(threshold))],
    );
    with_source(state, model, &words, sourced)
}

fn with_source(state: CostState, model: &Model, words: &str, sourced: Option<&Sourced>) -> String {
    match sourced {
        Some(sourced) => proof(state.context, model.provider, &escape(words), sourced),
        None => item(words),
    }
}

/// The prices of cache and batch where they are used, and where the provider records cached tokens.
fn discounts(state: CostState, model: &Model, quote: &Quote) -> Vec<String> {
    let text = state.text();
    let more = &state.context.data().more;
    let mut items = Vec::new();
    let source = |variation| more.terms(model, variation).filter(|terms| terms.exists).map(|terms| &terms.sourced);
    if quote.usage.1.cache_read > 0 {
        let record = quote.usage.1.record(model.provider);
        let role = |meaning| record.iter().find(|field| field.meaning == meaning).map(|field| field.role);
        let where_counted = if role(Meaning::CacheRead) == Some(Role::Adds) { text.beside() } else { text.inside() };
        let provider = &state.context.data().facts.provider(model.provider).name;
        let record = more.record(model.provider).map(|record| &record.sourced);
        items.push(with_source(state, model, text.cached_price(), source(Variation::CacheHit)));
        items.push(with_source(state, model, &fill(where_counted, &[("provider", provider)]), record));
    }
    if state.is_batch.get() && source(Variation::Batch).is_some() {
        items.push(with_source(state, model, text.batch_price(), source(Variation::Batch)));
    }
    items
}

/// Why tokens are estimates: the rule for words, or, for the reader's text, that for characters.
fn estimate(state: CostState, model: &Model) -> String {
    let (text, number) = (state.text(), state.context.text().number());
    if !state.in_words.get() {
        return item(text.estimated());
    }
    let fact = state.facts().word_fact(model.provider);
    let words = number.in_range(number.whole(fact.rule.fewest_words), number.whole(fact.rule.most_words));
    let words = fill(text.word_rule(), &[("words", &words), ("thousand", &number.whole(1_000))]);
    proof(state.context, model.provider, &escape(&words), &fact.sourced)
}
