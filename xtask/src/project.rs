//! Where things are: the project's folders and the cache of tools beside it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use etcetera::BaseStrategy;
use xshell::Shell;

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
        let user = etcetera::base_strategy::choose_native_strategy()
            .context("there is no home folder, and so no place for the tools")?;
        Ok(Self { root, tools: user.cache_dir().join("keys-and-tokens").join("tools") })
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Starts programs in the project's folder.
    pub(crate) fn shell(&self) -> Result<Shell> {
        let shell = Shell::new()?;
        shell.change_dir(&self.root);
        Ok(shell)
    }

    /// The built site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where cargo compiles to.
    pub(crate) fn target(&self) -> PathBuf {
        self.root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
    }

    /// The same for the machine itself.
    pub(crate) fn native_target(&self) -> PathBuf {
        self.target().join("native")
    }

    /// The Node package that looks at the built site from outside.
    pub(crate) fn end_to_end(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }

    /// A file of one of that package's dependencies.
    pub(crate) fn node_module(&self, path: &str) -> PathBuf {
        self.end_to_end().join("node_modules").join(path)
    }

    /// The Node package that measures the built site and other tokenizers.
    pub(crate) fn benchmark(&self) -> PathBuf {
        self.root.join("tests/bench")
    }

    /// A file or folder that these commands keep between runs; git ignores it.
    pub(crate) fn scratch(&self, name: &str) -> PathBuf {
        self.root.join("target/xtask").join(name)
    }

    /// The folder of an installed tool; it exists only when the installation was completed.
    pub(crate) fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.tools.join(format!("{name}-{version}"))
    }
}
