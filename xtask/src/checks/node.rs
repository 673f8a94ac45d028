//! Node and its packages.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::Context;
use crate::process;

/// What Playwright and Lighthouse ask for.
const OLDEST: u32 = 20;

/// What looks at the site from outside.
pub(super) fn install_packages(context: &Context) -> Result<()> {
    install(&context.project.end_to_end())
}

/// Installs exactly what the lock file in `folder` names, unless that was done before.
pub(crate) fn install(folder: &Path) -> Result<()> {
    require_node()?;
    let lock_file = folder.join("package-lock.json");
    let lock = fs::read_to_string(&lock_file).with_context(|| format!("cannot read {}", lock_file.display()))?;
    // In the folder that `npm ci` removes first: it stands only for a complete installation.
    let stamp = folder.join("node_modules").join(".installed-lock");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        println!("node_modules is what package-lock.json asks for.");
        return Ok(());
    }
    process::run(process::npm().arg("ci").current_dir(folder))?;
    fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

fn require_node() -> Result<()> {
    let advice = format!("install Node {OLDEST} or newer, which brings npm, and have it on PATH");
    ensure!(process::find("node").is_some(), "Node is missing: {advice}");
    let version = process::output(Command::new("node").arg("--version"))?;
    let version = version.trim();
    ensure!(major(version).is_some_and(|major| major >= OLDEST), "Node {version} is too old: {advice}");
    Ok(())
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20"), None);
    }
}
