//! Facts about providers from `content/data/`, checked before anything uses them.
//!
//! Invariants: every fact has a source (an https address) and a date (`YYYY-MM-DD`); every provider
//! has an outcome for every scenario and a model for every encoding.

use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::error::{ContentError, read};
use crate::journey::exchange::Endpoint;
use crate::journey::{
    Billed, CharsPerToken, Ending, Facts, Fixer, Half, Model, Outcome, Provider, ProviderFacts, Retry, Scenario, Stage,
};
use crate::pricing::{Evidence, Price, Sourced};
use crate::tokenizer::Encoding;

impl Facts {
    /// Reads and checks the folder `dir`; also gives where the providers' requests go.
    ///
    /// # Errors
    /// The first file with a fact that cannot be used.
    pub fn load(dir: &Path) -> Result<(Self, Vec<Endpoint>), ContentError> {
        let models =
            load(&dir.join("models.toml"), |file: ModelsFile| file.model.into_iter().map(RawModel::check).collect())?;
        let outcomes = load(&dir.join("outcomes.toml"), |file: OutcomesFile| {
            file.outcome.into_iter().map(RawOutcome::check).collect()
        })?;
        let (providers, endpoints) = load(&dir.join("providers.toml"), ProvidersFile::check)?;
        let mut outcomes: Vec<Outcome> = outcomes;
        outcomes.extend(Provider::ALL.iter().map(|&provider| Outcome::paid(provider)));
        let facts = Self { models, providers, outcomes };
        facts.check().map_err(|problem| ContentError::new(dir, problem))?;
        Ok((facts, endpoints))
    }

    fn check(&self) -> Result<(), String> {
        for &provider in Provider::ALL {
            for &encoding in Encoding::ALL {
                if Model::choose(&self.models, provider, encoding, "").is_none() {
                    return Err(format!("{} offers no model for {}", provider.name(), encoding.name()));
                }
            }
            for &scenario in Scenario::ALL {
                let found = self.outcomes.iter().filter(|o| o.provider == provider && o.scenario == scenario).count();
                if found != 1 {
                    return Err(format!("{found} outcomes for {} and {}", provider.name(), scenario.name()));
                }
            }
        }
        Ok(())
    }
}

