//! Every page against the HTML standard, by the checker of the W3C.

use anyhow::{Context as _, Result};
use xshell::cmd;

use super::Context;
use crate::process;

/// Leptos marks places for hydration with empty comments, which every browser reads as such.
const HYDRATION_MARKS: &str = ".*Bogus comment.*";

/// Errors fail the check; warnings and remarks are only printed.
pub(super) fn run(context: &Context) -> Result<()> {
    let java = process::require(
        "java",
        "install a Java runtime of version 17 or newer, on Debian with `apt-get install default-jre-headless`",
    )?;
    let checker = context.project.node_module("vnu-jar/build/dist/vnu.jar");
    let shell = context.project.shell()?;
    cmd!(shell, "{java} -jar {checker} --stdout --asciiquotes --skip-non-html --filterpattern {HYDRATION_MARKS} dist")
        .run()
        .context("the pages are not valid HTML")
}
