//! bpe-openai as it comes, behind one function for JavaScript; the vocabulary is in the binary.

use wasm_bindgen::prelude::wasm_bindgen;

/// The tokens of a text.
#[wasm_bindgen]
pub fn encode(text: &str) -> Vec<u32> {
    bpe_openai::o200k_base().encode(text)
}
