//! What this journey carries and where it leads: values derived from the reader's request.
//!
//! Invariant: an estimate is never turned into an exact number on the way to the screen.

use leptos::prelude::*;

use crate::journey::{Count, EstimateReason, Letters, Model, Outcome, ProviderFacts, Receipt, Timeline};
use crate::pricing::Usd;
use crate::tokenizer::Tokenization;
use crate::ui::widgets::{Today, effect};
use crate::ui::{Page, Shared};
use crate::words::fill;

/// A handle on values derived from the request. All methods track it.
#[derive(Clone, Copy)]
pub(super) struct JourneyContext(&'static Inner);

struct Inner {
    page: Page,
    shared: Shared,
    /// What an estimate needs of the text. Kept, because it is the whole text that is read.
    letters: Memo<Letters>,
    today: Today,
}

impl JourneyContext {
    pub(super) fn new(page: Page, shared: Shared) -> Self {
        let letters = Memo::new(move |_| shared.request.with(|r| Letters::of(&r.reading.text)));
        let today = Today::new();
        effect(move || today.know());
        Self(Box::leak(Box::new(Inner { page, shared, letters, today })))
    }

    /// How long ago a fact was read that was read on `date`, in words.
    pub(super) fn age_words(self, date: &str) -> String {
        self.0.today.age_words(self.0.page.text().number(), self.0.page.text().age(), date)
    }

    /// What the provider answers.
    pub(super) fn outcome(self) -> &'static Outcome {
        self.0.shared.request.with(|r| self.0.page.data().facts.outcome(r.provider, r.scenario))
    }

    /// The model the text is sent to.
    pub(super) fn model(self) -> &'static Model {
        model(self.0.page, self.0.shared)
    }

    /// Facts about the provider.
    pub(super) fn provider(self) -> &'static ProviderFacts {
        self.0.shared.request.with(|r| self.0.page.data().facts.provider(r.provider))
    }

    /// Whether the model's tokens can be counted here.
    pub(super) fn is_exact(self) -> bool {
        counts_exactly(self.0.page, self.0.shared)
    }

    /// Why the tokens are estimated; nothing where they are counted.
    pub(super) fn why_estimated(self) -> String {
        let text = self.0.page.text().journey();
        let provider = ("provider", self.provider().name.as_str());
        if self.is_exact() {
            return String::new();
        }
        let model = self.model();
        match (model.why_estimated, model.encoding) {
            (Some(EstimateReason::NoEncodingNamed), _) => fill(text.estimate_no_encoding(), &[provider]),
            (Some(EstimateReason::SdkNamesNone), _) => fill(text.estimate_sdk(), &[provider]),
            (Some(EstimateReason::NoTokenizer), _) | (None, None) => fill(text.estimate_no_tokenizer(), &[provider]),
            (None, Some(encoding)) => {
                fill(text.estimate_other(), &[("model", &model.name), ("encoding", encoding.name())])
            }
        }
    }

    /// The rule of thumb behind an estimate, with its date; nothing where the tokens are counted.
    pub(super) fn rule_words(self) -> String {
        if self.is_exact() {
            return String::new();
        }
        let (text, rule) = (self.0.page.text(), &self.model().rule);
        let characters = text.number().fraction(rule.chars_per_token.words());
        let words =
            fill(text.journey().estimate_rule(), &[("characters", &characters), ("date", &rule.sourced.checked)]);
        words + &self.age_words(&rule.sourced.checked)
    }

    /// Input tokens; nothing while the text is being counted.
    pub(super) fn input(self) -> Option<Count> {
        let encoding = self.0.shared.request.with(|r| r.reading.encoding);
        self.model().count(encoding, self.tokens(), self.letters())
    }

    /// Tokens of the text in the lab's encoding; nothing while it is being counted.
    pub(super) fn tokens(self) -> Option<u32> {
        self.0.shared.current().map(|result| result.tokenization.len() as u32)
    }

    /// What an estimate needs of the text.
    pub(super) fn letters(self) -> Letters {
        self.0.letters.get()
    }

    /// Tokens of the whole example answer.
    pub(super) fn output(self) -> Count {
        self.model().count_answer(&self.0.page.data().samples.answer)
    }

    /// The tokens of the example answer, where they are known.
    pub(super) fn answer(self) -> Option<&'static Tokenization> {
        self.0.page.data().samples.answer.result(self.model().encoding?)
    }

    /// The stages on one clock.
    pub(super) fn timeline(self) -> Timeline {
        Timeline::new(self.outcome(), self.output().low())
    }

    /// The bill of the whole request; nothing while the text is being counted.
    pub(super) fn receipt(self) -> Option<Receipt> {
        Some(Receipt::new(&self.model().price, self.input()?, self.output()))
    }

    /// A count in words: exact, or "low to high"; dots while it is being counted.
    pub(super) fn count_words(self, count: Option<Count>) -> String {
        self.0.page.text().number().count(count)
    }

    /// One amount without its currency, or a range where the counts are estimates.
    pub(super) fn plain_amount_words(self, (least, most): (Usd, Usd)) -> String {
        let number = self.0.page.text().number();
        number.in_range(number.fraction(least), number.fraction(most))
    }

    /// The whole amount in words, with its currency sign; dots while the text is being counted.
    pub(super) fn total_words(self) -> String {
        self.receipt().map_or_else(|| "…".to_owned(), |receipt| self.0.page.text().number().amount(receipt.total()))
    }
}

fn model(page: Page, shared: Shared) -> &'static Model {
    shared.request.with(|r| page.data().facts.model(r.provider, r.reading.encoding, &r.model))
}

/// Whether the model reads the encoding that the lab shows.
fn counts_exactly(page: Page, shared: Shared) -> bool {
    let model = model(page, shared);
    shared.request.with(|r| model.encoding == Some(r.reading.encoding))
}
