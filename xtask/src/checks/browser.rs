//! The built site in a browser, by Playwright.
//!
//! Each part has a server of its own, since a browser treats each port as another site:
//! the site at `/`, the site below a path, the site behind a failing network,
//! and a host page that embeds the widgets.

use anyhow::{Context as _, Result};
use xshell::cmd;

use super::links::SUB_PATH;
use super::{Context, chromium};
use crate::server::{self, ANY_PORT, Site};
use crate::site::pseudo_language::LANGUAGES;

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
        .env("CHROMIUM_PATH", chromium::find(&shell)?)
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
