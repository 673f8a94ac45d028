//! Why a site could not be written.

use std::fmt;
use std::path::Path;

use crate::content::ContentError;

/// A message for whoever runs the build, naming the file.
#[derive(Debug)]
pub struct SiteError(String);

impl SiteError {
    /// A problem in words.
    pub fn new(problem: impl Into<String>) -> Self {
        Self(problem.into())
    }

    /// A problem with `file`.
    pub fn at(file: &Path, problem: impl fmt::Display) -> Self {
        Self(format!("{}: {problem}", file.display()))
    }
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SiteError {}

impl From<ContentError> for SiteError {
    fn from(error: ContentError) -> Self {
        Self(error.to_string())
    }
}
