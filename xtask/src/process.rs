//! Other programs: under what name they go, and what they are missing for.

use std::ffi::OsString;
use std::path::PathBuf;
use std::{env, process};

use anyhow::{Context, Result};
use xshell::Cmd;

/// Node's package manager; on Windows it is a script that must be named with its ending.
pub(crate) const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Python 3 under the name it goes by.
pub(crate) const PYTHON: &str = if cfg!(windows) { "python" } else { "python3" };

/// The cargo that runs this program, so that all steps use one toolchain.
pub(crate) fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// A program that the reader has to install, or `advice`.
pub(crate) fn require(program: &str, advice: &str) -> Result<PathBuf> {
    which::which(program).with_context(|| format!("`{program}` is missing: {advice}"))
}

/// Whether a program can be started and succeeds; what it prints is thrown away.
pub(crate) fn succeeds(command: Cmd) -> bool {
    let mut command = process::Command::from(command);
    command.stdout(process::Stdio::null()).stderr(process::Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
