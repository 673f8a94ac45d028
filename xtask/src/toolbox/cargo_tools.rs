//! Trunk and wasm-bindgen, built from source by cargo.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{install, lock_file};
use crate::process;
use crate::project::Project;

/// A program that `cargo install` brings.
struct CargoTool {
    /// The package's name.
    package: &'static str,
    /// The program's name.
    program: &'static str,
    version: String,
    /// Whether the package's own `Cargo.lock` is used; wasm-bindgen's does not build.
    locked: bool,
    /// What it is for, as the end of a sentence.
    purpose: &'static str,
    /// How long installing took on two cores.
    minutes: &'static str,
}

/// The folders to put on `PATH`, one for each tool that is not there already.
pub(super) fn require(project: &Project) -> Result<Vec<PathBuf>> {
    let lock = project.root().join("Cargo.lock");
    let tools = [
        CargoTool {
            package: "trunk",
            program: "trunk",
            version: "0.21.14".to_owned(),
            locked: true,
            purpose: "bundles the site",
            minutes: "10 minutes",
        },
        CargoTool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: lock_file::locked_version(&lock, "wasm-bindgen")?,
            locked: false,
            purpose: "connects WebAssembly with JavaScript",
            minutes: "4 minutes",
        },
    ];
    tools.iter().filter(|tool| !tool.is_on_path()).map(|tool| tool.require(project)).collect()
}

impl CargoTool {
    /// Installs the tool if necessary and returns the folder of its program.
    fn require(&self, project: &Project) -> Result<PathBuf> {
        let folder = project.tool(self.package, &self.version);
        let program = Path::new("bin").join(process::executable(self.program));
        install::require(&folder, &program, |folder| self.install(folder)).with_context(|| {
            let Self { package, version, .. } = self;
            format!("{package} {version} is needed and could not be installed")
        })?;
        Ok(folder.join("bin"))
    }

    fn install(&self, folder: &Path) -> Result<()> {
        let Self { package, version, .. } = self;
        println!("Installing {package} {version}, which {}: once, about {}.", self.purpose, self.minutes);
        let mut command = process::cargo();
        command.args(["install", package, "--version", version, "--root"]).arg(folder);
        if self.locked {
            command.arg("--locked");
        }
        process::run(&mut command)
    }

    /// A tool of the same version that the user has anyway is as good as ours.
    fn is_on_path(&self) -> bool {
        process::find(self.program).is_some_and(|program| {
            process::output(Command::new(program).arg("--version"))
                .is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
        })
    }
}
