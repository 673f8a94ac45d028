//! For those who have Trunk: `trunk build` must make the site that `cargo xtask build` makes, but for the app.
//! Trunk does not know how to cut it up, so its app is bigger and has the exhibits in it: the app, its JavaScript
//! and its chunks ([`APP`]) are left out.
//!
//! 1. Trunk builds for release with the compiler's flags of our own build, so that nothing is compiled twice.
//! 2. Both sites must have the same files, but for the hashes in their names.
//! 3. Each file must say the same, but for these names. Of the WebAssembly, which wasm-opt changes, only the
//!    JavaScript beside it is compared.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::Path;
use std::string::FromUtf8Error;

use anyhow::{Context as _, Result, ensure};
use walkdir::WalkDir;
use xshell::cmd;

use super::Context;
use crate::project::Project;
use crate::site::{BUILD_DAY, binaries, build_day};
use crate::toolbox::cargo_tool;

/// Digits of the hash in a file's name (`src/site/dist.rs`).
const HASH_DIGITS: usize = 16;

/// What the names of the app's files begin with.
const APP: &str = "assets/app-";

pub(super) fn run(context: &Context) -> Result<()> {
    let project = context.project;
    let folder = project.scratch("trunk");
    build(project, &folder)?;
    let (ours, trunks) = (Site::read(&project.dist())?, Site::read(&folder)?);
    let differences = ours.differences(&trunks);
    ensure!(
        differences.is_empty(),
        "`trunk build` makes another site than `cargo xtask build`:\n{}",
        differences.join("\n")
    );
    println!("{} files beside the app, the same as from `cargo xtask build`", ours.0.len());
    Ok(())
}

fn build(project: &Project, folder: &Path) -> Result<()> {
    let (trunk, bindgen) =
        (cargo_tool::trunk().require(project)?, cargo_tool::wasm_bindgen(project)?.require(project)?);
    // Trunk looks for wasm-bindgen there.
    let mut path = vec![bindgen.parent().context("a program is in a folder")?.to_owned()];
    path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let shell = project.shell()?;
    let command = cmd!(shell, "{trunk} build --release --offline --dist {folder}").env("PATH", env::join_paths(path)?);
    command
        .env(binaries::FLAGS, binaries::without_paths())
        .env_remove("NO_COLOR") // Trunk takes the usual value, 1, for a wrong value of an option of its own
        .env_remove("SITE_URL")
        .env(BUILD_DAY, build_day())
        .env_remove("CONTENT_DIR")
        .quiet()
        .run()
        .context("Trunk cannot build the site")
}

/// What a site's files hold, by their names without hashes; other files' names in them are without hashes too.
struct Site(BTreeMap<String, Vec<u8>>);

impl Site {
    fn read(folder: &Path) -> Result<Self> {
        let mut files = Vec::new();
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
                files.push((path, fs::read(entry.path())?));
            }
        }
        Ok(Self::new(files))
    }

    fn new(files: Vec<(String, Vec<u8>)>) -> Self {
        let hashes: Vec<_> = files.iter().filter_map(|(path, _)| hash(path).map(str::to_owned)).collect();
        let masked = |text: String| hashes.iter().fold(text, |text, hash| text.replace(hash, "-*."));
        let masked_text = |bytes: Vec<u8>| String::from_utf8(bytes).map(|text| masked(text).into_bytes());
        // What is no text names no files.
        let masked_file = |bytes| masked_text(bytes).unwrap_or_else(FromUtf8Error::into_bytes);
        let compared = files.into_iter().filter(|(path, _)| !path.starts_with(APP));
        Self(compared.map(|(path, bytes)| (masked(path), masked_file(bytes))).collect())
    }

    fn differences(&self, other: &Self) -> Vec<String> {
        let missing = self.0.keys().filter(|path| !other.0.contains_key(*path));
        let stray = other.0.keys().filter(|path| !self.0.contains_key(*path));
        let is_text = |path: &str| Path::new(path).extension().is_none_or(|extension| extension != "wasm");
        let differs = |path: &String, bytes| is_text(path) && other.0.get(path).is_some_and(|others| others != bytes);
        let different = self.0.iter().filter(|(path, bytes)| differs(path, *bytes));
        missing
            .map(|path| format!("{path} is missing"))
            .chain(stray.map(|path| format!("{path} is too many")))
            .chain(different.map(|(path, _)| format!("{path} differs")))
            .collect()
    }
}

/// The hash in a file's name, with the signs around it.
fn hash(path: &str) -> Option<&str> {
    let end = path.rfind('.')?;
    let start = end.checked_sub(HASH_DIGITS + 1)?;
    let is_hash = path.get(start + 1..end)?.bytes().all(|byte| byte.is_ascii_hexdigit());
    path.get(start..=end).filter(|text| is_hash && text.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        Site::new(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_owned())).collect())
    }

    #[test]
    fn hashes_and_optimized_files_are_no_difference() {
        let ours =
            site(&[("index.html", "assets/a-0123456789abcdef.wasm"), ("assets/a-0123456789abcdef.wasm", "small")]);
        let trunks =
            site(&[("index.html", "assets/a-fedcba9876543210.wasm"), ("assets/a-fedcba9876543210.wasm", "big")]);
        assert!(ours.differences(&trunks).is_empty());
    }

    #[test]
    fn how_the_app_is_cut_up_is_no_difference() {
        let ours = site(&[
            ("index.html", "assets/app-0123456789abcdef.js"),
            ("assets/app-0123456789abcdef.js", "chunks"),
            ("assets/app-bucket-1123456789abcdef.wasm", "chunk"),
        ]);
        let trunks =
            site(&[("index.html", "assets/app-fedcba9876543210.js"), ("assets/app-fedcba9876543210.js", "whole")]);
        assert!(ours.differences(&trunks).is_empty());
    }

    #[test]
    fn missing_stray_and_different_files_are_told() {
        let ours = site(&[("index.html", "assets/a-0123456789abcdef.js"), ("assets/a-0123456789abcdef.js", "1")]);
        let trunks = site(&[("index.html", "app.js"), ("app.js", "1")]);
        let expected = ["assets/a-*.js is missing", "app.js is too many", "index.html differs"];
        assert_eq!(ours.differences(&trunks), expected);
    }
}
