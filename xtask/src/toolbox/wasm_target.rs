//! The compiler's WebAssembly target.

use std::path::Path;

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::Project;

/// What rustup calls it.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target when the compiler in use lacks it.
pub(crate) fn require(project: &Project) -> Result<()> {
    let shell = project.shell()?;
    // The compiler knows where the target's library would be: also right for a Rust without rustup.
    let folder = cmd!(shell, "rustc --print target-libdir --target {TARGET}").quiet().read()?;
    if Path::new(&folder).exists() {
        return Ok(());
    }
    println!("Adding Rust's WebAssembly target ({TARGET}): once, seconds.");
    let command = cmd!(shell, "rustup target add {TARGET}").quiet();
    command.run().with_context(|| format!("install Rust's target with `rustup target add {TARGET}`"))
}
