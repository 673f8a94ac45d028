//! What a leaked key costs: a thief uses all that the limits allow, until something stops it.
//!
//! Invariant: no protection makes the damage larger, and the bill never exceeds the spend limit.

use super::Limit;
use crate::names::named_enum;
use crate::pricing::{Price, Usd};

named_enum! {
    /// One thing that an owner can set up against a thief.
    pub enum Protection {
        /// Nothing but the provider's own limits.
        Nothing = "none",
        /// A list of allowed addresses.
        AddressList = "address-list",
        /// A spend limit.
        SpendLimit = "spend-limit",
        /// A rate limit of the project's own.
        ProjectLimit = "project-limit",
        /// A key that reaches the cheapest model only.
        Scope = "scope",
        /// A key that soon ends by itself.
        ShortLife = "short-life",
    }
}

/// The spend limit that the owner may set, in dollars.
pub const OWN_SPEND_LIMIT_USD: u32 = 20;
/// The project's own rate limit, in percent of the account's.
pub const OWN_RATE_LIMIT_PERCENT: u32 = 10;
/// How long a key lasts that soon ends by itself, in minutes after the leak.
const SHORT_LIFE_MIN: f64 = 60.0;

/// What the owner has set up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Protections {
    /// Requests are accepted from listed addresses only.
    pub address_list: bool,
    /// The most that may be spent.
    pub spend_limit: Option<Usd>,
    /// A rate limit of the project's own, in percent of the account's.
    pub rate_limit_percent: Option<u32>,
    /// How long after the leak the key ends by itself, in minutes.
    pub expires_after_min: Option<f64>,
}

impl Protections {
    /// One protection, within the provider's own cap. What narrows a key changes the thief and nothing here.
    pub fn within(limit: &Limit, protection: Protection) -> Self {
        let cap = limit.monthly_cap_usd.map(Usd::from_dollars);
        let capped = Self { spend_limit: cap, ..Self::default() };
        match protection {
            Protection::AddressList => Self { address_list: true, ..capped },
            Protection::SpendLimit => {
                let own = Usd::from_dollars(OWN_SPEND_LIMIT_USD);
                Self { spend_limit: Some(cap.map_or(own, |cap| cap.min(own))), ..capped }
            }
            Protection::ProjectLimit => Self { rate_limit_percent: Some(OWN_RATE_LIMIT_PERCENT), ..capped },
            Protection::ShortLife => Self { expires_after_min: Some(SHORT_LIFE_MIN), ..capped },
            Protection::Nothing | Protection::Scope => capped,
        }
    }
}

/// A thief at work: as fast as the account's limits allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leak {
    /// What a minute of it costs.
    a_minute: Usd,
}

impl Leak {
    /// As fast as `limit` allows, with a model at `price`. Where a provider publishes no number of tokens,
    /// the limit of money is the pace.
    pub fn at_limits(limit: &Limit, price: &Price) -> Self {
        let a_minute = match limit.tokens_per_minute {
            Some(input) => price.input.cost(input) + price.output.cost(limit.output_per_minute.unwrap_or(0)),
            None => Usd::from_dollars(limit.usd_per_10_minutes.unwrap_or(0)).share(1, 10),
        };
        Self { a_minute }
    }

    /// What a minute of it costs.
    pub const fn a_minute(self) -> Usd {
        self.a_minute
    }

    /// After how many seconds it costs no more; nothing if only the owner can stop it.
    pub fn stops_after_s(self, protections: Protections) -> Option<u64> {
        let a_minute = self.slowed(protections);
        if protections.address_list || a_minute == Usd::default() {
            return Some(0);
        }
        let expires_s = protections.expires_after_min.map(seconds);
        let reached_s = protections.spend_limit.map(|limit| {
            let whole = (u128::from(limit.pico()) * 60).div_ceil(u128::from(a_minute.pico()));
            u64::try_from(whole).unwrap_or(u64::MAX)
        });
        match (expires_s, reached_s) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        }
    }

    /// Whether something has stopped it after `minutes`.
    pub fn is_over(self, minutes: f64, protections: Protections) -> bool {
        self.stops_after_s(protections).is_some_and(|end_s| seconds(minutes) >= end_s)
    }

    /// What `minutes` of it cost.
    pub fn damage(self, minutes: f64, protections: Protections) -> Usd {
        if protections.address_list {
            return Usd::default();
        }
        let minutes = protections.expires_after_min.map_or(minutes, |end| minutes.min(end));
        let spent = self.slowed(protections).share(seconds(minutes), 60);
        protections.spend_limit.map_or(spent, |limit| spent.min(limit))
    }

    /// What a minute costs under a rate limit of the project's own.
    fn slowed(self, protections: Protections) -> Usd {
        self.a_minute.share(u64::from(protections.rate_limit_percent.unwrap_or(100)), 100)
    }
}

