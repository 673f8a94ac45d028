//! Text as HTML, for everything that writes markup as a string.
//!
//! Invariant: whatever comes from a text goes through [`escape`] before it becomes markup.

/// Text for HTML, in content and in double quotes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_of_a_text_can_open_a_tag_or_end_an_attribute() {
        assert_eq!(escape("a<b> & \"c\""), "a&lt;b&gt; &amp; &quot;c&quot;");
    }
}
