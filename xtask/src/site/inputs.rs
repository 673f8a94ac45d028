//! What the site is made from, to see when it has to be built again.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use walkdir::{DirEntry, WalkDir};

use crate::project::Project;

/// Files and folders that end up in the site or decide how it is built.
const INPUTS: [&str; 9] = [
    "src",
    "content",
    "style",
    "public",
    "build.rs",
    "Cargo.toml",
    "Cargo.lock",
    "THIRD-PARTY-NOTICES.md",
    "xtask/src/site",
];

/// Every input file with the time of its last change.
#[derive(PartialEq)]
pub(crate) struct Inputs(BTreeMap<PathBuf, SystemTime>);

impl Inputs {
    pub(crate) fn scan(project: &Project) -> Result<Self> {
        let mut files = BTreeMap::new();
        for input in INPUTS {
            collect(project.root(), input, &mut files)?;
        }
        Ok(Self(files))
    }

    /// The files that were added, changed or removed between `earlier` and `self`.
    pub(crate) fn changes_since<'a>(&'a self, earlier: &'a Self) -> Vec<&'a Path> {
        let changed = self.0.iter().filter(|(path, time)| earlier.0.get(*path) != Some(time));
        let removed = earlier.0.iter().filter(|(path, _)| !self.0.contains_key(*path));
        changed.chain(removed).map(|(path, _)| path.as_path()).collect()
    }
}

/// One line for each file.
impl fmt::Display for Inputs {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (path, time) in &self.0 {
            let time = time.duration_since(UNIX_EPOCH).unwrap_or_default();
            writeln!(formatter, "{} {}", time.as_nanos(), path.display())?;
        }
        Ok(())
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
    use std::time::Duration;

    use super::*;

    fn inputs(files: &[(&str, u64)]) -> Inputs {
        Inputs(files.iter().map(|(path, seconds)| (path.into(), UNIX_EPOCH + Duration::from_secs(*seconds))).collect())
    }

    #[test]
    fn added_changed_and_removed_files_are_changes() {
        let earlier = inputs(&[("same", 1), ("changed", 1), ("removed", 1)]);
        let later = inputs(&[("same", 1), ("changed", 2), ("added", 1)]);
        let expected = ["added", "changed", "removed"].map(Path::new);
        assert_eq!(later.changes_since(&earlier), expected);
    }

    #[test]
    fn the_record_names_every_file_with_its_time() {
        assert_eq!(inputs(&[("src/lib.rs", 2)]).to_string(), "2000000000 src/lib.rs\n");
    }

    #[test]
    fn folders_are_followed_and_editor_files_left_out() {
        let root = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(root.path().join("src")).expect("a folder");
        for name in ["lib.rs", ".lib.rs.swp", "lib.rs~", ".htaccess"] {
            fs::write(root.path().join("src").join(name), "").expect("a file");
        }
        let mut files = BTreeMap::new();
        for input in ["src", "none.toml"] {
            collect(root.path(), input, &mut files).expect("scans");
        }
        let expected = ["src/.htaccess", "src/lib.rs"].map(PathBuf::from);
        assert_eq!(files.into_keys().collect::<Vec<_>>(), expected);
    }
}
