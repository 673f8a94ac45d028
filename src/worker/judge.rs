//! The reference's WebAssembly, as `public/engine.js` uses it: tiktoken-rs, loaded at the reader's
//! request to check a result of the page's own engine.
//!
//! It reads the same vocabulary files and takes nothing but the tokens' bytes from them; patterns,
//! merging and all the rest are those of tiktoken-rs.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::reference::Reference;
use super::tables::with_tokenizer;
use crate::tokenizer::{Encoder, Encoding};

thread_local! {
    static REFERENCE: RefCell<Option<Reference>> = const { RefCell::new(None) };
}

/// The ids that tiktoken-rs finds for a text in UTF-8; empty if the encoding's table is not complete.
///
/// # Panics
/// On some adversarial texts, such as a megabyte of spaces in `o200k_base`: tiktoken-rs does.
#[wasm_bindgen]
pub fn encode(encoding: &str, special: bool, text: Vec<u8>) -> Vec<u32> {
    let Some(encoding) = Encoding::from_name(encoding) else { return Vec::new() };
    let text = String::from_utf8(text).unwrap_or_default(); // the page's strings are UTF-8
    REFERENCE.with_borrow_mut(|kept| {
        let usable = kept.take().filter(|reference| reference.encoding() == encoding);
        let Some(reference) = usable.or_else(|| build(encoding)) else { return Vec::new() };
        let ids = if special { reference.encode_with_special_tokens(&text) } else { reference.encode(&text).ids };
        *kept = Some(reference);
        ids
    })
}

fn build(encoding: Encoding) -> Option<Reference> {
    with_tokenizer(encoding, |tokenizer| {
        let vocabulary = tokenizer.vocabulary();
        let tokens = (0..vocabulary.ranks()).filter_map(|rank| Some((rank, vocabulary.bytes_of(rank)?)));
        Reference::new(encoding, tokens).ok()
    })?
}
