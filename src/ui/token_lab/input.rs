//! The text box and the encoding menu.
//!
//! The text box is never controlled: what the reader typed before this code arrived stays, and
//! the signal follows the box. Only [`Shared::rewrite_text`] writes into it.

use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::tokenizer::Encoding;
use crate::ui::parts::{choice, effect, live, menu};
use crate::ui::{Page, Shared};

/// The reader's text.
#[component]
pub(super) fn TextBox(page: Page, shared: Shared) -> impl IntoView {
    let text = &page.text().lab;
    let area = NodeRef::<html::Textarea>::new();
    effect(move || {
        if let Some(area) = area.get() {
            // Typed, or restored by the browser, before this code arrived.
            let typed = area.value();
            if shared.request.with_untracked(|request| request.text != typed) && shared.rewritten.get_untracked() == 0 {
                shared.lone_surrogate.set(has_lone_surrogate(&area));
                shared.request.update(|request| request.text = typed);
            }
        }
    });
    effect(move || {
        if let (Some(area), true) = (area.get(), shared.rewritten.get() > 0) {
            area.set_value(&shared.request.with_untracked(|request| request.text.clone()));
            shared.lone_surrogate.set(false);
        }
    });
    let on_input = move |_: Event| {
        if let Some(area) = area.get_untracked() {
            shared.lone_surrogate.set(has_lone_surrogate(&area));
            shared.request.update(|request| request.text = area.value());
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for="token-lab-text">{text.label}</label>
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
            >
                {page.data().sample.text.as_str()}
            </textarea>
        </div>
    }
}

/// A string from the page that Rust cannot hold as it is: half a surrogate pair.
fn has_lone_surrogate(area: &leptos::web_sys::HtmlTextAreaElement) -> bool {
    js_sys::Reflect::get(area.as_ref(), &JsValue::from_str("value"))
        .ok()
        .and_then(|value| value.dyn_into::<js_sys::JsString>().ok())
        .is_some_and(|value| !value.is_valid_utf16())
}

/// The menu of encodings.
#[component]
pub(super) fn EncodingMenu(page: Page, shared: Shared) -> impl IntoView {
    let text = &page.text().lab;
    let words = |encoding| match encoding {
        Encoding::O200kBase => text.encoding_o200k,
        Encoding::Cl100kBase => text.encoding_cl100k,
        other => other.name(),
    };
    let choices = Encoding::OFFERED.map(|encoding| choice(encoding.name(), words(encoding))).into();
    let value = live(move || shared.request.with(|request| request.encoding.name().to_owned()));
    let choose = move |name: String| {
        if let Some(encoding) = Encoding::offered_from_name(&name) {
            shared.request.update(|request| request.encoding = encoding);
        }
    };
    menu("encoding", text.encoding, choices, value, choose)
}
