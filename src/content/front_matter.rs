//! The TOML between two lines of `+++` at the top of a Markdown file.

use std::path::Path;

use serde::de::DeserializeOwned;

use super::ContentError;

/// Front matter and the Markdown after it.
pub(super) fn split<T: DeserializeOwned>(file: &Path, text: &str) -> Result<(T, String), ContentError> {
    let parts = text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n"));
    let (front, body) =
        parts.ok_or_else(|| ContentError::new(file, "front matter between two lines `+++` is missing"))?;
    let front = toml::from_str(front).map_err(|error| ContentError::new(file, error))?;
    Ok((front, body.to_owned()))
}
