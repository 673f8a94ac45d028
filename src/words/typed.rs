//! Numbers as people type them.
//!
//! What can only be meant in one way is read: `15000`, `15,000` where the language groups with commas, `15 000`,
//! `1'000`, `1.000.000`. What could be two numbers, such as `1.000` for a whole number, is not guessed.
//!
//! Invariants: whatever [`NumberStrings::whole`] writes is read back; nothing that is read is more than was allowed;
//! no floating point is involved.

use super::NumberStrings;

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Things that are counted.
    Whole,
    /// A share in percent, whole.
    Percent,
    /// Dollars, to a millionth; read as a number of millionths.
    Dollars,
}

/// Why something is not read as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// There is nothing.
    Empty,
    /// It has letters or other signs in it.
    NotANumber,
    /// It is less than nothing.
    Negative,
    /// It is written with a power of ten.
    Exponent,
    /// It could be more than one number.
    Unclear,
    /// It is not whole.
    NotWhole,
    /// It is more than is allowed.
    TooLarge,
    /// It has more decimals than can be kept.
    TooPrecise,
}

/// Decimals of a dollar that are kept.
const DECIMALS: usize = 6;

/// The longest number that fits into 64 bits, whatever its digits are.
const LONGEST: usize = 19;

/// A number's digits before and after the decimal sign.
type Digits = (String, String);

impl NumberStrings {
    /// The number that `typed` means, at most `most`; of dollars, millionths of one.
    ///
    /// # Errors
    /// Why it means none.
    pub fn read(self, typed: &str, kind: Kind, most: u64) -> Result<u64, Misread> {
        let (whole, fraction) = self.digits(without_unit(typed.trim(), kind), kind)?;
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        let decimals = if kind == Kind::Dollars { DECIMALS } else { 0 };
        if fraction.len() > decimals {
            return Err(if decimals == 0 { Misread::NotWhole } else { Misread::TooPrecise });
        }
        let digits = format!("{whole}{fraction:0<decimals$}");
        if digits.len() > LONGEST {
            return Err(Misread::TooLarge);
        }
        let value = digits.bytes().fold(0_u64, |value, digit| value * 10 + u64::from(digit - b'0'));
        if value > most { Err(Misread::TooLarge) } else { Ok(value) }
    }

    fn digits(self, text: &str, kind: Kind) -> Result<Digits, Misread> {
        if text.is_empty() {
            return Err(Misread::Empty);
        }
        let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
        let text = match text.strip_prefix(['-', '−']) {
            Some(_) if has_digit => return Err(Misread::Negative),
            _ => text.strip_prefix('+').unwrap_or(text),
        };
        if has_exponent(text) {
            return Err(Misread::Exponent);
        }
        let signs: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).map(plain).collect();
        if !has_digit || signs.iter().any(|sign| !matches!(sign, ' ' | '.' | ',')) {
            return Err(Misread::NotANumber);
        }
        let runs: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
        self.whole_and_fraction(&runs, &signs, kind).ok_or(Misread::Unclear)
    }

    /// Runs of digits with a sign between each two; nothing where they could mean two numbers.
    fn whole_and_fraction(self, runs: &[&str], signs: &[char], kind: Kind) -> Option<Digits> {
        let Some((&last, others)) = signs.split_last() else { return Some((runs.concat(), String::new())) };
        let decimal = self.decimal().chars().next();
        let group = self.group().chars().next().map(plain);
        if Some(last) == decimal && !others.contains(&last) {
            let (&fraction, groups) = runs.split_last()?;
            let could_be_group = others.is_empty() && kind != Kind::Dollars && is_grouped(runs);
            let is_clear = !fraction.is_empty() && !could_be_group && (others.is_empty() || is_uniform(others));
            let is_whole = others.is_empty() || is_grouped(groups);
            return (is_clear && is_whole).then(|| (groups.concat(), fraction.to_owned()));
        }
        let is_group = last == ' ' || Some(last) == group || signs.len() > 1;
        (is_group && is_uniform(signs) && is_grouped(runs)).then(|| (runs.concat(), String::new()))
    }
}

/// Without the unit that such a number may have.
fn without_unit(text: &str, kind: Kind) -> &str {
    let unit = match kind {
        Kind::Whole => return text,
        Kind::Percent => '%',
        Kind::Dollars => '$',
    };
    text.strip_prefix(unit).or_else(|| text.strip_suffix(unit)).unwrap_or(text).trim()
}

/// Whether it is a number with a power of ten, such as `1e9`.
fn has_exponent(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.split_once(['e', 'E'])
        .is_some_and(|(number, power)| is_number(number) && is_number(power.trim_start_matches(['+', '-'])))
}

/// The sign that stands for all signs of its kind: spaces and apostrophes can only group.
fn plain(sign: char) -> char {
    if sign.is_whitespace() || matches!(sign, '\'' | '’' | '_') { ' ' } else { sign }
}

fn is_uniform(signs: &[char]) -> bool {
    signs.windows(2).all(|pair| pair.first() == pair.last())
}

