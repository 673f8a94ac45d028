//! The bill in parts, as tables.
//!
//! Invariant: every amount is written exactly, so the written parts add up to the written bill.

use leptos::prelude::Get;

use super::charts::highest_day;
use super::{DAYS, LedgerState};
use crate::exhibits::chart::small_columns;
use crate::journey::ledger::{Group, Grouping, Month, Row};
use crate::markup::escape;
use crate::pricing::Usd;
use crate::words::fill;

/// The parts by the grouping that the reader has chosen, with their days.
pub(super) fn chosen(state: LedgerState) -> String {
    table(state, &state.month(), state.grouping.get(), true)
}

/// The parts by every grouping, without their days.
pub(super) fn all(state: LedgerState) -> String {
    let month = state.month();
    Grouping::ALL.iter().map(|&grouping| table(state, &month, grouping, false)).collect()
}

fn table(state: LedgerState, month: &Month, grouping: Grouping, with_days: bool) -> String {
    let text = state.text();
    let by_day = with_days.then(|| text.by_day());
    let heads = by_day.into_iter().chain([text.input(), text.output(), text.cost()]);
    let heads: String = heads.map(|head| format!("<th scope=\"col\">{}</th>", escape(head))).collect();
    let highest = highest_day(month).pico();
    let days = |days: &[Usd], most: Option<(u32, Usd)>| {
        let values: Vec<u64> = days.iter().map(|day| day.pico()).collect();
        let (day, amount) = most.unwrap_or_default();
        let says = fill(text.highest(), &[("day", &state.day(day)), ("amount", &state.amount(amount))]);
        format!("<td>{}</td>", small_columns("ledger__spent", DAYS, highest, &values, &says))
    };
    let rows = month.rows(grouping);
    let line = |name: String, picture: Option<String>, input, output, cost| {
        let number = state.context.text().number();
        format!(
            "<tr><th scope=\"row\">{name}</th>{}<td>{}</td><td>{}</td><td class=\"ledger__amount\">{}</td></tr>",
            picture.unwrap_or_default(),
            number.whole(input),
            number.whole(output),
            escape(&state.amount(cost))
        )
    };
    let body: String = rows
        .iter()
        .map(|row| {
            let picture = with_days.then(|| days(&row.days, row.highest()));
            line(name(state, month, row), picture, row.input, row.output, row.cost)
        })
        .collect();
    let total = Row::sum(&rows);
    let picture = with_days.then(|| days(&month.days(), month.highest_day()));
    let total = line(escape(text.total()), picture, total.0, total.1, month.bill());
    let cells = if with_days { " ledger__table--days" } else { "" };
    format!(
        "<table class=\"comparison ledger__table{cells}\"><caption>{}</caption>\
         <thead><tr><th scope=\"col\">{}</th>{heads}</tr></thead><tbody>{body}</tbody><tfoot>{total}</tfoot></table>",
        escape(text.allocation()),
        escape(text.groupings().of(grouping))
    )
}

/// Whose a row is. The names of products and keys are the company's own.
fn name(state: LedgerState, month: &Month, row: &Row) -> String {
    let text = state.text();
    let own = |name: &str| format!("<code translate=\"no\">{}</code>", escape(name));
    match row.group {
        Group::Department(department) => escape(text.departments().of(department)),
        Group::Product(product) => own(product.name()),
        Group::Key { key, is_new: false } => own(key.name()),
        Group::Key { key, is_new: true } => format!("{} {}", own(key.name()), escape(text.new_key())),
        Group::Model(role) => format!("<span translate=\"no\">{}</span>", escape(&month.company.model(role).name)),
        Group::Unallocated => escape(text.unallocated()),
    }
}
