//! Path patterns of a `_headers` file.

use anyhow::{Result, ensure};

/// A pattern such as `/assets/*` or `/:language/embed/*`.
#[derive(Debug)]
pub(super) struct Pattern(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Literal(String),
    /// `*`: any text, also none.
    Splat,
    /// `:name`: one path segment, or the rest of one.
    Placeholder,
}

impl Pattern {
    pub(super) fn parse(text: &str) -> Result<Self> {
        ensure!(text.starts_with('/'), "`{text}` is not a path: it must start with `/`");
        let mut pieces = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (piece, after) = next_piece(rest);
            pieces.push(piece);
            rest = after;
        }
        Ok(Self(pieces))
    }

    pub(super) fn matches(&self, path: &str) -> bool {
        matches(&self.0, path)
    }
}

fn next_piece(text: &str) -> (Piece, &str) {
    if let Some(after) = text.strip_prefix('*') {
        return (Piece::Splat, after);
    }
    if let Some(name) = placeholder_name(text) {
        return (Piece::Placeholder, &text[1 + name.len()..]);
    }
    let special = |(index, _): &(usize, char)| {
        let rest = &text[*index..];
        rest.starts_with('*') || placeholder_name(rest).is_some()
    };
    // The first character stands for itself: it was neither of the above.
    let end = text.char_indices().skip(1).find(special);
    let (literal, after) = text.split_at(end.map_or(text.len(), |(index, _)| index));
    (Piece::Literal(literal.to_owned()), after)
}

/// The name after a colon; it begins with a letter, so `:80` is no placeholder.
fn placeholder_name(text: &str) -> Option<&str> {
    let name = text.strip_prefix(':')?;
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let name = &name[..end.unwrap_or(name.len())];
    name.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(name)
}

fn matches(pieces: &[Piece], path: &str) -> bool {
    let Some((piece, rest)) = pieces.split_first() else {
        return path.is_empty();
    };
    match piece {
        Piece::Literal(literal) => path.strip_prefix(literal.as_str()).is_some_and(|path| matches(rest, path)),
        Piece::Splat => tails(path, path.len()).any(|path| matches(rest, path)),
        Piece::Placeholder => {
            let segment = path.find('/').unwrap_or(path.len());
            tails(path, segment).skip(1).any(|path| matches(rest, path))
        }
    }
}

/// What is left of `path` after its first 0, 1, … characters, up to `longest` bytes.
fn tails(path: &str, longest: usize) -> impl Iterator<Item = &str> {
    (0..=longest).filter(|&end| path.is_char_boundary(end)).map(|end| &path[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, matching: &[&str], other: &[&str]) {
        let pattern = Pattern::parse(pattern).expect("a path");
        for path in matching {
            assert!(pattern.matches(path), "{pattern:?} should match {path}");
        }
        for path in other {
            assert!(!pattern.matches(path), "{pattern:?} should not match {path}");
        }
    }

    #[test]
    fn a_plain_path_matches_itself() {
        check("/", &["/"], &["/a", ""]);
        check("/a/b.html", &["/a/b.html"], &["/a/b.htm", "/a/b.html/"]);
    }

    #[test]
    fn a_splat_matches_anything_also_nothing() {
        check("/*", &["/", "/a", "/a/b/你"], &[]);
        check("/a/*.js", &["/a/x.js", "/a/b/x.js", "/a/.js"], &["/a/x.css", "/x.js"]);
    }

    #[test]
    fn a_placeholder_matches_within_one_segment() {
        check("/:language/", &["/en/", "/zh-hant/"], &["/", "//", "/en/a/"]);
        check("/x/:a.js", &["/x/app.js"], &["/x/.js", "/x/y/app.js"]);
    }

    #[test]
    fn a_colon_without_a_name_stands_for_itself() {
        check("/a:/:80", &["/a:/:80"], &["/a:/80"]);
    }

    #[test]
    fn a_pattern_with_a_host_is_refused() {
        assert!(Pattern::parse("https://example.org/*").is_err());
    }
}
