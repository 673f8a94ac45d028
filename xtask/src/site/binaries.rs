//! The site's WebAssembly.
//!
//! 1. cargo compiles the binaries of a [`Group`] in one go: what they share is compiled once, and
//!    their optimization at link time, which keeps one core busy, runs side by side.
//! 2. The app is cut up ([`split`]): the code of each exhibit becomes a chunk, a file of its own.
//! 3. wasm-bindgen writes the JavaScript that connects a binary with the browser.
//! 4. wasm-opt, where there is one, makes each file smaller or faster.
//!
//! A debug build is not cut up: it is soon there, and the exhibits are in the app.

use std::path::{Path, PathBuf};
use std::{env, thread};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;
use xshell::cmd;

use super::{Kind, finished, split, timed};
use crate::process;
use crate::project::Project;
use crate::toolbox::{Binaryen, TARGET};

/// Binaries with the same features and goals.
pub(super) struct Group {
    binaries: &'static [&'static str],
    features: &'static str,
    /// The feature that marks where to cut the group's only binary up.
    splitting: Option<&'static str>,
    /// The cargo profile for release.
    profile: &'static str,
    goals: &'static [&'static str],
}

/// How a binary is made small: no function is inlined for being called only once, since separate ones
/// compress better; control flow is rebuilt between two rounds; and nothing lives in
/// the lowest kilobyte, where the stack ends.
const SMALL: &[&str] = &[
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--one-caller-inline-max-function-size=0",
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
];

/// How the tokenizer is made fast, without what nothing reads.
const FAST: &[&str] = &["-O3", "--low-memory-unused", "--strip-producers", "--strip-target-features"];

/// What the compiler leaves in the judge; more would take 30 seconds longer and save nothing over gzip.
const TIDY: &[&str] = &["-O1", "--low-memory-unused", "--strip-producers", "--strip-target-features"];

/// What the page's own thread runs.
pub(super) const PAGE: Group =
    Group { binaries: &["app"], features: "hydrate", splitting: Some("split"), profile: "release", goals: SMALL };

/// What workers run: one feature would put its functions into the other binary. What takes longest comes
/// first.
pub(super) const WORKERS: [Group; 2] = [
    Group { binaries: &["judge"], features: "judge", splitting: None, profile: "worker", goals: TIDY },
    Group { binaries: &["tokenizer"], features: "worker", splitting: None, profile: "worker", goals: FAST },
];

impl Group {
    /// Builds the group's binaries with their JavaScript into `stage`.
    pub(super) fn build(&self, project: &Project, kind: Kind, binaryen: Option<&Binaryen>, stage: &Path) -> Result<()> {
        let (profile, folder) = match kind {
            Kind::Debug => ("dev", "debug"),
            Kind::Release | Kind::Pseudo => (self.profile, self.profile),
        };
        let names = self.binaries.join(" and ");
        // Trunk compiles a debug build without flags too: each takes over what the other has compiled.
        let flags = if kind == Kind::Debug { String::new() } else { without_paths() };
        let splitting = self.splitting.filter(|_| kind != Kind::Debug);
        timed(&format!("{names}: compiled"), || self.compile(project, profile, &flags, splitting))?;
        let compiled = project.target().join(TARGET).join(folder);
        let finish = |name: &str| {
            let compiled = compiled.join(format!("{name}.wasm"));
            let mut files = vec![stage.join(format!("{name}_bg.wasm"))];
            timed(&format!("{name}: wasm-bindgen"), || {
                if splitting.is_none() {
                    return bindgen(&compiled, name, stage);
                }
                let shell = project.shell()?;
                let merge = binaryen.map(|binaryen| (binaryen, &shell));
                files.extend(split::bindgen_and_split(&compiled, name, stage, merge)?);
                Ok(())
            })?;
            let Some(binaryen) = binaryen else { return Ok(()) };
            let optimize = |file: &PathBuf| binaryen.optimize(&project.shell()?, self.goals, file);
            timed(&format!("{name}: wasm-opt"), || files.iter().try_for_each(optimize))
        };
        // Each on a core of its own.
        thread::scope(|scope| {
            let started: Vec<_> = self.binaries.iter().map(|name| scope.spawn(|| finish(name))).collect();
            started.into_iter().try_for_each(finished)
        })
    }

    fn compile(&self, project: &Project, profile: &str, flags: &str, splitting: Option<&str>) -> Result<()> {
        let (cargo, features) = (process::cargo(), splitting.unwrap_or(self.features));
        let binaries = self.binaries.iter().flat_map(|name| ["--bin", name]);
        let shell = project.shell()?;
        cmd!(shell, "{cargo} build --offline --target {TARGET} --profile {profile} --features {features} {binaries...}")
            .env("CARGO_TERM_PROGRESS_WHEN", "never") // several cargos write at once
            .env(FLAGS, flags)
            .quiet()
            .run()
            .with_context(|| format!("{} does not compile", self.binaries.join(" or ")))
    }
}

/// Writes `<name>.js` and `<name>_bg.wasm` into a folder; also used for the benchmark's peers.
pub(crate) fn bindgen(compiled: &Path, name: &str, folder: &Path) -> Result<()> {
    connect(&mut Bindgen::new(), compiled, name, folder)
}

/// The same with options.
pub(super) fn connect(bindgen: &mut Bindgen, compiled: &Path, name: &str, folder: &Path) -> Result<()> {
    bindgen
        .input_path(compiled)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(false) // as the program does it that Trunk uses
        .generate(folder)
        .with_context(|| format!("wasm-bindgen cannot connect {name}"))
}

/// The compiler's flags for WebAssembly.
pub(crate) const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Keeps the builder's own folders out of the WebAssembly, where panic messages would name them.
pub(crate) fn without_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    home.map(|home| format!("--remap-path-prefix={}/registry/src=deps", home.display())).unwrap_or_default()
}
