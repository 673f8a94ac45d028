//! What is wrong with a content file, for whoever edits it.

use std::fmt;
use std::path::{Path, PathBuf};

/// A content file that cannot be used.
#[derive(Debug)]
pub struct ContentError {
    file: PathBuf,
    problem: String,
}

impl ContentError {
    /// Something is wrong in `file`.
    pub fn new(file: &Path, problem: impl fmt::Display) -> Self {
        Self { file: file.to_owned(), problem: problem.to_string() }
    }
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file.display(), self.problem)
    }
}

impl std::error::Error for ContentError {}

/// Reads a whole text file.
pub(super) fn read(file: &Path) -> Result<String, ContentError> {
    std::fs::read_to_string(file).map_err(|error| ContentError::new(file, error))
}
