//! Text that is pasted or dropped, and may be too long for the text box.
//!
//! 1. Short text is left to the browser, which knows best how to put it into a box.
//! 2. Long text is taken over piece by piece, so that the page goes on answering.
//!
//! Invariant: whatever cannot be taken leaves the reader's text as it was, and says why.

use std::time::Duration;

use js_sys::{Function, JsString, Promise, Reflect};
use leptos::prelude::*;
use leptos::web_sys::{ClipboardEvent, DataTransfer, HtmlTextAreaElement};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{LONGEST_EDITABLE_BYTES, MOST_MEGABYTES};
use crate::ui::{Notice, Shared};
use crate::worker::spawn;

/// UTF-16 code units that are taken over at a time.
const CHUNK_UNITS: u32 = 1 << 18;

/// A paste into `area`.
pub(super) fn pasted(event: &ClipboardEvent, area: &HtmlTextAreaElement, shared: Shared) {
    let words = event.clipboard_data().and_then(|data| words_of(&data));
    if let (Some(words), Some(text)) = (words.filter(is_long), value(area)) {
        event.prevent_default();
        let place = |at: Result<Option<u32>, JsValue>| at.ok().flatten().unwrap_or(0);
        let (start, end) = (place(area.selection_start()), place(area.selection_end()));
        let whole = text.slice(0, start).concat(&words).concat(&text.slice(end, text.length()));
        spawn(take_over(whole, shared));
    }
}

/// Takes over what somebody else has put into `area`, if it is too long to stay there.
pub(super) fn filled(area: &HtmlTextAreaElement, shared: Shared) -> bool {
    let text = value(area).filter(is_long);
    let is_taken = text.is_some();
    if let Some(text) = text {
        spawn(take_over(text, shared));
    }
    is_taken
}

/// What the box holds, not copied.
pub(super) fn value(area: &HtmlTextAreaElement) -> Option<JsString> {
    Reflect::get(area, &"value".into()).ok()?.dyn_into().ok()
}

/// Takes what `public/drop.js` has read of something dropped: no words if it was not text.
pub fn take_dropped(words: Option<JsString>, shared: Shared) {
    match words {
        Some(words) => spawn(take_over(words, shared)),
        None => shared.notice.set(Some(Notice::NotText)),
    }
}

/// The words that come with a paste, not yet copied.
fn words_of(data: &DataTransfer) -> Option<JsString> {
    let get: Function = Reflect::get(data, &"getData".into()).ok()?.dyn_into().ok()?;
    get.call1(data, &"text/plain".into()).ok()?.dyn_into().ok()
}

fn is_long(words: &JsString) -> bool {
    words.length() as usize > LONGEST_EDITABLE_BYTES
}

/// Makes `words` the text, piece by piece.
async fn take_over(words: JsString, shared: Shared) {
    let length = words.length();
    if length as usize > MOST_MEGABYTES * 1_000_000 {
        shared.notice.set(Some(Notice::TooMuch));
        return;
    }
    let mut text = String::new();
    let mut from = 0;
    while from < length {
        // Both halves of a surrogate pair go together.
        let cuts_pair = |at: u32| (0xD800..0xDC00).contains(&(words.char_code_at(at - 1) as u32));
        let to = from + CHUNK_UNITS;
        let to = (to + u32::from(to < length && cuts_pair(to))).min(length);
        text.push_str(&String::from(words.slice(from, to)));
        from = to;
        pause().await;
    }
    take(shared, text);
}

/// Gives the page its turn.
async fn pause() {
    let turn = Promise::new(&mut |resolve: Function, _| {
        set_timeout(move || drop(resolve.call0(&JsValue::NULL)), Duration::ZERO);
    });
    // It is never rejected.
    let _ = JsFuture::from(turn).await;
}

fn take(shared: Shared, text: String) {
    if text.len() > LONGEST_EDITABLE_BYTES {
        shared.set_text(text.into());
    } else {
        shared.rewrite_text(&text);
    }
}
