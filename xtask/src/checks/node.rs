//! Node and its packages.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use xshell::{Shell, cmd};

use crate::process::{self, NPM};

/// What Playwright and Lighthouse ask for.
const OLDEST: u32 = 20;

/// Installs exactly what the lock file in `folder` names, unless that was done before.
pub(crate) fn install(folder: &Path) -> Result<()> {
    let shell = Shell::new()?;
    shell.change_dir(folder);
    require_node(&shell)?;
    let lock = shell.read_file("package-lock.json")?;
    // In the folder that `npm ci` removes first: it stands only for a complete installation.
    let stamp = Path::new("node_modules").join(".installed-lock");
    if shell.read_file(&stamp).is_ok_and(|installed| installed == lock) {
        println!("node_modules is what package-lock.json asks for.");
        return Ok(());
    }
    cmd!(shell, "{NPM} ci").run().with_context(|| format!("cannot install the packages of {}", folder.display()))?;
    Ok(shell.write_file(&stamp, lock)?)
}

fn require_node(shell: &Shell) -> Result<()> {
    let advice = format!("install Node {OLDEST} or newer, which brings npm, and have it on PATH");
    process::require("node", &advice)?;
    let version = cmd!(shell, "node --version").quiet().read()?;
    ensure!(major(&version).is_some_and(|major| major >= OLDEST), "Node {version} is too old: {advice}");
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
