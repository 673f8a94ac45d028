//! One key in the workshop's list.
//!
//! Its elements stay while the list lives, and only what they say changes: during a leak that is twice a
//! second, and the reader may be about to press *Revoke*.

use leptos::prelude::*;

use super::WorkshopState;
use crate::journey::{Key, Workshop};
use crate::ui::widgets::{button_when, either, live_bool, live_text};
use crate::words::fill;

/// Stands for a secret that is not shown.
const HIDDEN: &str = "••••••••";

/// The key of that number.
pub(super) fn key_row(state: WorkshopState, number: u32) -> impl IntoView {
    let text = state.text();
    let works = live_bool(move || state.shop.with(|shop| shop.key(number).is_some_and(|key| key.works(shop.now_min))));
    let class = either(move || works.get(), "keys__item keys__item--works", "keys__item keys__item--ended");
    let cannot_deploy = live_bool(move || !works.get() || state.shop.with(|shop| shop.deployed == Some(number)));
    let cannot_disable = live_bool(move || !works.get());
    let action = move |words: &'static str| live_text(move || format!("{words} {number}"));
    view! {
        <li class=class>
            <p>
                <strong>{fill(text.key(), &[("number", &number.to_string())])}</strong>
                " "
                <code class="term term--key">{live_text(move || key_words(state, number, secret))}</code>
                " "
                <span class="keys__state">{live_text(move || key_words(state, number, condition))}</span>
            </p>
            <div class="buttons live-only">
                {button_when("button", action(text.deploy()), cannot_deploy, move || {
                    state.shop.update(|shop| shop.deploy(number));
                })}
                {button_when("button", action(text.disable()), cannot_disable, move || {
                    state.shop.update(|shop| shop.disable(number));
                })}
            </div>
            // Below the buttons: it grows while a leak runs, and would move them from under a slow press.
            <p class="evidence keys__notes">{live_text(move || key_words(state, number, notes))}</p>
        </li>
    }
}

/// What `words` says of the key; nothing once it is gone, which its row may learn a moment later.
fn key_words(state: WorkshopState, number: u32, words: fn(WorkshopState, &Workshop, &Key) -> String) -> String {
    state.shop.with(|shop| shop.key(number).map_or_else(String::new, |key| words(state, shop, key)))
}

/// The secret, which is shown once.
fn secret(state: WorkshopState, _: &Workshop, key: &Key) -> String {
    if key.shown { state.context.data().more.endpoint(state.provider()).key_example.clone() } else { HIDDEN.to_owned() }
}

/// Whether it works, or why it does not.
fn condition(state: WorkshopState, shop: &Workshop, key: &Key) -> String {
    let text = state.text();
    let words = match (key.works(shop.now_min), key.disabled_min) {
        (true, _) => text.works(),
        (false, Some(_)) => text.disabled(),
        (false, None) => text.expired(),
    };
    words.to_owned()
}

/// What else there is to say of it.
fn notes(state: WorkshopState, shop: &Workshop, key: &Key) -> String {
    let text = state.text();
    let mut notes =
        vec![state.scope_words(key.scope), (if key.shown { text.shown() } else { text.hidden() }).to_owned()];
    notes.push(match key.last_used_min {
        Some(minutes) => fill(text.last_used(), &[("time", &state.clock_words(minutes))]),
        None => text.not_used().to_owned(),
    });
    if shop.deployed == Some(key.number) {
        notes.push(text.deployed().to_owned());
    }
    if shop.theft.is_some_and(|theft| theft.key == key.number) {
        notes.push(text.leaked().to_owned());
    }
    notes.join(" · ")
}
