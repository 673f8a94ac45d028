//! Every page against the HTML standard, by the checker of the W3C.

use anyhow::{Context as _, Result};
use xshell::cmd;

use super::Context;
use crate::process;

/// What the checker reports and browsers do not mind: empty comments, by which Leptos marks places for
/// hydration, and what its CSS is too old to know: container queries and `field-sizing`.
const ACCEPTED: &str =
    ".*Bogus comment.*|.*Unrecognized at-rule .@container.*|.*Property .(container|field-sizing). doesn.t exist.*";

/// Errors fail the check; warnings and remarks are only printed.
pub(super) fn run(context: &Context) -> Result<()> {
    let java = process::require(
        "java",
        "install a Java runtime of version 17 or newer, on Debian with `apt-get install default-jre-headless`",
    )?;
    let checker = context.project.node_module("vnu-jar/build/dist/vnu.jar");
    let shell = context.project.shell()?;
    cmd!(shell, "{java} -jar {checker} --stdout --asciiquotes --skip-non-html --filterpattern {ACCEPTED} dist")
        .run()
        .context("the pages are not valid HTML")
}
