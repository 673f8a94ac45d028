//! What a leaked key costs: a thief uses all that the limits allow, until something stops it.
//!
//! Invariant: no protection makes the damage larger, and the bill never exceeds the spend limit.

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

/// A thief at work: as fast as the account's rate limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leak {
    /// What a minute of it costs.
    a_minute: Usd,
}

/// What the owner has set up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Protections {
    /// Requests are accepted from listed addresses only.
    pub address_list: bool,
    /// The most that may be spent.
    pub spend_limit: Option<Usd>,
    /// A rate limit of the project's own, in percent of the account's.
    pub rate_limit_percent: Option<u32>,
    /// The key ends by itself so many minutes after the leak.
    pub expires_after_min: Option<f64>,
}

impl Leak {
    /// As many tokens a minute as the limits allow, at a model's price.
    pub fn of_tokens(input_per_minute: u32, output_per_minute: u32, price: &Price) -> Self {
        Self { a_minute: price.input.cost(input_per_minute) + price.output.cost(output_per_minute) }
    }

    /// As much money a minute as the limits allow.
    pub const fn of_money(a_minute: Usd) -> Self {
        Self { a_minute }
    }

    /// What a minute of it costs.
    pub const fn a_minute(self) -> Usd {
        self.a_minute
    }

    /// Whether it costs no more after `minutes` than it did then: something has stopped it.
    pub fn is_over(self, minutes: f64, protections: Protections) -> bool {
        let now = self.damage(minutes, protections);
        minutes > 0.0 && now == self.damage(minutes + 60.0, protections)
    }

    /// What `minutes` of it cost.
    pub fn damage(self, minutes: f64, protections: Protections) -> Usd {
        if protections.address_list {
            return Usd::default();
        }
        let minutes = protections.expires_after_min.map_or(minutes, |end| minutes.min(end));
        let a_minute = self.a_minute.share(u64::from(protections.rate_limit_percent.unwrap_or(100)), 100);
        let spent = a_minute.share((minutes * 60.0) as u64, 60);
        protections.spend_limit.map_or(spent, |limit| spent.min(limit))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Leak, Protections};
    use crate::pricing::{Price, Sourced, Usd};
    use proptest::prelude::*;

    fn price() -> Price {
        Price {
            input: "2".parse().expect("a price"),
            output: "10".parse().expect("a price"),
            sourced: Sourced::common_knowledge(),
        }
    }

    pub fn leak() -> Leak {
        Leak::of_tokens(30_000, 8_000, &price())
    }

    #[test]
    fn an_hour_costs_what_the_limits_allow() {
        // 60 × (30,000 × $2 + 8,000 × $10), in millionths.
        assert_eq!(leak().damage(60.0, Protections::default()).to_string(), "8.40");
    }

    #[test]
    fn a_limit_that_is_reached_ends_it() {
        let capped = Protections { spend_limit: Some(Usd::from_cents(100)), ..Protections::default() };
        assert!(!leak().is_over(1.0, capped) && leak().is_over(60.0, capped));
        assert!(!leak().is_over(60.0, Protections::default()));
    }

    #[test]
    fn a_month_at_full_speed_does_not_overflow() {
        let fast = Leak::of_tokens(4_000_000, 800_000, &price());
        let month = fast.damage(30.0 * 24.0 * 60.0, Protections::default());
        assert_eq!(month.to_string(), "691200.00");
    }

    proptest! {
        #[test]
        fn no_protection_makes_it_worse(
            minutes in 0.0_f64..50_000.0, limit_cents in 0_u64..100_000, percent in 0_u32..=100, end in 0.0_f64..50_000.0,
        ) {
            let free = leak().damage(minutes, Protections::default());
            let limit = Usd::from_cents(limit_cents);
            for protections in [
                Protections { address_list: true, ..Protections::default() },
                Protections { spend_limit: Some(limit), ..Protections::default() },
                Protections { rate_limit_percent: Some(percent), ..Protections::default() },
                Protections { expires_after_min: Some(end), ..Protections::default() },
            ] {
                prop_assert!(leak().damage(minutes, protections) <= free);
            }
            let capped = leak().damage(minutes, Protections { spend_limit: Some(limit), ..Protections::default() });
            prop_assert!(capped <= limit);
        }
    }
}
