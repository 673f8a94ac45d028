//! The bill in parts: whose each entry is, by what one chooses to group by.
//!
//! Invariant: every entry is in exactly one row of a grouping.

use super::{CompanyKey, Department, Entry, Month, Product, Role};
use crate::names::named_enum;
use crate::pricing::Usd;

named_enum! {
    /// What the bill is grouped by.
    pub enum Grouping {
        /// Who pays.
        Department = "department",
        /// What it was for.
        Product = "product",
        /// Which key it came with.
        Key = "key",
        /// Which model did it.
        Model = "model",
    }
}

/// Whose a part of the bill is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// A department's.
    Department(Department),
    /// A product's.
    Product(Product),
    /// A key's.
    Key {
        /// The key.
        key: CompanyKey,
        /// Whether it is the one that took the place of a revoked one.
        is_new: bool,
    },
    /// That of the model with this role.
    Model(Role),
    /// Nobody can tell: it came with a shared key.
    Unallocated,
}

/// A part of the bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whose.
    pub group: Group,
    /// Tokens sent.
    pub input: u32,
    /// Tokens written.
    pub output: u32,
    /// What it cost.
    pub cost: Usd,
    /// What it cost on each day.
    pub days: Vec<Usd>,
}

impl Row {
    /// Tokens sent and written, of all these rows.
    pub fn sum(rows: &[Self]) -> (u32, u32) {
        (rows.iter().map(|row| row.input).sum(), rows.iter().map(|row| row.output).sum())
    }

    /// Its most expensive day, the first of several, and what it cost.
    pub fn highest(&self) -> Option<(u32, Usd)> {
        highest(&self.days)
    }
}

/// The most expensive of these days, from 1, the first of several, and what it cost.
pub(super) fn highest(days: &[Usd]) -> Option<(u32, Usd)> {
    let most = *days.iter().max()?;
    let day = days.iter().position(|&cost| cost == most)? as u32 + 1;
    Some((day, most))
}

impl Month<'_> {
    /// The bill in parts, in the order in which they come; what nobody can allocate is last.
    pub fn rows(&self, grouping: Grouping) -> Vec<Row> {
        let entries = self.entries();
        let mut groups: Vec<Group> = Vec::new();
        for group in entries.iter().map(|entry| self.group(entry, grouping)) {
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        groups.into_iter().map(|group| self.row(group, grouping, &entries)).collect()
    }

    fn row(&self, group: Group, grouping: Grouping, entries: &[Entry]) -> Row {
        let own = entries.iter().copied().filter(|entry| self.group(entry, grouping) == group);
        let own: Vec<Entry> = own.collect();
        Row {
            group,
            input: own.iter().map(|entry| entry.input).sum(),
            output: own.iter().map(|entry| entry.output).sum(),
            cost: own.iter().map(|entry| self.cost(entry)).sum(),
            days: self.daily(&own),
        }
    }

    fn group(&self, entry: &Entry, grouping: Grouping) -> Group {
        let Entry { key, is_new, role, .. } = *entry;
        let product = key.product();
        match grouping {
            Grouping::Department => product.map_or(Group::Unallocated, |p| Group::Department(p.department())),
            Grouping::Product => product.map_or(Group::Unallocated, Group::Product),
            Grouping::Key => Group::Key { key, is_new },
            Grouping::Model => Group::Model(self.first_role_of(role)),
        }
    }

    /// The first role that the same model has: a provider may have fewer models than there are roles.
    fn first_role_of(&self, role: Role) -> Role {
        let id = &self.company.model(role).id;
        *Role::ALL.iter().find(|&&other| self.company.model(other).id == *id).unwrap_or(&role)
    }
}
