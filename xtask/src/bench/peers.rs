//! The peers that are crates, compiled to WebAssembly.
//!
//! They are a workspace of their own, so that their dependencies never touch the site's. Each gets
//! what a good page would give it: speed before size, and wasm-opt where there is one.

use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::process::cargo;
use crate::project::Project;
use crate::site::binaries::bindgen;
use crate::toolbox::WasmOpt;
use crate::toolbox::wasm_target::TARGET;

/// Folders below `tests/bench/crates/`; a package's name is `bench-` and its folder's.
const CRATES: [&str; 2] = ["tiktoken-rs", "bpe-openai"];

/// Compiles all crates and returns the folder that has a folder for each.
pub(super) fn build(project: &Project) -> Result<PathBuf> {
    let (cargo, manifest) = (cargo(), project.benchmark().join("crates").join("Cargo.toml"));
    let target = project.target().join("bench-crates");
    let shell = project.shell()?;
    cmd!(shell, "{cargo} build --release --locked --target {TARGET} --manifest-path {manifest} --target-dir {target}")
        .run()?;
    let compiled = target.join(TARGET).join("release");
    let crates = project.scratch("bench").join("crates");
    let wasm_opt = WasmOpt::find_or_install(project);
    for name in CRATES {
        let file = compiled.join(format!("bench_{}.wasm", name.replace('-', "_")));
        connect(&shell, &file, name, &crates.join(name), wasm_opt.as_ref())?;
    }
    Ok(crates)
}

/// Writes the JavaScript glue and the optimized binary, unless they are newer than what was compiled.
fn connect(shell: &Shell, compiled: &Path, name: &str, folder: &Path, wasm_opt: Option<&WasmOpt>) -> Result<()> {
    let binary = folder.join(format!("{name}_bg.wasm"));
    if is_newer(&binary, compiled) {
        return Ok(());
    }
    bindgen(compiled, name, folder)?;
    wasm_opt.map_or(Ok(()), |wasm_opt| wasm_opt.run(shell, &["-O3"], &binary))
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| path.metadata().and_then(|data| data.modified());
    matches!((changed(file), changed(than)), (Ok(file), Ok(than)) if file > than)
}
