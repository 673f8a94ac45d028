//! The terms of the field, with their definitions, and the marks at their first use.
//!
//! 1. `glossary.toml` of each language lists the terms; a term's forms are the words it is met by.
//! 2. A [`Marker`] goes through a page's HTML in reading order and makes the first use of each term a link to the
//!    page of all terms, with the definition beside it for `public/definitions.js`.
//!
//! Only running text is marked: no heading, link, code, quotation or folded answer. Invariants: a form belongs to one
//! term; a form inside a longer one of the list is not met there ("API key" is no use of "API").

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::error::{ContentError, read};
use super::markdown::slug;
use crate::markup::escape;

/// The page of all terms, in the folder of each language.
pub const GLOSSARY_PAGE: &str = "glossary";

/// What stands in these is not marked.
const UNMARKED: [&str; 11] = ["h1", "h2", "h3", "h4", "a", "code", "pre", "blockquote", "details", "button", "svg"];

/// From here on the signs are those of Chinese, Japanese and Korean, which do not put spaces between words.
const FIRST_SIGN: char = '\u{2E80}';

/// All terms of one language.
#[derive(Clone, Debug)]
pub struct Glossary {
    file: PathBuf,
    /// The terms in the order of the alphabet.
    pub terms: Vec<Term>,
}

/// A term of the field.
#[derive(Clone, Debug)]
pub struct Term {
    /// Its anchor on the page of all terms.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it means.
    pub definition: String,
    /// The anchor in the article where it is explained.
    pub explained: String,
    /// The words by which it is met, its name among them.
    forms: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGlossary {
    term: Vec<RawTerm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTerm {
    term: String,
    #[serde(default)]
    forms: Vec<String>,
    definition: String,
    explained: String,
}

impl Glossary {
    /// Reads the terms of the language in folder `dir`.
    ///
    /// # Errors
    /// A file that cannot be read, or a form that two terms have.
    pub fn load(dir: &Path) -> Result<Self, ContentError> {
        let file = dir.join("glossary.toml");
        let raw: RawGlossary = toml::from_str(&read(&file)?).map_err(|error| ContentError::new(&file, error))?;
        Self::check(raw, &file).map_err(|problem| ContentError::new(&file, problem))
    }

    fn check(raw: RawGlossary, file: &Path) -> Result<Self, String> {
        let mut known = BTreeSet::new();
        let mut terms = Vec::new();
        for RawTerm { term, forms, definition, explained } in raw.term {
            let forms: Vec<String> = std::iter::once(term.clone()).chain(forms).collect();
            if let Some(form) = forms.iter().find(|form| !known.insert(form.to_lowercase())) {
                return Err(format!("`{form}` is listed twice"));
            }
            terms.push(Term { id: slug(&term), name: term, definition, explained, forms });
        }
        terms.sort_by_key(|term| term.name.to_lowercase());
        Ok(Self { file: file.to_owned(), terms })
    }

    /// Every term must have been marked in the article, and be explained at one of its `anchors`.
    ///
    /// # Errors
    /// The first term that is not.
    pub(super) fn check_uses(&self, marker: &Marker, anchors: &[&str]) -> Result<(), ContentError> {
        let used = self.terms.iter().zip(&marker.met);
        if let Some((term, _)) = used.clone().find(|(_, met)| !**met) {
            let problem = format!("`{}` never stands in the article's running text", term.name);
            return Err(ContentError::new(&self.file, problem));
        }
        match self.terms.iter().find(|term| !anchors.contains(&term.explained.as_str())) {
            Some(Term { name, explained, .. }) => {
                Err(ContentError::new(&self.file, format!("`{name}`: the article has no anchor `{explained}`")))
            }
            None => Ok(()),
        }
    }

    /// The longest form with which `text` begins, as its term's index and its length in bytes.
    fn at_beginning(&self, text: &str) -> Option<(usize, usize)> {
        let forms = self.terms.iter().enumerate().flat_map(|(index, term)| term.forms.iter().map(move |f| (index, f)));
        forms.filter(|(_, form)| begins_with(text, form)).map(|(index, form)| (index, form.len())).max_by_key(|at| at.1)
    }
}

/// Whether `text` begins with the whole words `form`, which may have a capital at the beginning of a sentence.
fn begins_with(text: &str, form: &str) -> bool {
    let Some(beginning) = text.get(..form.len()) else { return false };
    let mut letters = beginning.chars().zip(form.chars());
    let first =
        letters.next().is_some_and(|(a, b)| a == b || a.to_lowercase().eq(b.to_lowercase()) && b.is_lowercase());
    first && letters.all(|(a, b)| a == b) && !text[form.len()..].chars().next().is_some_and(goes_on)
}

/// Whether a word goes on with this character.
fn goes_on(c: char) -> bool {
    matches!(c, '-' | '_') || (c.is_alphanumeric() && c < FIRST_SIGN)
}

/// Goes through one page and marks the first use of each term.
pub(super) struct Marker<'a> {
    glossary: &'a Glossary,
    /// From the page to the page of all terms.
    address: String,
    met: Vec<bool>,
}

impl<'a> Marker<'a> {
    /// For a page from which `up` leads to the folder of its language.
    pub(super) fn new(glossary: &'a Glossary, up: &str) -> Self {
        Self { glossary, address: format!("{up}{GLOSSARY_PAGE}/"), met: vec![false; glossary.terms.len()] }
    }

