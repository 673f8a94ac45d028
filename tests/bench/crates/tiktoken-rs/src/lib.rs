//! tiktoken-rs as it comes, behind one function for JavaScript; the vocabulary is in the binary.

use std::sync::LazyLock;

use tiktoken_rs::CoreBPE;
use wasm_bindgen::prelude::wasm_bindgen;

static ENGINE: LazyLock<CoreBPE> =
    LazyLock::new(|| tiktoken_rs::o200k_base().expect("the vocabulary that comes with the library"));

/// The tokens of a text; special tokens are read as the text they are.
#[wasm_bindgen]
pub fn encode(text: &str) -> Vec<u32> {
    ENGINE.encode_ordinary(text)
}
