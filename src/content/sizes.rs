//! How many words everyday things have, from `content/data/sizes.toml`.

use std::path::Path;

use serde::Deserialize;

use super::error::ContentError;
use super::facts::{load, sourced};
use crate::journey::{Size, SizeKind};
use crate::pricing::{Evidence, Sourced};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SizesFile {
    size: Vec<RawSize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSize {
    kind: SizeKind,
    words: u32,
    evidence: Evidence,
    source: String,
    checked: String,
}

/// The sizes of the folder `dir`, each kind once and in their order.
///
/// # Errors
/// A size without source or date, or a kind that is missing or there twice.
pub fn sizes(dir: &Path) -> Result<Vec<Size>, ContentError> {
    load(&dir.join("sizes.toml"), SizesFile::check)
}

impl SizesFile {
    fn check(self) -> Result<Vec<Size>, String> {
        let sizes = self.size.into_iter().map(RawSize::check).collect::<Result<Vec<_>, _>>()?;
        let kinds: Vec<_> = sizes.iter().map(|size| size.kind).collect();
        if kinds == SizeKind::ALL { Ok(sizes) } else { Err("each kind stands there once, in their order".to_owned()) }
    }
}

impl RawSize {
    fn check(self) -> Result<Size, String> {
        let Self { kind, words, evidence, source, checked } = self;
        sourced(&source, &checked).map_err(|problem| format!("{}: {problem}", kind.name()))?;
        Ok(Size { kind, words, sourced: Sourced { evidence, source, checked } })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{SizesFile, sizes};

    #[test]
    fn the_sizes_in_this_repository_are_complete() {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/data");
        assert!(sizes(&dir).expect("usable sizes").iter().all(|size| size.words > 0));
    }

    #[test]
    fn a_missing_size_and_one_without_a_source_do_not_build() {
        let entry = |kind: &str, source: &str| {
            format!(
                "[[size]]\nkind = \"{kind}\"\nwords = 1\nevidence = \"reported\"\nsource = \"{source}\"\nchecked = \"2026-11-27\"\n"
            )
        };
        let check = |text: &str| {
            toml::from_str::<SizesFile>(text).map_err(|error| error.to_string()).and_then(SizesFile::check)
        };
        let all = |source: &str| ["email", "minute", "page", "book"].map(|kind| entry(kind, source)).concat();
        assert!(check(&all("https://example.org/")).is_ok());
        assert!(check(&entry("email", "https://example.org/")).is_err());
        assert!(check(&all("somebody")).expect_err("no address").starts_with("email: "));
    }
}
