//! What the build hands to the browser with the page: words, facts and real sample results.
//!
//! Written into the page by `site` and read back in the browser.

use super::flat::{from_text, to_text};
use crate::journey::{Model, Outcome, Provider, ProviderFacts, Scenario};
use crate::tokenizer::{Encoding, Text, Tokenization};
use crate::worker::protocol::Files;

/// A text with its tokens, computed at build time.
#[derive(Clone, Debug)]
pub struct Counted {
    /// The text.
    pub text: Text,
    /// Its tokens in the encodings of the models on the page.
    pub results: Vec<(Encoding, Tokenization)>,
}

impl Counted {
    /// The result for `encoding`, if it goes with the page.
    pub fn result(&self, encoding: Encoding) -> Option<&Tokenization> {
        self.results.iter().find(|(known, _)| *known == encoding).map(|(_, result)| result)
    }
}

/// Everything the interactive parts need for their first render and after it.
#[derive(Clone, Debug)]
pub struct PageData {
    /// The interface's words, in the order of `Strings::keys`.
    pub words: Vec<String>,
    /// The text in the lab before the reader types.
    pub sample: Counted,
    /// The model's example answer.
    pub answer: Counted,
    /// Models with dated prices; a provider's first is its default.
    pub models: Vec<Model>,
    /// The providers in the order of the menu.
    pub providers: Vec<ProviderFacts>,
    /// The matrix provider × scenario.
    pub outcomes: Vec<Outcome>,
    /// Files to load on demand.
    pub files: Files,
}

impl PageData {
    /// The data as text, as the build writes it into the page.
    pub fn to_text(&self) -> String {
        to_text(self)
    }

    /// The inverse of [`PageData::to_text`].
    ///
    /// # Panics
    /// If the text is something else.
    pub fn from_text(text: &str) -> Self {
        from_text(text)
    }

    /// The facts about `provider`.
    ///
    /// # Panics
    /// If the build left it out, which its checks exclude.
    pub fn provider(&self, provider: Provider) -> &ProviderFacts {
        self.providers.iter().find(|facts| facts.id == provider).expect("facts")
    }

    /// What `provider` answers in `scenario`.
    ///
    /// # Panics
    /// If the build left it out, which its checks exclude.
    pub fn outcome(&self, provider: Provider, scenario: Scenario) -> &Outcome {
        self.outcomes
            .iter()
            .find(|outcome| outcome.provider == provider && outcome.scenario == scenario)
            .expect("an outcome")
    }
}
