//! Facts about providers that the build reads from `content/data/` and the page shows.
//!
//! Invariant: every fact carries its source and its date ([`Sourced`]).

use super::cost::CostFacts;
use super::exchange::{Answer, Endpoint};
use super::{HeaderOf, LimitHeader, Model, Outcome, PlaceFact, Provider, Refill, Scenario, Terms, Variation};
use crate::names::named_enum;
use crate::pricing::Sourced;
use crate::tokenizer::Encoding;

/// What the whole page knows of the providers.
#[derive(Clone, Debug)]
pub struct Facts {
    /// Models with dated prices, in the order of the menu.
    pub models: Vec<Model>,
    /// The providers in the order of the menu.
    pub providers: Vec<ProviderFacts>,
    /// The matrix provider × scenario.
    pub outcomes: Vec<Outcome>,
}

impl Facts {
    /// The facts about `provider`.
    ///
    /// # Panics
    /// If the build left it out, which its checks exclude.
    pub fn provider(&self, provider: Provider) -> &ProviderFacts {
        self.providers.iter().find(|facts| facts.id == provider).expect("facts")
    }

    /// The model of `provider` called `id`, as [`Model::choose`] chooses it.
    ///
    /// # Panics
    /// If the provider has no model, which the build's checks exclude.
    pub fn model(&self, provider: Provider, encoding: Encoding, id: &str) -> &Model {
        Model::choose(&self.models, provider, encoding, id).expect("an offered model")
    }

    /// The model called `id`, whoever runs it.
    pub fn model_by_id(&self, id: &str) -> Option<&Model> {
        self.models.iter().find(|model| model.id == id)
    }

    /// What `provider` answers in `scenario`.
    ///
    /// # Panics
    /// If the build left it out, which its checks exclude.
    pub fn outcome(&self, provider: Provider, scenario: Scenario) -> &Outcome {
        self.outcomes
            .iter()
            .find(|outcome| (outcome.provider, outcome.scenario) == (provider, scenario))
            .expect("an outcome")
    }
}

/// What the page says of a provider.
#[derive(Clone, Debug)]
pub struct ProviderFacts {
    /// Which one.
    pub id: Provider,
    /// Its name on the page.
    pub name: String,
    /// The header that carries the key, with an obviously fake key.
    pub key_header: String,
    /// Whether it shows a key at its creation only.
    pub shows_key_once: bool,
}

impl ProviderFacts {
    /// The obviously fake key that stands at the end of [`ProviderFacts::key_header`].
    pub fn key_example(&self) -> &str {
        self.key_header.rsplit(' ').next().unwrap_or_default()
    }
}

/// How many tokens a model takes at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The model's id.
    pub model: String,
    /// Tokens of everything together; for Gemini, of the input.
    pub tokens: u32,
    /// Where it was read.
    pub sourced: Sourced,
}

/// An example of rate limits: those of one model in one tier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Whose.
    pub provider: Provider,
    /// The model's id.
    pub model: String,
    /// The provider's name for the tier.
    pub tier: String,
    /// Requests a minute, where published.
    pub requests_per_minute: Option<u32>,
    /// Input tokens a minute, or all tokens where they share one limit; where published.
    pub tokens_per_minute: Option<u32>,
    /// Output tokens a minute, where they have a limit of their own.
    pub output_per_minute: Option<u32>,
    /// The most that the tier allows to spend in a month, in whole dollars.
    pub monthly_cap_usd: Option<u32>,
    /// The most that the tier allows to spend in ten minutes, in whole dollars, where that is the limit.
    pub usd_per_10_minutes: Option<u32>,
    /// How it comes back, as far as the provider says.
    pub refill: Refill,
    /// What counts against it, one sentence each.
    pub counts: Vec<(String, Sourced)>,
    /// The answer's headers about limits.
    pub headers: Vec<LimitHeader>,
    /// Where it was read.
    pub sourced: Sourced,
}

impl Limit {
    /// What its number of tokens counts: a limit of output besides means that this is one of input.
    pub const fn counted(&self) -> HeaderOf {
        if self.output_per_minute.is_some() { HeaderOf::InputTokens } else { HeaderOf::Tokens }
    }
}

