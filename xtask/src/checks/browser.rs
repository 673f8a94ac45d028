//! The built site in a browser, by Playwright.
//!
//! Each part has a server of its own, since a browser treats each port as another site:
//! the site at `/`, the site below a path, the site behind a failing network,
//! and a host page that embeds the widgets.

use std::env;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use xshell::{Shell, cmd};

use super::Context;
use crate::server::{self, ANY_PORT, Site};
use crate::site::pseudo_language::LANGUAGES;

/// Where the site must work as well as at `/`.
const SUB_PATH: &str = "/some/sub/path/";

/// What never arrives as a whole from the failing site.
const VOCABULARIES: &str = "/vocab/*";

pub(super) fn run(context: &Context) -> Result<()> {
    let project = context.project;
    let site = || Site::new(project.dist());
    let (playwright, arguments) = (project.node_module("@playwright/test/cli.js"), &context.options.playwright);
    let pseudo_path = format!("/{}", LANGUAGES[0].path());
    let shell = project.shell()?;
    shell.change_dir(project.end_to_end());
    cmd!(shell, "node {playwright} test {arguments...}")
        .env("CHROMIUM_PATH", chromium(&shell)?)
        .env("BASE_URL", serve(site(), "/")?)
        .env("SUB_URL", serve(site().mounted_at(SUB_PATH), SUB_PATH)?)
        .env("PSEUDO_URL", serve(Site::new(project.scratch("pseudo")), &pseudo_path)?)
        .env("FAULT_URL", serve(site().breaking_off(VOCABULARIES), "/")?)
        // Pages of somebody else's site.
        .env("HOST_URL", serve(Site::new(project.end_to_end().join("host")), "/")?)
        .run()
        .context("the page fails in a browser")
}

/// Starts a server and returns the address of its front page.
pub(crate) fn serve(site: Site, path: &str) -> Result<String> {
    let address = server::start(site, ANY_PORT).context("cannot start a server")?;
    Ok(format!("http://{address}{path}"))
}

/// The browser that `CHROMIUM_PATH` names, the system's Chromium, or the one that the Playwright of
/// the Node package in the shell's folder installed.
pub(crate) fn chromium(shell: &Shell) -> Result<PathBuf> {
    if let Some(chosen) = env::var_os("CHROMIUM_PATH").map(PathBuf::from).or_else(|| which::which("chromium").ok()) {
        return Ok(chosen);
    }
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
