//! Text as HTML, for everything that writes markup as a string.
//!
//! Invariant: whatever comes from a text goes through [`escape`] before it becomes markup.

/// Text for HTML, in content and in double quotes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

/// Appends text as markup that reads as exactly this text, but for NUL, which HTML cannot hold.
pub fn push_escaped(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // As it is, it would be read as a line feed.
            '\r' => out.push_str("&#13;"),
            '\0' => {}
            other => out.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_of_a_text_can_open_a_tag_or_end_an_attribute() {
        assert_eq!(escape("a<b> & \"c\""), "a&lt;b&gt; &amp; &quot;c&quot;");
    }

    #[test]
    fn a_carriage_return_is_not_read_as_a_line_feed() {
        assert_eq!(escape("a\r\n\0b"), "a&#13;\nb");
    }
}
