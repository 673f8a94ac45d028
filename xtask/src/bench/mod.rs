//! `cargo xtask bench`: the site and other tokenizers, measured in one browser session.
//!
//! 1. Sets up what is missing, like `test`, and builds the site if it is stale.
//! 2. [`peers`] compiles the tokenizers that are crates; `build.js` bundles a page for each peer.
//! 3. Serves the site and the peers' pages, each on a port of its own, and starts `run.js`, which
//!    measures and writes the tables.
//!
//! What is measured and how is told in `tests/bench/README.md`.
//! Slowness is a result here and never an error.

mod peers;

use anyhow::Result;
use clap::ValueEnum;
use xshell::cmd;

use crate::arguments::{BenchPart, name_of};
use crate::checks::browser::{chromium, serve};
use crate::checks::{machine, node};
use crate::project::Project;
use crate::server::Site;
use crate::site::{Build, Kind};

/// Measures the named parts, or all.
pub(crate) fn run(project: &Project, only: &[BenchPart]) -> Result<()> {
    machine::install_missing(project, machine::IN_A_BROWSER);
    let package = project.benchmark();
    node::install(&package)?;
    Build::new(project, Kind::Release, None).run_if_stale()?;
    let crates = peers::build(project)?;
    let pages = project.scratch("bench").join("site");
    let shell = project.shell()?;
    shell.change_dir(&package);
    cmd!(shell, "node build.js").env("OUTPUT", &pages).env("CRATES", crates).run()?;
    let parts = if only.is_empty() { BenchPart::value_variants() } else { only };
    let parts: Vec<_> = parts.iter().map(name_of).collect();
    // Only a whole run is worth keeping.
    let report = if only.is_empty() { project.root().join("docs").join("benchmark.md") } else { "".into() };
    cmd!(shell, "node run.js")
        .env("PARTS", parts.join(","))
        .env("CHROMIUM_PATH", chromium(&shell)?)
        .env("SITE_URL", serve(Site::new(project.dist()), "/")?)
        .env("SITE_FILES", project.dist())
        .env("BENCH_URL", serve(Site::new(pages), "/")?)
        .env("REPORT", report)
        .env("RESULTS", project.scratch("bench").join("results.json"))
        .run()?;
    Ok(())
}
