//! The tokenizer's WebAssembly: the functions of `worker::service` and `worker::tables`, opened by
//! `public/engine.js`.

// Linked for its exported functions; there is nothing to do at start.
use keys_and_tokens as _;

/// Smaller than the standard one; see its reason in `Cargo.toml`.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
