//! The reference's WebAssembly: `judge::encode`, opened by `public/engine.js` at the reader's request.

// Linked for its exported functions; there is nothing to do at start.
use keys_and_tokens as _;

fn main() {}
