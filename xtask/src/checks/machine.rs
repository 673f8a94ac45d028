//! Packages of the system that the checks need, installed where that can be done without asking.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;

/// A system package, and how its absence shows.
struct SystemPackage {
    name: &'static str,
    /// The checks that need it.
    checks: &'static [&'static str],
    is_missing: fn(&str) -> bool,
}

const IN_A_BROWSER: &[&str] = &["browser", "lighthouse", "bench"];

const PACKAGES: [SystemPackage; 6] = [
    package("chromium", IN_A_BROWSER, |_| {
        // Ubuntu's package of this name only points to another store.
        is_debian_itself() && process::find("chromium").is_none()
    }),
    package("fonts-noto-core", IN_A_BROWSER, is_not_installed),
    package("fonts-noto-cjk", IN_A_BROWSER, is_not_installed),
    package("fonts-noto-color-emoji", IN_A_BROWSER, is_not_installed),
    package("default-jre-headless", &["html"], |_| process::find("java").is_none()),
    package("python3-venv", &["links"], |_| {
        !process::succeeds(process::python().args(["-c", "import ensurepip, venv"]))
    }),
];

const fn package(name: &'static str, checks: &'static [&'static str], is_missing: fn(&str) -> bool) -> SystemPackage {
    SystemPackage { name, checks, is_missing }
}

/// As root on Debian and its like, installs what the checks lack; elsewhere does nothing.
pub(crate) fn install_missing(checks: &[&str]) -> Result<()> {
    if process::find("apt-get").is_none() || !is_root() {
        return Ok(());
    }
    let missing: Vec<_> = PACKAGES
        .iter()
        .filter(|package| package.checks.iter().any(|check| checks.contains(check)))
        .filter(|package| (package.is_missing)(package.name))
        .map(|package| package.name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing from the system's packages: {}.", missing.join(", "));
    apt_get(&["update", "--quiet"])?;
    let install = ["install", "--yes", "--quiet", "--no-install-recommends"];
    apt_get(&[&install, missing.as_slice()].concat())
        .with_context(|| format!("install them with `apt-get install {}`", missing.join(" ")))
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    process::run(Command::new("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_not_installed(package: &str) -> bool {
    let query = ["--show", "--showformat=${db:Status-Status}", package];
    // The query fails for a package that was never installed, and says so on its own.
    let output = Command::new("dpkg-query").args(query).output();
    output.is_ok_and(|output| output.stdout != b"installed")
}

fn is_root() -> bool {
    process::output(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0")
}

fn is_debian_itself() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian")
}