named_enum! {
    /// What a reader would like to know of keys and not every provider says; named as in `content/data/keys.toml`.
    pub enum KeyQuestion {
        /// Whether a key can have an end.
        Expiry = "expiry",
        /// When a key was last used.
        LastUsed = "last-used",
        /// What was done with keys, and by whom.
        AuditLog = "audit-log",
        /// How soon a revoked key stops working.
        RevocationSpeed = "revocation-speed",
        /// How far spending can go beyond a limit.
        SpendLimitDelay = "spend-limit-delay",
        /// Whether keys that leaked are switched off.
        LeakBlocking = "leak-blocking",
    }
}

/// What one provider documents about its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFact {
    /// Whose keys.
    pub provider: Provider,
    /// One sentence; nothing where nothing was found.
    pub text: Option<String>,
    /// What was looked for where nothing was found.
    pub question: Option<KeyQuestion>,
    /// Where it was read.
    pub sourced: Sourced,
}

/// Where the fields of a usage record were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordSource {
    /// Whose record.
    pub provider: Provider,
    /// Where.
    pub sourced: Sourced,
}

/// Facts that only the exhibits show.
#[derive(Clone, Debug)]
pub struct ExhibitFacts {
    /// Where requests go.
    pub endpoints: Vec<Endpoint>,
    /// The matrix of answers, written out.
    pub answers: Vec<Answer>,
    /// How models bill what is not plain.
    pub terms: Vec<Terms>,
    /// How much models take at once.
    pub windows: Vec<Window>,
    /// Examples of rate limits, one per provider that publishes any.
    pub limits: Vec<Limit>,
    /// What is documented about keys.
    pub key_facts: Vec<KeyFact>,
    /// What is documented about the places where keys are put.
    pub place_facts: Vec<PlaceFact>,
    /// Where the usage records were read.
    pub records: Vec<RecordSource>,
    /// What the calculator of costs starts from.
    pub costs: CostFacts,
}

impl ExhibitFacts {
    /// Where requests to `provider` go.
    ///
    /// # Panics
    /// If the build left it out, which its checks exclude.
    pub fn endpoint(&self, provider: Provider) -> &Endpoint {
        self.endpoints.iter().find(|endpoint| endpoint.provider == provider).expect("an endpoint")
    }

    /// What `provider` is known to answer in `scenario`.
    ///
    /// # Panics
    /// If the build left it out, which its checks exclude.
    pub fn answer(&self, provider: Provider, scenario: Scenario) -> &Answer {
        self.answers
            .iter()
            .find(|answer| (answer.provider, answer.scenario) == (provider, scenario))
            .expect("an answer")
    }

    /// How `model` bills `variation`; nothing for the plain request.
    pub fn terms(&self, model: &Model, variation: Variation) -> Option<&Terms> {
        self.terms.iter().find(|terms| terms.model == model.id && terms.variation == variation)
    }

    /// How many tokens `model` takes at once, where that is known.
    pub fn window(&self, model: &Model) -> Option<&Window> {
        self.windows.iter().find(|window| window.model == model.id)
    }

    /// The example of rate limits at `provider`, if it publishes any.
    pub fn limit(&self, provider: Provider) -> Option<&Limit> {
        self.limits.iter().find(|limit| limit.provider == provider)
    }

    /// Where the usage record of `provider` was read.
    pub fn record(&self, provider: Provider) -> Option<&RecordSource> {
        self.records.iter().find(|record| record.provider == provider)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Limit, Provider, Refill, Sourced};
    /// A limit without any number, for tests to fill in.
    pub fn limit() -> Limit {
        Limit {
            provider: Provider::OpenAi,
            model: "m".to_owned(),
            tier: "Tier 1".to_owned(),
            requests_per_minute: None,
            tokens_per_minute: None,
            output_per_minute: None,
            monthly_cap_usd: None,
            usd_per_10_minutes: None,
            refill: Refill::Unknown,
            counts: Vec::new(),
            headers: Vec::new(),
            sourced: Sourced::common_knowledge(),
        }
    }
}
