//! Who uses a leaked key: how fast, with which model, and what it costs the owner.
//!
//! The pace and the cap are a provider's own, published for one tier. Invariants: nothing is assumed of a
//! provider that it does not publish; a key of narrow scope reaches the cheapest model only.

use super::leak::{Leak, Protection, Protections};
use super::{Limit, Scope, Workshop};
use crate::pricing::{Price, Usd};

/// A thief under one provider's limits and one protection.
#[derive(Clone, Copy, Debug)]
pub struct Thief<'a> {
    /// The limits, which the thief uses up.
    pub limit: &'a Limit,
    /// The price of the model that the limits are for.
    pub price: &'a Price,
    /// The price of the provider's cheapest model.
    pub cheapest: &'a Price,
    /// What the owner has set up.
    pub protection: Protection,
}

impl Thief<'_> {
    /// What the owner has set up, within the provider's own cap.
    pub fn protections(self) -> Protections {
        Protections::within(self.limit, self.protection)
    }

    /// The pace with a key of scope `leaked`, unless the protection has narrowed it.
    pub fn pace(self, leaked: Scope) -> Leak {
        let scope = if self.protection == Protection::Scope { Scope::CheapestModel } else { leaked };
        let price = match scope {
            Scope::Everything => self.price,
            Scope::CheapestModel => self.cheapest,
        };
        Leak::at_limits(self.limit, price)
    }

    /// What `minutes` cost with a key that may do everything.
    pub fn damage(self, minutes: f64) -> Usd {
        self.pace(Scope::Everything).damage(minutes, self.protections())
    }

    /// Whether the thief of `workshop` still gets answers that cost something.
    pub fn is_on(self, workshop: &Workshop) -> bool {
        let is_over = |lasted_min| self.pace(workshop.leaked_scope()).is_over(lasted_min, self.protections());
        workshop.theft.is_some_and(|theft| workshop.thief_runs() && !is_over(theft.lasted_min))
    }

    /// What the leak in `workshop` has cost so far.
    pub fn spent(self, workshop: &Workshop) -> Usd {
        workshop.damage(self.pace(workshop.leaked_scope()), self.protections())
    }
}

#[cfg(test)]
mod tests {
    use super::Thief;
    use crate::journey::facts::tests::limit;
    use crate::journey::leak::tests::price;
    use crate::journey::{Limit, Protection, Scope, Workshop};

    fn with<T>(protection: Protection, read: impl FnOnce(Thief) -> T) -> T {
        let limit = Limit { tokens_per_minute: Some(1_000_000), monthly_cap_usd: Some(100), ..limit() };
        read(Thief { limit: &limit, price: &price("5", "0"), cheapest: &price("1", "0"), protection })
    }

    /// A workshop whose first key, of that scope, leaked `minutes` ago.
    fn leaked(scope: Scope, minutes: f64) -> Workshop {
        let mut workshop = Workshop::default();
        workshop.create(None, scope);
        workshop.deploy(2);
        workshop.leak(2);
        workshop.pass(minutes);
        workshop
    }

    #[test]
    fn a_narrow_key_costs_what_the_cheapest_model_costs() {
        let ten = |protection, scope| with(protection, |thief| thief.spent(&leaked(scope, 10.0)).to_string());
        assert_eq!(ten(Protection::Nothing, Scope::Everything), "50.00");
        assert_eq!(ten(Protection::Nothing, Scope::CheapestModel), "10.00");
        assert_eq!(ten(Protection::Scope, Scope::Everything), "10.00");
    }

    #[test]
    fn the_providers_cap_ends_it_where_the_owner_set_up_nothing() {
        let is_on = |minutes| with(Protection::Nothing, |thief| thief.is_on(&leaked(Scope::Everything, minutes)));
        assert!(is_on(19.9) && !is_on(20.0));
        assert_eq!(with(Protection::Nothing, |thief| thief.damage(100_000.0).to_string()), "100.00");
    }

    #[test]
    fn a_revoked_key_ends_it_and_without_a_leak_there_is_none() {
        let mut workshop = leaked(Scope::Everything, 1.0);
        assert!(with(Protection::Nothing, |thief| thief.is_on(&workshop)));
        workshop.disable(2);
        assert!(!with(Protection::Nothing, |thief| thief.is_on(&workshop)));
        assert!(!with(Protection::Nothing, |thief| thief.is_on(&Workshop::default())));
    }
}
