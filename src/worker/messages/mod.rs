//! Jobs and replies as the arrays that cross between threads.
//!
//! A job: `[id, encoding, text, vocabulary url, unpacked bytes, glue url, wasm url]`.
//! A reply: `["progress", id, percent]`, `["failed", id, failure]` or
//! `["done", id, ids, boundaries, characters, words, bytes]` with two `Uint32Array`s, which are
//! handed over, not copied. `public/engine.js` reads a job's id and addresses and makes failures.

#[cfg(feature = "worker")]
mod at_engine;
#[cfg(feature = "hydrate")]
mod at_page;

#[cfg(feature = "worker")]
pub(super) use at_engine::{job_from_js, reply_to_js};
#[cfg(feature = "hydrate")]
pub(super) use at_page::{job_to_js, reply_from_js};

use js_sys::Array;

fn number(message: &Array, index: u32) -> Option<u32> {
    message.get(index).as_f64().filter(|value| *value >= 0.0).map(|value| value as u32)
}
