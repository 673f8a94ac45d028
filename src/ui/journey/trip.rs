//! What this journey carries and where it leads: values derived from the reader's request.

use leptos::prelude::*;

use crate::journey::{Count, Model, Outcome, Receipt, Timeline};
use crate::tokenizer::{Encoding, Tokenization};
use crate::ui::page_data::{Counted, ProviderFacts};
use crate::ui::strings::fill;
use crate::ui::{Page, Shared};

/// Derived signals; a copy is a handle on the same ones.
#[derive(Clone, Copy)]
pub(super) struct Trip {
    page: Page,
    /// What the provider answers.
    pub(super) outcome: Memo<Outcome>,
    /// The model the text is sent to.
    pub(super) model: Memo<Model>,
    /// Input tokens; nothing while the text is being counted.
    pub(super) input: Memo<Option<Count>>,
    /// Tokens of a whole example answer.
    pub(super) output: Memo<Count>,
    /// The stages on one clock.
    pub(super) timeline: Memo<Timeline>,
}

impl Trip {
    pub(super) fn new(page: Page, shared: Shared) -> Self {
        let request = shared.request;
        let outcome = Memo::new(move |_| request.with(|r| page.data().outcome(r.provider, r.scenario)));
        let model = Memo::new(move |_| {
            request.with(|r| {
                Model::choose(&page.data().models, r.provider, r.encoding.name(), &r.model)
                    .expect("every provider offers a model for every encoding")
                    .clone()
            })
        });
        let input = Memo::new(move |_| {
            if model.with(|m| m.encoding.is_some()) {
                return shared.current().map(|result| Count::Exact(result.tokenization.len() as u32));
            }
            Some(request.with(|r| estimate(page.data().provider(r.provider), &r.text)))
        });
        let output = Memo::new(move |_| {
            let answer = &page.data().answer;
            match model.with(|m| m.encoding.as_deref().and_then(Encoding::from_name)) {
                Some(encoding) => Count::Exact(answer.result(encoding).len() as u32),
                None => estimate(page.data().provider(model.with(|m| m.provider)), &answer.text),
            }
        });
        let timeline = Memo::new(move |_| outcome.with(|outcome| Timeline::new(outcome, output.get().low())));
        Self { page, outcome, model, input, output, timeline }
    }

    /// The example answer and its tokens, where they are known.
    pub(super) fn answer(self) -> (&'static Counted, Option<&'static Tokenization>) {
        let answer = &self.page.data().answer;
        let encoding = self.model.with(|m| m.encoding.as_deref().and_then(Encoding::from_name));
        (answer, encoding.map(|encoding| answer.result(encoding)))
    }

    /// Facts about the provider.
    pub(super) fn provider(self) -> &'static ProviderFacts {
        self.page.data().provider(self.outcome.with(|outcome| outcome.provider))
    }

    /// The bill of the whole request; nothing while the text is being counted.
    pub(super) fn receipt(self) -> Option<Receipt> {
        let input = self.input.get()?;
        Some(self.model.with(|model| Receipt::new(&model.price, input, self.output.get())))
    }

    /// A count in words: exact, or "low to high"; dots while it is being counted.
    pub(super) fn count_words(self, count: Option<Count>) -> String {
        let text = self.page.text();
        match count {
            None => "…".to_owned(),
            Some(Count::Exact(count)) => text.number(count),
            Some(Count::Estimate { low, high }) => {
                fill(&text.journey.tokens_range, &[("low", &text.number(low)), ("high", &text.number(high))])
            }
        }
    }

    /// The whole amount in words, with its currency sign.
    pub(super) fn total_words(self) -> String {
        let text = self.page.text();
        self.receipt().map_or_else(
            || "…".to_owned(),
            |receipt| {
                let (least, most) = receipt.total();
                let least_words = format!("${}", text.decimal(least));
                if least == most {
                    return least_words;
                }
                fill(&text.bill.range, &[("low", &least_words), ("high", &format!("${}", text.decimal(most)))])
            },
        )
    }
}

fn estimate(provider: &ProviderFacts, text: &str) -> Count {
    provider
        .chars_per_token
        .map(|rule| rule.estimate(text))
        .expect("a rule of thumb for every provider without a published tokenizer")
}