/// Whether the runs are thousands: one to three digits that do not begin with a zero, then three each.
fn is_grouped(runs: &[&str]) -> bool {
    match runs.split_first() {
        Some((first, rest)) => {
            (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.iter().all(|run| run.len() == 3)
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Kind, Misread};
    use crate::words::{NumberStrings, Table};

    /// A language with these signs for thousands and decimals.
    fn number(group: &'static str, decimal: &'static str) -> NumberStrings {
        let words = vec![group, decimal, "{low} to {high}", "{count}", "${amount}", "", "", "", ", ", "0"];
        NumberStrings::of_words(words.leak())
    }

    fn english() -> NumberStrings {
        number(",", ".")
    }

    fn whole(typed: &str) -> Result<u64, Misread> {
        english().read(typed, Kind::Whole, 1_000_000)
    }

    #[test]
    fn what_is_clear_is_read() {
        for typed in
            ["1000", " 1000 ", "1,000", "1 000", "1\u{a0}000", "1\u{202f}000", "1'000", "1’000", "1_000", "+1000"]
        {
            assert_eq!(whole(typed), Ok(1_000), "{typed}");
        }
        assert_eq!(
            [whole("1.000.000"), whole("1,000,000"), whole("0"), whole("007")],
            [Ok(1_000_000), Ok(1_000_000), Ok(0), Ok(7)]
        );
        assert_eq!(whole("5.0"), Ok(5));
    }

    #[test]
    fn what_is_not_clear_is_not_guessed() {
        for typed in ["1.000", "1,00", "10,00", "1 00", "1,0000", "0,100", "1,000 000", "1.000,5", "1,", ",5", "1,,000"]
        {
            assert_eq!(whole(typed), Err(Misread::Unclear), "{typed}");
        }
    }

    #[test]
    fn every_kind_of_mistake_has_its_name() {
        for (typed, misread) in [
            ("", Misread::Empty),
            ("   ", Misread::Empty),
            ("\u{a0}", Misread::Empty),
            ("many", Misread::NotANumber),
            ("10k", Misread::NotANumber),
            ("12 tokens", Misread::NotANumber),
            ("٣", Misread::NotANumber),
            ("-", Misread::NotANumber),
            (".", Misread::NotANumber),
            ("-5", Misread::Negative),
            ("−5", Misread::Negative),
            ("-0.5", Misread::Negative),
            ("1e9", Misread::Exponent),
            ("1.5E+3", Misread::Exponent),
            ("1.5", Misread::NotWhole),
            ("1000001", Misread::TooLarge),
            ("1000000000", Misread::TooLarge),
            ("99999999999999999999999", Misread::TooLarge),
            ("50%", Misread::NotANumber),
        ] {
            assert_eq!(whole(typed), Err(misread), "{typed:?}");
        }
    }

    #[test]
    fn a_share_may_have_its_sign() {
        let percent = |typed| english().read(typed, Kind::Percent, 100);
        assert_eq!([percent("90"), percent("90%"), percent("90 %"), percent("% 90")], [Ok(90); 4]);
        assert_eq!(
            [percent("-10"), percent("101"), percent("%")],
            [Err(Misread::Negative), Err(Misread::TooLarge), Err(Misread::Empty)]
        );
    }

    #[test]
    fn dollars_are_exact_to_a_millionth() {
        let dollars = |typed| english().read(typed, Kind::Dollars, 1_000_000_000);
        assert_eq!([dollars("2.50"), dollars("$2.5"), dollars("2.50 $")], [Ok(2_500_000); 3]);
        assert_eq!([dollars("0.075"), dollars(".075"), dollars("1.000")], [Ok(75_000), Ok(75_000), Ok(1_000_000)]);
        assert_eq!(
            [dollars("1,000"), dollars("1,000.5"), dollars("0.000001")],
            [Ok(1_000_000_000), Err(Misread::TooLarge), Ok(1)]
        );
        assert_eq!(
            [dollars("0.0000001"), dollars("0,075"), dollars("1.5.2")],
            [Err(Misread::TooPrecise), Err(Misread::Unclear), Err(Misread::Unclear)]
        );
    }

    #[test]
    fn other_languages_have_other_signs() {
        let german = number(".", ",");
        let read = |typed, kind| german.read(typed, kind, 10_000_000);
        assert_eq!([read("1.000", Kind::Whole), read("1,000", Kind::Whole)], [Ok(1_000), Err(Misread::Unclear)]);
        assert_eq!([read("0,075", Kind::Dollars), read("1.000,5", Kind::Whole)], [Ok(75_000), Err(Misread::NotWhole)]);
        let french = number("\u{202f}", ",");
        assert_eq!(french.read("1.000", Kind::Whole, 10_000), Err(Misread::Unclear));
        assert_eq!(french.read("1 000", Kind::Whole, 10_000), Ok(1_000));
    }

    proptest! {
        #[test]
        fn what_the_page_writes_is_read_back(value: u32, signs in prop_oneof![
            Just((",", ".")), Just((".", ",")), Just(("\u{202f}", ",")), Just(("’", "."))
        ]) {
            let number = number(signs.0, signs.1);
            prop_assert_eq!(number.read(&number.whole(value), Kind::Whole, u64::MAX), Ok(u64::from(value)));
        }

        #[test]
        fn a_price_is_read_as_the_data_files_write_it(micro in 0_u64..10_000_000_000) {
            let price = crate::pricing::PricePerMtok::from_micro_usd(micro);
            prop_assert_eq!(english().read(&price.to_string(), Kind::Dollars, u64::MAX), Ok(micro));
        }

        #[test]
        fn nothing_that_is_typed_breaks_it(typed in "[-+0-9., '’eE%$a\u{a0}]{0,24}", most: u64) {
            for kind in [Kind::Whole, Kind::Percent, Kind::Dollars] {
                if let Ok(value) = english().read(&typed, kind, most) {
                    prop_assert!(value <= most);
                    let significant = |text: String| text.trim_start_matches('0').trim_end_matches('0').to_owned();
                    let typed_digits: String = typed.chars().filter(char::is_ascii_digit).collect();
                    prop_assert_eq!(significant(typed_digits), significant(value.to_string()));
                }
            }
        }
    }
}
