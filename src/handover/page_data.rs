//! What the build hands to the browser with the page: words, facts and real sample results.
//!
//! Written into a file by `site` and read back in the browser.

use super::flat::{from_text, to_text};
use crate::journey::Facts;
use crate::tokenizer::Counted;
use crate::worker::protocol::Files;

/// What the figures show before the reader types, counted with tiktoken-rs at build time.
#[derive(Clone, Debug)]
pub struct Samples {
    /// The text in the lab.
    pub text: Counted,
    /// What the model answers in the example.
    pub answer: Counted,
}

/// Everything the interactive parts need for their first render and after it.
#[derive(Clone, Debug)]
pub struct PageData {
    /// The interface's words, in the order of `Strings::keys`.
    pub words: Vec<String>,
    /// The example.
    pub samples: Samples,
    /// Models, providers and the matrix of outcomes.
    pub facts: Facts,
    /// Files to load on demand.
    pub files: Files,
}

impl PageData {
    /// The data as text, as the build writes it into the page.
    pub fn to_text(&self) -> String {
        to_text(self)
    }

    /// The inverse of [`PageData::to_text`].
    ///
    /// # Panics
    /// If the text is something else.
    pub fn from_text(text: &str) -> Self {
        from_text(text)
    }
}