/// Whole seconds: money is counted by them.
fn seconds(minutes: f64) -> u64 {
    (minutes * 60.0) as u64
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Leak, Protection, Protections};
    use crate::journey::facts::tests::limit;
    use crate::journey::{Limit, Provider};
    use crate::pricing::{Price, Sourced, Usd};
    use proptest::prelude::*;

    pub fn price(input: &str, output: &str) -> Price {
        Price {
            input: input.parse().expect("a price"),
            output: output.parse().expect("a price"),
            sourced: Sourced::common_knowledge(),
        }
    }

    pub fn leak() -> Leak {
        let limit = Limit { tokens_per_minute: Some(30_000), output_per_minute: Some(8_000), ..limit() };
        Leak::at_limits(&limit, &price("2", "10"))
    }

    #[test]
    fn an_hour_costs_what_the_limits_allow() {
        // 60 × (30,000 × $2 + 8,000 × $10), in millionths.
        assert_eq!(leak().damage(60.0, Protections::default()).to_string(), "8.40");
    }

    #[test]
    fn without_a_number_of_tokens_the_limit_of_money_is_the_pace() {
        let limit = Limit { provider: Provider::Gemini, usd_per_10_minutes: Some(10), ..limit() };
        assert_eq!(Leak::at_limits(&limit, &price("2", "10")).a_minute().to_string(), "1.00");
    }

    #[test]
    fn the_owners_limit_holds_only_below_the_providers_cap() {
        let spend = |cap| {
            let limit = Limit { monthly_cap_usd: cap, ..limit() };
            Protections::within(&limit, Protection::SpendLimit).spend_limit
        };
        assert_eq!((spend(None), spend(Some(500))), (Some(Usd::from_dollars(20)), Some(Usd::from_dollars(20))));
        assert_eq!(spend(Some(5)), Some(Usd::from_dollars(5)));
        let nothing = Limit { monthly_cap_usd: Some(500), ..limit() };
        assert_eq!(Protections::within(&nothing, Protection::Nothing).spend_limit, Some(Usd::from_dollars(500)));
    }

    #[test]
    fn an_address_list_stops_the_thief_before_the_first_request() {
        let listed = Protections { address_list: true, ..Protections::default() };
        assert!(leak().is_over(0.0, listed) && !leak().is_over(0.0, Protections::default()));
    }

    #[test]
    fn a_month_at_full_speed_does_not_overflow() {
        let limit = Limit { tokens_per_minute: Some(4_000_000), output_per_minute: Some(800_000), ..limit() };
        let month = Leak::at_limits(&limit, &price("2", "10")).damage(30.0 * 24.0 * 60.0, Protections::default());
        assert_eq!(month.to_string(), "691200.00");
    }

    fn protections() -> impl Strategy<Value = Protections> {
        let spend_limit = prop::option::of((0_u64..100_000).prop_map(Usd::from_cents));
        (any::<bool>(), spend_limit, prop::option::of(0_u32..=100), prop::option::of(0.0_f64..50_000.0)).prop_map(
            |(address_list, spend_limit, rate_limit_percent, expires_after_min)| Protections {
                address_list,
                spend_limit,
                rate_limit_percent,
                expires_after_min,
            },
        )
    }

    proptest! {
        #[test]
        fn no_protection_makes_it_worse(minutes in 0.0_f64..50_000.0, protections in protections()) {
            let damage = leak().damage(minutes, protections);
            prop_assert!(damage <= leak().damage(minutes, Protections::default()));
            prop_assert!(protections.spend_limit.is_none_or(|limit| damage <= limit));
        }

        #[test]
        fn it_costs_more_until_it_stops_and_nothing_afterwards(protections in protections(), later in 1_u64..1_000_000) {
            // Half a second more, so that no rounding of minutes loses one.
            let after = |seconds: u64| leak().damage((seconds as f64 + 0.5) / 60.0, protections);
            match leak().stops_after_s(protections) {
                Some(end) => {
                    prop_assert_eq!(after(end), after(end + later));
                    prop_assert!(end == 0 || after(end - 1) < after(end), "{} s", end);
                }
                None => prop_assert!(after(later) > after(later - 1)),
            }
        }
    }
}
