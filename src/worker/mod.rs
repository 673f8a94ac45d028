//! The road between the page and the tokenizer's own WebAssembly.
//!
//! 1. The [`protocol`] says what a job and its replies are; `messages` writes them as arrays.
//! 2. The `client`, in the page, starts a worker on first need and keeps only the latest job
//!    waiting; where workers are refused it runs the same service on the page's own thread.
//! 3. The `service`, in the tokenizer's binary, fetches vocabularies and counts.

pub mod protocol;

#[cfg(any(feature = "hydrate", feature = "worker"))]
mod messages;

#[cfg(feature = "hydrate")]
pub mod client;
#[cfg(feature = "reference")]
pub mod reference;
#[cfg(feature = "worker")]
pub mod service;

/// Runs `task` later, in the browser. Boxed, because each type of future would bring its own copy of
/// the machinery.
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub(crate) fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: std::pin::Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    wasm_bindgen_futures::spawn_local(task);
}
