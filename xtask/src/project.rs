//! Where things are: the project's folders and the cache of tools beside it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The project's folders.
pub(crate) struct Project {
    root: PathBuf,
    tools: PathBuf,
}

impl Project {
    /// Finds the project that this program was compiled in.
    pub(crate) fn locate() -> Result<Self> {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask lies in the project's folder")?.to_owned();
        let tools = cache_folder()?.join("keys-and-tokens").join("tools");
        Ok(Self { root, tools })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The built site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The Node package that looks at the built site from outside.
    pub(crate) fn end_to_end(&self) -> PathBuf {
        self.root.join("tests").join("e2e")
    }

    /// A file of one of that package's dependencies.
    pub(crate) fn node_module(&self, path: &str) -> PathBuf {
        self.end_to_end().join("node_modules").join(path)
    }

    /// The Node package that measures the built site and other tokenizers.
    pub(crate) fn benchmark(&self) -> PathBuf {
        self.root.join("tests").join("bench")
    }

    /// A file or folder that these commands keep between runs; git ignores it.
    pub(crate) fn scratch(&self, name: &str) -> PathBuf {
        self.root.join("target").join("xtask").join(name)
    }

    /// The folder of an installed tool; it exists only when the installation was completed.
    pub(crate) fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.tools.join(format!("{name}-{version}"))
    }
}

/// The user's cache folder by the custom of each system.
fn cache_folder() -> Result<PathBuf> {
    if cfg!(windows) {
        return folder_of("LOCALAPPDATA").context("LOCALAPPDATA is not set");
    }
    if let Some(folder) = folder_of("XDG_CACHE_HOME") {
        return Ok(folder);
    }
    let home = folder_of("HOME").context("HOME is not set: there is no place for the tools")?;
    Ok(home.join(if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" }))
}

fn folder_of(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|folder| folder.is_absolute())
}
