//! Installing a tool into a folder of its own, all of it or nothing.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Makes sure that `program` exists inside `folder`.
///
/// `fill` installs into a temporary sibling, which is renamed when it is complete:
/// an interrupted installation is never mistaken for a finished one.
pub(crate) fn require(folder: &Path, program: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    if folder.join(program).exists() {
        return Ok(());
    }
    let tools = folder.parent().context("a tool's folder is in another")?;
    fs::create_dir_all(tools).with_context(|| format!("cannot create {}", tools.display()))?;
    let unfinished = tempfile::Builder::new().prefix("unfinished-").tempdir_in(tools)?;
    fill(unfinished.path())?;
    ensure!(unfinished.path().join(program).exists(), "the installation brought no {}", program.display());
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove the incomplete {}", folder.display()))?;
    }
    fs::rename(unfinished.keep(), folder).with_context(|| format!("cannot move the tool to {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn a_failed_installation_leaves_nothing_and_a_complete_one_is_not_repeated() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let (folder, program) = (home.path().join("tool-1"), Path::new("program"));
        require(&folder, program, |_| bail!("no network")).expect_err("fails");
        require(&folder, program, |_| Ok(())).expect_err("brings no program");
        assert_eq!(home.path().read_dir().expect("a folder").count(), 0);

        fs::create_dir_all(folder.join("half")).expect("a folder");
        require(&folder, program, |folder| Ok(fs::write(folder.join("program"), "")?)).expect("installs");
        require(&folder, program, |_| bail!("installed again")).expect("is there");
        assert!(!folder.join("half").exists());
        assert_eq!(home.path().read_dir().expect("a folder").count(), 1);
    }
}
