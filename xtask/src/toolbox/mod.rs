//! What builds the site, installed when it is missing.
//!
//! 1. [`require_wasm`]: the compiler's WebAssembly target, through rustup.
//! 2. [`Binaryen`]: makes WebAssembly smaller; comes with Node and is left out where Node is missing.
//!
//! wasm-bindgen needs no installation: its library is compiled into these commands.
//! [`cargo_tool`] brings Trunk and wasm-bindgen's own program for the check of the site that Trunk builds.
//! Each tool has a folder of its own that appears only when it is complete ([`install`]).

mod binaryen;
pub(crate) mod cargo_tool;
pub(crate) mod install;

use std::path::Path;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

pub(crate) use binaryen::Binaryen;

/// What rustup calls the WebAssembly of browsers.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target when the compiler in use lacks it.
pub(crate) fn require_wasm(shell: &Shell) -> Result<()> {
    // The compiler knows where the target's library would be: also right for a Rust without rustup.
    let folder = cmd!(shell, "rustc --print target-libdir --target {TARGET}").quiet().read()?;
    if Path::new(&folder).exists() {
        return Ok(());
    }
    println!("Adding Rust's WebAssembly target ({TARGET}): once, seconds.");
    let command = cmd!(shell, "rustup target add {TARGET}").quiet();
    command.run().with_context(|| format!("install Rust's target with `rustup target add {TARGET}`"))
}
