//! What cargo knows: format, lints, tests, documentation.
//!
//! Native builds have a target folder of their own, the same as the site's `prerender`.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use xshell::{Shell, cmd};

use super::Context;
use crate::process::{self, cargo};
use crate::toolbox::{TARGET, require_wasm};

/// How many random texts more `--long` compares with tiktoken-rs.
const LONG_CASES: &str = "10000000";

pub(super) fn format(context: &Context) -> Result<()> {
    let shell = context.project.shell()?;
    require_component(&shell, "fmt", "rustfmt")?;
    let cargo = cargo();
    cmd!(shell, "{cargo} fmt --all --check").run().context("write `cargo fmt --all`")
}

/// Each set of features by itself: they are the walls between the rooms.
pub(super) fn clippy(context: &Context) -> Result<()> {
    let shell = context.project.shell()?;
    require_component(&shell, "clippy", "clippy")?;
    require_wasm(&shell)?;
    let (cargo, native) = (&cargo(), &native(context));
    for selection in [&[][..], &["--features", "reference"], &["--features", "ssr"], &["--package", "xtask"]] {
        cmd!(shell, "{cargo} clippy --all-targets {native...} {selection...} -- -D warnings").run()?;
    }
    for (features, binary) in [("hydrate", "app"), ("split", "app"), ("worker", "tokenizer"), ("judge", "judge")] {
        cmd!(shell, "{cargo} clippy --target {TARGET} --features {features} --bin {binary} --lib -- -D warnings")
            .run()?;
    }
    Ok(())
}

pub(super) fn unit(context: &Context) -> Result<()> {
    let shell = context.project.shell()?;
    let (cargo, native) = (&cargo(), &native(context));
    for selection in [&[][..], &["--features", "ssr"], &["--package", "xtask"]] {
        cmd!(shell, "{cargo} test {native...} {selection...}").run()?;
    }
    // Millions of tokens compared with tiktoken-rs: slow without optimization.
    let engine = ["--profile", "fast", "--features", "reference", "--test", "engine"];
    cmd!(shell, "{cargo} test {native...} {engine...}").run()?;
    if context.options.long {
        let long = cmd!(shell, "{cargo} test {native...} {engine...} -- --ignored --nocapture");
        long.env("LONG_CASES", LONG_CASES).run()?;
    }
    // A link to something that was renamed is a warning of the documentation's compiler.
    let documentation = cmd!(shell, "{cargo} doc --no-deps --document-private-items --features ssr {native...}");
    Ok(documentation.env("RUSTDOCFLAGS", "-D warnings").run()?)
}

fn native(context: &Context) -> [PathBuf; 2] {
    ["--target-dir".into(), context.project.native_target()]
}

/// A minimal installation of Rust lacks these two.
fn require_component(shell: &Shell, subcommand: &str, component: &str) -> Result<()> {
    let cargo = cargo();
    if process::succeeds(cmd!(shell, "{cargo} {subcommand} --version")) {
        return Ok(());
    }
    cmd!(shell, "rustup component add {component}")
        .run()
        .with_context(|| format!("install it with `rustup component add {component}`"))
}
