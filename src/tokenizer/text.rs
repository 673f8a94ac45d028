//! The reader's text, which many hold and nobody copies.
//!
//! Invariant: clones share one buffer, and comparing a text with its own clone costs nothing.

use std::ops::{Deref, Range};
use std::sync::Arc;

/// The stretch `range` of `text`; empty where there is none. Brackets would do, but their panic quotes
/// the text, and the code for quoting is a fiftieth of the app.
pub fn stretch(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

/// A text that is cheap to clone and to compare with itself, however long it is.
#[derive(Clone, Debug, Default, Eq)]
pub struct Text(Arc<String>);

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(Arc::new(text))
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn texts_are_equal_by_content() {
        let text = Text::from("a");
        assert_eq!(text, text.clone());
        assert_eq!(text, Text::from("a"));
        assert_ne!(text, Text::from("b"));
    }
}
