//! Which form of a noun follows which number: the rules of Unicode's CLDR, as a table.
//!
//! The rules themselves stay with the build. Invariant: the table says what they say, for every whole
//! number that fits its form; a language whose rules do not fit does not build.

use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

/// Numbers that have an entry of their own; larger ones follow their last two digits.
const SMALL: u32 = 100;

/// A whole number of these counts as a noun of its own in some languages.
const MILLION: u32 = 1_000_000;

/// The forms of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plurals {
    /// The names of the forms, in CLDR's order.
    pub categories: Vec<&'static str>,
    /// The place of a number's form among them, as a digit: for 0 to 99, then by the last two digits, then
    /// for whole millions. [`crate::words::NumberStrings::plural`] reads it.
    pub table: String,
}

impl Plurals {
    /// The forms of the language `code`; one for all numbers if CLDR knows no rules of it.
    ///
    /// # Errors
    /// Why there are none.
    pub fn of(code: &str) -> Result<Self, String> {
        let locale: icu_locale_core::Locale = code.parse().map_err(|error| format!("`{code}`: {error}"))?;
        let rules = PluralRules::try_new(locale.into(), PluralRulesOptions::default());
        let rules = rules.map_err(|error| format!("`{code}`: {error}"))?;
        let categories: Vec<_> = PluralCategory::all().filter(|one| rules.categories().any(|of| of == *one)).collect();
        let place = |number: u32| {
            let category = rules.category_for(number);
            categories.iter().position(|one| *one == category).unwrap_or_default()
        };
        Self::by(categories.iter().copied().map(name).collect(), place)
            .map_err(|problem| format!("`{code}`: {problem}"))
    }

    /// The table of the rule `place`.
    fn by(categories: Vec<&'static str>, place: impl Fn(u32) -> usize) -> Result<Self, String> {
        let numbers = (0..2 * SMALL).chain([MILLION]);
        let plurals = Self { categories, table: numbers.map(|number| place(number).to_string()).collect() };
        let small = 2 * SMALL..50 * SMALL;
        let mut others = small.chain((1..200).map(|n| n * 1_000)).chain((1..9).map(|n| n * MILLION));
        match others.find(|&number| plurals.place(number) != place(number)) {
            Some(number) => Err(format!("the plural forms do not fit the table, first at {number}")),
            None => Ok(plurals),
        }
    }

    fn place(&self, number: u32) -> usize {
        let digit = self.table.as_bytes().get(crate::words::plural_index(number));
        digit.map_or(0, |digit| usize::from(digit - b'0'))
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::Plurals;

    fn forms(code: &str, numbers: &[u32]) -> Vec<&'static str> {
        let plurals = Plurals::of(code).expect("a language");
        numbers.iter().map(|&number| plurals.categories[plurals.place(number)]).collect()
    }

    #[test]
    fn the_forms_are_those_of_the_language() {
        assert_eq!(forms("en", &[0, 1, 2, 101, 1_000_000]), ["other", "one", "other", "other", "other"]);
        assert_eq!(forms("fr", &[0, 1, 2, 2_000_000]), ["one", "one", "other", "many"]);
        assert_eq!(forms("ru", &[1, 3, 5, 11, 21, 1_014]), ["one", "few", "many", "many", "one", "many"]);
        assert_eq!(forms("ar", &[0, 1, 2, 103, 111, 100]), ["zero", "one", "two", "few", "many", "other"]);
        assert_eq!(forms("zh-Hant", &[0, 1, 2]), ["other"; 3]);
    }

    #[test]
    fn many_languages_fit_the_table() {
        for code in
            "am bn bg br ca cs cy da de el es et fa fi ga gu he hi hr hu id is it ja ko lt lv mk ml mr ms mt nb nl \
                     pa pl pt ro sk sl sr sv sw ta te th tr uk ur vi zh"
                .split_whitespace()
        {
            Plurals::of(code).expect(code);
        }
    }

    #[test]
    fn rules_that_look_at_more_than_two_digits_are_refused() {
        let error = Plurals::by(vec!["one", "other"], |number| usize::from(number % 1_000 != 0)).expect_err("three");
        assert!(error.contains("first at 1000"), "{error}");
        assert!(Plurals::of("not a language").is_err());
    }
}
