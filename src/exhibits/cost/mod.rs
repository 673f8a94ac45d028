//! What does it cost? A workload, a model, and the cost line by line, with all models side by side.
//!
//! 1. [`CostState`] holds what the reader chose and typed; a task fills the fields, and each can be changed.
//! 2. `bill` writes the cost of one model, line by line, and what is known of its rules; `models` all models.
//!
//! Invariant: while a field holds no number, the figure goes on with the last one and says so.

mod bill;
mod controls;
mod models;
mod state;
mod words;

use leptos::prelude::*;

use super::ExhibitContext;
use super::clock::spoken;
use super::markup::live_table;
use super::proof::proofs;
use crate::ui::widgets::{live_text, paragraph};
use state::CostState;
pub use words::Words;

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let text = context.text().exhibits().cost();
    let state = CostState::new(context);
    let total = live_text(move || bill::total_words(state));
    let heard = live_text(move || {
        let misread = state.misread();
        if misread.is_empty() { total.get() } else { misread }
    });
    view! {
        <section
            class="cost card"
            aria-labelledby="cost-title"
            data-least-usd=live_text(move || state.quote().map(|quote| quote.total.0.to_string()).unwrap_or_default())
            data-most-usd=live_text(move || state.quote().map(|quote| quote.total.1.to_string()).unwrap_or_default())
        >
            <header class="card__header">
                <h3 class="card__title" id="cost-title">{text.title()}</h3>
            </header>
            {controls::controls(state)}
            {paragraph("cost__task", live_text(move || bill::task_words(state)))}
            <p class="cost__request">{live_text(move || bill::request_words(state))}</p>
            <p class="cost__total" aria-hidden="true">{total}</p>
            <p class="visually-hidden" role="status">{spoken(heard)}</p>
            {paragraph("cost__waits", live_text(move || state.waits().to_owned()))}
            {live_table(text.bill_caption(), live_text(move || bill::table(state)))}
            {proofs(live_text(move || bill::remarks(state)))}
            {models::table(state)}
        </section>
    }
}
