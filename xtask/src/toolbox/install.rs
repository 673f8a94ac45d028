//! Installing a tool into a folder of its own, all of it or nothing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Makes sure that `program` exists inside `folder`.
///
/// `fill` installs into a temporary sibling, which is renamed when it is complete:
/// an interrupted installation is never mistaken for a finished one.
pub(crate) fn require(folder: &Path, program: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    if folder.join(program).exists() {
        return Ok(());
    }
    let unfinished = unfinished_sibling(folder)?;
    fs::create_dir_all(&unfinished).with_context(|| format!("cannot create {}", unfinished.display()))?;
    let filled = fill(&unfinished).and_then(|()| put_in_place(&unfinished, folder, program));
    if unfinished.exists() {
        // The error of the installation matters more than one of tidying up after it.
        let _ = fs::remove_dir_all(&unfinished);
    }
    filled
}

/// A name that no other process uses, on the same disk so that renaming is one step.
fn unfinished_sibling(folder: &Path) -> Result<PathBuf> {
    let name = folder.file_name().context("a tool's folder has a name")?;
    let name = format!("unfinished-{}-{}", name.to_string_lossy(), std::process::id());
    Ok(folder.with_file_name(name))
}

fn put_in_place(unfinished: &Path, folder: &Path, program: &Path) -> Result<()> {
    unfinished
        .join(program)
        .metadata()
        .with_context(|| format!("the installation brought no {}", program.display()))?;
    if folder.join(program).exists() {
        return Ok(()); // another process was faster
    }
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove the incomplete {}", folder.display()))?;
    }
    fs::rename(unfinished, folder).with_context(|| format!("cannot move the tool to {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    fn install_program(folder: &Path) -> Result<()> {
        Ok(fs::write(folder.join("program"), "")?)
    }

    fn entries(folder: &Path) -> usize {
        folder.read_dir().expect("the folder exists").count()
    }

    #[test]
    fn a_complete_installation_is_not_repeated() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let folder = home.path().join("tool-1");
        require(&folder, Path::new("program"), install_program).expect("installs");
        require(&folder, Path::new("program"), |_| bail!("installed again")).expect("is there");
        assert_eq!(entries(home.path()), 1);
    }

    #[test]
    fn a_failed_installation_leaves_nothing() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let folder = home.path().join("tool-1");
        require(&folder, Path::new("program"), |_| bail!("no network")).expect_err("fails");
        require(&folder, Path::new("program"), |_| Ok(())).expect_err("brings no program");
        assert_eq!(entries(home.path()), 0);
    }

    #[test]
    fn an_incomplete_folder_is_replaced() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let folder = home.path().join("tool-1");
        fs::create_dir_all(folder.join("half")).expect("a folder");
        require(&folder, Path::new("program"), install_program).expect("installs");
        assert!(!folder.join("half").exists());
    }
}
