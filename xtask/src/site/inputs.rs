//! What the site is made from, to see when it has to be built again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};
use walkdir::{DirEntry, WalkDir};

use crate::project::Project;

/// Files and folders that end up in the site or decide how it is built.
const INPUTS: [&str; 10] = [
    "src",
    "content",
    "style",
    "public",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    "THIRD-PARTY-NOTICES.md",
    "tests/pseudo_language",
    "xtask/src/site",
];

/// Every input file with the time of its last change.
#[derive(Debug, PartialEq)]
pub(crate) struct Inputs(BTreeMap<PathBuf, SystemTime>);

impl Inputs {
    pub(crate) fn scan(project: &Project) -> Result<Self> {
        let mut files = BTreeMap::new();
        for input in INPUTS {
            collect(project.root(), input, &mut files)?;
        }
        Ok(Self(files))
    }

    /// A file that was added, changed or removed between `earlier` and `self`, and how many more there are.
    pub(crate) fn changes_since<'a>(&'a self, earlier: &'a Self) -> Option<(&'a Path, usize)> {
        let changed = self.0.iter().filter(|(path, time)| earlier.0.get(*path) != Some(time));
        let removed = earlier.0.iter().filter(|(path, _)| !self.0.contains_key(*path));
        let mut changes = changed.chain(removed);
        let (path, _) = changes.next()?;
        Some((path, changes.count()))
    }
}

fn collect(root: &Path, input: &str, files: &mut BTreeMap<PathBuf, SystemTime>) -> Result<()> {
    let entries = WalkDir::new(root.join(input)).into_iter().filter_entry(|entry| !is_editor_file(entry));
    // A file may vanish while we look: editors save by renaming.
    for entry in entries.flatten().filter(|entry| entry.file_type().is_file()) {
        let Ok(metadata) = entry.metadata() else { continue };
        let path = entry.path().strip_prefix(root)?.to_owned();
        let time = metadata.modified().with_context(|| format!("no time of change for {}", path.display()))?;
        files.insert(path, time);
    }
    Ok(())
}

/// Swap and backup files, which come and go without a change to the site.
fn is_editor_file(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let extension = entry.path().extension();
    name.ends_with('~')
        || name.starts_with(".#")
        || extension.is_some_and(|extension| ["swp", "swx", "tmp"].iter().any(|known| extension == *known))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn added_changed_and_removed_files_are_changes_but_not_those_of_editors() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let write = |name: &str| fs::write(root.path().join("src").join(name), "").expect("a file");
        let scan = || {
            let mut files = BTreeMap::new();
            ["src", "none.toml"].iter().try_for_each(|input| collect(root.path(), input, &mut files)).expect("scans");
            Inputs(files)
        };
        fs::create_dir(root.path().join("src")).expect("a folder");
        ["lib.rs", "gone.rs", ".htaccess"].into_iter().for_each(write);
        let mut before = scan();
        [".lib.rs.swp", "lib.rs~", ".#lib.rs"].into_iter().for_each(write);
        assert_eq!(scan().changes_since(&before), None);

        write("added.rs");
        fs::remove_file(root.path().join("src/gone.rs")).expect("a file");
        before.0.insert("src/lib.rs".into(), SystemTime::UNIX_EPOCH);
        assert_eq!(scan().changes_since(&before), Some((Path::new("src/added.rs"), 2)));
    }
}
