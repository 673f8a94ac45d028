//! The tokenizer's WebAssembly: the functions of `worker::service` and `worker::tables`, opened by
//! `public/engine.js`.

// Linked for its exported functions; there is nothing to do at start.
use keys_and_tokens as _;

fn main() {}
