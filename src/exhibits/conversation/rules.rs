//! The prices and rules behind the numbers, with their sources, and how the provider records a turn.

use super::Course;
use crate::exhibits::proof::proof;
use crate::journey::{Role, Terms, Variation};
use crate::markup::escape;
use crate::words::fill;

/// Each rule as an item of a list.
pub(super) fn html(course: &Course) -> String {
    let text = course.text().rules();
    let number = course.context.text().number();
    let price = |price| number.as_dollars(number.fraction(price));
    let listed = &course.model.price;
    let words = fill(
        text.price(),
        &[("model", &course.model.name), ("input", &price(listed.input)), ("output", &price(listed.output))],
    );
    let mut out = proof(course.context, course.model.provider, &escape(&words), &listed.sourced);
    let tariff = &course.tariff;
    if let Some(terms) = terms(course, Variation::CacheHit) {
        let template = if tariff.cache_minimum().is_some() { text.read_minimum() } else { text.read() };
        let minimum = course.tokens(tariff.cache_minimum().unwrap_or(0));
        let words = fill(template, &[("price", &price(tariff.cache_read())), ("minimum", &minimum)]);
        out += &proof(course.context, course.model.provider, &escape(&words), &terms.sourced);
    }
    if let Some(terms) = course.context.data().more.terms(course.model, Variation::CacheWrite) {
        let template = if tariff.charges_writing() { text.write() } else { text.write_free() };
        let words = fill(template, &[("price", &price(tariff.cache_write()))]);
        out += &proof(course.context, course.model.provider, &escape(&words), &terms.sourced);
    }
    let is_long = course.turns.iter().any(|turn| tariff.is_long(turn.sent()));
    if let Some(terms) = terms(course, Variation::LongContext).filter(|_| is_long) {
        let words = fill(text.long(), &[("tokens", &course.tokens(terms.threshold_tokens))]);
        out += &proof(course.context, course.model.provider, &escape(&words), &terms.sourced);
    }
    out
}

fn terms(course: &Course, variation: Variation) -> Option<&'static Terms> {
    course.context.data().more.terms(course.model, variation).filter(|terms| terms.exists)
}

/// The last turn in the provider's own fields: cached tokens are inside the input at one, beside it at another.
pub(super) fn record(course: &Course) -> String {
    let (text, number) = (course.text().rules(), course.context.text().number());
    let Some(last) = course.turns.last() else { return String::new() };
    let provider = course.model.provider;
    let name = &course.context.data().facts.provider(provider).name;
    let words = fill(text.record(), &[("provider", name), ("turn", &number.whole(last.number))]);
    let fields = last.usage.record(provider).into_iter().filter(|field| field.role != Role::Total);
    let fields: String = fields
        .filter(|field| field.tokens.high() > 0)
        .map(|field| {
            let class = if field.role == Role::Inside { " class=\"conversation__inside\"" } else { "" };
            format!("<li{class}><code>{}</code> {}</li>", escape(field.path), escape(&number.count(Some(field.tokens))))
        })
        .collect();
    format!("<p class=\"message__title\">{}</p><ul class=\"conversation__fields\">{fields}</ul>", escape(&words))
}
