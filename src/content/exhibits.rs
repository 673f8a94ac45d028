//! The exhibits' facts from `content/data/`, checked before anything uses them.
//!
//! Invariants: every fact that is shown has a source and a date; every cell of the matrix and every
//! variation of every model is there; a cached price is the same wherever it is written.

use std::path::Path;

use serde::Deserialize;

use super::costs::CostsFile;
use super::error::ContentError;
use super::facts::{load, sourced};
use super::key_places::KeyPlacesFile;
use crate::journey::exchange::{Answer, Endpoint, Part};
use crate::journey::{
    ExhibitFacts, HeaderForm, HeaderOf, HeaderTells, KeyFact, KeyQuestion, Limit, LimitHeader, Model, Provider,
    RecordSource, Refill, Scenario, Terms, Variation, Window,
};
use crate::pricing::{Evidence, Sourced};

impl ExhibitFacts {
    /// Reads and checks the folder `dir`; `models` and `endpoints` are those of its other facts.
    ///
    /// # Errors
    /// The first file with a fact that cannot be used.
    pub fn load(dir: &Path, models: &[Model], endpoints: Vec<Endpoint>) -> Result<Self, ContentError> {
        let file = |name: &str| dir.join(name);
        let facts = Self {
            endpoints,
            answers: load(&file("answers.toml"), |file: AnswersFile| all(file.answer, RawAnswer::check))?,
            terms: load(&file("variations.toml"), |file: VariationsFile| all(file.variation, RawTerms::check))?,
            windows: load(&file("windows.toml"), |file: WindowsFile| all(file.window, RawWindow::check))?,
            limits: load(&file("limits.toml"), LimitsFile::check)?,
            key_facts: load(&file("keys.toml"), |file: KeysFile| {
                Ok(all(file.fact, RawKeyFact::check)?.into_iter().flatten().collect())
            })?,
            place_facts: load(&file("key-places.toml"), KeyPlacesFile::check)?,
            records: load(&file("records.toml"), |file: RecordsFile| all(file.record, RawRecord::check))?,
            costs: load(&file("costs.toml"), |file: CostsFile| file.check(models))?,
        };
        facts.check(models).map_err(|problem| ContentError::new(dir, problem))?;
        Ok(facts)
    }

    fn check(&self, models: &[Model]) -> Result<(), String> {
        for &provider in Provider::ALL {
            for &scenario in Scenario::ALL {
                let found = self.answers.iter().filter(|a| a.provider == provider && a.scenario == scenario).count();
                if found != 1 {
                    return Err(format!("{found} answers for {} and {}", provider.name(), scenario.name()));
                }
            }
            if !self.limits.iter().any(|limit| limit.provider == provider) {
                return Err(format!("no limit for {}", provider.name()));
            }
        }
        for model in models {
            for &variation in Variation::ALL.iter().filter(|&&variation| variation != Variation::Plain) {
                if !self.terms.iter().any(|terms| terms.model == model.id && terms.variation == variation) {
                    return Err(format!("{} says nothing of {}", model.id, variation.name()));
                }
            }
            if !self.windows.iter().any(|window| window.model == model.id) {
                return Err(format!("no context window for {}", model.id));
            }
        }
        Ok(())
    }
}

