//! The page's WebAssembly: `start`, called by `public/boot.js`.

use wasm_bindgen::prelude::*;

fn main() {}

/// Brings the page to life: see `keys_and_tokens::ui::start`.
///
/// # Errors
/// If the page's data cannot be read.
#[wasm_bindgen]
pub fn start(data: &str, root: &str) -> Result<(), JsValue> {
    keys_and_tokens::ui::start(data, root)
}
