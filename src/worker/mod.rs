//! The road between the page and the tokenizer's own WebAssembly.
//!
//! 1. The [`protocol`] says what jobs and replies are; `messages` writes and reads them as arrays.
//! 2. The `client`, in the page, starts a worker on first need; where workers are refused it runs the
//!    same engine on the page's own thread. What to do when is decided by a `channel`, without a browser.
//! 3. `public/engine.js`, in the worker, fetches vocabularies into the `tables` of the tokenizer's
//!    binary, and lets its `service` count in slices.
//! 4. The `judge`, a binary of its own, checks a result with tiktoken-rs, at the reader's request.

pub mod protocol;

#[cfg(any(feature = "hydrate", test))]
mod channel;
#[cfg(feature = "hydrate")]
mod messages;

#[cfg(feature = "hydrate")]
pub mod client;
#[cfg(feature = "judge")]
pub mod judge;
#[cfg(feature = "reference")]
pub mod reference;
#[cfg(feature = "worker")]
pub mod service;
#[cfg(any(feature = "worker", feature = "judge"))]
pub mod tables;

/// Runs `task` later, in the browser. Boxed, because each type of future would bring its own copy of
/// the machinery.
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub(crate) fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: std::pin::Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    wasm_bindgen_futures::spawn_local(task);
}
