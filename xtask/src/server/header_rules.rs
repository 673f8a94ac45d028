//! The `_headers` file that static hosts such as Netlify and Cloudflare read.
//!
//! A line that is not indented is a path pattern; the indented lines below it are its headers.
//! All rules that match a path apply, in order: values of the same name are joined with a comma,
//! and `! Name` takes a header away that an earlier rule gave.

use anyhow::{Context, Result, ensure};
use axum::http::header::{HeaderMap, HeaderName, HeaderValue};
use regex_lite::Regex;

/// The rules of one file, in its order.
#[derive(Debug, Default)]
pub(super) struct HeaderRules(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    pattern: Regex,
    /// Names with their values; no value takes the header away.
    headers: Vec<(HeaderName, Option<HeaderValue>)>,
}

impl HeaderRules {
    /// Reads a file; the first mistake is an error that names its line.
    pub(super) fn parse(text: &str) -> Result<Self> {
        let mut rules = Self::default();
        for (index, line) in text.lines().enumerate() {
            rules.take_line(line).with_context(|| format!("_headers, line {}", index + 1))?;
        }
        Ok(rules)
    }

    fn take_line(&mut self, line: &str) -> Result<()> {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            return Ok(());
        }
        if line.starts_with([' ', '\t']) {
            let rule = self.0.last_mut().context("a header stands before the first path")?;
            rule.headers.push(header(content)?);
        } else {
            self.0.push(Rule { pattern: pattern(content)?, headers: Vec::new() });
        }
        Ok(())
    }

    /// The headers for a path that starts with `/`.
    pub(super) fn headers_for(&self, path: &str) -> Result<HeaderMap> {
        let mut headers = HeaderMap::new();
        let matching = self.0.iter().filter(|rule| rule.pattern.is_match(path));
        for (name, value) in matching.flat_map(|rule| &rule.headers) {
            let earlier = headers.remove(name);
            let Some(value) = value else { continue };
            let joined = match earlier {
                Some(earlier) => HeaderValue::try_from([earlier.to_str()?, value.to_str()?].join(", "))?,
                None => value.clone(),
            };
            headers.insert(name.clone(), joined);
        }
        Ok(headers)
    }
}

fn header(line: &str) -> Result<(HeaderName, Option<HeaderValue>)> {
    if let Some(name) = line.strip_prefix('!') {
        return Ok((HeaderName::try_from(name.trim())?, None));
    }
    let (name, value) = line.split_once(':').with_context(|| format!("`{line}` is not of the form `Name: value`"))?;
    Ok((HeaderName::try_from(name.trim())?, Some(HeaderValue::try_from(value.trim())?)))
}

/// A path in which `*` stands for any text and `:name` for one segment or the rest of one.
pub(super) fn pattern(path: &str) -> Result<Regex> {
    ensure!(path.starts_with('/'), "`{path}` is not a path: it must start with `/`");
    let placeholder = Regex::new(":[A-Za-z][A-Za-z0-9_]*")?;
    let escaped = regex_lite::escape(path).replace(r"\*", ".*");
    Ok(Regex::new(&format!("^{}$", placeholder.replace_all(&escaped, "[^/]+")))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# Security for every page
/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'self'; connect-src 'self'
  Cache-Control: no-cache

/embed/*
\t! content-security-policy
\tContent-Security-Policy: frame-ancestors *
/embed/v1/:file.js
  cache-control: max-age=60
";

    fn header(path: &str, name: &str) -> Option<String> {
        let rules = HeaderRules::parse(FILE).expect("a valid file");
        let headers = rules.headers_for(path).expect("headers");
        headers.get(name).map(|value| value.to_str().expect("text").to_owned())
    }

    #[test]
    fn all_matching_rules_apply_and_join() {
        let policy = header("/", "Content-Security-Policy");
        assert_eq!(policy.as_deref(), Some("default-src 'self'; connect-src 'self'"));
        let path = "/embed/v1/embed.js";
        assert_eq!(header(path, "X-Content-Type-Options").as_deref(), Some("nosniff"));
        assert_eq!(header(path, "Cache-Control").as_deref(), Some("no-cache, max-age=60"));
    }

    #[test]
    fn a_header_can_be_detached_and_given_again() {
        let policy = header("/embed/v1/token-lab/", "Content-Security-Policy");
        assert_eq!(policy.as_deref(), Some("frame-ancestors *"));
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        for (text, line) in [
            ("  X-Early: 1", "line 1"),
            ("/*\n  no colon here", "line 2"),
            ("/*\n  Bad Name: 1", "line 2"),
            ("\n\nhttps://example.org/*\n  A: b", "line 3"),
        ] {
            let error = HeaderRules::parse(text).expect_err("a mistake");
            assert!(error.to_string().contains(line), "{error}");
        }
    }

    #[test]
    fn a_pattern_matches_whole_paths_a_placeholder_within_one_segment() {
        for (written, matching, other) in [
            ("/a/b.html", &["/a/b.html"][..], &["/a/b.htm", "/a/bxhtml", "/a/b.html/", "/x/a/b.html"][..]),
            ("/*", &["/", "/a/b/你"], &[]),
            ("/a/*.js", &["/a/x.js", "/a/b/x.js", "/a/.js"], &["/a/x.css", "/x.js"]),
            ("/:language/", &["/en/", "/zh-hant/"], &["/", "//", "/en/a/"]),
            ("/x/:a.js", &["/x/app.js"], &["/x/.js", "/x/y/app.js"]),
            ("/a:/:80", &["/a:/:80"], &["/a:/80"]),
        ] {
            let pattern = pattern(written).expect("a path");
            assert!(matching.iter().all(|path| pattern.is_match(path)), "{written} should match {matching:?}");
            assert!(!other.iter().any(|path| pattern.is_match(path)), "{written} should not match {other:?}");
        }
    }
}
