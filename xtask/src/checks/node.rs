//! Node and its packages.

use std::path::Path;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use crate::process::{self, NPM};

/// Installs exactly what the lock file in `folder` names, unless that was done before.
///
/// Which Node it needs, and that an older one is refused, say `package.json` and `.npmrc` there.
pub(crate) fn install(folder: &Path) -> Result<()> {
    process::require("node", "install Node 20 or newer, which brings npm, and have it on PATH")?;
    let shell = Shell::new()?;
    shell.change_dir(folder);
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
