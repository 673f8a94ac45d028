//! The tags of a page, for checks that look at single attributes.

/// A start tag.
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// An attribute's value as it stands in the page.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// The start tags of a page in order; comments and end tags are passed over.
pub(super) fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (tag, after) = read_tag(after);
            tags.push(tag);
            rest = after;
        } else {
            rest = after;
        }
    }
    tags
}

fn read_tag(text: &str) -> (Tag<'_>, &str) {
    let (name, mut rest) = split_where(text, |c| c.is_whitespace() || matches!(c, '>' | '/'));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (Tag { name, attributes }, after);
        }
        if rest.is_empty() {
            return (Tag { name, attributes }, rest);
        }
        let (attribute, after) = read_attribute(rest);
        attributes.push(attribute);
        rest = after;
    }
}

fn read_attribute(text: &str) -> ((&str, &str), &str) {
    let ends_name = |c: char| c.is_whitespace() || matches!(c, '>' | '/' | '=');
    // A stray `=` would not end the search for the next name.
    let (name, rest) = split_where(text.trim_start_matches('='), ends_name);
    let Some(rest) = rest.trim_start().strip_prefix('=') else {
        return ((name, ""), rest);
    };
    let rest = rest.trim_start();
    let (value, rest) = match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest[1..].split_once(quote).unwrap_or((&rest[1..], "")),
        _ => split_where(rest, |c| c.is_whitespace() || c == '>'),
    };
    ((name, value), rest)
}

fn split_where(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_in_every_notation() {
        let html = r#"<link rel=stylesheet href="a.css"/><script src='b.js' async data-js = "c.js?x=1>0"></script>"#;
        let tags = tags(html);
        assert_eq!(tags[0].attribute("href"), Some("a.css"));
        assert_eq!(tags[0].attribute("rel"), Some("stylesheet"));
        assert_eq!(tags[1].attribute("src"), Some("b.js"));
        assert_eq!(tags[1].attribute("async"), Some(""));
        assert_eq!(tags[1].attribute("data-js"), Some("c.js?x=1>0"));
        assert_eq!(tags.len(), 2);
    }

    #[test]
    fn comments_and_lone_signs_are_no_tags() {
        let names: Vec<_> = tags("<!DOCTYPE html> 1 < 2 <!-- <p> --> <b>x</b>").iter().map(|tag| tag.name).collect();
        assert_eq!(names, ["b"]);
    }

    #[test]
    fn a_page_that_stops_in_the_middle_is_read_to_its_end() {
        for html in ["<a", "<a href", "<a href=", "<a href=\"x", "<a =\"", "<!-- x"] {
            assert!(tags(html).len() <= 1, "{html}");
        }
    }
}
