//! The peers that are crates, compiled to WebAssembly.
//!
//! They are a workspace of their own, so that their dependencies never touch the site's. Each gets
//! what a good page would give it: speed before size, and wasm-opt where there is one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::process;
use crate::project::Project;
use crate::toolbox::Toolbox;
use crate::toolbox::wasm_target::TARGET;

/// Folders below `tests/bench/crates/`; a package's name is `bench-` and its folder's.
const CRATES: [&str; 2] = ["tiktoken-rs", "bpe-openai"];

/// What browsers accept and the compiler uses; `--all-features` makes files that they refuse.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];

/// Compiles all crates and returns the folder that has a folder for each.
pub(super) fn build(project: &Project, toolbox: &Toolbox) -> Result<PathBuf> {
    let manifest = project.benchmark().join("crates").join("Cargo.toml");
    let target = project.root().join("target").join("bench-crates");
    process::run(
        process::cargo()
            .args(["build", "--release", "--locked", "--target", TARGET, "--manifest-path"])
            .arg(manifest)
            .arg("--target-dir")
            .arg(&target),
    )?;
    let compiled = target.join(TARGET).join("release");
    let crates = project.scratch("bench").join("crates");
    for name in CRATES {
        let file = compiled.join(format!("bench_{}.wasm", name.replace('-', "_")));
        connect(&file, name, &crates.join(name), toolbox)?;
    }
    Ok(crates)
}

/// Writes the JavaScript glue and the optimized binary, unless they are newer than what was compiled.
fn connect(compiled: &Path, name: &str, folder: &Path, toolbox: &Toolbox) -> Result<()> {
    let binary = folder.join(format!("{name}_bg.wasm"));
    if is_newer(&binary, compiled) {
        return Ok(());
    }
    process::run(
        Command::new("wasm-bindgen")
            .args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"])
            .arg(folder)
            .arg(compiled)
            .env("PATH", toolbox.search_path()?),
    )?;
    let Some(wasm_opt) = toolbox.wasm_opt() else { return Ok(()) };
    let optimized = folder.join("optimized.wasm");
    process::run(Command::new(wasm_opt).arg("-O3").args(WASM_FEATURES).arg(&binary).arg("-o").arg(&optimized))?;
    fs::rename(&optimized, &binary).with_context(|| format!("cannot replace {}", binary.display()))
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|data| data.modified());
    matches!((changed(file), changed(than)), (Ok(file), Ok(than)) if file > than)
}
