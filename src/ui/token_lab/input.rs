//! The text box and the encoding menu.
//!
//! The text box is never controlled: what the reader typed before this code arrived stays, and
//! the signal follows the box. Only [`Shared::rewrite_text`] and [`Shared::set_text`] write into it.

use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlTextAreaElement;

use super::incoming::{filled, pasted, value};
use super::is_long;
use crate::tokenizer::{Encoding, Text};
use crate::ui::Shared;
use crate::ui::widgets::{choice, effect, live_text, menu};

/// The reader's text.
#[component]
pub(super) fn TextBox(shared: Shared) -> impl IntoView {
    let text = shared.page.text().lab();
    let area = NodeRef::<html::Textarea>::new();
    let read = move |area: &HtmlTextAreaElement| {
        if filled(area, shared) {
            return;
        }
        let text = area.value();
        // Half a surrogate pair becomes this character on the way, and asking the box is slow.
        let may_be_half = text.as_bytes().windows(3).any(|bytes| bytes == "\u{FFFD}".as_bytes());
        shared.lone_surrogate.set(may_be_half && has_lone_surrogate(area));
        shared.request.update(|request| request.reading.text = text.into());
        if is_long(shared).get_untracked() {
            area.set_value("");
        }
    };
    effect(move || {
        if let Some(area) = area.get() {
            // Typed, or restored by the browser, before this code arrived.
            let typed = area.value();
            let is_new = shared.request.with_untracked(|request| *request.reading.text != *typed);
            if is_new && !shared.rewritten.get_untracked() {
                read(&area);
            }
        }
    });
    effect(move || {
        if let (Some(area), true) = (area.get(), shared.rewritten.get()) {
            let long = is_long(shared).get_untracked();
            let text = if long { Text::default() } else { shared.request.with_untracked(|r| r.reading.text.clone()) };
            area.set_value(&text);
            shared.lone_surrogate.set(false);
        }
    });
    let on_input = move |_: Event| {
        if let Some(area) = area.get_untracked() {
            read(&area);
        }
    };
    let on_paste = move |event| {
        if let Some(area) = area.get_untracked() {
            pasted(&event, &area, shared);
        }
    };
    view! {
        <div class="field live-only" hidden=is_long(shared)>
            <label class="field__label" for="token-lab-text">{text.label()}</label>
            <textarea
                class="field__text"
                id="token-lab-text"
                name="text"
                rows="4"
                dir="auto"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                translate="no"
                aria-describedby="token-lab-private"
                node_ref=area
                on:input=on_input
                on:paste=on_paste
            >
                {&*shared.page.data().samples.text.text}
            </textarea>
        </div>
    }
}

/// Whether the box holds what Rust's strings cannot: half a surrogate pair.
fn has_lone_surrogate(area: &HtmlTextAreaElement) -> bool {
    value(area).is_some_and(|value| !value.is_valid_utf16())
}

/// The menu of encodings.
#[component]
pub(super) fn EncodingMenu(shared: Shared) -> impl IntoView {
    let text = shared.page.text().lab();
    let choices = Encoding::ALL.iter().map(|encoding| {
        let name = encoding.name();
        choice(name, &[name, " (", encoding.best_known_models(), ")"].concat())
    });
    let value = live_text(move || shared.request.with(|request| request.reading.encoding.name().to_owned()));
    let choose = move |name: String| {
        if let Some(encoding) = Encoding::from_name(&name) {
            shared.request.update(|request| request.reading.encoding = encoding);
        }
    };
    menu("encoding", text.encoding(), choices.collect(), value, choose)
}
