//! The project's commands, run as `cargo xtask <command>`.
//!
//! 1. [`arguments`] turns the command line into a [`Command`](arguments::Command).
//! 2. [`toolbox`] installs what the build needs and is missing, into a cache outside the project.
//! 3. [`site`] builds `dist/`; [`serve`] shows it and rebuilds on change; [`checks`] tests it;
//!    [`bench`] measures it; [`freshness`] tells how old its facts are.
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

use crate::arguments::{Command, USAGE};
use crate::project::Project;
use crate::site::Build;
use crate::toolbox::Toolbox;

fn main() -> ExitCode {
    let command = match arguments::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("error: {error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    run(command).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn run(command: Command) -> Result<ExitCode> {
    let project = Project::locate()?;
    match command {
        Command::Help => println!("{USAGE}"),
        Command::Serve { port } => serve::run(&project, port)?,
        Command::Build { site_url } => {
            let toolbox = Toolbox::prepare(&project)?;
            Build::new(&project, &toolbox, site_url).run()?;
        }
        Command::Freshness { days, today } => freshness::run(&project, days, today.as_deref())?,
        Command::Bench(only) => bench::run(&project, &only)?,
        Command::Test(selection) => return checks::run(&project, &selection),
    }
    Ok(ExitCode::SUCCESS)
}
