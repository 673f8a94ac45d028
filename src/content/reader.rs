//! Reads the texts of a page: holds them against the rule on claims, fills their amounts in, and numbers their notes.

use std::collections::BTreeSet;
use std::path::Path;

use super::amounts::Amounts;
use super::claims::{Claims, Notes, Rule, without_exemptions};
use super::error::ContentError;
use super::markdown;
use super::pieces::{Piece, pieces};
use crate::words::PageStrings;

/// What every text of one page is read with.
pub(super) struct Reader<'a> {
    /// The words of the page.
    pub(super) words: PageStrings,
    amounts: Amounts<'a>,
    rule: Rule<'a>,
    notes: Notes<'a>,
    /// The claims that were named so far.
    used: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    /// A reader of the language in folder `dir`.
    ///
    /// # Errors
    /// What is wrong with the language's number words.
    pub(super) fn new(
        dir: &Path,
        words: PageStrings,
        amounts: Amounts<'a>,
        claims: &'a Claims,
    ) -> Result<Self, ContentError> {
        let (rule, notes) = (Rule::load(dir, claims)?, Notes::new(claims, words, amounts.number));
        Ok(Self { words, amounts, rule, notes, used: BTreeSet::new() })
    }

    /// Holds `text` against the rule on claims, and fills its amounts in.
    ///
    /// # Errors
    /// What breaks the rule, or an amount that nobody knows.
    pub(super) fn markdown(&mut self, text: &str) -> Result<String, String> {
        self.used.extend(self.rule.apply(text)?);
        self.amounts.fill(&without_exemptions(text))
    }

    /// The text of a file as HTML.
    ///
    /// # Errors
    /// The same, and what cannot be rendered.
    pub(super) fn html(&mut self, file: &Path, text: &str) -> Result<String, ContentError> {
        let markdown = self.markdown(text);
        let html = markdown
            .and_then(|markdown| markdown::render(&markdown, self.words.sources(), self.words, &mut self.notes));
        html.map_err(|problem| ContentError::new(file, problem))
    }

    /// Prose and figures of Markdown from [`Self::markdown`]; for the rest see [`pieces`].
    ///
    /// # Errors
    /// What cannot be rendered or placed.
    pub(super) fn pieces<F: Copy>(
        &mut self,
        markdown: &str,
        above: usize,
        title: &str,
        figures: &[(&str, F)],
    ) -> Result<Vec<Piece<F>>, String> {
        pieces(markdown, above, title, self.words, &mut self.notes, figures)
    }

    /// The list of all sources so far as HTML, if there are any.
    pub(super) fn sources(&self) -> Option<String> {
        (!self.notes.is_empty()).then(|| self.notes.list())
    }

    /// Whether every claim was named.
    ///
    /// # Errors
    /// Those that were not.
    pub(super) fn check_all_used(&self) -> Result<(), String> {
        self.rule.check_all_used(&self.used)
    }
}
