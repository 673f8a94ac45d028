//! Numbers, amounts, units and lists as a language writes them, and the form of a noun after a number.
//!
//! Invariant: no sign, unit or order of these is fixed in the code; they come from `languages.toml`.

use std::fmt::Display;

use super::{fill, table};
use crate::journey::Count;
use crate::pricing::Usd;

/// How the key of a noun's forms ends.
pub const FORMS: &str = ".forms";

/// What stands between the forms of a noun. It needs no escape, neither in an attribute nor in a line.
pub const BETWEEN_FORMS: &str = "\t";

/// From here on cents say nothing.
const WHOLE_DOLLARS: Usd = Usd::from_dollars(100);

table!(
    /// How a language writes numbers, and which form of a noun follows a number.
    NumberStrings { group, decimal, range, about, dollars, megabytes, percent, seconds, list, plurals }
);
table!(
    /// The forms of a noun, each before [`BETWEEN_FORMS`] but for the last.
    Forms { forms }
);

/// Where the form that follows `count` is told in [`NumberStrings`]'s `plurals`.
pub const fn plural_index(count: u32) -> usize {
    let index = match count {
        0..100 => count,
        _ if count.is_multiple_of(1_000_000) => 200,
        _ => 100 + count % 100,
    };
    index as usize
}

impl NumberStrings {
    /// The form of `noun` that follows `count`.
    pub fn plural(self, noun: Forms, count: u32) -> &'static str {
        let place = self.plurals().as_bytes().get(plural_index(count)).map_or(0, |digit| digit - b'0');
        noun.forms().split(BETWEEN_FORMS).nth(usize::from(place)).unwrap_or_default()
    }

    /// A number and what is counted: the form of `noun` that follows `count`, with the number in it.
    pub fn counted(self, noun: Forms, count: u32) -> String {
        with(self.plural(noun, count), &self.whole(count))
    }

    /// A whole number with its thousands apart, the same natively and in the browser.
    pub fn whole(self, value: u32) -> String {
        self.grouped(&value.to_string())
    }

    /// Digits with their thousands apart.
    fn grouped(self, digits: &str) -> String {
        let mut out = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push_str(self.group());
            }
            out.push(digit);
        }
        out
    }

    /// An exact decimal number, such as an amount of money, with this language's decimal sign.
    pub fn fraction(self, value: impl Display) -> String {
        value.to_string().replace('.', self.decimal())
    }

    /// A count: exact, about a number, or a range; dots while it is being counted.
    pub fn count(self, count: Option<Count>) -> String {
        match count {
            None => "…".to_owned(),
            Some(Count::Exact(count)) => self.whole(count),
            Some(Count::Estimate { low, high }) if low == high => fill(self.about(), &[("count", &self.whole(low))]),
            Some(Count::Estimate { low, high }) => self.in_range(self.whole(low), self.whole(high)),
        }
    }

    /// An amount in dollars, or a range.
    pub fn amount(self, (least, most): (Usd, Usd)) -> String {
        self.in_range(self.as_dollars(self.fraction(least)), self.as_dollars(self.fraction(most)))
    }

    /// An amount as one says it: in whole dollars, to the cent, or to four decimals.
    pub fn about_dollars(self, amount: Usd) -> String {
        let rounded = amount.rounded();
        let number = if rounded < WHOLE_DOLLARS { self.fraction(rounded) } else { self.whole(rounded.whole_dollars()) };
        self.as_dollars(number)
    }

    /// An amount in dollars, with its thousands apart and as many decimals as it needs.
    pub fn exact_amount(self, amount: Usd) -> String {
        let written = amount.to_string();
        let (dollars, decimals) = written.split_once('.').unwrap_or((&written, ""));
        self.as_dollars(format!("{}{}{decimals}", self.grouped(dollars), self.decimal()))
    }

    /// From `low` to `high`; one of them where they are the same.
    pub fn in_range(self, low: String, high: String) -> String {
        if low == high { low } else { fill(self.range(), &[("low", &low), ("high", &high)]) }
    }

    /// A number of dollars with its currency.
    pub fn as_dollars(self, number: String) -> String {
        fill(self.dollars(), &[("amount", &number)])
    }

    /// A length in bytes, as megabytes with one decimal.
    pub fn size(self, bytes: usize) -> String {
        let tenths = bytes.div_ceil(100_000);
        let whole = self.whole((tenths / 10) as u32);
        with(self.megabytes(), &format!("{whole}{}{}", self.decimal(), tenths % 10))
    }

    /// Whole megabytes.
    pub fn as_megabytes(self, count: u32) -> String {
        with(self.megabytes(), &self.whole(count))
    }

    /// A share in percent.
    pub fn as_percent(self, count: u32) -> String {
        with(self.percent(), &self.whole(count))
    }

    /// A time in whole seconds.
    pub fn as_seconds(self, count: u32) -> String {
        with(self.seconds(), &self.whole(count))
    }
}

fn with(template: &str, count: &str) -> String {
    fill(template, &[("count", count)])
}

#[cfg(test)]
mod tests {
    use super::{Forms, NumberStrings};
    use crate::journey::Count;
    use crate::pricing::Usd;
    use crate::words::Table;

    /// A language that counts one, two and more, and writes the currency behind the amount.
    fn number() -> NumberStrings {
        // In the order of the keys.
        NumberStrings::of_words(&[
            ".",
            ",",
            "{low}–{high}",
            "≈ {count}",
            "{amount} $",
            "{count} Mo",
            "%{count}",
            "{count} s",
            "、",
            "201",
        ])
    }

    #[test]
    fn a_noun_takes_the_form_that_the_table_tells() {
        let noun = Forms::of_words(&["{count} token\t{count} tokeny\t{count} tokenů"]);
        let counted = |count| number().counted(noun, count);
        assert_eq!([counted(0), counted(1), counted(2)], ["0 tokenů", "1 token", "2 tokeny"]);
    }

    #[test]
    fn signs_and_their_order_are_the_languages() {
        let number = number();
        assert_eq!(number.whole(1_234_567), "1.234.567");
        assert_eq!(number.size(1_250_000), "1,3 Mo");
        assert_eq!(number.as_percent(40), "%40");
        assert_eq!(number.amount((Usd::from_cents(150), Usd::from_cents(225))), "1,50 $–2,25 $");
        assert_eq!(number.about_dollars(Usd::from_cents(9_999)), "99,99 $");
        assert_eq!(number.about_dollars(Usd::from_cents(1_234_567)), "12.345 $");
        assert_eq!(number.exact_amount(Usd::from_cents(12_345_670)), "123.456,70 $");
    }

    #[test]
    fn an_estimate_without_width_is_about_one_number() {
        let number = number();
        assert_eq!(number.count(None), "…");
        assert_eq!(number.count(Some(Count::Exact(3))), "3");
        assert_eq!(number.count(Some(Count::Estimate { low: 3, high: 3 })), "≈ 3");
        assert_eq!(number.count(Some(Count::Estimate { low: 3, high: 1_000 })), "3–1.000");
    }
}
