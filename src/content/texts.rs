//! The texts of `content/texts/`, which are counted when the site is built.

use std::path::Path;

use super::error::{ContentError, read};

/// The folder of texts.
#[derive(Clone, Copy)]
pub struct Texts<'a>(pub &'a Path);

impl Texts<'_> {
    /// The text called `name`, without the line break at its file's end.
    ///
    /// # Errors
    /// If there is no such file.
    pub fn read(self, name: &str) -> Result<String, ContentError> {
        let text = read(&self.0.join(format!("{name}.txt")))?;
        Ok(text.trim_end_matches('\n').to_owned())
    }
}
