//! binaryen's `wasm-opt`, which makes WebAssembly smaller.
//!
//! The site works without it, only bigger: a missing optimiser is said once and does not stop the build.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::install;
use crate::process;
use crate::project::Project;

/// The version whose results the size budgets were measured with.
const VERSION: &str = "132.0.0";

/// The optimiser's program, or `None` after a notice.
pub(super) fn find_or_install(project: &Project) -> Option<PathBuf> {
    if process::find("node").is_none() {
        println!("Without Node there is no wasm-opt: the WebAssembly files will be bigger.");
        return None;
    }
    let major = VERSION.split('.').next().unwrap_or(VERSION);
    let folder = project.tool("binaryen", major);
    let program = program();
    match install::require(&folder, &program, fill) {
        Ok(()) => Some(folder.join(program)),
        Err(error) => {
            println!("Without wasm-opt the WebAssembly files will be bigger: {error:#}");
            None
        }
    }
}

fn fill(folder: &Path) -> Result<()> {
    println!("Installing binaryen {VERSION}, which makes WebAssembly smaller: once, seconds.");
    process::run(
        process::npm()
            .args(["install", "--no-audit", "--no-fund", "--loglevel", "error"])
            .arg("--prefix")
            .arg(folder)
            .arg(format!("binaryen@{VERSION}")),
    )
}

/// npm's own starter: a link to a script, or a batch file on Windows.
fn program() -> PathBuf {
    let name = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };
    ["node_modules", ".bin", name].iter().collect()
}
