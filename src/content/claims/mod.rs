//! The lesson's claims: what is claimed, where it was read, when, and how well it is known.
//!
//! 1. [`Claims::load`] reads `content/claims.toml` and checks every row; the rows are the same in all languages.
//! 2. [`Rule`] holds a language's text against them: a sentence that needs a mark has one, a mark has a row,
//!    a row has its mark.
//! 3. [`Notes`] numbers the sources in the order in which the text uses them, and writes the marks and the list.
//!
//! Invariant: no source stands in the list without a claim, and none stands there twice.

mod notes;
mod rule;
mod sentences;

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::day;
use super::error::ContentError;
use super::facts::{load, sourced};
use crate::names::named_enum;
use crate::pricing::Evidence;

pub(super) use notes::{MARK, Notes};
pub use rule::Rule;
pub(super) use rule::without_exemptions;

/// The file, beside the folders of languages and data.
const FILE: &str = "claims.toml";

named_enum! {
    /// What a claim rests on that nobody else says.
    pub enum Own {
        /// Counted or computed by this project, with a test.
        Measured = "measured",
        /// It follows from what is known, but no source says it.
        Inference = "own inference",
        /// It says what a word means here.
        Definition = "definition",
    }
}

/// What a claim rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Grounds {
    /// A source, or that none was found.
    Read(Evidence),
    /// This project.
    Own(Own),
}

/// A page, document or program that claims are read in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Where it is.
    pub address: String,
    /// Whose it is and its title.
    pub name: String,
}

/// That a claim was read in a source.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The source's address.
    pub source: String,
    /// Its own date, or else the day of reading.
    pub checked: String,
}

/// One claim.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The name in the text's mark.
    pub id: String,
    /// What is claimed, in a sentence.
    pub claim: String,
    /// What it rests on.
    #[serde(rename = "evidence")]
    pub grounds: Grounds,
    /// Where it was read, and when.
    #[serde(default)]
    pub read: Vec<Reading>,
    /// The day on which it was measured, or looked for and not found.
    pub checked: Option<String>,
    /// How it was measured.
    pub how: Option<String>,
    /// File and name of the test that measures it again.
    pub test: Option<String>,
}

/// All claims and their sources.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// Names that make a sentence need a mark.
    pub names: Vec<String>,
    /// The sources.
    #[serde(rename = "source")]
    pub sources: Vec<Source>,
    /// The claims.
    #[serde(rename = "claim")]
    pub claims: Vec<Claim>,
}

impl Claims {
    /// Reads and checks them from the folder `content`.
    ///
    /// # Errors
    /// The first row that cannot be used.
    pub fn load(content: &Path) -> Result<Self, ContentError> {
        load(&content.join(FILE), |claims: Self| claims.check().map(|()| claims))
    }

    /// The claim of that id.
    pub fn find(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    fn check(&self) -> Result<(), String> {
        let mut ids = BTreeSet::new();
        for claim in &self.claims {
            claim.check().map_err(|problem| format!("`{}`: {problem}", claim.id))?;
            if !ids.insert(&claim.id) {
                return Err(format!("`{}`: two rows have this id", claim.id));
            }
        }
        let used: BTreeSet<_> =
            self.claims.iter().flat_map(|claim| &claim.read).map(|reading| &reading.source).collect();
        let mut known = BTreeSet::new();
        for Source { address, .. } in &self.sources {
            if !known.insert(address) {
                return Err(format!("the source {address} stands there twice"));
            }
            if !used.contains(address) {
                return Err(format!("no claim was read in the source {address}"));
            }
        }
        match used.difference(&known).next() {
            Some(address) => Err(format!("the source {address} has no name")),
            None => Ok(()),
        }
    }
}

impl Claim {
    fn check(&self) -> Result<(), String> {
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if self.id.is_empty() || !self.id.chars().all(is_plain) {
            return Err("an id has small letters, digits and hyphens".to_owned());
        }
        if !self.claim.ends_with('.') {
            return Err("what is claimed is a sentence".to_owned());
        }
        let measured = self.grounds == Grounds::Own(Own::Measured);
        if self.how.is_some() != measured || self.test.is_some() != measured {
            return Err("`how` and `test` say how something was measured, and nothing else has them".to_owned());
        }
        match self.grounds {
            Grounds::Read(Evidence::Documented | Evidence::Reported) if self.read.is_empty() => {
                return Err("it was read nowhere".to_owned());
            }
            Grounds::Own(Own::Definition) if !self.read.is_empty() => {
                return Err("a definition of ours has no source".to_owned());
            }
            _ => {}
        }
        // Looked for on a day, or measured on one.
        if self.checked.is_some() != (measured || self.grounds == Grounds::Read(Evidence::Unknown)) {
            return Err("what is measured or unknown, and nothing else, has a day of its own".to_owned());
        }
        self.checked.iter().try_for_each(|checked| day::parse(checked).map(drop))?;
        self.read.iter().try_for_each(|reading| sourced(&reading.source, &reading.checked))
    }

    /// Whether it was read at that address.
    pub fn was_read_at(&self, address: &str) -> bool {
        self.read.iter().any(|reading| reading.source == address)
    }
}

#[cfg(test)]
mod tests {
    use super::Claims;

    const GOOD: &str = r#"
        names = ["Acme"]
        [[source]]
        address = "https://example.org/a"
        name = "Acme, A"
        [[claim]]
        id = "read"
        claim = "It is so."
        evidence = "documented"
        read = [{ source = "https://example.org/a", checked = "2026-11-22" }]
        [[claim]]
        id = "counted"
        claim = "It is 3."
        evidence = "measured"
        how = "by counting"
        test = "tests/x.rs y"
        checked = "2026-11-22"
        [[claim]]
        id = "thought"
        claim = "It follows."
        evidence = "own inference"
    "#;

    fn checked(text: &str) -> Result<Claims, String> {
        let claims: Claims = toml::from_str(text).map_err(|error| error.to_string())?;
        claims.check().map(|()| claims)
    }

    #[test]
    fn a_row_says_what_was_read_where_and_when() {
        assert_eq!(checked(GOOD).map(|claims| claims.claims.len()), Ok(3));
        for (right, wrong) in [
            ("[{ source = \"https://example.org/a\", checked = \"2026-11-22\" }]", "[]"),
            ("{ source = \"https://example.org/a\"", "{ source = \"https://example.org/b\""),
            ("{ source = \"https://example.org/a\"", "{ source = \"http://example.org/a\""),
            (", checked = \"2026-11-22\" }", " }"),
            ("2026-11-22", "2026-02-31"),
            ("y\"\n        checked = \"2026-11-22\"", "y\""),
            ("\"own inference\"", "\"own inference\"\nchecked = \"2026-11-22\""),
            ("documented", "rumored"),
            ("id = \"thought\"", "id = \"read\""),
            ("id = \"thought\"", "id = \"A thought\""),
            ("It follows.", ""),
            ("how = \"by counting\"", ""),
            ("\"measured\"", "\"own inference\""),
            (
                "[[claim]]\n        id = \"read\"",
                "[[source]]\naddress = \"https://example.org/a\"\nname = \"A\"\n[[claim]]\nid = \"read\"",
            ),
            (
                "[[claim]]\n        id = \"read\"",
                "[[source]]\naddress = \"https://example.org/c\"\nname = \"C\"\n[[claim]]\nid = \"read\"",
            ),
        ] {
            assert!(GOOD.contains(right), "{right}");
            assert!(checked(&GOOD.replacen(right, wrong, 1)).is_err(), "{right} -> {wrong}");
        }
    }
}