/// Reads a file of facts and checks it.
pub(super) fn load<F: DeserializeOwned, T>(
    file: &Path,
    check: impl FnOnce(F) -> Result<T, String>,
) -> Result<T, ContentError> {
    let raw = toml::from_str(&read(file)?).map_err(|error| ContentError::new(file, error))?;
    check(raw).map_err(|problem| ContentError::new(file, problem))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ModelsFile {
    model: Vec<RawModel>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawModel {
    id: String,
    name: String,
    provider: Provider,
    encoding: Option<String>,
    encoding_source: Option<String>,
    encoding_checked: Option<String>,
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
}

impl RawModel {
    fn check(self) -> Result<Model, String> {
        let say = |problem: String| format!("{}: {problem}", self.id);
        let named = |name: &str| Encoding::from_name(name).ok_or_else(|| format!("there is no encoding `{name}`"));
        let encoding = self.encoding.as_deref().map(named).transpose().map_err(say)?;
        if let Some(published) = Encoding::of_model(&self.id).filter(|&published| encoding != Some(published)) {
            return Err(say(format!("tiktoken says that it uses {}", published.name())));
        }
        if encoding.is_some() {
            let (source, checked) = (self.encoding_source.as_deref(), self.encoding_checked.as_deref());
            sourced(source.unwrap_or_default(), checked.unwrap_or_default()).map_err(say)?;
        }
        sourced(&self.price.source, &self.price.checked).map_err(say)?;
        let amount = |text: &str| text.parse().map_err(|error| format!("{}: {error}", self.id));
        if let Some(cached) = &self.price.cached_input_usd_per_mtok {
            amount(cached)?;
        }
        let price = Price {
            input: amount(&self.price.input_usd_per_mtok)?,
            output: amount(&self.price.output_usd_per_mtok)?,
            sourced: Sourced { evidence: self.price.evidence, source: self.price.source, checked: self.price.checked },
        };
        Ok(Model { id: self.id, name: self.name, provider: self.provider, encoding, price, note: self.price.note })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProvidersFile {
    provider: Vec<RawProvider>,
    estimate: Vec<RawEstimate>,
}

/// The page on keys is kept for those who check the facts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct RawProvider {
    id: Provider,
    name: String,
    key_header: String,
    key_example: String,
    endpoint_method: String,
    endpoint_host: String,
    endpoint_path: String,
    version_header: Option<String>,
    docs: String,
    shows_key_once: bool,
    shows_key_source: String,
    shows_key_checked: String,
    evidence: Evidence,
    source: String,
    checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct RawEstimate {
    provider: Provider,
    chars_per_token_low: f64,
    chars_per_token_high: f64,
    evidence: Evidence,
    source: String,
    checked: String,
}

impl ProvidersFile {
    fn check(self) -> Result<(Vec<ProviderFacts>, Vec<Endpoint>), String> {
        for estimate in &self.estimate {
            sourced(&estimate.source, &estimate.checked)?;
        }
        self.provider
            .into_iter()
            .map(|raw| {
                let say = |problem| format!("{}: {problem}", raw.name);
                sourced(&raw.source, &raw.checked).map_err(say)?;
                sourced(&raw.shows_key_source, &raw.shows_key_checked).map_err(say)?;
                let rule = self.estimate.iter().find(|estimate| estimate.provider == raw.id);
                let hundredths = |chars: f64| (chars * 100.0).round() as u32;
                let facts = ProviderFacts {
                    id: raw.id,
                    name: raw.name.clone(),
                    key_header: format!("{} {}", raw.key_header, raw.key_example),
                    shows_key_once: raw.shows_key_once,
                    chars_per_token: rule.map(|rule| CharsPerToken {
                        low_hundredths: hundredths(rule.chars_per_token_low),
                        high_hundredths: hundredths(rule.chars_per_token_high),
                    }),
                };
                Ok((facts, raw.endpoint()))
            })
            .collect::<Result<Vec<_>, String>>()
            .map(|pairs| pairs.into_iter().unzip())
    }
}

impl RawProvider {
    fn endpoint(self) -> Endpoint {
        Endpoint {
            provider: self.id,
            host: self.endpoint_host,
            path: self.endpoint_path,
            key_header: self.key_header,
            key_example: self.key_example,
            version_header: self.version_header,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutcomesFile {
    outcome: Vec<RawOutcome>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOutcome {
    provider: Provider,
    scenario: Scenario,
    stage: Stage,
    outcome: Ending,
    status: Option<u16>,
    code: Option<String>,
    code_source: Option<String>,
    code_checked: Option<String>,
    reported_status: Option<u16>,
    reported_source: Option<String>,
    reported_checked: Option<String>,
    evidence: Evidence,
    #[serde(default)]
    source: String,
    #[serde(default)]
    checked: String,
    half: Half,
    retry: Retry,
    billed: Billed,
    who: Fixer,
}

impl RawOutcome {
    fn check(self) -> Result<Outcome, String> {
        let say = |problem: String| format!("{}, {}: {problem}", self.provider.name(), self.scenario.name());
        match self.evidence {
            Evidence::Unknown if self.status.is_some() || self.code.is_some() => {
                return Err(say("an unknown answer has no status and no code".to_owned()));
            }
            Evidence::Unknown => {}
            Evidence::Documented | Evidence::Reported => sourced(&self.source, &self.checked).map_err(say)?,
        }
        for (source, checked) in
            [(&self.code_source, &self.code_checked), (&self.reported_source, &self.reported_checked)]
        {
            if let Some(source) = source {
                sourced(source, checked.as_deref().unwrap_or_default()).map_err(say)?;
            }
        }
        Ok(Outcome {
            provider: self.provider,
            scenario: self.scenario,
            stage: self.stage,
            ending: self.outcome,
            status: self.status,
            code: self.code,
            code_reported: self.code_source.is_some(),
            reported_status: self.reported_status.zip(self.reported_checked),
            sourced: Sourced { evidence: self.evidence, source: self.source, checked: self.checked },
            half: self.half,
            retry: self.retry,
            billed: self.billed,
            fixer: self.who,
        })
    }
}

/// Every fact says where it was read, and when.
pub(super) fn sourced(source: &str, checked: &str) -> Result<(), String> {
    if !source.starts_with("https://") {
        return Err(format!("the source `{source}` is not an https address"));
    }
    if !is_date(checked) {
        return Err(format!("`{checked}` is not a date such as 2026-11-22"));
    }
    Ok(())
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |index: usize, digits: usize, most: u32| {
        parts.get(index).is_some_and(|part: &&str| {
            part.len() == digits && part.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n))
        })
    };
    parts.len() == 3 && number(0, 4, 9999) && number(1, 2, 12) && number(2, 2, 31)
}

#[cfg(test)]
mod tests {
    use super::{Facts, RawModel, is_date, sourced};
    use std::path::Path;

    #[test]
    fn the_facts_in_this_repository_are_complete() {
        Facts::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content/data")).expect("usable facts");
    }

    #[test]
    fn dates_are_days() {
        assert!(is_date("2026-11-22"));
        for text in ["", "2026", "2026-13-01", "2026-1-1", "22.11.2026", "2026-11-22-1"] {
            assert!(!is_date(text), "{text}");
        }
        assert!(sourced("http://example.org", "2026-11-22").is_err());
    }

    #[test]
    fn a_price_without_date_does_not_build() {
        let without_date = r#"
            id = "m"
            name = "M"
            provider = "openai"
            [price]
            input_usd_per_mtok = "1"
            output_usd_per_mtok = "2"
            evidence = "documented"
            source = "https://example.org"
        "#;
        assert!(toml::from_str::<RawModel>(without_date).is_err());
        let with_date = format!("{without_date}\nchecked = \"2026-02-31x\"");
        assert!(toml::from_str::<RawModel>(&with_date).expect("complete").check().is_err());
    }
}
