//! The `_headers` file that static hosts such as Netlify and Cloudflare read.
//!
//! A line that is not indented is a path pattern; the indented lines below it are its headers.
//! All rules that match a path apply, in order: values of the same name are joined with a comma,
//! and `! Name` takes a header away that an earlier rule gave.

use anyhow::{Context, Result, ensure};

use super::pattern::Pattern;

/// The rules of one file, in its order.
#[derive(Debug, Default)]
pub(super) struct HeaderRules(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    pattern: Pattern,
    actions: Vec<Action>,
}

#[derive(Debug)]
enum Action {
    Add { name: String, value: String },
    Detach { name: String },
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
            let rule = self.0.last_mut();
            let rule = rule.context("a header stands before the first path")?;
            rule.actions.push(Action::parse(content)?);
        } else {
            let pattern = Pattern::parse(content)?;
            self.0.push(Rule { pattern, actions: Vec::new() });
        }
        Ok(())
    }

    /// The headers for a path that starts with `/`.
    pub(super) fn headers_for(&self, path: &str) -> Vec<(String, String)> {
        let mut headers = Vec::new();
        let matching = self.0.iter().filter(|rule| rule.pattern.matches(path));
        for action in matching.flat_map(|rule| &rule.actions) {
            action.apply(&mut headers);
        }
        headers
    }
}

impl Action {
    fn parse(line: &str) -> Result<Self> {
        if let Some(name) = line.strip_prefix('!') {
            let name = header_name(name)?;
            return Ok(Self::Detach { name });
        }
        let (name, value) =
            line.split_once(':').with_context(|| format!("`{line}` is not of the form `Name: value`"))?;
        Ok(Self::Add { name: header_name(name)?, value: value.trim().to_owned() })
    }

    fn apply(&self, headers: &mut Vec<(String, String)>) {
        match self {
            Self::Detach { name } => headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name)),
            Self::Add { name, value } => {
                let known = headers.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name));
                match known {
                    Some((_, joined)) => joined.extend([", ", value]),
                    None => headers.push((name.clone(), value.clone())),
                }
            }
        }
    }
}

fn header_name(text: &str) -> Result<String> {
    let name = text.trim();
    let valid = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    ensure!(!name.is_empty() && name.chars().all(valid), "`{name}` is not a header's name");
    Ok(name.to_owned())
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
        let headers = rules.headers_for(path);
        headers.into_iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    #[test]
    fn a_value_may_contain_colons_and_semicolons() {
        let policy = header("/", "Content-Security-Policy");
        assert_eq!(policy.as_deref(), Some("default-src 'self'; connect-src 'self'"));
    }

    #[test]
    fn all_matching_rules_apply_and_join() {
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
}
