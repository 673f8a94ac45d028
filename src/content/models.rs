//! The price book `models.toml`: models, their prices on the day of the build, and rules of thumb.
//!
//! Invariants: a model has an encoding or a reason for estimating, never both; a model whose end has come is left out;
//! of two prices, the one that holds on that day is the model's.

use jiff::civil::Date;
use serde::Deserialize;

use super::day;
use super::facts::sourced;
use crate::journey::{CharsPerToken, EstimateReason, EstimateRule, Model, OtherPrice, Provider};
use crate::pricing::{Evidence, Price, PricePerMtok, Sourced};
use crate::tokenizer::Encoding;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ModelsFile {
    rule: Vec<RawRule>,
    model: Vec<RawModel>,
}

impl ModelsFile {
    /// The models that are sold on `today`, in the order of the file.
    pub(super) fn check(self, today: Date) -> Result<Vec<Model>, String> {
        let rules = self.rule.into_iter().map(RawRule::check).collect::<Result<Vec<_>, String>>()?;
        let models = self.model.into_iter().map(|raw| {
            let id = raw.id.clone();
            raw.check(&rules, today).map_err(|problem| format!("{id}: {problem}"))
        });
        models.filter_map(Result::transpose).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    id: String,
    chars_per_token_low: f64,
    chars_per_token_high: f64,
    evidence: Evidence,
    source: String,
    checked: String,
}

impl RawRule {
    fn check(self) -> Result<(String, EstimateRule), String> {
        sourced(&self.source, &self.checked).map_err(|problem| format!("{}: {problem}", self.id))?;
        let hundredths = |chars: f64| (chars * 100.0).round() as u32;
        let rule = EstimateRule {
            chars_per_token: CharsPerToken {
                low_hundredths: hundredths(self.chars_per_token_low),
                high_hundredths: hundredths(self.chars_per_token_high),
            },
            sourced: Sourced { evidence: self.evidence, source: self.source, checked: self.checked },
        };
        Ok((self.id, rule))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawModel {
    id: String,
    name: String,
    provider: Provider,
    listed: String,
    listed_checked: String,
    #[serde(default)]
    recommended: bool,
    recommended_source: Option<String>,
    sold_until: Option<String>,
    sold_until_source: Option<String>,
    sold_until_checked: Option<String>,
    encoding: Option<String>,
    encoding_source: Option<String>,
    encoding_checked: Option<String>,
    why_estimated: Option<EstimateReason>,
    rule: String,
    price: RawPrice,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPrice {
    input_usd_per_mtok: String,
    cached_input_usd_per_mtok: Option<String>,
    output_usd_per_mtok: String,
    evidence: Evidence,
    source: String,
    checked: String,
    note: Option<String>,
    until: Option<String>,
    then: Option<RawAmounts>,
}

/// The prices after an announced change.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_field_names)] // the keys of the data file, with their unit
struct RawAmounts {
    input_usd_per_mtok: String,
    cached_input_usd_per_mtok: Option<String>,
    output_usd_per_mtok: String,
}

impl RawModel {
    /// The model; nothing if it is no longer sold on `today`.
    fn check(self, rules: &[(String, EstimateRule)], today: Date) -> Result<Option<Model>, String> {
        sourced(&self.listed, &self.listed_checked)?;
        if self.recommended {
            sourced_too(self.recommended_source.as_ref(), Some(&self.listed_checked))?;
        }
        if let Some(last) = &self.sold_until {
            sourced_too(self.sold_until_source.as_ref(), self.sold_until_checked.as_ref())?;
            if day::parse(last)? < today {
                return Ok(None);
            }
        }
        let unknown = |encoding: &String| format!("there is no encoding `{encoding}`");
        let encoding = self.encoding.as_ref().map(|name| Encoding::from_name(name).ok_or_else(|| unknown(name)));
        let encoding = encoding.transpose()?;
        if let Some(published) = Encoding::of_model(&self.id).filter(|&published| encoding != Some(published)) {
            return Err(format!("tiktoken says that it uses {}", published.name()));
        }
        if encoding.is_some() {
            sourced_too(self.encoding_source.as_ref(), self.encoding_checked.as_ref())?;
        }
        if encoding.is_some() == self.why_estimated.is_some() {
            return Err("a model has an encoding or a reason for estimating".to_owned());
        }
        let rule = rules.iter().find(|(id, _)| *id == self.rule);
        let rule = rule.map(|(_, rule)| rule.clone()).ok_or_else(|| format!("there is no rule `{}`", self.rule))?;
        let note = self.price.note.clone();
        let (price, other_price) = self.price.check(today)?;
        Ok(Some(Model {
            id: self.id,
            name: self.name,
            provider: self.provider,
            is_recommended: self.recommended,
            sold_until: self.sold_until,
            encoding,
            why_estimated: self.why_estimated,
            rule,
            price,
            other_price,
            note,
        }))
    }
}

impl RawPrice {
    /// The price on `today`, and the one on the other side of an announced change.
    fn check(self, today: Date) -> Result<(Price, Option<OtherPrice>), String> {
        sourced(&self.source, &self.checked)?;
        let first = (amount(&self.input_usd_per_mtok)?, amount(&self.output_usd_per_mtok)?);
        self.cached_input_usd_per_mtok.as_ref().map(|cached| amount(cached)).transpose()?;
        let ((input, output), other_price) = match (self.until, self.then) {
            (None, None) => (first, None),
            (Some(until), Some(then)) => {
                let last = day::parse(&until)?;
                let second = (amount(&then.input_usd_per_mtok)?, amount(&then.output_usd_per_mtok)?);
                then.cached_input_usd_per_mtok.as_ref().map(|cached| amount(cached)).transpose()?;
                let is_coming = today <= last;
                let change = last.tomorrow().map_err(|error| error.to_string())?;
                let (now, other) = if is_coming { (first, second) } else { (second, first) };
                let day = if is_coming { change.to_string() } else { until };
                (now, Some(OtherPrice { day, is_coming, input: other.0, output: other.1 }))
            }
            _ => return Err("`until` and `then` belong together".to_owned()),
        };
        let sourced = Sourced { evidence: self.evidence, source: self.source, checked: self.checked };
        Ok((Price { input, output, sourced }, other_price))
    }
}

fn amount(text: &str) -> Result<PricePerMtok, String> {
    text.parse().map_err(|error: crate::pricing::PriceError| error.to_string())
}

/// A source and a date that have to be there.
fn sourced_too(source: Option<&String>, checked: Option<&String>) -> Result<(), String> {
    sourced(source.map_or("", String::as_str), checked.map_or("", String::as_str))
}

#[cfg(test)]
mod tests {
    use super::ModelsFile;
    use crate::content::day;
    use crate::journey::Model;

    const RULE: &str = r#"
        [[rule]]
        id = "r"
        chars_per_token_low = 2.5
        chars_per_token_high = 4.0
        evidence = "documented"
        source = "https://example.org"
        checked = "2026-11-01"
    "#;
    const MODEL: &str = r#"
        [[model]]
        id = "m"
        name = "M"
        provider = "openai"
        listed = "https://example.org/models"
        listed_checked = "2026-11-01"
        sold_until = "2027-01-14"
        sold_until_source = "https://example.org/ends"
        sold_until_checked = "2026-11-01"
        why_estimated = "no-tokenizer"
        rule = "r"
        [model.price]
        input_usd_per_mtok = "2"
        output_usd_per_mtok = "10"
        evidence = "documented"
        source = "https://example.org"
        checked = "2026-11-01"
        until = "2026-11-30"
        [model.price.then]
        input_usd_per_mtok = "4"
        output_usd_per_mtok = "20"
    "#;

    fn on(today: &str, model: &str) -> Result<Vec<Model>, String> {
        let file: ModelsFile = toml::from_str(&format!("{RULE}{model}")).map_err(|error| error.to_string())?;
        file.check(day::parse(today).expect("a day"))
    }

    fn price_on(today: &str) -> (String, String, bool) {
        let models = on(today, MODEL).expect("usable");
        let model = models.first().expect("a model");
        let other = model.other_price.as_ref().expect("another price");
        (model.price.input.to_string(), format!("{} {}", other.input, other.day), other.is_coming)
    }

    #[test]
    fn the_price_is_the_one_of_the_day_and_the_other_is_named() {
        let before = ("2.00".to_owned(), "4.00 2026-12-01".to_owned(), true);
        assert_eq!([price_on("2026-11-27"), price_on("2026-11-30")], [before.clone(), before]);
        assert_eq!(price_on("2026-12-01"), ("4.00".to_owned(), "2.00 2026-11-30".to_owned(), false));
    }

    #[test]
    fn a_model_is_left_out_after_its_last_day() {
        assert_eq!(on("2027-01-14", MODEL).map(|models| models.len()), Ok(1));
        assert_eq!(on("2027-01-15", MODEL).map(|models| models.len()), Ok(0));
    }

    #[test]
    fn what_is_incomplete_or_impossible_does_not_build() {
        for (right, wrong) in [
            ("checked = \"2026-11-01\"\n        until", "until"),
            ("until = \"2026-11-30\"", ""),
            ("until = \"2026-11-30\"", "until = \"2026-02-31\""),
            ("why_estimated = \"no-tokenizer\"", ""),
            ("rule = \"r\"", "rule = \"s\""),
            ("listed_checked = \"2026-11-01\"", "listed_checked = \"2026-02-31\""),
            ("sold_until_checked = \"2026-11-01\"", ""),
        ] {
            assert!(MODEL.contains(right), "{right}");
            assert!(on("2026-11-27", &MODEL.replacen(right, wrong, 1)).is_err(), "{right} -> {wrong}");
        }
    }
}
