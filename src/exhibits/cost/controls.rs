//! The controls of the calculator.

use leptos::html;
use leptos::prelude::*;

use super::bill::preset_words;
use super::state::{CostState, OWN};
use crate::exhibits::field::number_field;
use crate::journey::cost::Task;
use crate::ui::widgets::{choice, constant_text, effect, either, live_bool, live_text, menu};

const IN_WORDS: &str = "words";
const IN_TOKENS: &str = "tokens";

pub(super) fn controls(state: CostState) -> impl IntoView {
    let text = state.text();
    let own_text = live_bool(move || state.is_own_text());
    let not_own = live_bool(move || !state.is_own());
    view! {
        <div class="cost__controls live-only">
            <div class="menus cost__choices">{task_menu(state)} {model_menu(state)}</div>
            <div class="menus" hidden=not_own>
                {number_field(state.own_input, constant_text(text.own_input()))}
                {number_field(state.own_cached, constant_text(text.own_cached()))}
                {number_field(state.own_output, constant_text(text.own_output()))}
            </div>
            <div class="menus">
                {unit_menu(state)}
                <div hidden=own_text>{number_field(state.input, constant_text(text.input()))}</div>
                {number_field(state.output, constant_text(text.output()))}
                {number_field(state.reasoning, constant_text(text.reasoning()))}
                {number_field(state.cached, constant_text(text.cached()))}
                {number_field(state.requests, constant_text(text.requests()))}
            </div>
            {batch_box(state)}
        </div>
    }
}

fn task_menu(state: CostState) -> impl IntoView {
    let text = state.text();
    let label = |task| preset_words(state, text.tasks().of(task).label(), state.facts().preset(task));
    let choices = Task::ALL.iter().map(|&task| choice(task.name(), &label(task))).collect();
    let value = live_text(move || state.task.get().name().to_owned());
    menu("task", text.task(), choices, value, move |name| {
        state.start_from(Task::from_name(&name).unwrap_or(Task::Chat));
    })
}

fn model_menu(state: CostState) -> impl IntoView {
    let text = state.text();
    let models = state.context.data().facts.models.iter().map(|model| choice(&model.id, &model.name));
    let choices = models.chain([choice(OWN, text.own())]).collect();
    let value = live_text(move || state.model.get());
    menu("cost-model", text.model(), choices, value, move |id| state.model.set(id))
}

fn unit_menu(state: CostState) -> impl IntoView {
    let text = state.text();
    let choices = vec![choice(IN_WORDS, text.unit_words()), choice(IN_TOKENS, text.unit_tokens())];
    let value = either(move || state.in_words.get(), IN_WORDS, IN_TOKENS);
    menu("unit", text.unit(), choices, value, move |unit| state.in_words.set(unit == IN_WORDS))
}

fn batch_box(state: CostState) -> impl IntoView {
    let place = NodeRef::<html::Input>::new();
    effect(move || {
        let is_batch = state.is_batch.get();
        if let Some(place) = place.get() {
            place.set_checked(is_batch);
        }
    });
    view! {
        <label class="check">
            <input
                type="checkbox"
                name="batch"
                node_ref=place
                on:change=move |event| state.is_batch.set(event_target_checked(&event))
            />
            <span>{state.text().batch()}</span>
        </label>
    }
}
