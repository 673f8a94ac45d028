//! Exact amounts of money.
//!
//! A price is kept in millionths of a dollar per million tokens, so one token costs that many
//! picodollars (10⁻¹² USD), and every product is a whole number.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;
use std::str::FromStr;

const PICO_PER_USD: u64 = 1_000_000_000_000;

/// An amount in picodollars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Usd(u64);

impl Usd {
    /// The largest amount there is, some 18 million dollars.
    pub const MOST: Self = Self(u64::MAX);

    /// A whole number of dollars.
    pub const fn from_dollars(dollars: u32) -> Self {
        Self(dollars as u64 * PICO_PER_USD)
    }

    /// A whole number of cents.
    pub const fn from_cents(cents: u64) -> Self {
        Self(cents.saturating_mul(PICO_PER_USD / 100))
    }

    /// A whole number of tenths of a cent.
    pub const fn from_tenths_of_cents(tenths: u64) -> Self {
        Self(tenths.saturating_mul(PICO_PER_USD / 1_000))
    }

    /// This amount `times` over; nothing where that is more than can be written.
    pub const fn checked_times(self, times: u32) -> Option<Self> {
        match self.0.checked_mul(times as u64) {
            Some(pico) => Some(Self(pico)),
            None => None,
        }
    }

    /// Halfway between this amount and another, rounded down.
    #[must_use]
    pub const fn middle(self, other: Self) -> Self {
        Self(self.0.midpoint(other.0))
    }

    /// This amount `times` over `parts`, rounded down.
    #[must_use]
    pub const fn share(self, times: u64, parts: u64) -> Self {
        let whole = self.0 as u128 * times as u128 / (if parts == 0 { 1 } else { parts }) as u128;
        Self(if whole > u64::MAX as u128 { u64::MAX } else { whole as u64 })
    }

    /// To the cent from ten cents on, to a hundredth of a cent below, and as it is where nothing would be left.
    #[must_use]
    pub const fn rounded(self) -> Self {
        let step = match self.0 {
            ..100_000_000 => 1,
            100_000_000..100_000_000_000 => PICO_PER_USD / 10_000,
            _ => PICO_PER_USD / 100,
        };
        Self(self.0.saturating_add(step / 2) / step * step)
    }

    /// An amount in picodollars (10⁻¹² USD).
    pub const fn from_pico(pico: u64) -> Self {
        Self(pico)
    }

    /// The dollars of the amount, without its cents.
    pub const fn whole_dollars(self) -> u32 {
        let dollars = self.0 / PICO_PER_USD;
        if dollars > u32::MAX as u64 { u32::MAX } else { dollars as u32 }
    }

    /// To three digits that say something, and never coarser than a cent: what an estimate is good for.
    #[must_use]
    pub const fn to_three_digits(self) -> Self {
        let mut step = 1;
        while self.0 / step >= 1_000 && step < PICO_PER_USD / 100 {
            step *= 10;
        }
        Self(self.0.saturating_add(step / 2) / step * step)
    }

    /// The amount in picodollars (10⁻¹² USD).
    pub const fn pico(self) -> u64 {
        self.0
    }
}

impl Add for Usd {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Usd {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}

impl fmt::Display for Usd {
    /// Dollars with at least two decimals and at most as many as the amount needs, never rounded.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (dollars, pico) = (self.0 / PICO_PER_USD, self.0 % PICO_PER_USD);
        let digits = format!("{pico:012}");
        let needed = digits.trim_end_matches('0').len().max(2);
        write!(f, "{dollars}.{}", digits.get(..needed).unwrap_or_default())
    }
}

/// A price in USD per million tokens, exact to a millionth of a dollar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PricePerMtok(u64);

impl PricePerMtok {
    /// So many millionths of a dollar per million tokens.
    pub const fn from_micro_usd(micro_usd: u64) -> Self {
        Self(micro_usd)
    }

    /// Millionths of a dollar per million tokens.
    pub const fn micro_usd(self) -> u64 {
        self.0
    }

    /// What `tokens` tokens cost at this price.
    pub const fn cost(self, tokens: u32) -> Usd {
        Usd(self.0.saturating_mul(tokens as u64))
    }

