//! The browser that the checks drive.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::process;

/// The browser that `CHROMIUM_PATH` names, the system's Chromium, or the one that the Playwright of
/// the Node package in `folder` installed.
pub(crate) fn find(folder: &Path) -> Result<PathBuf> {
    if let Some(chosen) = env::var_os("CHROMIUM_PATH") {
        return Ok(chosen.into());
    }
    process::find("chromium").map_or_else(|| playwrights_own(folder), Ok)
}

fn playwrights_own(folder: &Path) -> Result<PathBuf> {
    let script = "import('playwright-core').then(p => console.log(p.chromium.executablePath()))";
    let path = process::output(Command::new("node").args(["--eval", script]).current_dir(folder))
        .context("cannot ask Playwright where its browser is")?;
    let path = Path::new(path.trim());
    ensure!(
        path.is_file(),
        "there is no browser: install one with `npx playwright-core install chromium` in {}, \
         or name one by CHROMIUM_PATH",
        folder.display()
    );
    Ok(path.to_owned())
}
