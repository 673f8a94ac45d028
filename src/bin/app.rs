//! The page's WebAssembly: what `public/boot.js` and the scripts that it imports call.

use wasm_bindgen::prelude::*;

/// Small code rather than the last bit of speed: see its reason in `Cargo.toml`.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

/// Begins to bring the page to life: see `keys_and_tokens::ui::start`.
///
/// # Panics
/// If `data` is not what this build wrote; `boot.js` then explains that the page stays still.
#[wasm_bindgen]
pub fn start(data: &str, root: &str, take_worker: js_sys::Function) {
    keys_and_tokens::ui::start(data, root, take_worker);
}

/// Goes on with the start, a figure at a time; says whether there is more: see `keys_and_tokens::ui::start_next`.
#[wasm_bindgen]
pub fn start_next() -> bool {
    keys_and_tokens::ui::start_next()
}

/// Takes what was dropped on the token lab: see `keys_and_tokens::ui::take_text`.
#[wasm_bindgen]
pub fn take_text(words: Option<js_sys::JsString>) {
    keys_and_tokens::ui::take_text(words);
}

/// Fetches the code of an exhibit and brings it to life: see `keys_and_tokens::exhibits::open`.
///
/// # Errors
/// If its code cannot be fetched; it may be opened again.
///
/// # Panics
/// If `data` is not what this build wrote; the exhibit then stays as it was rendered.
#[wasm_bindgen]
pub async fn open_exhibit(name: String, data: String) -> Result<(), JsError> {
    keys_and_tokens::exhibits::open(&name, &data).await.map_err(|error| JsError::new(&error.to_string()))
}
