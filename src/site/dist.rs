//! The folder that becomes the site.
//!
//! Files that are named after their content live in `assets/` and `vocab/`, which hosts may cache
//! for ever.
//! The binaries come from `cargo xtask` or Trunk as `<name>_bg.wasm` and `<name>.js` and are renamed here, so
//! that a name never stands for two contents. So are the chunks of the app, `app-<chunk>.wasm`, where the app was
//! cut up; its glue names them.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::SiteError;
use super::inline::without_comments;
use crate::worker::protocol::Binary;

/// The staged site.
pub struct Dist {
    root: PathBuf,
}

/// The WebAssembly of the site.
pub(super) struct Binaries {
    pub(super) app: Binary,
    pub(super) tokenizer: Binary,
    pub(super) judge: Binary,
}

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

    /// Reads a file of the site as text.
    pub(super) fn read(&self, path: &str) -> Result<String, SiteError> {
        let file = self.root.join(path);
        fs::read_to_string(&file).map_err(|error| SiteError::at(&file, error))
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

    /// Gives the staged binaries names after their content.
    pub(super) fn take_binaries(&mut self) -> Result<Binaries, SiteError> {
        let mut glue = String::new();
        let binaries = Binaries {
            app: self.take_binary("app", &mut glue)?,
            tokenizer: self.take_binary("tokenizer", &mut glue)?,
            judge: self.take_binary("judge", &mut glue)?,
        };
        remove_unused(&self.root, &self.root.join("snippets"), &glue)?;
        Ok(binaries)
    }

    /// Gives back the binary's files, and adds its glue to `all_glue`.
    fn take_binary(&mut self, name: &str, all_glue: &mut String) -> Result<Binary, SiteError> {
        let wasm = self.take(&format!("{name}_bg.wasm"))?;
        let glue = self.take(&format!("{name}.js"))?;
        // The glue imports its snippets from beside itself, and it moves one folder down. Its comments, which
        // have lines of their own, and its indentation are a sixth of it.
        let mut glue = without_comments(&String::from_utf8_lossy(&glue).replace("'./snippets/", "'../snippets/"));
        for (staged, chunk) in self.take_chunks(name)? {
            glue = glue.replace(&format!("\"./{staged}\""), &format!("\"./{chunk}\""));
        }
        all_glue.push_str(&glue);
        Ok(Binary {
            wasm: self.write_hashed(&format!("assets/{name}"), "wasm", &wasm)?,
            glue: self.write_hashed(&format!("assets/{name}"), "js", glue.as_bytes())?,
        })
    }

    /// Gives the binary's chunks names after their content; gives back both names, the staged one first.
    fn take_chunks(&mut self, binary: &str) -> Result<Vec<(String, String)>, SiteError> {
        let files = fs::read_dir(&self.root).map_err(|error| SiteError::at(&self.root, error))?;
        let names = files.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
        let staged: Vec<_> = names.filter(|name| name.starts_with(&format!("{binary}-"))).collect();
        let mut chunks = Vec::new();
        for staged in staged {
            let bytes = self.take(&staged)?;
            let path = self.write_hashed(&format!("assets/{}", staged.trim_end_matches(".wasm")), "wasm", &bytes)?;
            chunks.push((staged, path.trim_start_matches("assets/").to_owned()));
        }
        Ok(chunks)
    }

    /// Reads a staged file and removes it.
    fn take(&mut self, path: &str) -> Result<Vec<u8>, SiteError> {
        let file = self.root.join(path);
        let bytes = fs::read(&file).map_err(|error| SiteError::at(&file, error))?;
        fs::remove_file(&file).map_err(|error| SiteError::at(&file, error))?;
        Ok(bytes)
    }
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

/// Removes the files in `folder` that no glue imports: Trunk also stages the snippets of earlier builds.
fn remove_unused(root: &Path, folder: &Path, glue: &str) -> Result<(), SiteError> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).map_err(|error| SiteError::at(folder, error))? {
        let path = entry.map_err(|error| SiteError::at(folder, error))?.path();
        if path.is_dir() {
            remove_unused(root, &path, glue)?;
            continue;
        }
        let names: Vec<_> =
            path.strip_prefix(root).unwrap_or(&path).iter().map(|name| name.to_string_lossy()).collect();
        if !glue.contains(&format!("'../{}'", names.join("/"))) {
            fs::remove_file(&path).map_err(|error| SiteError::at(&path, error))?;
        }
    }
    // Fails for a folder that still holds something.
    let _ = fs::remove_dir(folder);
    Ok(())
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// Takes the binaries of a staged site in which there is also `more`; gives back the site and the app's glue.
    fn taken(more: &[(&str, &str)]) -> (TempDir, String) {
        let root = tempfile::tempdir().expect("a temporary folder");
        let binaries = ["app_bg.wasm", "tokenizer.js", "tokenizer_bg.wasm", "judge.js", "judge_bg.wasm"];
        for (path, text) in binaries.iter().map(|path| (*path, "")).chain(more.iter().copied()) {
            Dist::new(root.path()).write(path, text.as_bytes()).expect("written");
        }
        let binaries = Dist::new(root.path()).take_binaries().expect("taken");
        let glue = fs::read_to_string(root.path().join(binaries.app.glue)).expect("the app's glue");
        (root, glue)
    }

    #[test]
    fn the_glue_names_the_chunks_by_their_new_names() {
        let (root, glue) = taken(&[("app.js", "load(\"./app-bucket.wasm\");\n"), ("app-bucket.wasm", "b")]);
        let name = glue.split('"').nth(1).and_then(|address| address.strip_prefix("./")).expect("an address");
        assert!(name.starts_with("app-bucket-") && root.path().join("assets").join(name).exists(), "{name}");
        assert!(!root.path().join("app-bucket.wasm").exists());
    }

    #[test]
    fn only_snippets_that_the_glue_imports_stay() {
        let (root, glue) = taken(&[
            ("app.js", "import { rows } from './snippets/crate-1/src/chips.js';\nrows();\n"),
            ("snippets/crate-1/src/chips.js", "export function rows() {}"),
            ("snippets/crate-1/src/old.js", ""),
            ("snippets/crate-0/src/chips.js", ""),
        ]);
        assert!(glue.contains("'../snippets/crate-1/src/chips.js'"));
        let exists = |path: &str| root.path().join(path).exists();
        assert!(exists("snippets/crate-1/src/chips.js"));
        assert!(!exists("snippets/crate-1/src/old.js") && !exists("snippets/crate-0"));
    }
}
