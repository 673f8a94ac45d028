//! The two charts: what each day cost, and what had been spent by then beside budget and alert.

use super::{DAYS, LedgerState};
use crate::exhibits::chart::{Chart, Mark, Series, Texture};
use crate::journey::ledger::Month;
use crate::pricing::Usd;
use crate::words::fill;

/// A column for each day.
pub(super) fn days(state: LedgerState) -> String {
    let (month, text) = (state.month(), state.text());
    let days = month.days();
    let mut chart = Chart::new("ledger-days", DAYS, highest_day(&month).pico());
    chart.columns("ledger__spent", Texture::Plain, days.iter().map(|day| (0, day.pico())));
    let (day, most) = month.highest_day().unwrap_or_default();
    let values = [("today", &*state.day(month.today)), ("day", &*state.day(day)), ("amount", &*state.amount(most))];
    chart.html(&fill(text.days_says(), &values), text.step(), |pico| whole_dollars(state, pico))
}

/// The most expensive day of the whole month, so that the scale stays while days pass.
pub(super) fn highest_day(month: &Month) -> Usd {
    let whole = Month { today: DAYS, ..*month };
    whole.highest_day().map(|(_, most)| most).unwrap_or_default()
}

/// The bill as it grows, with the levels of alert and budget.
pub(super) fn total(state: LedgerState) -> String {
    let (month, text) = (state.month(), state.text());
    let totals: Vec<u64> = month.running_totals().into_iter().map(Usd::pico).collect();
    let (budget, alert) = (state.budget().pico(), state.alert().pico());
    let highest = totals.iter().copied().max().unwrap_or(0).max(budget);
    let mut chart = Chart::new("ledger-total", DAYS, highest);
    chart.level("ledger__budget", budget);
    chart.level("ledger__alert", alert);
    chart.line("ledger__total", Mark::Disc, &totals);
    chart.explain(Series::Line("ledger__total", Mark::Disc), text.spent());
    chart.explain(Series::Level("ledger__alert"), text.alert_level());
    chart.explain(Series::Level("ledger__budget"), text.budget_level());
    let says = fill(
        text.total_says(),
        &[
            ("today", &state.day(month.today)),
            ("amount", &state.amount(month.bill())),
            ("alert", &state.amount(state.alert())),
            ("budget", &state.amount(state.budget())),
        ],
    );
    chart.html(&says, text.step(), |pico| whole_dollars(state, pico))
}

/// Round values of an axis have no cents.
fn whole_dollars(state: LedgerState, pico: u64) -> String {
    let number = state.context.text().number();
    number.as_dollars(number.whole(Usd::from_pico(pico).whole_dollars()))
}
