//! What cargo knows: format, lints, tests, documentation.
//!
//! Native builds have a target folder of their own, the same as the build's hook,
//! and WebAssembly builds share Trunk's: neither rebuilds what the other made.

use std::process::Command;

use anyhow::{Context as _, Result};

use super::Context;
use crate::process;
use crate::project::Project;
use crate::toolbox::wasm_target;

/// Where native code is built; relative to the project's root.
const NATIVE: [&str; 2] = ["--target-dir", "target/native"];

pub(super) fn format(context: &Context) -> Result<()> {
    require_component("fmt", "rustfmt")?;
    cargo(context.project, &["fmt", "--all", "--check"])
}

/// Each set of features by itself: they are the walls between the rooms.
pub(super) fn clippy(context: &Context) -> Result<()> {
    require_component("clippy", "clippy")?;
    wasm_target::require()?;
    let native = |arguments: &[&str]| clippy_with(context.project, &[&NATIVE, arguments].concat());
    let wasm = |arguments: &[&str]| {
        let target = ["--target", wasm_target::TARGET];
        clippy_with(context.project, &[&target, arguments].concat())
    };
    native(&["--all-targets"])?;
    native(&["--all-targets", "--features", "reference"])?;
    native(&["--all-targets", "--features", "ssr"])?;
    native(&["--all-targets", "--package", "xtask"])?;
    wasm(&["--features", "hydrate", "--bin", "app", "--lib"])?;
    wasm(&["--features", "exhibits", "--bin", "exhibits", "--lib"])?;
    wasm(&["--features", "worker", "--bin", "tokenizer", "--lib"])?;
    wasm(&["--features", "judge", "--bin", "judge", "--lib"])
}

pub(super) fn unit(context: &Context) -> Result<()> {
    let test = |arguments: &[&str]| {
        let arguments = [&["test"], &NATIVE[..], arguments].concat();
        cargo(context.project, &arguments)
    };
    test(&[])?;
    test(&["--features", "ssr"])?;
    test(&["--package", "xtask"])?;
    // Millions of tokens compared with tiktoken-rs: slow without optimization.
    let engine = ["--profile", "fast", "--features", "reference", "--test", "engine"];
    test(&engine)?;
    if context.long {
        compare_at_length(context.project, &engine)?;
    }
    document(context.project)
}

/// So many random texts more are compared with tiktoken-rs by `--long`.
const LONG_CASES: &str = "10000000";

fn compare_at_length(project: &Project, engine: &[&str]) -> Result<()> {
    let arguments = [&["test"], &NATIVE[..], engine, &["--", "--ignored", "--nocapture"]].concat();
    announce(&arguments);
    process::run(process::cargo().args(arguments).env("LONG_CASES", LONG_CASES).current_dir(project.root()))
}

/// A link to something that was renamed is a warning of the documentation's compiler.
fn document(project: &Project) -> Result<()> {
    let arguments = [&["doc", "--no-deps", "--document-private-items", "--features", "ssr"], &NATIVE[..]].concat();
    announce(&arguments);
    process::run(process::cargo().args(arguments).env("RUSTDOCFLAGS", "-D warnings").current_dir(project.root()))
}

fn clippy_with(project: &Project, arguments: &[&str]) -> Result<()> {
    let arguments = [&["clippy"], arguments, &["--", "-D", "warnings"]].concat();
    cargo(project, &arguments)
}

fn cargo(project: &Project, arguments: &[&str]) -> Result<()> {
    announce(arguments);
    process::run(process::cargo().args(arguments).current_dir(project.root()))
}

fn announce(arguments: &[&str]) {
    println!("> cargo {}", arguments.join(" "));
}

/// A minimal installation of Rust lacks these two.
fn require_component(subcommand: &str, component: &str) -> Result<()> {
    if process::succeeds(process::cargo().args([subcommand, "--version"])) {
        return Ok(());
    }
    process::run(Command::new("rustup").args(["component", "add", component]))
        .with_context(|| format!("install it with `rustup component add {component}`"))
}
