//! The ledger of an invented company: a month of one bill, day by day and key by key.
//!
//! 1. A [`Company`] has departments, products and keys; every key has its habits.
//! 2. In some [`Case`]s a key leaks on a day. A thief uses it from then on, until it is revoked; its owners get a new
//!    key the same evening.
//! 3. A [`Month`] is what the meter has written down until a day: [`Month::rows`] allocates it by what one chooses to
//!    group by, and [`Month::day_reaching`] tells when a budget was used up.
//!
//! Invariants: the rows of every grouping add up to the bill exactly; what was used with a shared key belongs to no
//! department and no product; no record says that a use was stolen.

mod allocation;
mod company;

pub use allocation::{Group, Grouping, Row};
pub use company::{Company, CompanyKey, DAYS, Department, Product, Role};

use crate::names::named_enum;
use crate::pricing::Usd;

named_enum! {
    /// What happens in the month.
    pub enum Case {
        /// Nothing out of the ordinary.
        Ordinary = "ordinary",
        /// A key leaks that one product uses in one environment.
        OwnKey = "own-key",
        /// The key leaks that two departments share.
        SharedKey = "shared-key",
    }
}

impl Case {
    /// The key that leaks, and the first day on which a thief uses it.
    const fn leak(self) -> Option<(CompanyKey, u32)> {
        match self {
            Self::Ordinary => None,
            Self::OwnKey => Some((CompanyKey::SupportChatTest, 12)),
            Self::SharedKey => Some((CompanyKey::Shared, 10)),
        }
    }
}

named_enum! {
    /// How a leak stands on a day.
    pub enum LeakState {
        /// There is none, or it has not begun.
        Quiet = "quiet",
        /// A thief uses a key.
        Leaking = "leaking",
        /// The key that leaked is revoked.
        Stopped = "stopped",
    }
}

/// What the meter wrote down for one key on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The day, from 1.
    pub day: u32,
    /// The key.
    pub key: CompanyKey,
    /// Whether it is the one that took the place of a revoked one.
    pub is_new: bool,
    /// The model.
    pub role: Role,
    /// Tokens sent.
    pub input: u32,
    /// Tokens written.
    pub output: u32,
    /// No provider's record says so.
    is_stolen: bool,
}

/// The month until a day.
#[derive(Clone, Copy, Debug)]
pub struct Month<'a> {
    /// Whose.
    pub company: Company<'a>,
    /// What happens.
    pub case: Case,
    /// The last day that has been metered, from 1 to [`DAYS`].
    pub today: u32,
    /// On the evening of which day each key was revoked, in the order of [`CompanyKey::ALL`].
    pub revoked: Revoked,
}

/// The day on whose evening each key was revoked.
pub type Revoked = [Option<u32>; CompanyKey::ALL.len()];

impl Month<'_> {
    /// The entries of all days, in order.
    pub fn entries(&self) -> Vec<Entry> {
        let days = 1..=self.today.min(DAYS);
        let entries = days.flat_map(|day| CompanyKey::ALL.iter().flat_map(move |&key| self.used(day, key)));
        entries.flatten().filter(|entry| entry.input + entry.output > 0).collect()
    }

    /// What is used with a key on a day: by its owners, and by a thief.
    fn used(&self, day: u32, key: CompanyKey) -> [Option<Entry>; 2] {
        let is_new = self.revoked_on(key).is_some_and(|evening| evening < day);
        let entry = |role, (input, output), is_stolen| Entry { day, key, is_new, role, input, output, is_stolen };
        let owners = entry(key.role(), key.ordinary_use(day), false);
        let is_stolen = self.case.leak().is_some_and(|(leaked, first)| leaked == key && day >= first && !is_new);
        // A thief takes the best model that there is.
        let thief = is_stolen.then(|| entry(Role::Large, company::stolen_use(key, day), true));
        [Some(owners), thief]
    }

    /// The evening on which a key was revoked, unless that is still to come.
    pub fn revoked_on(&self, key: CompanyKey) -> Option<u32> {
        self.revoked[key as usize].filter(|&evening| evening <= self.today)
    }

    /// What an entry costs.
    pub fn cost(&self, entry: &Entry) -> Usd {
        let price = &self.company.model(entry.role).price;
        price.input.cost(entry.input) + price.output.cost(entry.output)
    }

    /// The bill.
    pub fn bill(&self) -> Usd {
        self.entries().iter().map(|entry| self.cost(entry)).sum()
    }

    /// What each day cost.
    pub fn days(&self) -> Vec<Usd> {
        self.daily(&self.entries())
    }

    /// The most expensive day, the first of several, and what it cost.
    pub fn highest_day(&self) -> Option<(u32, Usd)> {
        allocation::highest(&self.days())
    }

    /// What these entries cost on each day.
    fn daily(&self, entries: &[Entry]) -> Vec<Usd> {
        let mut days = vec![Usd::default(); self.today.min(DAYS) as usize];
        for entry in entries {
            if let Some(day) = days.get_mut(entry.day as usize - 1) {
                *day = *day + self.cost(entry);
            }
        }
        days
    }

    /// What had been spent by the end of each day.
    pub fn running_totals(&self) -> Vec<Usd> {
        let mut total = Usd::default();
        let add = |day: Usd| {
            total = total + day;
            total
        };
        self.days().into_iter().map(add).collect()
    }

    /// The day on which so much had been spent, if it has come.
    pub fn day_reaching(&self, amount: Usd) -> Option<u32> {
        let before = self.running_totals().into_iter().take_while(|&total| total < amount).count() as u32;
        (before < self.today.min(DAYS)).then_some(before + 1)
    }

    /// What today cost, and the same weekday a week before.
    pub fn today_and_a_week_before(&self) -> Option<(Usd, Usd)> {
        let days = self.days();
        let week_before = days.len().checked_sub(8)?;
        Some((*days.last()?, *days.get(week_before)?))
    }

    /// The key that leaked, the thief's first day, the last one so far, and what the thief spent; nothing where none
    /// has begun.
    pub fn leak(&self) -> Option<Leaked> {
        let (key, first) = self.case.leak()?;
        let stolen: Vec<_> = self.entries().into_iter().filter(|entry| entry.is_stolen).collect();
        let last = stolen.last()?.day;
        Some(Leaked { key, first, last, cost: stolen.iter().map(|entry| self.cost(entry)).sum() })
    }

    /// The same leak at the end of the month if nobody had revoked anything.
    pub fn leak_unnoticed(&self) -> Option<Leaked> {
        Self { today: DAYS, revoked: Revoked::default(), ..*self }.leak()
    }

    /// How the leak stands.
    pub fn leak_state(&self) -> LeakState {
        match self.leak() {
            None => LeakState::Quiet,
            Some(leaked) if self.revoked_on(leaked.key).is_some() => LeakState::Stopped,
            Some(_) => LeakState::Leaking,
        }
    }

    /// The key that was revoked last, and when.
    pub fn last_revoked(&self) -> Option<(CompanyKey, u32)> {
        let revoked = CompanyKey::ALL.iter().filter_map(|&key| Some((key, self.revoked_on(key)?)));
        revoked.max_by_key(|&(_, evening)| evening)
    }
}

/// What a leak did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaked {
    /// The key.
    pub key: CompanyKey,
    /// The thief's first day.
    pub first: u32,
    /// The thief's last day so far.
    pub last: u32,
    /// What the thief spent, on the company's bill.
    pub cost: Usd,
}

#[cfg(test)]
mod tests;
