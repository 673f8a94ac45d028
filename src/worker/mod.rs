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
