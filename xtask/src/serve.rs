//! `cargo xtask serve`: the site on this machine, built again whenever a file changes.

use std::net::SocketAddr;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::project::Project;
use crate::server::{self, Site};
use crate::site::{Build, Inputs, Kind};

/// How often files are looked at.
const POLL: Duration = Duration::from_secs(1);

/// How many ports are tried after the wanted one.
const PORTS_TO_TRY: u16 = 100;

/// How many changed files are named.
const NAMES_SHOWN: usize = 3;

/// Serves the site until the program is stopped.
pub(crate) fn run(project: &Project, port: u16, kind: Kind) -> Result<()> {
    let start = Instant::now();
    let build = Build::new(project, kind, None);
    let built_from = Inputs::scan(project)?;
    build_or_keep_last(project, &build)?;
    let address = start_server(project, port)?;
    println!(
        "\n  http://{address}/  after {:.0} s\n\nThe site is built again when a file changes. Stop with Ctrl+C.",
        start.elapsed().as_secs_f32()
    );
    rebuild_on_change(project, &build, built_from)
}

/// A site that cannot be built now is still worth looking at in its last state.
fn build_or_keep_last(project: &Project, build: &Build) -> Result<()> {
    let Err(error) = build.run_if_stale() else {
        return Ok(());
    };
    if !project.dist().join("index.html").is_file() {
        return Err(error);
    }
    say_failed(&error);
    Ok(())
}

fn start_server(project: &Project, wanted: u16) -> Result<SocketAddr> {
    let last = wanted.saturating_add(PORTS_TO_TRY);
    (wanted..=last)
        .find_map(|port| server::start(Site::new(project.dist()), port).ok())
        .with_context(|| format!("no port from {wanted} to {last} is free"))
}

fn rebuild_on_change(project: &Project, build: &Build, mut built_from: Inputs) -> Result<()> {
    loop {
        thread::sleep(POLL);
        let now = Inputs::scan(project)?;
        let changes = now.changes_since(&built_from);
        if changes.is_empty() {
            continue;
        }
        println!("\nChanged: {}.", names(&changes));
        match build.run() {
            Ok(()) => println!("Reload the page to see the change."),
            Err(error) => say_failed(&error),
        }
        built_from = now;
    }
}

fn say_failed(error: &anyhow::Error) {
    eprintln!("error: {error:#}\nThe build failed; the last good site is still served.");
}

fn names(changes: &[&Path]) -> String {
    let shown: Vec<_> = changes.iter().take(NAMES_SHOWN).map(|path| path.display().to_string()).collect();
    let shown = shown.join(", ");
    match changes.len().checked_sub(NAMES_SHOWN) {
        None | Some(0) => shown,
        Some(more) => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_list_of_changes_is_cut() {
        let paths = ["a", "b", "c", "d", "e"].map(Path::new);
        assert_eq!(names(&paths[..2]), "a, b");
        assert_eq!(names(&paths[..3]), "a, b, c");
        assert_eq!(names(&paths), "a, b, c and 2 more");
    }
}
