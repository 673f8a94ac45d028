//! What a leak costs, in words and as a table: how fast, until what stops it, under each protection.
//!
//! The numbers are [`Thief`]'s. Invariant: what is assumed of the thief is said beside them.

use leptos::prelude::*;

use super::{DAY_MIN, HOUR_MIN, WorkshopState};
use crate::exhibits::ExhibitContext;
use crate::journey::{Limit, Model, OWN_RATE_LIMIT_PERCENT, OWN_SPEND_LIMIT_USD, Protection, Scope, Thief};
use crate::markup::escape;
use crate::words::fill;

const TEN_MIN: f64 = 10.0;
const MONTH_MIN: f64 = 30.0 * DAY_MIN;

/// A thief as fast as the provider's published limits allow.
pub(super) fn thief(state: WorkshopState, protection: Protection) -> Thief<'static> {
    Thief { limit: limit(state), price: &limit_model(state).price, cheapest: &state.cheapest_model().price, protection }
}

fn limit(state: WorkshopState) -> &'static Limit {
    state.context.data().more.limit(state.provider()).expect("a limit")
}

/// The model that the limit is for.
fn limit_model(state: WorkshopState) -> &'static Model {
    let limit = limit(state);
    state.context.data().facts.model_by_id(&limit.model).expect("the model of the limit")
}

pub(super) fn protection_words(context: ExhibitContext, protection: Protection) -> String {
    let (text, number) = (context.text().exhibits().workshop(), context.text().number());
    match protection {
        Protection::AddressList => text.address_list().to_owned(),
        Protection::SpendLimit => {
            fill(text.spend_limit(), &[("amount", &number.as_dollars(number.whole(OWN_SPEND_LIMIT_USD)))])
        }
        Protection::Scope => text.narrow().to_owned(),
        Protection::ProjectLimit => {
            fill(text.project_limit(), &[("percent", &number.as_percent(OWN_RATE_LIMIT_PERCENT))])
        }
        Protection::ShortLife => text.short_life().to_owned(),
        Protection::Nothing => text.none().to_owned(),
    }
}

/// How fast the thief spends, and where that was read.
pub(super) fn pace(state: WorkshopState) -> String {
    let text = state.text();
    let limit = limit(state);
    let template = match (limit.tokens_per_minute, limit.output_per_minute) {
        (Some(_), Some(_)) => text.pace(),
        (Some(_), None) => text.pace_input(),
        (None, _) => text.pace_money(),
    };
    let number = &state.context.text().number();
    let counted = |noun, count: Option<u32>| number.counted(noun, count.unwrap_or(0));
    let a_minute = thief(state, Protection::Nothing).pace(Scope::Everything).a_minute();
    let mut words = fill(
        template,
        &[
            ("provider", state.provider_name()),
            ("tier", &limit.tier),
            ("model", &limit_model(state).name),
            ("tokens", &counted(text.pace_tokens(), limit.tokens_per_minute)),
            ("input", &counted(text.pace_input_tokens(), limit.tokens_per_minute)),
            ("output", &counted(text.pace_output_tokens(), limit.output_per_minute)),
            ("date", &limit.sourced.checked),
            ("amount", &state.cents(a_minute)),
        ],
    );
    if let Some(cap) = limit.monthly_cap_usd {
        words += " ";
        words += &fill(text.cap(), &[("amount", &number.as_dollars(number.whole(cap)))]);
    }
    words
}

/// What an unnoticed leak costs after a while, as markup.
pub(super) fn damage_table(state: WorkshopState) -> String {
    let text = state.text();
    let heads = [text.protection(), text.after_ten_minutes(), text.after_hour(), text.after_day(), text.after_month()];
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escape(head))).collect();
    let chosen = state.protection.get();
    let rows: String = Protection::ALL.iter().map(|&protection| damage_row(state, protection, chosen)).collect();
    let caption = escape(text.damage_caption());
    format!(
        "<table class=\"comparison bill__table\"><caption>{caption}</caption>\
         <thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )
}

fn damage_row(state: WorkshopState, protection: Protection, chosen: Protection) -> String {
    let thief = thief(state, protection);
    let cell = |minutes: &f64| format!("<td>{}</td>", state.cents(thief.damage(*minutes)));
    let cells: String = [TEN_MIN, HOUR_MIN, DAY_MIN, MONTH_MIN].iter().map(cell).collect();
    let mark = if protection == chosen { " aria-current=\"true\"" } else { "" };
    let words = escape(&protection_words(state.context, protection));
    format!("<tr{mark}><th scope=\"row\">{words}</th>{cells}</tr>")
}
