//! binaryen: `wasm-opt` makes WebAssembly smaller, `wasm-merge` makes one file of several.
//!
//! The site works without them, only bigger: if they are missing, that is said once and does not stop the build.

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

/// The folder of the programs.
#[derive(Debug)]
pub(crate) struct Binaryen(PathBuf);

impl Binaryen {
    /// The programs, or `None` after a notice.
    pub(crate) fn find_or_install(project: &Project) -> Option<Self> {
        if which::which("node").is_err() {
            println!("Without Node there is no binaryen: the WebAssembly files will be bigger.");
            return None;
        }
        let folder = project.tool("binaryen", VERSION);
        let programs = PathBuf::from_iter(["node_modules", ".bin"]);
        match install::require(&folder, &programs.join(starter("wasm-opt")), |folder| fill(project, folder)) {
            Ok(()) => Some(Self(folder.join(programs))),
            Err(error) => {
                println!("Without binaryen the WebAssembly files will be bigger: {error:#}");
                None
            }
        }
    }

    /// Optimizes a file in its place.
    pub(crate) fn optimize(&self, shell: &Shell, goals: &[&str], file: &Path) -> Result<()> {
        let (program, features) = (self.0.join(starter("wasm-opt")), FEATURES);
        let command = cmd!(shell, "{program} --quiet {goals...} {features...} {file} -o {file}");
        command.quiet().run().with_context(|| format!("cannot optimize {}", file.display()))
    }

    /// Makes one file of modules, which import from each other by the names that they are given with.
    pub(crate) fn merge(&self, shell: &Shell, modules: &[(PathBuf, String)], file: &Path) -> Result<()> {
        let (program, features) = (self.0.join(starter("wasm-merge")), FEATURES);
        let modules = modules.iter().flat_map(|(path, name)| [path.as_os_str(), name.as_ref()]);
        let command = cmd!(shell, "{program} --quiet {modules...} {features...} -o {file}");
        command.quiet().run().with_context(|| format!("cannot merge {}", file.display()))
    }
}

/// npm's own starter: a link to a script, or a batch file on Windows.
fn starter(program: &str) -> String {
    if cfg!(windows) { format!("{program}.cmd") } else { program.to_owned() }
}

fn fill(project: &Project, folder: &Path) -> Result<()> {
    println!("Installing binaryen {VERSION}, which makes WebAssembly smaller: once, seconds.");
    let (npm, package) = (process::NPM, format!("binaryen@{VERSION}"));
    let shell = project.shell()?;
    Ok(cmd!(shell, "{npm} install --no-audit --no-fund --loglevel error --prefix {folder} {package}").quiet().run()?)
}
