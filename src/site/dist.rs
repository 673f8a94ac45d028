//! The folder that becomes the site.
//!
//! Files that are named after their content live in `assets/` and `vocab/`, which hosts may cache
//! for ever.
//! Trunk names the app's files itself and the worker's not at all; both are renamed here, after
//! `wasm-opt`, so that a name never stands for two contents.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use super::SiteError;
use crate::worker::protocol::Binary;

/// The staged site.
pub struct Dist {
    root: PathBuf,
}

/// The WebAssembly of the site.
pub(super) struct Binaries {
    pub(super) app: Binary,
    pub(super) exhibits: Binary,
    pub(super) tokenizer: Binary,
    pub(super) judge: Binary,
}

/// How the app is made small: no function is inlined for being called only once, since separate ones
/// compress better; control flow is built anew between two rounds; and nothing lives in
/// the lowest kilobyte, where the stack ends.
const SMALL: [&str; 8] = [
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--one-caller-inline-max-function-size=0",
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
];

/// How the worker's binaries are made: fast, and without what nothing reads.
const FAST: [&str; 4] = ["-O3", "--low-memory-unused", "--strip-producers", "--strip-target-features"];

/// Features the compiler's output uses; `--all-features` makes files that browsers refuse.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];

impl Dist {
    /// The site in folder `root`.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// Writes `bytes` to `path`, from the site's root.
    pub(super) fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        let file = self.root.join(path);
        let parent = file.parent().unwrap_or(&self.root);
        fs::create_dir_all(parent).map_err(|error| SiteError::at(parent, error))?;
        fs::write(&file, bytes).map_err(|error| SiteError::at(&file, error))
    }

    /// Writes `bytes` to `<name>-<hash>.<extension>`; gives back the path.
    pub(super) fn write_hashed(&mut self, name: &str, extension: &str, bytes: &[u8]) -> Result<String, SiteError> {
        let hash = Sha256::digest(bytes).iter().take(8).fold(0_u64, |hash, &byte| hash << 8 | u64::from(byte));
        let path = format!("{name}-{hash:016x}.{extension}");
        self.write(&path, bytes)?;
        Ok(path)
    }

    /// Copies the files of `folder`, and of the folders in it, to the site's root.
    pub(super) fn copy_folder(&mut self, folder: &Path) -> Result<(), SiteError> {
        copy(folder, &self.root)
    }

    /// Takes Trunk's output apart: optimizes and renames the binaries, and removes its page.
    pub(super) fn take_binaries(&mut self, wasm_opt: Option<&str>) -> Result<Binaries, SiteError> {
        let index = self.root.join("index.html");
        let page = fs::read_to_string(&index).map_err(|error| SiteError::at(&index, error))?;
        let app_glue = attribute(&page, "data-js")
            .ok_or_else(|| SiteError::at(&index, "no data-js: see pattern_script in Trunk.toml"))?;
        let app_wasm = attribute(&page, "data-wasm")
            .ok_or_else(|| SiteError::at(&index, "no data-wasm: see pattern_script in Trunk.toml"))?;
        let glue = self.take(&app_glue)?;
        let app =
            Binary { wasm: self.take_wasm(&app_wasm, "app", wasm_opt, &SMALL)?, glue: self.write_glue("app", &glue)? };
        Ok(Binaries {
            app,
            exhibits: self.take_named("exhibits", wasm_opt, &SMALL)?,
            // The worker's binaries have to be fast.
            tokenizer: self.take_named("tokenizer", wasm_opt, &FAST)?,
            judge: self.take_named("judge", wasm_opt, &FAST)?,
        })
    }

    /// A binary that Trunk did not name after its content.
    fn take_named(&mut self, name: &str, wasm_opt: Option<&str>, goals: &[&str]) -> Result<Binary, SiteError> {
        let glue = self.take(&format!("{name}.js"))?;
        Ok(Binary {
            wasm: self.take_wasm(&format!("{name}_bg.wasm"), name, wasm_opt, goals)?,
            glue: self.write_glue(name, &glue)?,
        })
    }

    /// The glue imports its snippets from beside itself, and it moves one folder down.
    fn write_glue(&mut self, name: &str, glue: &[u8]) -> Result<String, SiteError> {
        let glue = String::from_utf8_lossy(glue).replace("'./snippets/", "'../snippets/");
        self.write_hashed(&format!("assets/{name}"), "js", without_comments(&glue).as_bytes())
    }

    fn take_wasm(
        &mut self,
        path: &str,
        name: &str,
        wasm_opt: Option<&str>,
        goals: &[&str],
    ) -> Result<String, SiteError> {
        if let Some(program) = wasm_opt {
            let file = self.root.join(path);
            let mut command = Command::new(program);
            command.args(goals).args(WASM_FEATURES).arg(&file).arg("-o").arg(&file);
            let status = command.status().map_err(|error| SiteError::new(format!("{program}: {error}")))?;
            if !status.success() {
                return Err(SiteError::at(&file, "wasm-opt failed"));
            }
        }
        let bytes = self.take(path)?;
        self.write_hashed(&format!("assets/{name}"), "wasm", &bytes)
    }

    /// Reads a staged file and removes it.
    fn take(&mut self, path: &str) -> Result<Vec<u8>, SiteError> {
        let file = self.root.join(path);
        let bytes = fs::read(&file).map_err(|error| SiteError::at(&file, error))?;
        fs::remove_file(&file).map_err(|error| SiteError::at(&file, error))?;
        Ok(bytes)
    }
}

/// wasm-bindgen's glue without its comments, which have lines of their own, and without indentation: a
/// sixth of it.
fn without_comments(glue: &str) -> String {
    let mut is_comment = false;
    let mut out = String::with_capacity(glue.len());
    for line in glue.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if !is_comment && !line.starts_with("//") && !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    out
}

fn copy(from: &Path, to: &Path) -> Result<(), SiteError> {
    fs::create_dir_all(to).map_err(|error| SiteError::at(to, error))?;
    for entry in fs::read_dir(from).map_err(|error| SiteError::at(from, error))? {
        let entry = entry.map_err(|error| SiteError::at(from, error))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).map_err(|error| SiteError::at(&source, error))?;
        }
    }
    Ok(())
}

/// The value of an attribute that Trunk wrote, without a leading `./`.
fn attribute(page: &str, name: &str) -> Option<String> {
    let (_, rest) = page.split_once(&format!("{name}=\""))?;
    let value = rest.split('"').next()?;
    Some(value.trim_start_matches("./").trim_start_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn comments_and_indentation_are_left_out() {
        let glue = "/* @ts-self-types */\n/**\n * Counts.\n */\nexport function f() {\n    // why\n    return 1; // stays\n}\n";
        assert_eq!(without_comments(glue), "export function f() {\nreturn 1; // stays\n}\n");
    }
}
