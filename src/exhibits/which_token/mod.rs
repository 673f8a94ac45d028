//! Which token is meant? Sentences as people meet them, to sort one at a time; after each its reason, at the end how
//! many were right at first try.
//!
//! Without JavaScript and on paper the whole list stands in its place, each sentence with its answer.
//! Invariants: the three choices are the same buttons throughout, so the focus stays; what was chosen is this
//! figure's own, and lost with the page.

mod words;

use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::ExhibitContext;
use super::clock::spoken;
use crate::journey::{Phrase, Sense, Sorting};
use crate::ui::widgets::{button, button_when, constant_text, either, frozen, live_bool, live_text, paragraph};
use crate::words::fill;
pub use words::Words;

/// The state of the exhibit.
#[derive(Clone, Copy)]
struct SortingState {
    text: Words,
    sorting: RwSignal<Sorting>,
}

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let text = context.text().exhibits().which_token();
    let state = SortingState { text, sorting: RwSignal::new(Sorting::default()) };
    view! {
        <section
            class="which card"
            aria-labelledby="which-token-title"
            data-which-token=live_text(move || state.sentence().map_or("result", Phrase::name).to_owned())
            data-first-tries=live_text(move || state.sorting.with(Sorting::first_tries).to_string())
        >
            <header class="card__header">
                <h3 class="card__title" id="which-token-title">{text.title()}</h3>
                {paragraph("which__progress live-only", live_text(move || state.progress()))}
            </header>
            {play(state)}
            {list(state)}
        </section>
    }
}

/// The present sentence with what it can mean, or the result; and the way on.
fn play(state: SortingState) -> impl IntoView {
    let text = state.text;
    let choices = NodeRef::<Div>::new();
    let is_first = live_bool(move || state.sorting.with(|sorting| sorting.number() == 1));
    let cannot_go_on = live_bool(move || !state.sorting.with(Sorting::is_sorted));
    let next = live_text(move || state.next_words().to_owned());
    let go_on = move || {
        state.sorting.update(Sorting::forward);
        // The next sentence begins at its choices. For those who hear it, too: it names their group.
        if untrack(|| state.sentence()).is_some() {
            focus(choices.get_untracked().and_then(|choices| choices.first_element_child()));
        }
    };
    view! {
        <div class="which__play live-only">
            {question(state, choices)}
            {result(state)}
            <p class="visually-hidden" role="status">{spoken(live_text(move || state.said_aloud()))}</p>
            <div class="buttons">
                {button_when("button", constant_text(text.back()), is_first, move || state.sorting.update(Sorting::back))}
                {button_when("button button--main", next, cannot_go_on, go_on)}
                {button("button", text.restart(), move || state.sorting.set(Sorting::default()))}
            </div>
        </div>
    }
}

fn question(state: SortingState, choices: NodeRef<Div>) -> impl IntoView {
    let buttons: Vec<_> = Sense::ALL.iter().map(|&sense| choice(state, sense)).collect();
    view! {
        <div hidden=live_bool(move || state.sentence().is_none())>
            <p class="which__sentence" id="which-token-sentence">{live_text(move || state.said().to_owned())}</p>
            <p class="which__ask">{state.text.ask()}</p>
            <div
                class="which__choices"
                role="group"
                aria-labelledby="which-token-sentence"
                node_ref=choices
                on:keydown=move_focus
            >
                {buttons}
            </div>
            <p class="which__reply" aria-hidden="true" data-verdict=live_text(move || state.verdict().to_owned())>
                <strong>{live_text(move || state.ruling())}</strong>
                " "
                {live_text(move || state.reason().to_owned())}
            </p>
        </div>
    }
}

/// A choice that has been tried, or is right and found, stays in its place and says so.
fn choice(state: SortingState, sense: Sense) -> impl IntoView {
    let verdict = live_text(move || state.verdict_on(sense).to_owned());
    let is_done = live_text(move || {
        state.sorting.with(|sorting| sorting.is_sorted() || sorting.tried().contains(&sense)).to_string()
    });
    view! {
        <button
            type="button"
            class="button which__choice"
            data-sense=sense.name()
            data-verdict=verdict
            aria-disabled=is_done
            on:click=move |_| state.sorting.update(|sorting| sorting.choose(sense))
        >
            {state.text.senses().of(sense)}
        </button>
    }
}

fn result(state: SortingState) -> impl IntoView {
    let text = state.text;
    let look = move || {
        let signs = [text.look_counting(), text.look_verifying(), text.look_depends()];
        let items: Vec<_> = signs.into_iter().map(|sign| view! { <li>{sign}</li> }).collect();
        view! { <p class="which__ask">{text.look_title()}</p><ul>{items}</ul> }
    };
    view! {
        <div class="which__result" hidden=live_bool(move || state.sentence().is_some())>
            <p class="which__sentence">{live_text(move || state.score())}</p>
            <div inner_html=frozen(look)></div>
        </div>
    }
}

