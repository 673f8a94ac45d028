//! Many models side by side: how they are sorted, and how many times as much one costs as another.

use std::cmp::Ordering;
use std::fmt;

use crate::names::named_enum;
use crate::pricing::{PricePerMtok, Usd};

named_enum! {
    /// What the offers can be sorted by.
    pub enum Column {
        /// The model's name.
        Model = "model",
        /// The price of input.
        Input = "input",
        /// The price of output.
        Output = "output",
        /// What the workload costs.
        Cost = "cost",
    }
}

/// How they are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub column: Column,
    /// Whether the largest, or the last letter, comes first.
    pub is_descending: bool,
}

impl Default for Order {
    /// The cheapest first.
    fn default() -> Self {
        Self { column: Column::Cost, is_descending: false }
    }
}

impl Order {
    /// The order after the head of `column` was pressed: the same column turns round, another one begins with the
    /// smallest.
    #[must_use]
    pub fn pressed(self, column: Column) -> Self {
        Self { column, is_descending: self.column == column && !self.is_descending }
    }

    /// Sorts; offers that are equal stay as they were.
    pub fn sort(self, offers: &mut [Offer]) {
        offers.sort_by(|one, other| {
            let ascending = one.compare(other, self.column);
            if self.is_descending { ascending.reverse() } else { ascending }
        });
    }
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer<'a> {
    /// The model's name.
    pub name: &'a str,
    /// The price of input.
    pub input: PricePerMtok,
    /// The price of output.
    pub output: PricePerMtok,
    /// What the workload costs, or the middle between its least and its most.
    pub cost: Usd,
    /// Its place in the list of models.
    pub index: usize,
}

impl Offer<'_> {
    fn compare(&self, other: &Self, column: Column) -> Ordering {
        match column {
            Column::Model => self.name.cmp(other.name),
            Column::Input => self.input.cmp(&other.input),
            Column::Output => self.output.cmp(&other.output),
            Column::Cost => self.cost.cmp(&other.cost),
        }
    }
}

/// How many times as much one amount is as another, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times(u64);

impl Times {
    /// How many times `base` goes into `amount`, rounded to the nearest hundredth; nothing where there is nothing to
    /// compare with.
    pub const fn of(amount: Usd, base: Usd) -> Option<Self> {
        let (amount, base) = (amount.pico() as u128, base.pico() as u128);
        if base == 0 {
            return None;
        }
        let times = (amount * 100 + base / 2) / base;
        Some(Self(if times > u64::MAX as u128 { u64::MAX } else { times as u64 }))
    }
}

impl fmt::Display for Times {
    /// As one says it: whole from ten on, with one decimal below, with two below one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(hundredths) = *self;
        match hundredths {
            0..100 => write!(f, "0.{hundredths:02}"),
            // Rounded up it would be a ten with a decimal.
            100..995 => {
                let tenths = (hundredths + 5) / 10;
                let (whole, tenth) = (tenths / 10, tenths % 10);
                if tenth == 0 { write!(f, "{whole}") } else { write!(f, "{whole}.{tenth}") }
            }
            _ => write!(f, "{}", hundredths / 100 + u64::from(hundredths % 100 >= 50)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Offer, Order, Times};
    use crate::pricing::Usd;
    use proptest::prelude::*;

    fn offers() -> Vec<Offer<'static>> {
        [("Beta", "1", "9", 30), ("Alpha", "2", "8", 10), ("Gamma", "2", "7", 20)]
            .into_iter()
            .enumerate()
            .map(|(index, (name, input, output, cents))| Offer {
                name,
                input: input.parse().expect("a price"),
                output: output.parse().expect("a price"),
                cost: Usd::from_cents(cents),
                index,
            })
            .collect()
    }

    fn sorted(order: Order) -> String {
        let mut offers = offers();
        order.sort(&mut offers);
        offers.iter().filter_map(|offer| offer.name.chars().next()).collect()
    }

    #[test]
    fn every_column_sorts_both_ways_and_begins_with_the_smallest() {
        let mut order = Order::default();
        assert_eq!(sorted(order), "AGB");
        for (column, once, twice) in
            [(Column::Model, "ABG", "GBA"), (Column::Input, "BAG", "AGB"), (Column::Output, "GAB", "BAG")]
        {
            order = order.pressed(column);
            assert_eq!(sorted(order), once, "{}", column.name());
            order = order.pressed(column);
            assert_eq!(sorted(order), twice, "{}", column.name());
        }
        assert!(!order.pressed(Column::Cost).is_descending);
    }

    #[test]
    fn one_costs_so_many_times_as_much_as_another() {
        let times = |amount, base| Times::of(Usd::from_cents(amount), Usd::from_cents(base)).map(|t| t.to_string());
        for (amount, base, words) in [
            (100, 100, "1"),
            (250, 100, "2.5"),
            (104, 100, "1"),
            (105, 100, "1.1"),
            (1, 3, "0.33"),
            (5, 100, "0.05"),
            (994, 100, "9.9"),
            (995, 100, "10"),
            (1_250, 100, "13"),
            (8_000, 20, "400"),
        ] {
            assert_eq!(times(amount, base).as_deref(), Some(words), "{amount} / {base}");
        }
        assert_eq!(times(5, 0), None);
    }

    proptest! {
        #[test]
        fn an_amount_is_itself_once(cents in 1_u64..1_000_000_000) {
            let amount = Usd::from_cents(cents);
            let times = Times::of(amount, amount).map(|times| times.to_string());
            prop_assert_eq!(times.as_deref(), Some("1"));
        }
    }
}
