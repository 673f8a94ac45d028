//! Building `dist/`.
//!
//! Trunk does the work, with the project's own `prerender` program as its hook.
//! It builds into a staging folder and moves the result over at the end,
//! so `dist/` is always the last site that was built completely.

mod inputs;

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result};

pub(crate) use inputs::Inputs;

use crate::process;
use crate::project::Project;
use crate::toolbox::Toolbox;

/// One way to build the site.
pub(crate) struct Build<'a> {
    project: &'a Project,
    toolbox: &'a Toolbox,
    /// Where the site will live, when that is known.
    site_url: Option<String>,
    /// Whether the site speaks the pseudo-language as well, for tests; it then has a folder of its own.
    pseudo: bool,
}

impl<'a> Build<'a> {
    pub(crate) fn new(project: &'a Project, toolbox: &'a Toolbox, site_url: Option<String>) -> Self {
        Self { project, toolbox, site_url, pseudo: false }
    }

    /// The site with pages in the pseudo-language, below `en-xa/`; not optimized, to be quick.
    pub(crate) fn pseudo(project: &'a Project, toolbox: &'a Toolbox) -> Self {
        Self { pseudo: true, ..Self::new(project, toolbox, None) }
    }

    /// The folder that the site is built into.
    pub(crate) fn dist(&self) -> PathBuf {
        if self.pseudo { self.project.scratch("pseudo") } else { self.project.dist() }
    }

    /// Builds the site and remembers what it was built from.
    pub(crate) fn run(&self) -> Result<()> {
        println!("Building the site into {}.", self.dist().display());
        let start = Instant::now();
        fetch_dependencies(self.project)?;
        // Before the build: what changes while it runs must count as changed.
        let inputs = Inputs::scan(self.project)?;
        process::run(&mut self.trunk()?)?;
        self.remember(&inputs)?;
        println!("Built in {:.1} s.", start.elapsed().as_secs_f32());
        Ok(())
    }

    /// Builds the site unless `dist/` already has it.
    pub(crate) fn run_if_stale(&self) -> Result<()> {
        if self.is_fresh()? {
            println!("Nothing changed since the last build: {} is up to date.", self.dist().display());
            return Ok(());
        }
        self.run()
    }

    fn is_fresh(&self) -> Result<bool> {
        if !self.dist().join("index.html").is_file() {
            return Ok(false);
        }
        let now = self.record(&Inputs::scan(self.project)?);
        Ok(fs::read_to_string(self.record_file()).is_ok_and(|last| last == now))
    }

    fn trunk(&self) -> Result<Command> {
        let mut command = Command::new("trunk");
        command
            .args(["build", "--release", "--offline", "--dist"])
            .arg(self.dist())
            .current_dir(self.project.root())
            .env("PATH", self.toolbox.search_path()?)
            // Trunk reads this as one of its own options and rejects the usual value `1`.
            .env_remove("NO_COLOR")
            .env_remove("SITE_URL")
            .env_remove("WASM_OPT")
            .env_remove("PSEUDO_LANGUAGE")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths());
        if self.pseudo {
            command.env("PSEUDO_LANGUAGE", "1");
            return Ok(command);
        }
        if let Some(url) = &self.site_url {
            command.env("SITE_URL", url);
        }
        if let Some(program) = self.toolbox.wasm_opt() {
            command.env("WASM_OPT", program);
        }
        Ok(command)
    }

    /// Everything the result depends on, as text.
    fn record(&self, inputs: &Inputs) -> String {
        format!("site url: {:?}\nwasm-opt: {:?}\n{inputs}", self.site_url, self.toolbox.wasm_opt())
    }

    fn record_file(&self) -> PathBuf {
        let name = if self.pseudo { "last-pseudo-build.txt" } else { "last-build.txt" };
        self.project.scratch(name)
    }

    fn remember(&self, inputs: &Inputs) -> Result<()> {
        let file = self.record_file();
        fs::create_dir_all(file.with_file_name(""))
            .and_then(|()| fs::write(&file, self.record(inputs)))
            .with_context(|| format!("cannot write {}", file.display()))
    }
}

/// Trunk builds offline so that it downloads no tools, which keeps cargo offline too.
fn fetch_dependencies(project: &Project) -> Result<()> {
    process::run(process::cargo().args(["fetch", "--quiet"]).current_dir(project.root()))
}

/// Keeps the builder's own folders out of the WebAssembly, where panic messages would name them.
fn without_paths() -> String {
    let home = std::env::var("CARGO_HOME").or_else(|_| {
        std::env::var(if cfg!(windows) { "USERPROFILE" } else { "HOME" }).map(|home| format!("{home}/.cargo"))
    });
    home.map(|home| format!("--remap-path-prefix={home}/registry/src=deps")).unwrap_or_default()
}
