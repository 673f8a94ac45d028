//! The bill: counts times prices.
//!
//! Invariant: an estimate on the meter is an estimate on the bill; nothing becomes exact on the way.

use super::Count;
use crate::pricing::{Price, PricePerMtok, Usd};

/// One line of the bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReceiptLine {
    /// How many tokens.
    pub tokens: Count,
    /// Price of a million of them.
    pub price: PricePerMtok,
}

impl ReceiptLine {
    /// Cost of the fewest and of the most tokens this line may stand for.
    pub const fn cost(self) -> (Usd, Usd) {
        (self.price.cost(self.tokens.low()), self.price.cost(self.tokens.high()))
    }
}

/// The bill of one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// What was sent.
    pub input: ReceiptLine,
    /// What the model wrote.
    pub output: ReceiptLine,
}

impl Receipt {
    /// Prices a request of `input` and `output` tokens.
    pub fn new(price: &Price, input: Count, output: Count) -> Self {
        Self {
            input: ReceiptLine { tokens: input, price: price.input },
            output: ReceiptLine { tokens: output, price: price.output },
        }
    }

    /// The least and the most the request costs; the same where both counts are exact.
    pub fn total(self) -> (Usd, Usd) {
        let (input, output) = (self.input.cost(), self.output.cost());
        (input.0 + output.0, input.1 + output.1)
    }
}

#[cfg(test)]
mod tests {
    use super::Receipt;
    use crate::journey::Count;
    use crate::pricing::{Price, Sourced};

    fn gpt_4o() -> Price {
        Price {
            input: "2.50".parse().expect("a price"),
            output: "10".parse().expect("a price"),
            sourced: Sourced::common_knowledge(),
        }
    }

    #[test]
    fn exact_counts_make_one_amount() {
        let (least, most) = Receipt::new(&gpt_4o(), Count::Exact(10), Count::Exact(26)).total();
        assert_eq!(least, most);
        assert_eq!(least.to_string(), "0.000285");
    }

    #[test]
    fn an_estimate_makes_a_range() {
        let input = Count::Estimate { low: 10, high: 14 };
        let (least, most) = Receipt::new(&gpt_4o(), input, Count::Exact(1)).total();
        assert_eq!((least.to_string(), most.to_string()), ("0.000035".into(), "0.000045".into()));
    }
}
