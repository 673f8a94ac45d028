//! `cargo xtask serve`: the site on this machine, built again whenever a file changes.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result};

use crate::project::Project;
use crate::server::{self, Site};
use crate::site::{Build, Inputs, Kind};

/// How often files are looked at.
const POLL: Duration = Duration::from_secs(1);

/// How many ports are tried after the wanted one.
const PORTS_TO_TRY: u16 = 100;

/// Serves the site until the program is stopped.
pub(crate) fn run(project: &Project, port: u16, kind: Kind) -> Result<()> {
    let start = Instant::now();
    let build = Build::new(project, kind, None);
    let mut built_from = Inputs::scan(project)?;
    if let Err(error) = build.run_if_stale() {
        // A site that cannot be built now is still worth looking at in its last state.
        if !project.dist().join("index.html").is_file() {
            return Err(error);
        }
        say_failed(&error);
    }
    let last = port.saturating_add(PORTS_TO_TRY);
    let address = (port..=last)
        .find_map(|port| server::start(Site::new(project.dist()), port).ok())
        .with_context(|| format!("no port from {port} to {last} is free"))?;
    println!("\n  http://{address}/  after {:.0} s\n", start.elapsed().as_secs_f32());
    println!("The site is built again when a file changes. Stop with Ctrl+C.");
    loop {
        thread::sleep(POLL);
        let now = Inputs::scan(project)?;
        let Some((first, others)) = now.changes_since(&built_from) else { continue };
        println!("\nChanged: {}, {others} more.", first.display());
        match build.run() {
            Ok(()) => println!("Reload the page to see the change."),
            Err(error) => say_failed(&error),
        }
        built_from = now;
    }
}

fn say_failed(error: &Error) {
    eprintln!("error: {error:#}\nThe build failed; the last good site is still served.");
}
