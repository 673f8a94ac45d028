//! The tokenizer's WebAssembly: `service::prepare` and `service::encode`, opened by `public/engine.js`.

// Linked for its exported functions; there is nothing to do at start.
use keys_and_tokens as _;

fn main() {}
