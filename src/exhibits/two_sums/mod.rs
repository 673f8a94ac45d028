//! The wrong sum and the right one, line by line: what one translation costs.
//!
//! All lines are there at first, so the figure is whole without JavaScript; the reader can begin again with the first
//! and show one after the other. The numbers of the right sum are those of a real text, which the build counted.

mod lines;
mod words;

use leptos::prelude::*;

use super::ExhibitContext;
use super::clock::spoken;
use super::markup::live_table;
use super::proof::{proof, proofs};
use crate::journey::Model;
use crate::markup::escape;
use crate::ui::widgets::{button, button_when, choice, constant_text, live_bool, live_text, menu};
use crate::words::fill;
use lines::LINES;
pub use words::Words;

/// What the reader sees of the two sums.
#[derive(Clone, Copy)]
struct SumsState {
    context: ExhibitContext,
    /// The id of the chosen model.
    model: RwSignal<String>,
    /// How many lines are shown.
    shown: RwSignal<usize>,
}

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let text = context.text().exhibits().two_sums();
    let start = context.data().more.costs.start_model.clone();
    let state = SumsState { context, model: RwSignal::new(start), shown: RwSignal::new(LINES) };
    let is_whole = live_bool(move || state.shown.get() == LINES);
    view! {
        <section
            class="sums card"
            aria-labelledby="two-sums-title"
            data-lines=live_text(move || state.shown.get().to_string())
        >
            <header class="card__header">
                <h3 class="card__title" id="two-sums-title">{text.title()}</h3>
                {model_menu(state)}
            </header>
            {live_table(text.caption(), live_text(move || lines::table(state)))}
            <div class="buttons live-only">
                {button("button", text.start(), move || state.shown.set(1))}
                {button_when("button button--main", constant_text(text.next()), is_whole, move || {
                    state.shown.update(|shown| *shown = LINES.min(*shown + 1));
                })}
                {button_when("button", constant_text(text.all()), is_whole, move || state.shown.set(LINES))}
            </div>
            <p class="visually-hidden" role="status">{spoken(live_text(move || lines::heard(state)))}</p>
            {proofs(live_text(move || state.proofs()))}
        </section>
    }
}

fn model_menu(state: SumsState) -> impl IntoView {
    let models = &state.context.data().facts.models;
    let choices = models.iter().map(|model| choice(&model.id, &model.name)).collect();
    let value = live_text(move || state.model.get());
    menu("sums-model", state.text().model(), choices, value, move |id| state.model.set(id))
}

impl SumsState {
    fn text(self) -> Words {
        self.context.text().exhibits().two_sums()
    }

    fn model(self) -> &'static Model {
        let facts = &self.context.data().facts;
        self.model.with(|id| facts.model_by_id(id)).expect("a model of the menu")
    }

    /// Where price and counts come from.
    fn proofs(self) -> String {
        let (text, model) = (self.text(), self.model());
        let name = [("model", model.name.as_str())];
        let listed = escape(&fill(text.listed(), &name));
        let mut items = proof(self.context, model.provider, &listed, &model.price.sourced);
        if !self.context.data().translation.english.count(model).is_exact() {
            let rule = model.rule.chars_per_token.words();
            let words = fill(text.estimated(), &[("model", &model.name), ("characters", &rule)]);
            items += &proof(self.context, model.provider, &escape(&words), &model.rule.sourced);
        }
        items
    }
}
