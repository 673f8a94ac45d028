//! The exhibits' WebAssembly: `start` and `update`, called by `public/exhibits.js`.

use wasm_bindgen::prelude::*;

/// Small code rather than the last bit of speed, as in the app.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}

/// Brings the exhibits to life: see `keys_and_tokens::exhibits::start`.
///
/// # Panics
/// If `data` is not what this build wrote; the exhibits then stay as they were rendered.
#[wasm_bindgen]
pub fn start(data: &str) {
    keys_and_tokens::exhibits::start(data);
}

/// Takes over a change: see `keys_and_tokens::exhibits::update`.
#[wasm_bindgen]
pub fn update(lines: &str) {
    keys_and_tokens::exhibits::update(lines);
}
