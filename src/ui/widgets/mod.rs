//! Small pieces of several figures.
//!
//! Words that change are `Signal<String>` throughout, and actions are callbacks: with one type for
//! all of them the app holds one copy of the code behind them, not one per place. For the same reason
//! a function that takes an action only wraps it; the markup is written by one that knows no type of an
//! action, because every closure inside a generic function is a type of its own for each of its uses.

mod age;
pub(crate) mod chips;
#[cfg(feature = "hydrate")]
mod mount;

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

pub(crate) use age::Today;
#[cfg(feature = "hydrate")]
pub(crate) use mount::hydrate_root;

/// Words that are computed again whenever something they depend on changes.
pub(crate) fn live_text(words: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    derive(Arc::new(words))
}

/// Words that stay, where words that change could stand.
pub(crate) fn constant_text(words: &'static str) -> Signal<String> {
    live_text(move || words.to_owned())
}

/// A yes or no that changes.
pub(crate) fn live_bool(answer: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    derive(Arc::new(answer))
}

fn derive<T: Send + Sync + 'static>(value: Arc<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
    Signal::derive(move || value())
}

/// Runs `action` in the browser, now and whenever something it reads changes.
pub(crate) fn effect(action: impl Fn() + 'static) {
    let action: Box<dyn Fn()> = Box::new(action);
    Effect::new(action);
}

/// Runs `action` in the browser whenever `watched` has changed, but not at first.
pub(crate) fn on_change<T: Clone + PartialEq + 'static>(
    watched: impl Fn() -> T + 'static,
    action: impl Fn(T) + 'static,
) {
    let last = RefCell::new(None);
    effect(move || {
        let now = watched();
        let before = last.replace(Some(now.clone()));
        if before.is_some_and(|before| before != now) {
            untrack(|| action(now));
        }
    });
}

/// Markup that never changes, for `inner_html`: the build writes it, the browser leaves it alone, and
/// the app carries neither its words nor its shapes.
pub(crate) fn frozen<V: IntoView>(view: impl FnOnce() -> V) -> String {
    if cfg!(feature = "ssr") { view().into_view().to_html() } else { String::new() }
}

/// How much of a text is quoted, in characters.
const EXCERPT: usize = 90;

/// The beginning of a text, on one line, cut between words where there are any.
pub(crate) fn beginning(text: &str) -> String {
    let mut short: String = text.chars().take(EXCERPT).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(EXCERPT).is_some() {
        short.truncate(short.rfind(' ').unwrap_or(short.len()));
        short.push('…');
    }
    short
}

/// A paragraph that is absent while it has no words.
pub(crate) fn paragraph(class: &'static str, words: Signal<String>) -> impl IntoView {
    let empty = live_bool(move || words.with(String::is_empty));
    view! { <p class=class hidden=empty>{words}</p> }
}

/// One of two words or classes.
pub(crate) fn either(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    yes: &'static str,
    no: &'static str,
) -> Signal<String> {
    live_text(move || (if condition() { yes } else { no }).to_owned())
}

/// A button that can always be pressed.
pub(crate) fn button(
    class: &'static str,
    words: &'static str,
    action: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    button_when(class, constant_text(words), live_bool(|| false), action)
}

/// A button that can be pressed unless it is `disabled`. A disabled one keeps the focus and says so, but does
/// nothing: one that loses the focus would take the keyboard with it.
pub(crate) fn button_when(
    class: &'static str,
    label: Signal<String>,
    disabled: Signal<bool>,
    action: impl Fn() + Send + Sync + 'static,
) -> impl IntoView {
    let action = Callback::new(move |()| {
        if !disabled.get_untracked() {
            action();
        }
    });
    button_markup(class, label, disabled, action)
}

fn button_markup(
    class: &'static str,
    label: Signal<String>,
    disabled: Signal<bool>,
    action: Callback<()>,
) -> impl IntoView {
    let is_disabled = live_text(move || disabled.get().to_string());
    view! { <button type="button" class=class aria-disabled=is_disabled on:click=move |_| action.run(())>{label}</button> }
}

/// One entry of a menu.
pub(crate) struct Choice {
    /// What the program calls it.
    pub(crate) value: String,
    /// What the reader reads.
    pub(crate) words: String,
    /// Whether it can be chosen at the moment.
    pub(crate) offered: Signal<bool>,
}

/// A menu with a name beside or above it. `value` is what it shows, also when something else than
/// the menu changed it; `choose` hears the reader's choice.
pub(crate) fn menu(
    name: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
    value: Signal<String>,
    choose: impl Fn(String) + Send + Sync + 'static,
) -> impl IntoView {
    menu_markup(name, label, choices, value, Callback::new(choose))
}

fn menu_markup(
    name: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
    value: Signal<String>,
    choose: Callback<String>,
) -> impl IntoView {
    let list = NodeRef::<leptos::html::Select>::new();
    effect(move || {
        let value = value.get();
        if let Some(list) = list.get() {
            list.set_value(&value);
        }
    });
    let first = value.get_untracked();
    let items: Vec<_> = choices
        .into_iter()
        .map(|Choice { value, words, offered }| {
            let absent = live_bool(move || !offered.get());
            let is_first = value == first;
            // Not every browser hides options, but all refuse disabled ones.
            view! { <option value=value selected=is_first hidden=absent disabled=absent>{words}</option> }
        })
        .collect();
    view! {
        <label class="menu">
            <span class="menu__label">{label}</span>
            <select name=name node_ref=list on:change=move |event| choose.run(event_target_value(&event))>{items}</select>
        </label>
    }
}

/// An entry that can always be chosen.
pub(crate) fn choice(value: &str, words: &str) -> Choice {
    Choice { value: value.to_owned(), words: words.to_owned(), offered: live_bool(|| true) }
}
