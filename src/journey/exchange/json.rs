//! JSON strings, as RFC 8259 writes them.

/// `text` in double quotes.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // The others that must be escaped, and DEL, which terminals do not show.
            c if c < ' ' || c == '\u{7F}' => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn what_json_reserves_is_escaped() {
        assert_eq!(string("a\"b\\c\n\t\0é\u{1F600}"), "\"a\\\"b\\\\c\\n\\t\\u0000é\u{1F600}\"");
        assert_eq!(string(""), "\"\"");
    }
}
