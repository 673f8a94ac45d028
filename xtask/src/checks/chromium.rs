//! The browser that the checks drive.

use std::env;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use xshell::{Shell, cmd};

/// The browser that `CHROMIUM_PATH` names, the system's Chromium, or the one that the Playwright of
/// the Node package in the shell's folder installed.
pub(crate) fn find(shell: &Shell) -> Result<PathBuf> {
    if let Some(chosen) = env::var_os("CHROMIUM_PATH") {
        return Ok(chosen.into());
    }
    which::which("chromium").or_else(|_| playwrights_own(shell))
}

fn playwrights_own(shell: &Shell) -> Result<PathBuf> {
    let script = "import('playwright-core').then(p => console.log(p.chromium.executablePath()))";
    let path = cmd!(shell, "node --eval {script}").quiet().read();
    let path = PathBuf::from(path.context("cannot ask Playwright where its browser is")?);
    ensure!(
        path.is_file(),
        "there is no browser: install one with `npx playwright-core install chromium` in {}, \
         or name one by CHROMIUM_PATH",
        shell.current_dir().display()
    );
    Ok(path)
}
