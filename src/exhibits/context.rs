//! What all exhibits share: data, words, and what the app passed on last.

use leptos::prelude::*;

use super::ExhibitStrings;
use crate::handover::{ExhibitData, JourneyState};
use crate::journey::{Count, Letters, Model, Phase, Provider, Scenario, Stage};
use crate::tokenizer::Encoding;
use crate::ui::widgets::Today;
use crate::words::from_words;

/// A handle that lives as long as the page.
#[derive(Clone, Copy)]
pub struct ExhibitContext(&'static ContextParts);

struct ContextParts {
    data: &'static ExhibitData,
    text: ExhibitStrings,
    journey: RwSignal<JourneyState>,
    today: Today,
}

impl ExhibitContext {
    /// Keeps `data` as long as the page lives; until the app passes on another, the request is the example.
    pub fn new(mut data: ExhibitData) -> Self {
        let text = from_words(std::mem::take(&mut data.words));
        Self::fresh(Box::leak(Box::new(data)), text)
    }

    /// The same data, and signals as on a fresh page: an exhibit that comes alive later than others has
    /// to render what the build wrote, too.
    #[cfg(feature = "hydrate")]
    pub(super) fn afresh(self) -> Self {
        Self::fresh(self.0.data, self.0.text)
    }

    fn fresh(data: &'static ExhibitData, text: ExhibitStrings) -> Self {
        let journey = RwSignal::new(example(data));
        Self(Box::leak(Box::new(ContextParts { data, text, journey, today: Today::new() })))
    }

    pub(super) fn data(self) -> &'static ExhibitData {
        self.0.data
    }

    pub(super) fn text(self) -> ExhibitStrings {
        self.0.text
    }

    /// The reader's request and how far it is. Tracks it.
    pub(super) fn journey(self) -> JourneyState {
        self.0.journey.get()
    }

    /// A part of it. Tracks it.
    pub(super) fn journey_with<T>(self, part: impl FnOnce(&JourneyState) -> T) -> T {
        self.0.journey.with(part)
    }

    /// The app passes on a change.
    #[cfg(feature = "hydrate")]
    pub(super) fn set_journey(self, journey: JourneyState) {
        self.0.journey.set(journey);
    }

    /// What day it is.
    pub(super) fn today(self) -> Today {
        self.0.today
    }

    /// The model that `provider` gets the text for: the reader's choice, or else its first.
    pub(super) fn model(self, provider: Provider) -> &'static Model {
        let facts = &self.data().facts;
        self.journey_with(|journey| {
            let chosen = if journey.provider == provider { journey.model.as_str() } else { "" };
            facts.model(provider, journey.encoding, chosen)
        })
    }

    /// Tokens of the text for `model`; nothing while they are being counted.
    pub(super) fn input(self, model: &Model) -> Option<Count> {
        self.journey_with(|journey| model.count(journey.encoding, journey.tokens, journey.letters))
    }

    /// Tokens of the whole example answer.
    pub(super) fn output(self, model: &Model) -> Count {
        model.count_answer(&self.data().samples.answer)
    }

    /// The example answer in the pieces in which it arrives: tokens, where the tokenizer is published.
    pub(super) fn pieces(self, model: &Model) -> Vec<&'static str> {
        let answer = &self.data().samples.answer;
        match answer.result(model.encoding.unwrap_or_default()) {
            Some(tokens) => (0..tokens.len()).filter_map(|index| answer.text.get(tokens.bytes_of(index))).collect(),
            None => vec![&answer.text],
        }
    }
}

/// The request of a fresh page.
fn example(data: &ExhibitData) -> JourneyState {
    let encoding = Encoding::default();
    JourneyState {
        provider: Provider::OpenAi,
        model: String::new(),
        scenario: Scenario::Paid,
        stage: Stage::CreateKey,
        phase: Phase::Idle,
        written: 0,
        encoding,
        tokens: data.samples.text.result(encoding).map(|tokens| tokens.len() as u32),
        letters: Letters::of(&data.samples.text.text),
        text: data.samples.text.text.to_string(),
    }
}
