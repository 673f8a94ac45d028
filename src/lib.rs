//! Keys & Tokens: a page that ends the confusion between API keys and AI tokens.
//!
//! The rooms, from the bottom up:
//! 1. pure rooms, which know no browser and compile without any feature:
//!    [`tokenizer`], [`journey`], [`pricing`], [`credentials`], [`request`];
//! 2. [`worker`], the road between the page and the tokenizer's own WebAssembly;
//! 3. `ui`, Leptos components (features `hydrate` or `ssr`);
//! 4. `content` and `site`, everything written at build time (feature `ssr`).
//!
//! Invariant: a lower room never imports a higher one; cargo features make a breach a build error.

mod names;

pub mod credentials;
pub mod journey;
pub mod pricing;
pub mod request;
pub mod tokenizer;
pub mod worker;

#[cfg(any(feature = "hydrate", feature = "ssr"))]
pub mod ui;

#[cfg(feature = "ssr")]
pub mod content;
#[cfg(feature = "ssr")]
pub mod site;
