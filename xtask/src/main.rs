//! The project's commands, run as `cargo xtask <command>`.
//!
//! 1. [`arguments`] is the command line.
//! 2. [`toolbox`] installs what the build needs and is missing, into a cache outside the project.
//! 3. [`site`] builds `dist/`; [`serve`] shows it and rebuilds on change; [`checks`] tests it;
//!    [`bench`] measures it; [`freshness`] says how old its facts are.
#![allow(clippy::print_stdout)] // a command-line program talks to its user there

mod arguments;
mod bench;
mod checks;
mod freshness;
mod process;
mod project;
mod serve;
mod server;
mod site;
mod toolbox;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use crate::arguments::Command;
use crate::project::Project;
use crate::site::{Build, Kind};

fn main() -> ExitCode {
    run(Command::parse()).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(command: Command) -> Result<ExitCode> {
    let project = Project::locate()?;
    match command {
        Command::Serve { port, debug } => serve::run(&project, port, Kind::of(debug))?,
        Command::Build { site_url, debug } => Build::new(&project, Kind::of(debug), site_url).run()?,
        Command::Freshness { days, today } => freshness::run(&project, days, today)?,
        Command::Bench { only } => bench::run(&project, &only)?,
        Command::Test(options) => return Ok(checks::run(&project, &options)),
    }
    Ok(ExitCode::SUCCESS)
}
