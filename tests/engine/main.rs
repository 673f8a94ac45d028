//! The own engine gives exactly what tiktoken-rs gives, for all six encodings.

// Millions of tokens: `cargo xtask test` runs this with the profile `fast`, and so not with the rest.
#![cfg(all(feature = "reference", not(feature = "ssr")))]

mod adversarial;
mod characters;
mod judge;
mod random;
mod real_text;
mod slices;
mod special;
mod support;
