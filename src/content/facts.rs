//! Facts about providers from `content/data/`, checked before anything uses them.
//!
//! Invariants: every fact has a source (an https address) and a date (`YYYY-MM-DD`); every provider
//! has an outcome for every scenario, and its recommended model first.

use std::path::Path;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::day;
use super::error::{ContentError, read};
use super::models::ModelsFile;
use crate::journey::exchange::Endpoint;
use crate::journey::{Billed, Ending, Facts, Fixer, Half, Outcome, Provider, ProviderFacts, Retry, Scenario, Stage};
use crate::pricing::{Evidence, Sourced};

impl Facts {
    /// Reads and checks the folder `dir`; also gives where the providers' requests go. Models and prices are
    /// those that hold on `today`.
    ///
    /// # Errors
    /// The first file with a fact that cannot be used.
    pub fn load(dir: &Path, today: Date) -> Result<(Self, Vec<Endpoint>), ContentError> {
        let models = load(&dir.join("models.toml"), |file: ModelsFile| file.check(today))?;
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
            let mut own = self.models.iter().filter(|model| model.provider == provider);
            if !own.next().is_some_and(|first| first.is_recommended) || own.any(|other| other.is_recommended) {
                return Err(format!("the first model of {}, and no other, is the recommended one", provider.name()));
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
struct ProvidersFile {
    provider: Vec<RawProvider>,
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

impl ProvidersFile {
    fn check(self) -> Result<(Vec<ProviderFacts>, Vec<Endpoint>), String> {
        self.provider
            .into_iter()
            .map(|raw| {
                let say = |problem| format!("{}: {problem}", raw.name);
                sourced(&raw.source, &raw.checked).map_err(say)?;
                sourced(&raw.shows_key_source, &raw.shows_key_checked).map_err(say)?;
                let facts = ProviderFacts {
                    id: raw.id,
                    name: raw.name.clone(),
                    key_header: format!("{} {}", raw.key_header, raw.key_example),
                    shows_key_once: raw.shows_key_once,
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
    day::parse(checked).map(drop)
}

#[cfg(test)]
mod tests {
    use super::{Facts, sourced};
    use crate::content::day;
    use std::path::Path;

    #[test]
    fn the_facts_in_this_repository_are_complete() {
        Facts::load(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("content/data"),
            day::parse("2026-11-27").expect("a day"),
        )
        .expect("usable facts");
    }

    #[test]
    fn a_source_is_an_address_and_a_day() {
        assert!(sourced("https://example.org", "2026-02-28").is_ok());
        assert!(sourced("http://example.org", "2026-02-28").is_err());
        assert!(sourced("https://example.org", "2026-02-31").is_err());
    }
}
