//! The tokenizer's WebAssembly, as `public/engine.js` uses it: tables fill, a text is counted in
//! slices, and the result is handed over.
//!
//! 1. [`tables`](super::tables) fill while their files arrive.
//! 2. [`begin`] takes a text; [`advance`] counts a slice of it, until it says that all is counted.
//! 3. [`ids`], [`boundaries`] and [`counts`] give the result; [`find`] and [`replace`] work on its text.
//!
//! Each asker, which is a number, has a text of its own. Nothing here waits, so a crash surfaces in the caller's
//! hands.
//!
//! Invariant: an asker's result is that of its text taken last, or empty.

use std::cell::RefCell;
use std::collections::BTreeMap;

use wasm_bindgen::prelude::*;

use super::tables::with_tokenizer;
use crate::tokenizer::{Counting, Encoding, SpecialTokens, Tokenization, Tokens, search};

/// After an edit, a text up to this length is tokenized around the edit only; more is not kept.
const LONGEST_KEPT_BYTES: usize = 1 << 20;

/// A text and what is known of it.
struct Work {
    encoding: Encoding,
    special_tokens: SpecialTokens,
    text: String,
    counting: Option<Counting>,
    result: Tokenization,
}

thread_local! {
    /// By asker.
    static WORK: RefCell<BTreeMap<u32, Work>> = const { RefCell::new(BTreeMap::new()) };
}

/// Takes a text in UTF-8. If it is the asker's last one with an edit, only what is around the edit is tokenized
/// again.
#[wasm_bindgen]
pub fn begin(asker: u32, encoding: &str, special: bool, text: Vec<u8>) {
    let Some(encoding) = Encoding::from_name(encoding) else { return };
    let special_tokens = if special { SpecialTokens::AsSpecial } else { SpecialTokens::AsText };
    let text = String::from_utf8(text).unwrap_or_default(); // the page's strings are UTF-8
    let same_reading = |work: &Work| work.encoding == encoding && work.special_tokens == special_tokens;
    let before = WORK.with_borrow_mut(|work| work.remove(&asker)).filter(same_reading);
    let counting = before.and_then(|work| around_edit(&work, &text));
    let counting = Some(counting.unwrap_or_else(|| Counting::new(special_tokens)));
    let work = Work { encoding, special_tokens, text, counting, result: Tokenization::default() };
    WORK.with_borrow_mut(|all| all.insert(asker, work));
}

/// Whether the text can be counted with what its table has read.
#[wasm_bindgen]
pub fn is_covered(asker: u32) -> bool {
    of_work(asker, |work| with_tokenizer(work.encoding, |tokenizer| tokenizer.covers(&work.text)).unwrap_or_default())
}

/// Counts about `bytes` more bytes of a text that is covered; says whether all is counted.
#[wasm_bindgen]
pub fn advance(asker: u32, bytes: u32) -> bool {
    WORK.with_borrow_mut(|work| {
        let Some(work) = work.get_mut(&asker) else { return true };
        let Some(mut counting) = work.counting.take() else { return true };
        let text = &work.text;
        let is_done = with_tokenizer(work.encoding, |it| counting.advance(it, text, bytes as usize));
        if is_done == Some(true) {
            work.result = counting.finish();
        } else {
            work.counting = Some(counting);
        }
        work.counting.is_none()
    })
}

/// How far the counting has come.
#[wasm_bindgen]
pub fn percent(asker: u32) -> u32 {
    of_work(asker, |work| work.counting.as_ref().map_or(100, |counting| counting.percent(&work.text)))
}

/// The result's token ids.
#[wasm_bindgen]
pub fn ids(asker: u32) -> Vec<u32> {
    of_work(asker, |work| work.result.ids.clone())
}

/// The result's boundaries in raw form.
#[wasm_bindgen]
pub fn boundaries(asker: u32) -> Vec<u32> {
    of_work(asker, |work| work.result.boundaries.iter().map(|boundary| boundary.to_raw()).collect())
}

/// Characters, words and bytes of the text.
#[wasm_bindgen]
pub fn counts(asker: u32) -> Vec<u32> {
    of_work(asker, |work| {
        let counts = work.result.counts;
        vec![counts.characters, counts.words, counts.bytes]
    })
}

/// Where `query` occurs in the text, as byte offsets.
#[wasm_bindgen]
pub fn find(asker: u32, query: &str) -> Vec<u32> {
    of_work(asker, |work| search::find(&work.text, query))
}

/// The text with `words` wherever `query` occurs, in UTF-8.
#[wasm_bindgen]
pub fn replace(asker: u32, query: &str, words: &str) -> Vec<u8> {
    of_work(asker, |work| search::replace(&work.text, query, words).into_bytes())
}

fn of_work<T: Default>(asker: u32, ask: impl FnOnce(&Work) -> T) -> T {
    WORK.with_borrow(|work| work.get(&asker).map(ask).unwrap_or_default())
}

/// Tokens of `text` from those of the text before, if they are known and both are of moderate length.
fn around_edit(before: &Work, text: &str) -> Option<Counting> {
    let is_short = before.text.len().max(text.len()) <= LONGEST_KEPT_BYTES;
    if !is_short || before.counting.is_some() {
        return None;
    }
    with_tokenizer(before.encoding, |tokenizer| {
        let ends = before.result.boundaries.iter().map(|boundary| boundary.end()).collect();
        let old = Tokens { ids: before.result.ids.clone(), ends };
        let again = || tokenizer.retokenize(&old, &before.text, text, before.special_tokens);
        tokenizer.covers(text).then(again)?.map(Counting::of_tokens)
    })?
}
