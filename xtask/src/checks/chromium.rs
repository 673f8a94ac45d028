//! The browser that the checks drive.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::process;
use crate::project::Project;

/// The browser that `CHROMIUM_PATH` names, the system's Chromium, or the one that Playwright installed.
pub(super) fn find(project: &Project) -> Result<PathBuf> {
    if let Some(chosen) = env::var_os("CHROMIUM_PATH") {
        return Ok(chosen.into());
    }
    process::find("chromium").map_or_else(|| playwrights_own(project), Ok)
}

fn playwrights_own(project: &Project) -> Result<PathBuf> {
    let script = "import('@playwright/test').then(p => console.log(p.chromium.executablePath()))";
    let path = process::output(Command::new("node").args(["--eval", script]).current_dir(project.end_to_end()))
        .context("cannot ask Playwright where its browser is")?;
    let path = Path::new(path.trim());
    ensure!(
        path.is_file(),
        "there is no browser: install one with `npx playwright install chromium` in tests/e2e, \
         or name one by CHROMIUM_PATH"
    );
    Ok(path.to_owned())
}
