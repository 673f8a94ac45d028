//! A conversation's bill: what each turn sends again, what a cache, trimming or a summary changes, and what it costs.
//!
//! The numbers are [`Conversation`]'s. Invariant: charts, sentences and table are written from one course of it.

mod charts;
mod rules;
mod table;
mod words;

use leptos::html::Div;
use leptos::prelude::*;

use super::ExhibitContext;
use super::chart::chart;
use super::clock::spoken;
use super::controls::{Slider, slider, tick};
use super::markup::{live_markup, live_table};
use super::proof::proofs;
use crate::journey::Model;
use crate::journey::conversation::{Conversation, Memory, Turn, TurnTariff, cost_of, halves, input_of};
use crate::pricing::Usd;
use crate::ui::widgets::{choice, live_bool, live_text, menu, paragraph};
use crate::words::fill;
pub use words::Words;

/// What the reader has set.
#[derive(Clone, Copy)]
struct ConversationState {
    context: ExhibitContext,
    model: RwSignal<usize>,
    turns: RwSignal<u32>,
    question: RwSignal<u32>,
    answer: RwSignal<u32>,
    background: RwSignal<u32>,
    memory: RwSignal<Memory>,
    keep: RwSignal<u32>,
    summary: RwSignal<u32>,
    caches: RwSignal<bool>,
}

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let text = context.text().exhibits().conversation();
    let state = ConversationState::new(context);
    let headline = live_text(move || state.course().headline());
    view! {
        <section
            class="conversation card"
            aria-labelledby="conversation-title"
            data-conversation=live_text(move || state.memory.get().name().to_owned())
            data-input=live_text(move || input_of(&state.course().turns).to_string())
            data-cost=live_text(move || cost_of(&state.course().turns).to_string())
        >
            <header class="card__header">
                <h3 class="card__title" id="conversation-title">{text.title()}</h3>
            </header>
            {controls(state)}
            <p class="conversation__headline" aria-hidden="true">{headline}</p>
            <p class="visually-hidden" role="status">{spoken(headline)}</p>
            {paragraph("evidence", live_text(move || state.course().remark()))}
            <div class="sides">
                {chart(text.tokens_title(), live_text(move || charts::tokens(&state.course())))}
                {chart(text.money_title(), live_text(move || charts::money(&state.course())))}
            </div>
            <details class="numbers-too">
                <summary>{text.table().open()}</summary>
                {live_table(text.table().caption(), live_text(move || table::html(&state.course())))}
            </details>
            {record(state)}
            {proofs(live_text(move || rules::html(&state.course())))}
            <p class="evidence">{text.assumed()}</p>
        </section>
    }
}

fn controls(state: ConversationState) -> impl IntoView {
    let text = state.text();
    let number = state.context.text().number();
    let models = &state.context.data().facts.models;
    let choices = models.iter().enumerate().map(|(index, model)| choice(&index.to_string(), &model.name)).collect();
    let memories = Memory::ALL.iter().map(|&memory| choice(memory.name(), text.memories().of(memory))).collect();
    let counted = move |noun, value: RwSignal<u32>| live_text(move || number.counted(noun, value.get()));
    let tokens = move |name, label, range, value| Slider {
        name,
        label,
        range,
        value,
        words: counted(text.tokens_unit(), value),
        hidden: live_bool(|| false),
    };
    let turns = Slider {
        words: counted(text.turns_unit(), state.turns),
        ..tokens("turns", text.turns(), (1, 30, 1), state.turns)
    };
    let keep = Slider {
        words: counted(text.turns_unit(), state.keep),
        hidden: live_bool(move || state.memory.get() == Memory::Everything),
        ..tokens("keep", text.keep(), (1, 10, 1), state.keep)
    };
    let summary = Slider {
        hidden: live_bool(move || state.memory.get() != Memory::Summary),
        ..tokens("summary", text.summary(), (50, 1_000, 50), state.summary)
    };
    let choose = move |name: String| state.memory.set(Memory::from_name(&name).unwrap_or(Memory::Everything));
    view! {
        <div class="menus live-only">
            {menu("conversation-model", text.model(), choices, live_text(move || state.model.get().to_string()), move |index| {
                state.model.set(index.parse().unwrap_or(0));
            })}
            {slider(turns)}
            {slider(tokens("question", text.question(), (10, 1_000, 10), state.question))}
            {slider(tokens("answer", text.answer(), (10, 2_000, 10), state.answer))}
            {slider(tokens("background", text.background(), (0, 50_000, 500), state.background))}
            {menu("memory", text.memory(), memories, live_text(move || state.memory.get().name().to_owned()), choose)}
            {slider(keep)}
            {slider(summary)}
            {tick("caching", text.caching(), state.caches)}
        </div>
    }
}

