//! The clipboard, which pages that are not served securely do not have and browsers may refuse.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

use crate::worker::spawn;

/// Copies `text`; says whether it worked.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = window().navigator().clipboard();
    // Missing, whatever web-sys says.
    if clipboard.is_undefined() {
        done(false);
        return;
    }
    let written = clipboard.write_text(text);
    spawn(async move { done(JsFuture::from(written).await.is_ok()) });
}