/// Checks each item of a list.
pub(super) fn all<R, T>(raw: Vec<R>, check: impl Fn(R) -> Result<T, String>) -> Result<Vec<T>, String> {
    raw.into_iter().map(check).collect()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswersFile {
    answer: Vec<RawAnswer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAnswer {
    provider: Provider,
    scenario: Scenario,
    status: Option<u16>,
    body: Option<String>,
    body_evidence: Option<Evidence>,
    body_source: Option<String>,
    body_checked: Option<String>,
    headers: Vec<String>,
    headers_evidence: Evidence,
    headers_source: Option<String>,
    headers_checked: Option<String>,
    disagree: Option<String>,
    note: Option<String>,
}

impl RawAnswer {
    fn check(self) -> Result<Answer, String> {
        let say = |problem: String| format!("{}, {}: {problem}", self.provider.name(), self.scenario.name());
        let lines = self.body.iter().flat_map(|body| body.trim().lines().map(str::to_owned)).collect();
        let evidence = self.body_evidence.unwrap_or(Evidence::Unknown);
        Ok(Answer {
            provider: self.provider,
            scenario: self.scenario,
            seen_status: self.status,
            headers: part(self.headers, self.headers_evidence, self.headers_source, self.headers_checked)
                .map_err(say)?,
            body: part(lines, evidence, self.body_source, self.body_checked).map_err(say)?,
            disagree: self.disagree,
            note: self.note,
        })
    }
}

/// A part with its evidence; what is unknown has no text.
fn part(
    lines: Vec<String>,
    evidence: Evidence,
    source: Option<String>,
    checked: Option<String>,
) -> Result<Part, String> {
    let (source, checked) = (source.unwrap_or_default(), checked.unwrap_or_default());
    match evidence {
        Evidence::Unknown if !lines.is_empty() => return Err("what is unknown has no text".to_owned()),
        Evidence::Unknown => {}
        Evidence::Documented | Evidence::Reported => sourced(&source, &checked)?,
    }
    Ok(Part { lines, sourced: Sourced { evidence, source, checked } })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VariationsFile {
    variation: Vec<RawTerms>,
}

/// Steps and lifetimes are kept for those who check the facts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)]
struct RawTerms {
    model: String,
    kind: Variation,
    exists: bool,
    input_multiplier: Option<String>,
    output_multiplier: Option<String>,
    #[serde(default)]
    minimum_tokens: u32,
    #[serde(default)]
    threshold_tokens: u32,
    tokens: Option<u32>,
    steps: Option<Vec<String>>,
    ttl: Option<String>,
    #[serde(default)]
    note: String,
    evidence: Evidence,
    source: String,
    checked: String,
}

impl RawTerms {
    fn check(self) -> Result<Terms, String> {
        let say = |problem: String| format!("{}, {}: {problem}", self.model, self.kind.name());
        let sourced = known(self.evidence, self.source, self.checked).map_err(say)?;
        let times = |multiplier: Option<&String>| multiplier.map_or(Ok(1_000), |text| thousandths_of(text));
        Ok(Terms {
            input_thousandths: times(self.input_multiplier.as_ref()).map_err(say)?,
            output_thousandths: times(self.output_multiplier.as_ref()).map_err(say)?,
            // A stretch of exactly the minimum is cached.
            threshold_tokens: self.threshold_tokens.max(self.minimum_tokens.saturating_sub(1)),
            image_tokens: self.tokens,
            note: note(&self.note, self.steps.as_deref()),
            model: self.model,
            variation: self.kind,
            exists: self.exists,
            sourced,
        })
    }
}

/// The steps of a computation before the remark about it.
fn note(words: &str, steps: Option<&[String]>) -> String {
    match steps {
        Some(steps) if !steps.is_empty() => format!("{}. {words}", steps.join("; ")).trim().to_owned(),
        _ => words.to_owned(),
    }
}

/// `1.25` is 1,250 thousandths.
fn thousandths_of(multiplier: &str) -> Result<u32, String> {
    let (whole, part) = multiplier.split_once('.').unwrap_or((multiplier, ""));
    let digits = format!("{whole}{part:0<3}");
    let is_number = !whole.is_empty() && part.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number).ok_or_else(|| format!("`{multiplier}` is not a multiplier"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WindowsFile {
    window: Vec<RawWindow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWindow {
    model: String,
    context_window_tokens: u32,
    evidence: Evidence,
    source: String,
    checked: String,
}

impl RawWindow {
    fn check(self) -> Result<Window, String> {
        let sourced = known(self.evidence, self.source, self.checked)?;
        Ok(Window { model: self.model, tokens: self.context_window_tokens, sourced })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LimitsFile {
    limit: Vec<RawLimit>,
    header: Vec<RawHeader>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLimit {
    provider: Provider,
    model: String,
    tier: String,
    requests_per_minute: Option<u32>,
    tokens_per_minute: Option<u32>,
    input_tokens_per_minute: Option<u32>,
    output_tokens_per_minute: Option<u32>,
    spend_usd_per_10_minutes: Option<String>,
    tier_monthly_cap_usd: Option<String>,
    refill: Refill,
    evidence: Evidence,
    source: String,
    checked: String,
    #[serde(default)]
    counts: Vec<RawCounts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCounts {
    text: Option<String>,
    evidence: Evidence,
    source: String,
    checked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawHeader {
    provider: Provider,
    name: String,
    of: HeaderOf,
    tells: HeaderTells,
    format: HeaderForm,
    text: String,
    evidence: Evidence,
    source: String,
    checked: String,
}

impl RawHeader {
    /// The header and whose it is.
    fn check(self) -> Result<(Provider, LimitHeader), String> {
        let say = |problem| format!("{} ({}): {problem}", self.name, self.text);
        known(self.evidence, self.source, self.checked).map_err(say)?;
        if !self.format.can_write(self.tells) {
            return Err(say(format!("`{}` cannot write `{}`", self.format.name(), self.tells.name())));
        }
        Ok((self.provider, LimitHeader { name: self.name, of: self.of, tells: self.tells, form: self.format }))
    }
}

impl LimitsFile {
    fn check(self) -> Result<Vec<Limit>, String> {
        let headers: Vec<(Provider, LimitHeader)> = all(self.header, RawHeader::check)?;
        let headers = |provider| {
            let own = headers.iter().filter(move |(whose, _)| *whose == provider);
            own.map(|(_, header)| header.clone()).collect()
        };
        self.limit
            .into_iter()
            .map(|raw| {
                let counts = raw.counts.into_iter().filter_map(|raw| {
                    let sourced = known(raw.evidence, raw.source, raw.checked);
                    raw.text.map(|text| Ok((text, sourced?)))
                });
                Ok(Limit {
                    headers: headers(raw.provider),
                    provider: raw.provider,
                    model: raw.model,
                    tier: raw.tier,
                    requests_per_minute: raw.requests_per_minute,
                    tokens_per_minute: raw.tokens_per_minute.or(raw.input_tokens_per_minute),
                    output_per_minute: raw.output_tokens_per_minute,
                    monthly_cap_usd: dollars(raw.tier_monthly_cap_usd)?,
                    usd_per_10_minutes: dollars(raw.spend_usd_per_10_minutes)?,
                    refill: raw.refill,
                    counts: counts.collect::<Result<_, String>>()?,
                    sourced: known(raw.evidence, raw.source, raw.checked)?,
                })
            })
            .collect()
    }
}

fn dollars(text: Option<String>) -> Result<Option<u32>, String> {
    text.map(|text| text.parse().map_err(|_| format!("`{text}` is not a whole number of dollars"))).transpose()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeysFile {
    fact: Vec<RawKeyFact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawKeyFact {
    /// One of them, or `all`.
    provider: String,
    topic: String,
    text: Option<String>,
    evidence: Evidence,
    #[serde(default)]
    source: String,
    #[serde(default)]
    checked: String,
}

impl RawKeyFact {
    /// The fact, once for each provider that it holds for.
    fn check(self) -> Result<Vec<KeyFact>, String> {
        let providers: Vec<Provider> = match Provider::from_name(&self.provider) {
            Some(provider) => vec![provider],
            None if self.provider == "all" => Provider::ALL.to_vec(),
            None => return Err(format!("there is no provider `{}`", self.provider)),
        };
        if self.text.is_none() != (self.evidence == Evidence::Unknown) {
            return Err(format!("{}, {}: what is unknown has no text", self.provider, self.topic));
        }
        let question = KeyQuestion::from_name(&self.topic).filter(|_| self.text.is_none());
        if self.text.is_none() && question.is_none() {
            return Err(format!("the page has no words for `{}`, which was not found", self.topic));
        }
        let sourced = known(self.evidence, self.source, self.checked)?;
        let fact = |provider| KeyFact { provider, text: self.text.clone(), question, sourced: sourced.clone() };
        Ok(providers.into_iter().map(fact).collect())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RecordsFile {
    record: Vec<RawRecord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRecord {
    provider: Provider,
    evidence: Evidence,
    source: String,
    checked: String,
}

impl RawRecord {
    fn check(self) -> Result<RecordSource, String> {
        Ok(RecordSource { provider: self.provider, sourced: known(self.evidence, self.source, self.checked)? })
    }
}

/// Evidence with its source and date, which only the unknown may lack.
pub(super) fn known(evidence: Evidence, source: String, checked: String) -> Result<Sourced, String> {
    if evidence != Evidence::Unknown {
        sourced(&source, &checked)?;
    }
    Ok(Sourced { evidence, source, checked })
}

#[cfg(test)]
mod tests {
    use super::{ExhibitFacts, LimitsFile, thousandths_of};
    use crate::content::day;
    use crate::journey::{Facts, Variation};
    use crate::pricing::PricePerMtok;
    use std::path::Path;

    #[test]
    fn the_facts_in_this_repository_are_complete_and_agree() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/data");
        let (facts, endpoints) = Facts::load(&dir, day::parse("2026-11-27").expect("a day")).expect("usable facts");
        let facts = ExhibitFacts::load(&dir, &facts.models, endpoints).expect("usable facts");
        let book: toml::Table =
            std::fs::read_to_string(dir.join("models.toml")).expect("the price book").parse().expect("TOML");
        for entry in book["model"].as_array().expect("models") {
            let id = entry["id"].as_str().expect("an id");
            let terms = facts.terms.iter().find(|t| t.model == id && t.variation == Variation::CacheHit);
            let terms = terms.expect("terms of the cache");
            for price in [Some(&entry["price"]), entry["price"].get("then")].into_iter().flatten() {
                let amount =
                    |key: &str| price.get(key).map(|text| text.as_str().expect("text").parse().expect("a price"));
                let input: PricePerMtok = amount("input_usd_per_mtok").expect("a price");
                let cached = terms.exists.then(|| input.times_thousandths(terms.input_thousandths));
                assert_eq!(amount("cached_input_usd_per_mtok"), cached, "{id}");
            }
        }
    }

    #[test]
    fn no_model_of_a_limit_ends_while_the_others_go_on() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/data");
        for day in ["2026-11-27", "2040-01-01"] {
            let (facts, endpoints) = Facts::load(&dir, day::parse(day).expect("a day")).expect("usable facts");
            let exhibits = ExhibitFacts::load(&dir, &facts.models, endpoints).expect("usable facts");
            for limit in &exhibits.limits {
                assert!(facts.models.iter().any(|model| model.id == limit.model), "{day}: {}", limit.model);
            }
        }
    }

    #[test]
    fn a_word_that_limits_do_not_know_does_not_build() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/data");
        let text = std::fs::read_to_string(dir.join("limits.toml")).expect("the limits");
        let load = |text: &str| {
            toml::from_str::<LimitsFile>(text).map_err(|error| error.to_string()).and_then(LimitsFile::check)
        };
        assert_eq!(load(&text).map(|limits| limits.len()), Ok(3));
        for (right, wrong) in [
            ("format = \"rfc-3339\"", "format = \"RFC 3339 time\""),
            ("format = \"thousands\"", "format = \"thousand\""),
            ("of = \"requests\"", "of = \"request\""),
            ("tells = \"reset\"", "tells = \"resets\""),
            ("refill = \"token-bucket\"", "refill = \"bucket\""),
            ("format = \"seconds\"", "format = \"number\""),
        ] {
            assert!(text.contains(right), "{right}");
            assert!(load(&text.replacen(right, wrong, 1)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn multipliers_are_thousandths() {
        let known = ["0.1", "2", "1.25", "0.025"].map(thousandths_of);
        assert_eq!(known, [Ok(100), Ok(2_000), Ok(1_250), Ok(25)]);
        for text in ["1.1255", "x", "-1", ""] {
            assert!(thousandths_of(text).is_err(), "{text}");
        }
    }
}
