//! Programs that cargo installs: only the check of Trunk's site needs them.
//!
//! Where the reader has `cargo binstall`, it fetches what their makers have compiled; else they are compiled here,
//! without optimization, which takes a third of the time and is fast enough.

use std::env::consts::EXE_SUFFIX;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use super::install;
use crate::process::{self, cargo};
use crate::project::Project;

/// A program in a package.
pub(crate) struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// Features, and whether the package's own `Cargo.lock` is used.
    options: &'static [&'static str],
    /// How long compiling takes on two cores.
    minutes: u32,
}

/// What `Trunk.toml` is written for.
pub(crate) fn trunk() -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14".to_owned(),
        options: &["--locked", "--no-default-features", "--features", "rustls"],
        minutes: 5,
    }
}

/// Trunk insists on the version that `Cargo.lock` has of the library.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<CargoTool> {
    let lock: toml::Table = toml::from_str(&project.shell()?.read_file("Cargo.lock")?)?;
    let packages = lock.get("package").and_then(toml::Value::as_array).context("Cargo.lock names no packages")?;
    let package = packages.iter().find(|package| package["name"].as_str() == Some("wasm-bindgen"));
    let version = package.and_then(|package| package["version"].as_str()).context("Cargo.lock has no wasm-bindgen")?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        options: &[], // its own lock file does not build
        minutes: 3,
    })
}

impl CargoTool {
    /// The program: the reader's own where it has the right version.
    pub(crate) fn require(&self, project: &Project) -> Result<PathBuf> {
        let Self { package, program, version, .. } = self;
        let shell = project.shell()?;
        if let Some(own) = which::which(program).ok().filter(|own| self.is_version_of(&shell, own)) {
            return Ok(own);
        }
        let folder = project.tool(package, version);
        let program = Path::new("bin").join(format!("{program}{EXE_SUFFIX}"));
        install::require(&folder, &program, |folder| self.install(&shell, folder))
            .with_context(|| format!("{package} {version} could not be installed"))?;
        Ok(folder.join(program))
    }

    fn is_version_of(&self, shell: &Shell, program: &Path) -> bool {
        let version = cmd!(shell, "{program} --version").quiet().ignore_stderr().read();
        version.is_ok_and(|text| text.split_whitespace().any(|word| word == self.version))
    }

    fn install(&self, shell: &Shell, folder: &Path) -> Result<()> {
        let Self { package, program, version, options, minutes } = self;
        let cargo = cargo();
        if process::succeeds(cmd!(shell, "{cargo} binstall -V")) {
            println!("Fetching {package} {version}: once.");
            let only_makers = ["--no-confirm", "--strategies", "crate-meta-data"];
            let fetch = cmd!(shell, "{cargo} binstall {only_makers...} --root {folder} {package}@{version}");
            if fetch.quiet().run().is_ok() {
                return Ok(());
            }
        }
        println!("Compiling {package} {version}: once, about {minutes} minutes on two cores.");
        let install = cmd!(shell, "{cargo} install {package} --version {version} --bin {program} --root {folder}");
        let unoptimized = [("OPT_LEVEL", "0"), ("LTO", "off"), ("CODEGEN_UNITS", "64"), ("DEBUG", "0")]
            .map(|(setting, value)| (format!("CARGO_PROFILE_RELEASE_{setting}"), value));
        Ok(install.args(*options).envs(unoptimized).quiet().run()?)
    }
}
