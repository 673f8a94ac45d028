//! The page's WebAssembly: `start`, called by `public/boot.js`.

use wasm_bindgen::prelude::*;

/// Small code rather than the last bit of speed: see its reason in `Cargo.toml`.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

/// Brings the page to life: see `keys_and_tokens::ui::start`.
///
/// # Panics
/// If `data` is not what this build wrote; `boot.js` then explains that the page stays still.
#[wasm_bindgen]
pub fn start(data: &str, root: &str) {
    keys_and_tokens::ui::start(data, root);
}

/// Takes what was dropped on the token lab: see `keys_and_tokens::ui::take_text`.
#[wasm_bindgen]
pub fn take_text(words: Option<js_sys::JsString>) {
    keys_and_tokens::ui::take_text(words);
}

/// Calls `listener` at every change, for the exhibits: see `keys_and_tokens::ui::subscribe`.
#[wasm_bindgen]
pub fn subscribe(listener: js_sys::Function) {
    keys_and_tokens::ui::subscribe(listener);
}
