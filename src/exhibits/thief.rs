//! What a thief costs in the key workshop: how fast, until what stops it, under each protection.
//!
//! The pace and the cap are a provider's own, published for one tier. Invariant: nothing is assumed of a
//! provider that it does not publish; what is assumed of the thief is said beside the numbers.

use leptos::prelude::*;

use super::workshop::{DAY_MIN, HOUR_MIN, State};
use crate::journey::{Leak, Limit, Model, Protection, Protections, Scope, Theft, Workshop};
use crate::markup::escape;
use crate::pricing::Usd;
use crate::words::fill;

const TEN_MIN: f64 = 10.0;
const MONTH_MIN: f64 = 30.0 * DAY_MIN;
/// The spend limit that the owner may set, in dollars.
const SPEND_LIMIT_USD: u32 = 20;
/// The project's own rate limit, in percent of the account's.
const PROJECT_PERCENT: u32 = 10;

impl State {
    pub(super) fn limit(self) -> &'static Limit {
        self.context.limit(self.provider()).expect("a limit")
    }

    /// A thief as fast as the provider's published limits allow, with the model that the key reaches.
    pub(super) fn thief(self, scope: Scope) -> Leak {
        let limit = self.limit();
        match (limit.tokens_per_minute, limit.usd_per_10_minutes) {
            (Some(tokens), _) => {
                let model = if scope == Scope::Everything { self.limit_model() } else { self.cheapest_model() };
                let price = &model.price;
                Leak::of_tokens(tokens, limit.output_per_minute.unwrap_or(0), price)
            }
            (None, dollars) => Leak::of_money(dollars_of(dollars.unwrap_or(0)).share(1, 10)),
        }
    }

    /// The thief with a key of scope `leaked`, unless the protection has narrowed it.
    fn thief_under(self, protection: Protection, leaked: Scope) -> Leak {
        self.thief(if protection == Protection::Scope { Scope::CheapestModel } else { leaked })
    }

    /// Whether the thief gets anything at all.
    pub(super) fn thief_is_on(self, shop: &Workshop) -> bool {
        let protection = self.protection.get();
        let thief = self.thief_under(protection, shop.leaked_scope());
        let over = |theft: Theft| thief.is_over(theft.lasted_min, self.protections(protection));
        shop.thief_runs() && !shop.theft.is_none_or(over)
    }

    pub(super) fn cheapest_model(self) -> &'static Model {
        let provider = self.provider();
        let models = self.context.data().facts.models.iter().filter(|model| model.provider == provider);
        models.min_by_key(|model| model.price.output.cost(1)).expect("a model")
    }

    pub(super) fn scope_words(self, scope: Scope) -> String {
        let text = &self.context.text().exhibits.workshop;
        match scope {
            Scope::Everything => text.scope_everything.to_owned(),
            Scope::CheapestModel => fill(text.scope_cheapest, &[("model", &untrack(|| self.cheapest_model()).name)]),
        }
    }

    pub(super) fn limit_model(self) -> &'static Model {
        let limit = self.limit();
        self.context.data().facts.models.iter().find(|model| model.id == limit.model).expect("the model of the limit")
    }

    /// What the owner has set up, within the provider's own cap.
    pub(super) fn protections(self, protection: Protection) -> Protections {
        let cap = self.limit().monthly_cap_usd.map(dollars_of);
        let capped = Protections { spend_limit: cap, ..Protections::default() };
        match protection {
            Protection::AddressList => Protections { address_list: true, ..capped },
            Protection::SpendLimit => {
                let own = dollars_of(SPEND_LIMIT_USD);
                Protections { spend_limit: Some(cap.map_or(own, |cap| cap.min(own))), ..capped }
            }
            Protection::ProjectLimit => Protections { rate_limit_percent: Some(PROJECT_PERCENT), ..capped },
            Protection::ShortLife => Protections { expires_after_min: Some(HOUR_MIN), ..capped },
            Protection::Nothing | Protection::Scope => capped,
        }
    }

    pub(super) fn protection_words(self, protection: Protection) -> String {
        let text = &self.context.text().exhibits.workshop;
        match protection {
            Protection::AddressList => text.address_list.to_owned(),
            Protection::SpendLimit => fill(text.spend_limit, &[("amount", &SPEND_LIMIT_USD.to_string())]),
            Protection::Scope => text.narrow.to_owned(),
            Protection::ProjectLimit => fill(text.project_limit, &[("percent", &PROJECT_PERCENT.to_string())]),
            Protection::ShortLife => text.short_life.to_owned(),
            Protection::Nothing => text.none.to_owned(),
        }
    }

    pub(super) fn spent(self) -> Usd {
        let protection = self.protection.get();
        self.shop
            .with(|shop| shop.damage(self.thief_under(protection, shop.leaked_scope()), self.protections(protection)))
    }

    /// How fast the thief spends, and where that was read.
    pub(super) fn pace(self) -> String {
        let text = &self.context.text().exhibits.workshop;
        let limit = self.limit();
        let template = match (limit.tokens_per_minute, limit.output_per_minute) {
            (Some(_), Some(_)) => text.pace,
            (Some(_), None) => text.pace_input,
            (None, _) => text.pace_money,
        };
        let number = |value: Option<u32>| self.context.text().number.whole(value.unwrap_or(0));
        let provider = &self.context.provider(limit.provider).name;
        let mut words = fill(
            template,
            &[
                ("provider", provider),
                ("tier", &limit.tier),
                ("model", &self.limit_model().name),
                ("tokens", &number(limit.tokens_per_minute)),
                ("output", &number(limit.output_per_minute)),
                ("date", &limit.sourced.checked),
                ("amount", &self.cents(self.thief(Scope::Everything).a_minute())),
            ],
        );
        if let Some(cap) = limit.monthly_cap_usd {
            words += " ";
            words += &fill(text.cap, &[("amount", &self.context.text().number.whole(cap))]);
        }
        words
    }

    pub(super) fn damage_table(self) -> String {
        let text = &self.context.text().exhibits.workshop;
        let heads = [text.protection, text.after_ten_minutes, text.after_hour, text.after_day, text.after_month];
        let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escape(head))).collect();
        let rows: String = Protection::ALL
            .iter()
            .map(|&protection| {
                let protections = self.protections(protection);
                let thief = self.thief_under(protection, Scope::Everything);
                let cells: String = [TEN_MIN, HOUR_MIN, DAY_MIN, MONTH_MIN]
                    .iter()
                    .map(|&minutes| format!("<td>{}</td>", self.cents(thief.damage(minutes, protections))))
                    .collect();
                let here = if protection == self.protection.get() { " aria-current=\"true\"" } else { "" };
                format!("<tr{here}><th scope=\"row\">{}</th>{cells}</tr>", escape(&self.protection_words(protection)))
            })
            .collect();
        format!(
            "<table class=\"bill__table\"><caption>{}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>",
            escape(text.damage_caption)
        )
    }
}

fn dollars_of(dollars: u32) -> Usd {
    Usd::from_cents(u64::from(dollars) * 100)
}
