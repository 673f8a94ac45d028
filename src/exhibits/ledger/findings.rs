//! What the ledger tells on a day, in sentences: the bill, the alert, and how far the reader is with the leak.

use leptos::prelude::Get;

use super::{DAYS, LedgerState};
use crate::journey::ledger::{Case, Grouping, LeakState, Leaked, Month};
use crate::words::fill;

/// All of it.
pub(super) fn words(state: LedgerState) -> String {
    let month = state.month();
    let sentences = [bill(state, &month), budget(state, &month), leak(state, &month)];
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect::<Vec<_>>().join(" ")
}

fn bill(state: LedgerState, month: &Month) -> String {
    let text = state.text();
    let mut words = fill(text.bill(), &[("day", &state.day(month.today)), ("amount", &state.amount(month.bill()))]);
    if let Some((today, before)) = month.today_and_a_week_before() {
        let values = [("today", &*state.amount(today)), ("before", &*state.amount(before))];
        words += " ";
        words += &fill(text.week_before(), &values);
    }
    words
}

fn budget(state: LedgerState, month: &Month) -> String {
    let text = state.text();
    let sentence = |day: Option<u32>, come: &str, to_come: &str, amount| {
        let template = if day.is_some() { come } else { to_come };
        fill(template, &[("day", &state.day(day.unwrap_or(0))), ("amount", &state.amount(amount))])
    };
    let alert = sentence(month.day_reaching(state.alert()), text.alert_came(), text.alert_to_come(), state.alert());
    let budget = sentence(month.day_reaching(state.budget()), text.used_up(), text.not_used_up(), state.budget());
    format!("{alert} {budget}")
}

fn leak(state: LedgerState, month: &Month) -> String {
    let finds = state.text().finds();
    let key_and_day = |template| {
        month.last_revoked().map(|(key, evening)| fill(template, &[("key", key.name()), ("day", &state.day(evening))]))
    };
    match (month.leak_state(), month.leak()) {
        (LeakState::Stopped, Some(leaked)) => stopped(state, month, leaked),
        (LeakState::Leaking, _) => key_and_day(finds.wrong()).unwrap_or_else(|| hint(state).to_owned()),
        _ => key_and_day(finds.revoked()).unwrap_or_else(|| finds.quiet().to_owned()),
    }
}

/// What the present grouping can and cannot tell.
fn hint(state: LedgerState) -> &'static str {
    let finds = state.text().finds();
    match (state.grouping.get(), state.case.get()) {
        (Grouping::Department | Grouping::Product, Case::SharedKey) => finds.shared(),
        (Grouping::Department, _) => finds.department(),
        (Grouping::Product, _) => finds.product(),
        (Grouping::Key, _) => finds.key(),
        (Grouping::Model, _) => finds.model(),
    }
}

fn stopped(state: LedgerState, month: &Month, leaked: Leaked) -> String {
    let finds = state.text().finds();
    let unnoticed = month.leak_unnoticed().unwrap_or(leaked);
    let mut words = fill(
        finds.stopped(),
        &[
            ("key", leaked.key.name()),
            ("first", &state.day(leaked.first)),
            ("last", &state.day(leaked.last)),
            ("cost", &state.amount(leaked.cost)),
            ("end", &state.day(DAYS)),
            ("unnoticed", &state.amount(unnoticed.cost)),
        ],
    );
    if leaked.key.product().is_none() {
        words += " ";
        words += finds.stopped_shared();
    }
    words
}
