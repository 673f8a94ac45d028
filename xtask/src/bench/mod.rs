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

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::checks::browser::serve;
use crate::checks::{chromium, machine, node};
use crate::process;
use crate::project::Project;
use crate::server::Site;
use crate::site::Build;
use crate::toolbox::Toolbox;

/// Measures the named parts, or all.
pub(crate) fn run(project: &Project, only: &[String]) -> Result<()> {
    if let Err(error) = machine::install_missing(&["bench"]) {
        // The step that needs what is missing says so itself.
        eprintln!("error: {error:#}");
    }
    let package = project.benchmark();
    node::install(&package)?;
    let toolbox = Toolbox::prepare(project)?;
    Build::new(project, &toolbox, None).run_if_stale()?;
    let crates = peers::build(project, &toolbox)?;
    let pages = project.scratch("bench").join("site");
    process::run(node_script(&package, "build.js").env("OUTPUT", &pages).env("CRATES", crates))?;
    process::run(
        node_script(&package, "run.js")
            .env("ONLY", only.join(","))
            .env("CHROMIUM_PATH", chromium::find(&package)?)
            .env("SITE_URL", serve(Site::new(project.dist()), "/")?)
            .env("SITE_FILES", project.dist())
            .env("BENCH_URL", serve(Site::new(pages), "/")?)
            .env("MACHINE", machine_line())
            .env("REPORT", project.root().join("docs").join("benchmark.md"))
            .env("RESULTS", project.scratch("bench").join("results.json")),
    )
}

fn node_script(package: &Path, script: &str) -> Command {
    let mut command = Command::new("node");
    command.arg(package.join(script)).current_dir(package);
    command
}

/// Processor, cores and system, as far as they can be known.
fn machine_line() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = processor().unwrap_or_else(|| "unknown processor".to_owned());
    format!("{processor}, {cores} cores, {} {}", env::consts::OS, env::consts::ARCH)
}

fn processor() -> Option<String> {
    if cfg!(target_os = "macos") {
        let name = process::output(Command::new("sysctl").args(["-n", "machdep.cpu.brand_string"])).ok()?;
        return Some(name.trim().to_owned());
    }
    let list = fs::read_to_string("/proc/cpuinfo").context("not Linux").ok()?;
    model_in(&list)
}

fn model_in(list: &str) -> Option<String> {
    let line = list.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_processor_is_named() {
        let list = "processor\t: 0\nmodel name\t: A Fast One\nflags\t: fpu\n";
        assert_eq!(model_in(list).as_deref(), Some("A Fast One"));
        assert_eq!(model_in("processor\t: 0\n"), None);
    }
}
