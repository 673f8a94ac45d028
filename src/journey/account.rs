//! What the requests sent on this page have cost the account together.
//!
//! Invariant: it only grows, by a whole receipt at a time; an estimate on a receipt stays a range here.

use super::Receipt;
use crate::pricing::Usd;

/// The account's total, over all keys and requests of this visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// How many requests were billed.
    pub requests: u32,
    /// The least and the most that they cost together.
    pub spent: (Usd, Usd),
}

impl Account {
    /// With one more request on it.
    #[must_use]
    pub fn with(self, receipt: Receipt) -> Self {
        let (least, most) = receipt.total();
        Self { requests: self.requests + 1, spent: (self.spent.0 + least, self.spent.1 + most) }
    }
}

#[cfg(test)]
mod tests {
    use super::Account;
    use crate::journey::{Count, Receipt};
    use crate::pricing::{Price, Sourced};

    #[test]
    fn every_request_adds_its_receipt() {
        let price = Price {
            input: "2.50".parse().expect("a price"),
            output: "10".parse().expect("a price"),
            sourced: Sourced::common_knowledge(),
        };
        let receipt = Receipt::new(&price, Count::Exact(10), Count::Exact(26));
        let account = Account::default().with(receipt).with(receipt);
        assert_eq!((account.requests, account.spent.1.to_string()), (2, "0.00057".to_owned()));
        assert_eq!(account.spent.0, account.spent.1);
    }
}
