//! Text that is pasted or dropped, and may be too long for the text box.
//!
//! Short text is left to the browser, which knows best how to put it into a box. Invariant: whatever
//! cannot be taken leaves the reader's text as it was, and says why.

use leptos::prelude::*;
use leptos::web_sys::{ClipboardEvent, DataTransfer, DragEvent, File, HtmlTextAreaElement};
use wasm_bindgen_futures::JsFuture;

use super::{LONGEST_EDITABLE_BYTES, MOST_MEGABYTES};
use crate::ui::{Notice, Shared};
use crate::worker::spawn;

/// A paste into `area`.
pub(super) fn pasted(event: &ClipboardEvent, area: &HtmlTextAreaElement, shared: Shared) {
    if let Some(words) = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok())
        && words.len() > LONGEST_EDITABLE_BYTES.saturating_sub(area.value().len())
    {
        event.prevent_default();
        take(shared, with_selection_replaced(area, &words));
    }
}

/// Says that files may be dropped here.
pub(super) fn dragged(event: &DragEvent) {
    if event.data_transfer().is_some_and(|data| first_file(&data).is_some() || holds_files(&data)) {
        event.prevent_default();
    }
}

/// Something dropped on the lab: a file takes the place of the text, and so do long words.
pub(super) fn dropped(event: &DragEvent, shared: Shared) {
    let Some(data) = event.data_transfer() else { return };
    if let Some(file) = first_file(&data) {
        event.prevent_default();
        spawn(read(file, shared));
    } else if let Some(words) = data.get_data("text/plain").ok().filter(|words| words.len() > LONGEST_EDITABLE_BYTES) {
        event.prevent_default();
        take(shared, words);
    }
}

/// While something is dragged, a page may only see that there are files.
fn holds_files(data: &DataTransfer) -> bool {
    data.types().includes(&"Files".into(), 0)
}

fn first_file(data: &DataTransfer) -> Option<File> {
    data.files()?.get(0)
}

async fn read(file: File, shared: Shared) {
    if file.size() > (MOST_MEGABYTES * 1_000_000) as f64 {
        shared.notice.set(Some(Notice::TooMuch));
        return;
    }
    let text = match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => String::from_utf8(js_sys::Uint8Array::new(&buffer).to_vec()).ok(),
        Err(_) => None,
    };
    match text {
        // A byte order mark says how the bytes are to be read; it is not text.
        Some(text) => take(shared, text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)),
        None => shared.notice.set(Some(Notice::NotText)),
    }
}

fn take(shared: Shared, text: String) {
    if text.len() > MOST_MEGABYTES * 1_000_000 {
        shared.notice.set(Some(Notice::TooMuch));
    } else if text.len() > LONGEST_EDITABLE_BYTES {
        shared.set_text(text.into());
    } else {
        shared.rewrite_text(&text);
    }
}

/// The text of the box with `words` in place of what is selected.
fn with_selection_replaced(area: &HtmlTextAreaElement, words: &str) -> String {
    let text = area.value();
    let place = |at: Option<u32>| byte_offset(&text, at.unwrap_or(0));
    let start = place(area.selection_start().ok().flatten());
    let end = place(area.selection_end().ok().flatten()).max(start);
    [text.get(..start).unwrap_or_default(), words, text.get(end..).unwrap_or_default()].concat()
}

/// Where the code unit `utf16` of `text` begins in UTF-8.
fn byte_offset(text: &str, utf16: u32) -> usize {
    let mut units = 0;
    for (at, character) in text.char_indices() {
        if units >= utf16 {
            return at;
        }
        units += character.len_utf16() as u32;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::byte_offset;

    #[test]
    fn browsers_count_in_utf16() {
        let text = "é👍b";
        assert_eq!([0, 1, 3, 4, 9].map(|at| byte_offset(text, at)), [0, 2, 6, 7, 7]);
    }
}
