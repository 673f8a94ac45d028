//! What can be done with the text: clear it, fall back to the example, copy a link to it.

use leptos::prelude::*;

use super::is_long;
use crate::request::{LinkError, link};
use crate::tokenizer::Text;
use crate::ui::clipboard::copy;
use crate::ui::widgets::{button, button_when, constant_text, live_bool};
use crate::ui::{Notice, Shared};

/// The row of buttons under the text box.
#[component]
pub(super) fn Actions(shared: Shared) -> impl IntoView {
    let text = shared.page.text().lab();
    let sample = &shared.page.data().samples.text.text;
    let is_sample = live_bool(move || shared.request.with(|request| request.reading.text == *sample));
    let is_empty = live_bool(move || shared.request.with(|request| request.reading.text.is_empty()));
    view! {
        <div class="lab__actions live-only">
            <p class="lab__private" id="token-lab-private">{text.private()}</p>
            <div class="buttons live-only">
                {button_when("button", constant_text(text.back_to_sample()), is_sample, move || shared.rewrite_text(sample))}
                {button_when("button", constant_text(text.clear()), is_empty, move || clear(shared))}
                {button("button button--main", text.copy_link(), move || copy_link(shared))}
            </div>
        </div>
    }
}

/// A long text is offered back: nobody types that again.
fn clear(shared: Shared) {
    if is_long(shared).get_untracked() {
        shared.replace_long(Text::default());
    } else {
        shared.rewrite_text("");
    }
}

/// Writes the request into the address and the address into the clipboard.
fn copy_link(shared: Shared) {
    match shared.request.with_untracked(link) {
        Err(LinkError::Secret) => shared.notice.set(Some(Notice::LinkSecret)),
        Err(LinkError::TooLong) => shared.notice.set(Some(Notice::LinkTooLong)),
        Ok(fragment) => {
            let address = address_with(&fragment);
            // A sandboxed frame may refuse to change its address; the link is still good.
            if let Ok(history) = window().history() {
                let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
            }
            copy(&address.clone(), move |copied| {
                shared.notice.set(Some(if copied { Notice::LinkCopied } else { Notice::LinkReady(address) }));
            });
        }
    }
}

/// The page's own address with another fragment.
fn address_with(fragment: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}
