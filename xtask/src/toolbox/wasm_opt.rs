//! binaryen's `wasm-opt`, which makes WebAssembly smaller.
//!
//! The site works without it, only bigger: a missing optimizer is said once and does not stop the build.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use super::install;
use crate::process;
use crate::project::Project;

/// The version whose results the size budgets were measured with.
const VERSION: &str = "132.0.0";

/// What browsers accept and the compiler uses; `--all-features` makes files that they refuse.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];

/// The optimizer's program.
#[derive(Debug)]
pub(crate) struct WasmOpt(PathBuf);

impl WasmOpt {
    /// The optimizer, or `None` after a notice.
    pub(crate) fn find_or_install(project: &Project) -> Option<Self> {
        if which::which("node").is_err() {
            println!("Without Node there is no wasm-opt: the WebAssembly files will be bigger.");
            return None;
        }
        let folder = project.tool("binaryen", VERSION);
        // npm's own starter: a link to a script, or a batch file on Windows.
        let name = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };
        let program = PathBuf::from_iter(["node_modules", ".bin", name]);
        match install::require(&folder, &program, |folder| fill(project, folder)) {
            Ok(()) => Some(Self(folder.join(program))),
            Err(error) => {
                println!("Without wasm-opt the WebAssembly files will be bigger: {error:#}");
                None
            }
        }
    }

    /// Optimizes a file in its place.
    pub(crate) fn run(&self, shell: &Shell, goals: &[&str], file: &Path) -> Result<()> {
        let (program, features) = (&self.0, FEATURES);
        let command = cmd!(shell, "{program} --quiet {goals...} {features...} {file} -o {file}");
        command.quiet().run().with_context(|| format!("cannot optimize {}", file.display()))
    }
}

fn fill(project: &Project, folder: &Path) -> Result<()> {
    println!("Installing binaryen {VERSION}, which makes WebAssembly smaller: once, seconds.");
    let (npm, package) = (process::NPM, format!("binaryen@{VERSION}"));
    let shell = project.shell()?;
    Ok(cmd!(shell, "{npm} install --no-audit --no-fund --loglevel error --prefix {folder} {package}").quiet().run()?)
}
