//! The own engine gives exactly what tiktoken-rs gives, for all six encodings.

#![cfg(feature = "reference")]

mod adversarial;
mod characters;
mod judge;
mod random;
mod real_text;
mod slices;
mod special;
mod support;
