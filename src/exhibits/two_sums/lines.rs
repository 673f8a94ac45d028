//! The lines of the two sums as a table. Markup, as a string.

use leptos::prelude::*;

use super::SumsState;
use super::words::LineWords;
use crate::journey::ReceiptLine;
use crate::journey::cost::{Passage, Times, WrongSum};
use crate::markup::escape;
use crate::words::fill;

/// How many there are.
pub(super) const LINES: usize = 6;

/// One line of both sums.
struct Line {
    name: &'static str,
    /// Why the right sum does otherwise.
    why: String,
    /// What the wrong sum has there.
    wrong: String,
    /// What the right sum has there, one entry on each row.
    right: Vec<String>,
    /// Whether the wrong sum goes wrong there.
    differs: bool,
}

/// Both sums, as far as they are shown.
pub(super) fn table(state: SumsState) -> String {
    let text = state.text();
    let shown = state.shown.get();
    let heads: String = [text.line(), text.wrong(), text.right()]
        .iter()
        .map(|head| format!("<th scope=\"col\">{}</th>", escape(head)))
        .collect();
    let lines = lines(state);
    let rows: String = lines.iter().enumerate().map(|(index, line)| row(state, line, index < shown)).collect();
    format!(
        "<table class=\"comparison sums__table\"><caption>{}</caption><thead><tr>{heads}</tr></thead>\
         <tbody>{rows}</tbody></table>",
        escape(text.caption())
    )
}

fn row(state: SumsState, line: &Line, is_shown: bool) -> String {
    let text = state.text();
    let cell = |kind: &str, sign: &str, words: &[String]| {
        let words: Vec<_> = words.iter().map(|words| escape(words)).collect();
        let words = words.join("<br>");
        if line.differs {
            let class = format!("<td class=\"sums__{kind}\">");
            format!("{class}<span class=\"visually-hidden\">{} </span>{words}</td>", escape(sign))
        } else {
            format!("<td>{words}</td>")
        }
    };
    format!(
        "<tr{}><th scope=\"row\">{}<small>{}</small></th>{}{}</tr>",
        if is_shown { "" } else { " hidden" },
        escape(line.name),
        escape(&line.why),
        cell("wrong", text.wrong_sign(), std::slice::from_ref(&line.wrong)),
        cell("right", text.right_sign(), &line.right),
    )
}

/// The line that was shown last, for those who hear it; nothing while all are shown.
pub(super) fn heard(state: SumsState) -> String {
    let shown = state.shown.get();
    if shown == LINES {
        return String::new();
    }
    let lines = lines(state);
    let last = lines.get(shown.saturating_sub(1));
    last.map(|line| format!("{}: {}", line.name, line.why)).unwrap_or_default()
}

fn lines(state: SumsState) -> Vec<Line> {
    let (text, number, model) = (state.text(), state.context.text().number(), state.model());
    let translation = &state.context.data().translation;
    let receipt = translation.receipt(model);
    let common = WrongSum::COMMON;
    let dollars = |amount: &dyn std::fmt::Display| number.as_dollars(number.fraction(amount));
    let filled = |template: &str| {
        fill(
            template,
            &[
                ("words", &number.whole(common.words)),
                ("tokens", &number.whole(common.tokens_per_word)),
                ("price", &dollars(&common.price_per_word)),
                ("total", &dollars(&common.total())),
            ],
        )
    };
    let counted = |template: &str, passage: &Passage| {
        let each = passage.tokens_per_word(model);
        let tokens = number.count(Some(passage.count(model)));
        fill(template, &[("tokens", &tokens), ("each", &number.fraction(each))])
    };
    let product = |line: ReceiptLine| {
        let values = [
            ("tokens", number.count(Some(line.tokens))),
            ("million", number.whole(1_000_000)),
            ("price", dollars(&line.price)),
            ("cost", number.amount(line.cost())),
        ];
        fill(text.product(), &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    };
    let (least, most) = receipt.total();
    let total = number.amount((least, most));
    let times = Times::of(common.total(), least.middle(most));
    let verdict = times.map(|times| fill(text.verdict(), &[("times", &number.fraction(times))])).unwrap_or_default();
    let line = |words: LineWords, right: Vec<String>, differs: bool| Line {
        name: words.name(),
        why: filled(words.why()),
        wrong: filled(words.wrong()),
        right,
        differs,
    };
    vec![
        line(text.text(), vec![fill(text.words(), &[("words", &number.whole(translation.english.words))])], false),
        line(text.input(), vec![counted(text.tokens_in(), &translation.english)], true),
        line(text.output(), vec![counted(text.tokens_out(), &translation.spanish)], true),
        line(
            text.price(),
            vec![
                fill(text.price_in(), &[("price", &dollars(&model.price.input))]),
                fill(text.price_out(), &[("price", &dollars(&model.price.output))]),
            ],
            true,
        ),
        line(text.multiply(), vec![product(receipt.input), product(receipt.output)], true),
        line(text.total(), vec![total, verdict], true),
    ]
}
