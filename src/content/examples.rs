//! The example texts of a language: what the figures show before anything is typed.

use std::path::Path;

use serde::Deserialize;

use super::error::{ContentError, read};

/// The texts; the build counts them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// In the token lab.
    pub text: String,
    /// What the model answers in the journey.
    pub answer: String,
}

impl Examples {
    /// Reads those of the folder `dir`.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn load(dir: &Path) -> Result<Self, ContentError> {
        let file = dir.join("examples.toml");
        toml::from_str(&read(&file)?).map_err(|error| ContentError::new(&file, error))
    }
}
