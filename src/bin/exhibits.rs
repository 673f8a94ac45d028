//! The exhibits' WebAssembly: `start` and `told`, called by `public/exhibits.js`.

use wasm_bindgen::prelude::*;

/// Small code rather than the last bit of speed, as in the app.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

/// Brings the exhibits to life: see `keys_and_tokens::ui::exhibits::start`.
///
/// # Panics
/// If `data` is not what this build wrote; the exhibits then stay as they were rendered.
#[wasm_bindgen]
pub fn start(data: &str) {
    keys_and_tokens::ui::exhibits::start(data);
}

/// Hears what the app tells: see `keys_and_tokens::ui::exhibits::told`.
#[wasm_bindgen]
pub fn told(lines: &str) {
    keys_and_tokens::ui::exhibits::told(lines);
}