/// How the provider writes the last turn down.
fn record(state: ConversationState) -> impl IntoView {
    let (place, first) = live_markup::<Div>(live_text(move || rules::record(&state.course())));
    view! { <div class="conversation__record" node_ref=place inner_html=first></div> }
}

impl ConversationState {
    /// Twenty turns with a short background, at the first model whose cache is documented, which is used.
    fn new(context: ExhibitContext) -> Self {
        let facts = &context.data().facts;
        let first = Model::with_documented_cache(&facts.models, &context.data().more).expect("a model");
        let index = facts.models.iter().position(|model| model.id == first.id).unwrap_or(0);
        Self {
            context,
            model: RwSignal::new(index),
            turns: RwSignal::new(20),
            question: RwSignal::new(50),
            answer: RwSignal::new(150),
            background: RwSignal::new(500),
            memory: RwSignal::new(Memory::Everything),
            keep: RwSignal::new(5),
            summary: RwSignal::new(150),
            caches: RwSignal::new(true),
        }
    }

    fn text(self) -> Words {
        self.context.text().exhibits().conversation()
    }

    fn model(self) -> &'static Model {
        let models = &self.context.data().facts.models;
        models.get(self.model.get()).or_else(|| models.first()).expect("a model")
    }

    /// All that is shown, from what is set now. Tracks it.
    fn course(self) -> Course {
        let model = self.model();
        let tariff = TurnTariff::of(model, &self.context.data().more);
        let set = Conversation {
            turns: self.turns.get(),
            question: self.question.get(),
            answer: self.answer.get(),
            background: self.background.get(),
            memory: self.memory.get(),
            keep: self.keep.get(),
            summary: self.summary.get(),
            caches: self.caches.get(),
        };
        let plain = set.without_measures().course(&tariff);
        Course { context: self.context, model, tariff, set, turns: set.course(&tariff), plain }
    }
}

/// A conversation worked out, as it is set and without any measure.
struct Course {
    context: ExhibitContext,
    model: &'static Model,
    tariff: TurnTariff,
    set: Conversation,
    turns: Vec<Turn>,
    plain: Vec<Turn>,
}

impl Course {
    fn text(&self) -> Words {
        self.context.text().exhibits().conversation()
    }

    /// An amount as one would say it.
    fn amount(&self, amount: Usd) -> String {
        let number = self.context.text().number();
        number.as_dollars(number.fraction(amount.rounded()))
    }

    fn tokens(&self, count: u32) -> String {
        let text = self.context.text();
        text.number().counted(text.exhibits().conversation().tokens_unit(), count)
    }

    /// What it comes to, in sentences.
    fn headline(&self) -> String {
        let (text, number) = (self.text(), self.context.text().number());
        let Some(last) = self.turns.last() else { return String::new() };
        let turns = number.counted(text.turns_unit(), self.set.turns);
        let sends = if last.sent_again() == 0 { text.sends_once() } else { text.sends() };
        let mut sentences = vec![fill(
            sends,
            &[
                ("turn", &number.whole(last.number)),
                ("again", &self.tokens(last.sent_again())),
                ("question", &number.whole(last.question)),
            ],
        )];
        if let Some((first, second)) = halves(&self.turns) {
            sentences.push(fill(
                text.grows(),
                &[
                    ("turns", &number.whole(self.set.turns / 2)),
                    ("first", &self.tokens(first)),
                    ("second", &self.tokens(second)),
                ],
            ));
        }
        let plain = self.amount(cost_of(&self.plain));
        let costs = if self.set.has_measures() { text.costs() } else { text.costs_plain() };
        sentences
            .push(fill(costs, &[("turns", &turns), ("cost", &self.amount(cost_of(&self.turns))), ("plain", &plain)]));
        if !self.set.caches {
            let cached = self.amount(cost_of(&self.set.with_cache_only().course(&self.tariff)));
            sentences.push(fill(text.with_cache(), &[("cost", &cached)]));
        }
        let answers = self.tariff.answers(self.set.turns * self.set.answer);
        sentences.push(fill(text.answers_alone(), &[("cost", &self.amount(answers))]));
        sentences.join(" ")
    }

    /// Why the cache changes nothing, where it does not.
    fn remark(&self) -> String {
        let is_idle = self.set.caches && self.turns.iter().all(|turn| turn.usage.cache_read == 0);
        if is_idle && self.set.turns > 1 { self.text().not_cached().to_owned() } else { String::new() }
    }
}