    /// This price times `thousandths` over 1,000, to a millionth of a dollar; more decimals are cut off.
    #[must_use]
    pub const fn times_thousandths(self, thousandths: u32) -> Self {
        Self(self.0.saturating_mul(thousandths as u64) / 1_000)
    }
}

impl fmt::Display for PricePerMtok {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cost(1_000_000).fmt(f)
    }
}

/// A price that is not a plain decimal number of dollars with at most six decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceError(String);

impl fmt::Display for PriceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a price such as 2.50 (dollars per million tokens)", self.0)
    }
}

impl std::error::Error for PriceError {}

impl FromStr for PricePerMtok {
    type Err = PriceError;

    fn from_str(text: &str) -> Result<Self, PriceError> {
        let (dollars, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(dollars) || !digits(decimals) || decimals.len() > 6 {
            return Err(PriceError(text.to_owned()));
        }
        format!("{dollars}{decimals:0<6}").parse().map(Self).map_err(|_| PriceError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::PricePerMtok;

    fn price(text: &str) -> PricePerMtok {
        text.parse().expect("a price")
    }

    #[test]
    fn ten_tokens_at_two_dollars_fifty_a_million() {
        assert_eq!(price("2.50").cost(10).to_string(), "0.000025");
    }

    #[test]
    fn sums_of_small_prices_stay_exact() {
        let total = (0..10).fold(price("0.005").cost(1), |sum, _| sum + price("0.10").cost(1));
        assert_eq!(total.pico(), 5_000 + 10 * 100_000);
    }

    #[test]
    fn rounded_amounts_keep_what_one_would_say() {
        let rounded = |pico| super::Usd(pico).rounded().to_string();
        assert_eq!(rounded(34_000_000), "0.000034");
        assert_eq!(rounded(7_907_250_000), "0.0079");
        assert_eq!(rounded(12_050_000_000), "0.0121");
        assert_eq!(rounded(99_960_000_000), "0.10");
        assert_eq!(rounded(1_234_567_000_000), "1.23");
        assert_eq!(rounded(u64::MAX), "18446744.07");
    }

    #[test]
    fn an_estimate_keeps_three_digits_and_all_cents() {
        let three = |pico| super::Usd(pico).to_three_digits().to_string();
        assert_eq!([three(147_333_333), three(99_750_000), three(5)], ["0.000147", "0.0000998", "0.000000000005"]);
        assert_eq!([three(1_297_150_000), three(999_600_000_000)], ["0.0013", "1.00"]);
        assert_eq!([three(12_345_678_000_000), three(0)], ["12.35", "0.00"]);
    }

    #[test]
    fn an_amount_times_a_number_is_exact_or_nothing() {
        let amount = price("4.50").cost(1_535);
        assert_eq!(amount.checked_times(1_000_000).expect("fits").to_string(), "6907.50");
        assert_eq!(super::Usd(u64::MAX / 2).checked_times(3), None);
        assert_eq!(super::Usd::from_tenths_of_cents(15).to_string(), "0.015");
        assert_eq!(super::Usd::from_cents(10).middle(super::Usd::from_cents(21)).to_string(), "0.155");
    }

    #[test]
    fn amounts_show_cents_at_least() {
        assert_eq!(price("30").cost(1_000_000).to_string(), "30.00");
        assert_eq!(price("30").to_string(), "30.00");
        assert_eq!(price("0.075").to_string(), "0.075");
    }

    #[test]
    fn parts_of_a_price_are_exact() {
        assert_eq!(price("0.075").times_thousandths(1_250).to_string(), "0.09375");
        assert_eq!(price("5").times_thousandths(100), price("0.50"));
        assert_eq!(price("8").times_thousandths(25), price("0.20"));
    }

    #[test]
    fn what_is_not_a_price_is_refused() {
        for text in ["", ".", "1,50", "-1", "1.2345678", "1e3", "$2", "99999999999999999999"] {
            assert!(text.parse::<PricePerMtok>().is_err(), "accepted {text:?}");
        }
    }
}