/// All sentences with their answers: at the end, or where nothing can be tried.
fn list(state: SortingState) -> impl IntoView {
    let class = either(move || state.sentence().is_none(), "which__list", "which__list still-only");
    let items: Vec<_> = Phrase::ALL.iter().map(|&sentence| item(state, sentence)).collect();
    view! { <ol class=class aria-label=state.text.list()>{items}</ol> }
}

fn item(state: SortingState, sentence: Phrase) -> impl IntoView {
    let text = state.text;
    let tries = live_text(move || {
        let words = match state.sorting.with(|sorting| sorting.at_first_try(sentence)) {
            Some(true) => text.first(),
            Some(false) => text.later(),
            None => "",
        };
        words.to_owned()
    });
    let answer = move || {
        let (words, sense) = (text.sentences().of(sentence), sentence.sense());
        let class = format!("which__ruling which__ruling--{}", sense.name());
        view! {
            <details>
                <summary>{words.said()}</summary>
                <p><strong class=class>{text.senses().of(sense)} "."</strong> " " {words.why()}</p>
            </details>
        }
    };
    view! { <li><div inner_html=frozen(answer)></div>{paragraph("which__tries", tries)}</li> }
}

impl SortingState {
    /// The sentence to sort. Tracks it.
    fn sentence(self) -> Option<Phrase> {
        self.sorting.with(Sorting::sentence)
    }

    /// What was chosen last, and what is right, once something was chosen.
    fn chosen(self) -> Option<(Sense, Sense)> {
        self.sorting.with(|sorting| Some((*sorting.tried().last()?, sorting.sentence()?.sense())))
    }

    fn said(self) -> &'static str {
        self.sentence().map_or("", |sentence| self.text.sentences().of(sentence).said())
    }

    fn progress(self) -> String {
        let number = self.sentence().map(|_| self.sorting.with(Sorting::number).to_string());
        let count = Phrase::ALL.len().to_string();
        number.map_or_else(String::new, |number| fill(self.text.progress(), &[("number", &number), ("count", &count)]))
    }

    /// `right` or `wrong`, about the last choice.
    fn verdict(self) -> &'static str {
        self.chosen().map_or("", |(chosen, right)| if chosen == right { "right" } else { "wrong" })
    }

    /// The same about one of the choices.
    fn verdict_on(self, sense: Sense) -> &'static str {
        let tried = self.sorting.with(|sorting| sorting.tried().contains(&sense));
        match self.chosen() {
            Some((_, right)) if tried && right == sense => "right",
            Some(_) if tried => "wrong",
            _ => "",
        }
    }

    fn ruling(self) -> String {
        match self.chosen() {
            Some((chosen, right)) if chosen == right => {
                fill(self.text.right(), &[("sense", self.text.senses().of(right))])
            }
            Some(_) => self.text.wrong().to_owned(),
            None => String::new(),
        }
    }

    /// Why it is right, or where to look.
    fn reason(self) -> &'static str {
        let text = self.text;
        match self.chosen() {
            Some((chosen, right)) if chosen == right => {
                self.sentence().map_or("", |sentence| text.sentences().of(sentence).why())
            }
            Some((_, Sense::Depends)) => text.hint_depends(),
            Some((Sense::Depends, _)) => text.hint_certain(),
            Some((_, Sense::Counting)) => text.hint_counting(),
            Some((_, Sense::Verifying)) => text.hint_verifying(),
            None => "",
        }
    }

    fn score(self) -> String {
        let (first, count) = (self.sorting.with(Sorting::first_tries).to_string(), Phrase::ALL.len().to_string());
        fill(self.text.result(), &[("first", &first), ("count", &count)])
    }

    fn said_aloud(self) -> String {
        match (self.sentence(), self.chosen()) {
            (None, _) => self.score(),
            (_, None) => String::new(),
            _ => format!("{} {}", self.ruling(), self.reason()),
        }
    }

    fn next_words(self) -> &'static str {
        let is_last = self.sorting.with(|sorting| sorting.number() == Phrase::ALL.len());
        if is_last { self.text.finish() } else { self.text.next() }
    }
}

/// The arrow keys go from choice to choice, as the choices lie in the language's direction.
fn move_focus(event: KeyboardEvent) {
    let Some(pressed) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let is_rtl = pressed.closest("[dir=rtl]").is_ok_and(|found| found.is_some());
    let neighbor = match (event.key().as_str(), is_rtl) {
        ("ArrowDown", _) | ("ArrowRight", false) | ("ArrowLeft", true) => pressed.next_element_sibling(),
        ("ArrowUp", _) | ("ArrowLeft", false) | ("ArrowRight", true) => pressed.previous_element_sibling(),
        _ => return,
    };
    event.prevent_default();
    focus(neighbor);
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
