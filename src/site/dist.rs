//! The folder that becomes the site.
//!
//! Files that are named after their content live in `assets/` and `vocab/`, which hosts may cache
//! for ever.
//! The binaries come from `cargo xtask` as `<name>_bg.wasm` and `<name>.js` and are renamed here, so that
//! a name never stands for two contents.

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
    pub(super) exhibits: Binary,
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
        Ok(Binaries {
            app: self.take_binary("app")?,
            exhibits: self.take_binary("exhibits")?,
            tokenizer: self.take_binary("tokenizer")?,
            judge: self.take_binary("judge")?,
        })
    }

    fn take_binary(&mut self, name: &str) -> Result<Binary, SiteError> {
        let wasm = self.take(&format!("{name}_bg.wasm"))?;
        let glue = self.take(&format!("{name}.js"))?;
        Ok(Binary {
            wasm: self.write_hashed(&format!("assets/{name}"), "wasm", &wasm)?,
            glue: self.write_glue(name, &glue)?,
        })
    }

    /// The glue imports its snippets from beside itself, and it moves one folder down. Its comments, which
    /// have lines of their own, and its indentation are a sixth of it.
    fn write_glue(&mut self, name: &str, glue: &[u8]) -> Result<String, SiteError> {
        let glue = String::from_utf8_lossy(glue).replace("'./snippets/", "'../snippets/");
        self.write_hashed(&format!("assets/{name}"), "js", without_comments(&glue).as_bytes())
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
