//! Building `dist/`.
//!
//! 1. [`binaries`] makes the WebAssembly, while cargo compiles the project's own program `prerender`.
//! 2. `prerender` renders the pages and adds all the rest.
//! 3. The staging folder takes the place of `dist/`.
//!
//! Invariant: `dist/` is always the last site that was built completely.

pub(crate) mod binaries;
mod inputs;
#[path = "../../../tests/pseudo_language/mod.rs"]
pub(crate) mod pseudo_language;
mod shared;
mod split;

use std::path::{Path, PathBuf};
use std::thread::{self, ScopedJoinHandle};
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

pub(crate) use inputs::Inputs;

use crate::freshness;
use crate::process;
use crate::project::Project;
use crate::toolbox::{Binaryen, TARGET, require_wasm};

/// What a build is for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// Readers: small and fast.
    Release,
    /// Whoever works on the page: soon there, with the names of what went wrong.
    Debug,
    /// Tests: as for readers but for wasm-opt, with pages in the languages that nobody speaks.
    /// It has a folder of its own.
    Pseudo,
}

impl Kind {
    pub(crate) fn of(debug: bool) -> Self {
        if debug { Self::Debug } else { Self::Release }
    }
}

/// One way to build the site.
pub(crate) struct Build<'a> {
    project: &'a Project,
    kind: Kind,
    /// Where the site will live, when that is known.
    site_url: Option<String>,
    binaryen: Option<Binaryen>,
}

impl<'a> Build<'a> {
    pub(crate) fn new(project: &'a Project, kind: Kind, site_url: Option<String>) -> Self {
        let binaryen = if kind == Kind::Release { Binaryen::find_or_install(project) } else { None };
        Self { project, kind, site_url, binaryen }
    }

    /// The folder that the site is built into.
    pub(crate) fn dist(&self) -> PathBuf {
        if self.kind == Kind::Pseudo { self.project.scratch("pseudo") } else { self.project.dist() }
    }

    /// Builds the site unless its folder already has it.
    pub(crate) fn run_if_stale(&self) -> Result<()> {
        if self.is_fresh()? {
            println!("Nothing changed since the last build: {} is up to date.", self.dist().display());
            return Ok(());
        }
        self.run()
    }

    /// Builds the site and remembers what it was built from.
    pub(crate) fn run(&self) -> Result<()> {
        let dist = self.dist();
        println!("Building the site into {}: some minutes the first time, then only what changed.", dist.display());
        timed("the site", || {
            require_wasm(&self.project.shell()?)?;
            timed("dependencies fetched", || self.fetch_dependencies())?;
            // Before the build: what changes while it runs must count as changed.
            let (inputs, day) = (Inputs::scan(self.project)?, build_day());
            let stage = self.dist_beside("staging");
            empty(&stage)?;
            self.build_programs(&stage)?;
            timed("pages written", || self.prerender(&stage, &day))?;
            self.put_in_place(&stage)?;
            let record = self.dist_beside("inputs.txt");
            fs::write(&record, self.record(&inputs, &day)).with_context(|| format!("cannot write {}", record.display()))
        })
    }

    /// For this machine and the browser; the steps after it need not wait for each other's downloads.
    fn fetch_dependencies(&self) -> Result<()> {
        let (cargo, shell) = (process::cargo(), self.project.shell()?);
        Ok(cmd!(shell, "{cargo} fetch --quiet --target host-tuple --target {TARGET}").quiet().run()?)
    }

    /// All that cargo has to compile, at once: while one compilation waits for a single core's
    /// optimization at link time, the others use the rest.
    fn build_programs(&self, stage: &Path) -> Result<()> {
        let build = |group: &binaries::Group| group.build(self.project, self.kind, self.binaryen.as_ref(), stage);
        thread::scope(|scope| {
            let native = scope.spawn(|| timed("prerender: compiled", || self.compile_prerender()));
            let workers = scope.spawn(|| binaries::WORKERS.iter().try_for_each(build));
            let page = build(&binaries::PAGE);
            // All are waited for; the first error is the one that is told.
            page.and(finished(workers)).and(finished(native))
        })
    }

    fn compile_prerender(&self) -> Result<()> {
        let shell = self.project.shell()?;
        self.cargo_prerender(&shell, "build").quiet().run().context("prerender does not compile")
    }

    fn prerender(&self, stage: &Path, day: &str) -> Result<()> {
        let mut content = self.project.root().join("content");
        if self.kind == Kind::Pseudo {
            let source = std::mem::replace(&mut content, self.project.scratch("pseudo-content"));
            pseudo_language::write(&source, &content).context("cannot write the pseudo-languages")?;
        }
        let shell = self.project.shell()?;
        let command = self.cargo_prerender(&shell, "run").arg("--").arg(stage).env("CONTENT_DIR", content);
        let command = command.env("SITE_URL", self.site_url.as_deref().unwrap_or_default()).env(BUILD_DAY, day);
        command.quiet().run().context("the pages cannot be written")
    }

    fn cargo_prerender<'shell>(&self, shell: &'shell Shell, subcommand: &str) -> Cmd<'shell> {
        let (cargo, target) = (process::cargo(), self.project.native_target());
        cmd!(shell, "{cargo} {subcommand} --offline --quiet --bin prerender --features ssr --target-dir {target}")
    }

    fn put_in_place(&self, stage: &Path) -> Result<()> {
        let dist = self.dist();
        empty(&dist)?;
        fs::remove_dir(&dist)
            .and_then(|()| fs::rename(stage, &dist))
            .with_context(|| format!("cannot move the site to {}", dist.display()))
    }

    fn is_fresh(&self) -> Result<bool> {
        if !self.dist().join("index.html").is_file() {
            return Ok(false);
        }
        let now = self.record(&Inputs::scan(self.project)?, &build_day());
        Ok(fs::read_to_string(self.dist_beside("inputs.txt")).is_ok_and(|last| last == now))
    }

    /// Everything the result depends on, as text; `day` is the one whose models and prices it shows.
    fn record(&self, inputs: &Inputs, day: &str) -> String {
        let Self { kind, site_url, binaryen, .. } = self;
        format!("{kind:?}\nsite url: {site_url:?}\nbinaryen: {binaryen:?}\nday: {day}\n{inputs:?}")
    }

    /// What belongs to the site's folder and is not part of it; on the same disk.
    fn dist_beside(&self, name: &str) -> PathBuf {
        let site = if self.kind == Kind::Pseudo { "pseudo" } else { "dist" };
        self.project.scratch(&format!("{site}-{name}"))
    }
}

/// The variable that names another day than today to `prerender`.
pub(crate) const BUILD_DAY: &str = "BUILD_DAY";

/// The day that [`BUILD_DAY`] names, or today.
pub(crate) fn build_day() -> String {
    env::var(BUILD_DAY).unwrap_or_else(|_| freshness::clock().to_string())
}

/// Does one step and says how long it took.
fn timed<T>(step: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    let result = work()?;
    println!("{:>7.1} s  {step}", start.elapsed().as_secs_f32());
    Ok(result)
}

/// The result of a thread; a panic goes on in the one that asks.
fn finished(thread: ScopedJoinHandle<Result<()>>) -> Result<()> {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}
