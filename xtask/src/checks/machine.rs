//! Packages of the system that the checks need, installed where that can be done without asking.

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use super::Check;
use crate::process::{self, PYTHON};
use crate::project::Project;

/// Checks that open a page; the benchmark needs the same.
pub(crate) const IN_A_BROWSER: &[Check] = &[Check::Browser, Check::Lighthouse];

/// As root on Debian and its like, installs what the checks lack; elsewhere does nothing.
/// The steps that need what is still missing say so themselves.
pub(crate) fn install_missing(project: &Project, checks: &[Check]) {
    if let Err(error) = try_to_install(project, checks) {
        eprintln!("error: {error:#}");
    }
}

fn try_to_install(project: &Project, checks: &[Check]) -> Result<()> {
    let shell = project.shell()?;
    let is_root = || cmd!(shell, "id -u").quiet().read().is_ok_and(|user| user == "0");
    if which::which("apt-get").is_err() || !is_root() {
        return Ok(());
    }
    let missing = missing(&shell, checks);
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing from the system's packages: {}.", missing.join(", "));
    let _guard = shell.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(shell, "apt-get update --quiet").run()?;
    let packages = &missing;
    cmd!(shell, "apt-get install --yes --quiet --no-install-recommends {packages...}")
        .run()
        .with_context(|| format!("install them with `apt-get install {}`", missing.join(" ")))
}

fn missing(shell: &Shell, checks: &[Check]) -> Vec<&'static str> {
    let are_run = |needing: &[Check]| needing.iter().any(|check| checks.contains(check));
    let mut missing = Vec::new();
    if are_run(IN_A_BROWSER) {
        // Ubuntu's package of this name only points to another store.
        let release = shell.read_file("/etc/os-release").unwrap_or_default();
        if which::which("chromium").is_err() && release.lines().any(|line| line == "ID=debian") {
            missing.push("chromium");
        }
        let fonts = ["fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji"];
        missing.extend(fonts.into_iter().filter(|font| !process::succeeds(cmd!(shell, "dpkg-query --status {font}"))));
    }
    if are_run(&[Check::Html]) && which::which("java").is_err() {
        missing.push("default-jre-headless");
    }
    let modules = "import ensurepip, venv";
    if are_run(&[Check::Links]) && !process::succeeds(cmd!(shell, "{PYTHON} -c {modules}")) {
        missing.push("python3-venv");
    }
    missing
}
