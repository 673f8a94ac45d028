//! The version of a package in `Cargo.lock`.

use std::path::Path;

use anyhow::{Context, Result};

/// wasm-bindgen's program must be of the very version that the library has, or it refuses to work.
pub(super) fn locked_version(lock_file: &Path, package: &str) -> Result<String> {
    let text = std::fs::read_to_string(lock_file).with_context(|| format!("cannot read {}", lock_file.display()))?;
    version_in(&text, package).with_context(|| format!("Cargo.lock has no package {package}"))
}

/// Cargo writes a package's version on the line after its name.
fn version_in(lock: &str, package: &str) -> Option<String> {
    let name_line = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name_line);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn the_whole_name_counts() {
        assert_eq!(version_in(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
    }

    #[test]
    fn a_missing_package_has_no_version() {
        assert_eq!(version_in(LOCK, "wasm"), None);
    }
}
