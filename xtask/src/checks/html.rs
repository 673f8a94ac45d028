//! Every page against the HTML standard, by the checker of the W3C.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::Context;
use crate::process;

/// Leptos marks places for hydration with empty comments, which every browser reads as such.
const HYDRATION_MARKS: &str = ".*Bogus comment.*";

/// Errors fail the check; warnings and remarks are only printed.
pub(super) fn run(context: &Context) -> Result<()> {
    ensure!(
        process::find("java").is_some(),
        "Java is missing: install a Java runtime of version 17 or newer, \
         on Debian with `apt-get install default-jre-headless`"
    );
    process::run(
        Command::new("java")
            .arg("-jar")
            .arg(context.project.node_module("vnu-jar/build/dist/vnu.jar"))
            .args(["--stdout", "--asciiquotes", "--skip-non-html", "--filterpattern", HYDRATION_MARKS, "dist"])
            .current_dir(context.project.root()),
    )
    .context("the pages are not valid HTML")
}