    /// The next part of the page, with marks.
    pub(super) fn mark(&mut self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let (mut rest, mut unmarked) = (html, 0_usize);
        while let Some((text, after)) = rest.split_once('<') {
            self.text(&mut out, text, unmarked > 0);
            let Some((tag, after)) = after.split_once('>') else { break };
            let name = tag.trim_start_matches('/').split_whitespace().next().unwrap_or_default();
            if UNMARKED.contains(&name) {
                unmarked = if tag.starts_with('/') { unmarked.saturating_sub(1) } else { unmarked + 1 };
            }
            out.push_str(&format!("<{tag}>"));
            rest = after;
        }
        self.text(&mut out, rest, unmarked > 0);
        out
    }

    fn text(&mut self, out: &mut String, text: &str, is_unmarked: bool) {
        if is_unmarked {
            out.push_str(text);
            return;
        }
        let (mut rest, mut in_word) = (text, false);
        while let Some(c) = rest.chars().next() {
            let found = if in_word { None } else { self.glossary.at_beginning(rest) };
            let (words, after) = rest.split_at(found.map_or(c.len_utf8(), |(_, length)| length));
            match found {
                Some((index, _)) if !std::mem::replace(&mut self.met[index], true) => self.link(out, index, words),
                _ => out.push_str(words),
            }
            in_word = words.chars().next_back().is_some_and(goes_on);
            rest = after;
        }
    }

    fn link(&self, out: &mut String, index: usize, words: &str) {
        let Term { id, name, definition, .. } = &self.glossary.terms[index];
        let (name, definition) = (escape(name), escape(definition));
        out.push_str(&format!(
            "<a class=\"defined\" href=\"{}#{id}\" data-term=\"{name}\" data-definition=\"{definition}\">{words}</a>",
            self.address
        ));
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Glossary, Marker, RawGlossary, RawTerm};

    fn glossary(terms: &[&[&str]]) -> Result<Glossary, String> {
        let term = |forms: &&[&str]| RawTerm {
            term: forms[0].to_owned(),
            forms: forms[1..].iter().map(|&form| form.to_owned()).collect(),
            definition: format!("\"{}\"", forms[0]),
            explained: "here".to_owned(),
        };
        Glossary::check(RawGlossary { term: terms.iter().map(term).collect() }, Path::new("glossary.toml"))
    }

    /// The words that are marked in the parts of a page.
    fn marked(terms: &[&[&str]], parts: &[&str]) -> Vec<String> {
        let glossary = glossary(terms).expect("terms");
        let mut marker = Marker::new(&glossary, "../");
        let html: String = parts.iter().map(|part| marker.mark(part)).collect();
        let links =
            html.split("<a class=\"defined\"").skip(1).filter_map(|link| link.split_once('>')?.1.split_once('<'));
        links.map(|(words, _)| words.to_owned()).collect()
    }

    #[test]
    fn the_first_use_becomes_a_link_with_the_definition() {
        let glossary = glossary(&[&["AI token", "tokens"]]).expect("terms");
        let html = Marker::new(&glossary, "../").mark("<p>Two tokens, and tokens.</p>");
        let link = "<a class=\"defined\" href=\"../glossary/#ai-token\" data-term=\"AI token\" \
                    data-definition=\"&quot;AI token&quot;\">tokens</a>";
        assert_eq!(html, format!("<p>Two {link}, and tokens.</p>"));
    }

    #[test]
    fn whole_words_are_met_also_at_the_beginning_of_a_sentence() {
        let terms: &[&[&str]] = &[&["token", "tokens"], &["API"]];
        assert_eq!(marked(terms, &["<p>tokenizer token-lab max_token Tokens</p>"]), ["Tokens"]);
        assert_eq!(marked(terms, &["<p>api APIs API’s</p>"]), ["API"]);
        assert_eq!(marked(&[&["金鑰"]], &["<p>這是金鑰嗎</p>"]), ["金鑰"]);
    }

    #[test]
    fn the_longest_form_is_meant() {
        let terms: &[&[&str]] = &[&["API"], &["API key", "API keys"], &["key"]];
        assert_eq!(
            marked(terms, &["<p>API keys, an API key,</p>", "<p>an API, a key</p>"]),
            ["API keys", "API", "key"]
        );
    }

    #[test]
    fn headings_links_code_quotations_and_folded_answers_are_left_alone() {
        for html in [
            "<h3 id=\"key\"><a href=\"#key\">key</a></h3>",
            "<a href=\"x\">a <em>key</em></a>",
            "<pre><code>key</code></pre>",
            "<blockquote><p>key</p></blockquote>",
            "<details><summary>key</summary><p>key</p></details>",
        ] {
            assert_eq!(marked(&[&["key"]], &[html]), Vec::<String>::new(), "{html}");
            assert_eq!(marked(&[&["key"]], &[html, "<p><span class=\"term\">key</span></p>"]), ["key"], "{html}");
        }
    }

    #[test]
    fn a_form_of_two_terms_does_not_build() {
        assert!(glossary(&[&["token", "tokens"], &["AI token", "Tokens"]]).expect_err("twice").contains("`Tokens`"));
    }

    #[test]
    fn a_term_that_is_never_used_or_explained_nowhere_does_not_build() {
        let glossary = glossary(&[&["key"], &["scope"]]).expect("terms");
        let mut marker = Marker::new(&glossary, "");
        marker.mark("<p>A key.</p>");
        let problem = |marker: &Marker, anchors: &[&str]| {
            glossary.check_uses(marker, anchors).expect_err("a problem").to_string()
        };
        assert!(problem(&marker, &["here"]).contains("`scope` never stands"));
        marker.mark("<p>A scope.</p>");
        assert!(problem(&marker, &["there"]).contains("no anchor `here`"));
        assert!(glossary.check_uses(&marker, &["here"]).is_ok());
    }
}
