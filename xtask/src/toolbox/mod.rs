//! The programs that build the site, installed when they are missing.
//!
//! 1. [`wasm_target`]: the compiler's WebAssembly target, through rustup.
//! 2. [`cargo_tools`]: Trunk, and wasm-bindgen in the version that `Cargo.lock` names.
//! 3. [`wasm_opt`]: makes WebAssembly smaller; comes with Node and is left out where Node is missing.
//!
//! Each tool has a folder of its own that appears only when it is complete ([`install`]).

mod cargo_tools;
pub(crate) mod install;
mod lock_file;
mod wasm_opt;
pub(crate) mod wasm_target;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::process;
use crate::project::Project;

/// Where the build's programs are.
pub(crate) struct Toolbox {
    folders: Vec<PathBuf>,
    wasm_opt: Option<PathBuf>,
}

impl Toolbox {
    /// Finds every tool, installing what is missing.
    pub(crate) fn prepare(project: &Project) -> Result<Self> {
        wasm_target::require()?;
        Ok(Self { folders: cargo_tools::require(project)?, wasm_opt: wasm_opt::find_or_install(project) })
    }

    /// A `PATH` on which the tools come first.
    pub(crate) fn search_path(&self) -> Result<OsString> {
        process::search_path(&self.folders)
    }

    /// The optimiser, where there is one.
    pub(crate) fn wasm_opt(&self) -> Option<&Path> {
        self.wasm_opt.as_deref()
    }
}
