//! The compiler's WebAssembly target.

use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// What rustup calls it.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target when the compiler in use lacks it.
pub(crate) fn require() -> Result<()> {
    if is_installed()? {
        return Ok(());
    }
    println!("Adding Rust's WebAssembly target ({TARGET}); this takes seconds.");
    process::run(Command::new("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("Rust's target {TARGET} is missing; install it with `rustup target add {TARGET}`"))
}

/// Asks the compiler where the target's library would be: also right for a Rust without rustup.
fn is_installed() -> Result<bool> {
    let folder = process::output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]))?;
    Ok(std::path::Path::new(folder.trim()).exists())
}
