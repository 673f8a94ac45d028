//! What this journey carries and where it leads: values derived from the reader's request.
//!
//! Invariant: an estimate is never turned into an exact number on the way to the screen.

use std::ops::Deref;

use leptos::prelude::*;

use super::player::Player;
use crate::journey::scene::Scene;
use crate::journey::{
    Account, Count, Ending, EstimateReason, Letters, Model, Outcome, Phase, ProviderFacts, Receipt, Timeline,
};
use crate::pricing::Usd;
use crate::tokenizer::Tokenization;
use crate::ui::widgets::{Today, effect};
use crate::ui::{Page, Shared};
use crate::words::fill;

/// A handle on the page, the reader's request, the clock, and what is derived from them. All methods track
/// the request.
#[derive(Clone, Copy)]
pub(super) struct JourneyContext(&'static JourneyParts);

impl Deref for JourneyContext {
    type Target = JourneyParts;

    fn deref(&self) -> &JourneyParts {
        self.0
    }
}

/// What the parts of the figure share.
pub(super) struct JourneyParts {
    /// Words, models, outcomes and the example answer.
    pub(super) page: Page,
    /// The reader's request.
    pub(super) shared: Shared,
    /// The clock.
    pub(super) player: Player,
    /// What an estimate needs of the text. Kept, because it is the whole text that is read.
    letters: Memo<Letters>,
    /// The picture now, in the steps of the player. Kept, because every thing in it asks.
    scene: Memo<Scene>,
    /// What was sent on this page.
    account: RwSignal<Account>,
    today: Today,
}

impl JourneyContext {
    pub(super) fn new(shared: Shared) -> Self {
        let letters = Memo::new(move |_| shared.request.with(|r| Letters::of(&r.reading.text)));
        let today = Today::new();
        effect(move || today.know());
        let player = Player::new(shared);
        let scene = Memo::new(move |_| Scene::at(&player.frame(), outcome(shared)));
        let account = RwSignal::default();
        let context = Self(Box::leak(Box::new(JourneyParts {
            page: shared.page,
            shared,
            player,
            letters,
            scene,
            account,
            today,
        })));
        effect(move || context.keep_account());
        context
    }

    /// Puts a request that the reader sent down to the account, once, when it is billed.
    fn keep_account(self) {
        let is_billed = self.player.frame().phase == Phase::Ended(Ending::Paid);
        if let (true, Some(receipt)) = (is_billed, self.receipt())
            && self.player.count_sent()
        {
            self.account.update(|account| *account = account.with(receipt));
        }
    }

    /// The picture now, in the steps of the player.
    pub(super) fn scene(self) -> Scene {
        self.scene.get()
    }

    /// What was sent on this page, and what it cost.
    pub(super) fn account(self) -> Account {
        self.account.get()
    }

    /// How long ago a fact was read that was read on `date`, in words.
    pub(super) fn age_words(self, date: &str) -> String {
        self.today.age_words(self.page.text().number(), self.page.text().age(), date)
    }

    /// What the provider answers.
    pub(super) fn outcome(self) -> &'static Outcome {
        outcome(self.shared)
    }

    /// The model the text is sent to.
    pub(super) fn model(self) -> &'static Model {
        model(self.shared)
    }

    /// Facts about the provider.
    pub(super) fn provider(self) -> &'static ProviderFacts {
        self.shared.request.with(|r| self.page.data().facts.provider(r.provider))
    }

    /// Whether the model's tokens can be counted here.
    pub(super) fn is_exact(self) -> bool {
        counts_exactly(self.shared)
    }

    /// Why the tokens are estimated; nothing where they are counted.
    pub(super) fn why_estimated(self) -> String {
        let text = self.page.text().journey();
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
        let (text, rule) = (self.page.text(), &self.model().rule);
        let characters = text.number().fraction(rule.chars_per_token.words());
        let words =
            fill(text.journey().estimate_rule(), &[("characters", &characters), ("date", &rule.sourced.checked)]);
        words + &self.age_words(&rule.sourced.checked)
    }

    /// Input tokens; nothing while the text is being counted.
    pub(super) fn input(self) -> Option<Count> {
        let encoding = self.shared.request.with(|r| r.reading.encoding);
        self.model().count(encoding, self.tokens(), self.letters())
    }

    /// Tokens of the text in the lab's encoding; nothing while it is being counted.
    pub(super) fn tokens(self) -> Option<u32> {
        self.shared.current().map(|result| result.tokenization.len() as u32)
    }

    /// What an estimate needs of the text.
    pub(super) fn letters(self) -> Letters {
        self.letters.get()
    }

    /// Tokens of the whole example answer.
    pub(super) fn output(self) -> Count {
        output(self.shared)
    }

    /// The tokens of the example answer, where they are known.
    pub(super) fn answer(self) -> Option<&'static Tokenization> {
        self.page.data().samples.answer.result(self.model().encoding?)
    }

    /// The bill of the whole request; nothing while the text is being counted.
    pub(super) fn receipt(self) -> Option<Receipt> {
        Some(Receipt::new(&self.model().price, self.input()?, self.output()))
    }

    /// A count in words: exact, or "low to high"; dots while it is being counted.
    pub(super) fn count_words(self, count: Option<Count>) -> String {
        self.page.text().number().count(count)
    }

    /// One amount without its currency, or a range where the counts are estimates.
    pub(super) fn plain_amount_words(self, (least, most): (Usd, Usd)) -> String {
        let number = self.page.text().number();
        number.in_range(number.fraction(least), number.fraction(most))
    }

    /// The whole amount in words, with its currency sign; dots while the text is being counted.
    pub(super) fn total_words(self) -> String {
        self.receipt().map_or_else(|| "…".to_owned(), |receipt| self.page.text().number().amount(receipt.total()))
    }
}

/// The stages on one clock. Tracks the request.
pub(super) fn timeline(shared: Shared) -> Timeline {
    Timeline::new(outcome(shared), output(shared).low())
}

fn outcome(shared: Shared) -> &'static Outcome {
    shared.request.with(|r| shared.page.data().facts.outcome(r.provider, r.scenario))
}

fn output(shared: Shared) -> Count {
    model(shared).count_answer(&shared.page.data().samples.answer)
}

fn model(shared: Shared) -> &'static Model {
    shared.request.with(|r| shared.page.data().facts.model(r.provider, r.reading.encoding, &r.model))
}

/// Whether the model reads the encoding that the lab shows.
fn counts_exactly(shared: Shared) -> bool {
    let model = model(shared);
    shared.request.with(|r| model.encoding == Some(r.reading.encoding))
}
