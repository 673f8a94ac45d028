//! The peers that are crates, compiled to WebAssembly.
//!
//! They are a workspace of their own, so that their dependencies never touch the site's. Each gets
//! what a good page would give it: speed before size, and wasm-opt where there is one.

use std::path::PathBuf;

use anyhow::Result;
use xshell::cmd;

use crate::process::cargo;
use crate::project::Project;
use crate::site::binaries::bindgen;
use crate::toolbox::{Binaryen, TARGET};

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
    let binaryen = Binaryen::find_or_install(project);
    for name in CRATES {
        let folder = crates.join(name);
        bindgen(&compiled.join(format!("bench_{}.wasm", name.replace('-', "_"))), name, &folder)?;
        if let Some(binaryen) = &binaryen {
            binaryen.optimize(&shell, &["-O3"], &folder.join(format!("{name}_bg.wasm")))?;
        }
    }
    Ok(crates)
}
