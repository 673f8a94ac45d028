//! Keys & Tokens: a page that ends the confusion between API keys and AI tokens.
//!
//! The rooms, from the bottom up:
//! 1. pure rooms, which know no browser and compile without any feature: [`tokenizer`], [`pricing`],
//!    [`credentials`], [`journey`], [`request`], [`words`];
//! 2. [`worker`], the road between the page and the tokenizer's own WebAssembly, and [`handover`], what
//!    the build hands to the browser;
//! 3. two pillars that do not know each other: `content`, which reads and checks files (feature `ssr`),
//!    and `ui` with `exhibits` on it, Leptos components (features `hydrate` or `ssr`);
//! 4. `site`, everything written at build time (feature `ssr`).
//!
//! Invariant: a lower room never imports a higher one. Cargo features make most breaches build errors;
//! `tests/layers.rs` finds the others.

pub mod markup;
mod names;

pub mod credentials;
pub mod handover;
pub mod journey;
pub mod pricing;
pub mod request;
pub mod tokenizer;
pub mod words;
pub mod worker;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod exhibits;
#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod ui;

#[cfg(feature = "ssr")]
pub mod content;
#[cfg(feature = "ssr")]
pub mod site;
