//! Packages of the system that the checks need, installed where that can be done without asking.

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use super::Check;
use crate::process::{self, PYTHON};
use crate::project::Project;

/// A system package, and how its absence shows.
struct SystemPackage {
    name: &'static str,
    /// The checks that need it.
    checks: &'static [Check],
    is_missing: fn(&Shell, &str) -> bool,
}

/// Checks that open a page; the benchmark needs the same.
pub(crate) const IN_A_BROWSER: &[Check] = &[Check::Browser, Check::Lighthouse];

const PACKAGES: [SystemPackage; 6] = [
    package("chromium", IN_A_BROWSER, |shell, _| {
        // Ubuntu's package of this name only points to another store.
        is_debian_itself(shell) && which::which("chromium").is_err()
    }),
    package("fonts-noto-core", IN_A_BROWSER, is_not_installed),
    package("fonts-noto-cjk", IN_A_BROWSER, is_not_installed),
    package("fonts-noto-color-emoji", IN_A_BROWSER, is_not_installed),
    package("default-jre-headless", &[Check::Html], |_, _| which::which("java").is_err()),
    package("python3-venv", &[Check::Links], |shell, _| {
        let modules = "import ensurepip, venv";
        !process::succeeds(cmd!(shell, "{PYTHON} -c {modules}"))
    }),
];

const fn package(name: &'static str, checks: &'static [Check], is_missing: fn(&Shell, &str) -> bool) -> SystemPackage {
    SystemPackage { name, checks, is_missing }
}

/// As root on Debian and its like, installs what the checks lack; elsewhere does nothing.
pub(crate) fn install_missing(project: &Project, checks: &[Check]) -> Result<()> {
    let shell = project.shell()?;
    let is_root = || cmd!(shell, "id -u").quiet().read().is_ok_and(|user| user == "0");
    if which::which("apt-get").is_err() || !is_root() {
        return Ok(());
    }
    let missing: &Vec<_> = &PACKAGES
        .iter()
        .filter(|package| package.checks.iter().any(|check| checks.contains(check)))
        .filter(|package| (package.is_missing)(&shell, package.name))
        .map(|package| package.name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Installing from the system's packages: {}.", missing.join(", "));
    let _guard = shell.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(shell, "apt-get update --quiet").run()?;
    cmd!(shell, "apt-get install --yes --quiet --no-install-recommends {missing...}")
        .run()
        .with_context(|| format!("install them with `apt-get install {}`", missing.join(" ")))
}

fn is_not_installed(shell: &Shell, package: &str) -> bool {
    let format = "--showformat=${db:Status-Status}";
    // The query fails for a package that was never installed, and says so on its own.
    let status = cmd!(shell, "dpkg-query --show {format} {package}").quiet().ignore_status().ignore_stderr().read();
    status.is_ok_and(|status| status != "installed")
}

fn is_debian_itself(shell: &Shell) -> bool {
    let release = shell.read_file("/etc/os-release").unwrap_or_default();
    release.lines().any(|line| line == "ID=debian")
}
