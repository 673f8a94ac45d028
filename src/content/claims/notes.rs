//! Marks in the text and the list of sources that they lead to.
//!
//! 1. [`Notes::of`] gives the numbers of a claim's notes: its sources, and what else it rests on.
//! 2. [`Notes::mark`] writes them into the text, [`Notes::list`] the list below it.
//!
//! Invariants: notes are numbered in the order in which the text needs them; every mark leads to its notes, and
//! every note leads back to each of its marks.

use std::collections::BTreeSet;

use super::{Claims, Grounds, Own, Reading, Source};
use crate::markup::escape;
use crate::pricing::Evidence;
use crate::words::{NumberStrings, PageStrings, fill};

/// The name of the mark: `{claim:id}`.
pub(in crate::content) const MARK: &str = "claim";

/// What a note tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject<'a> {
    Source(&'a Source),
    /// That a claim has no source, and why.
    Sourceless(Grounds),
}

#[derive(Debug)]
struct Note<'a> {
    subject: Subject<'a>,
    /// Days on which its claims were read.
    days: BTreeSet<&'a str>,
    is_reported: bool,
    /// The numbers of its marks.
    marks: Vec<usize>,
}

/// The notes of one text.
#[derive(Debug)]
pub(in crate::content) struct Notes<'a> {
    claims: &'a Claims,
    words: PageStrings,
    number: NumberStrings,
    /// In their order.
    list: Vec<Note<'a>>,
    marks: usize,
}

impl<'a> Notes<'a> {
    /// No notes yet.
    pub(in crate::content) const fn new(claims: &'a Claims, words: PageStrings, number: NumberStrings) -> Self {
        Self { claims, words, number, list: Vec::new(), marks: 0 }
    }

    /// Whether nothing needed a note.
    pub(in crate::content) const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The numbers of the notes of claims, from 1, in their order; none for a definition.
    ///
    /// # Errors
    /// If there is no such claim.
    pub(in crate::content) fn of(&mut self, ids: &str) -> Result<Vec<usize>, String> {
        let mut numbers = BTreeSet::new();
        for id in ids.split_whitespace() {
            let claims = self.claims;
            let claim = claims.find(id).ok_or_else(|| format!("the mark `{id}` has no row in claims.toml"))?;
            for Reading { source, checked } in &claim.read {
                let source = claims.sources.iter().find(|known| known.address == *source);
                let number = self.number_of(Subject::Source(source.ok_or_else(|| format!("`{id}`: no such source"))?));
                if let Some(note) = self.list.get_mut(number - 1) {
                    note.days.insert(checked);
                    note.is_reported |= claim.grounds == Grounds::Read(Evidence::Reported);
                }
                numbers.insert(number);
            }
            match claim.grounds {
                Grounds::Read(Evidence::Documented | Evidence::Reported) | Grounds::Own(Own::Definition) => {}
                grounds => drop(numbers.insert(self.number_of(Subject::Sourceless(grounds)))),
            }
        }
        Ok(numbers.into_iter().collect())
    }

    /// The number of the note on a subject, the next one if it is new.
    fn number_of(&mut self, subject: Subject<'a>) -> usize {
        if let Some(at) = self.list.iter().position(|note| note.subject == subject) {
            return at + 1;
        }
        self.list.push(Note { subject, days: BTreeSet::new(), is_reported: false, marks: Vec::new() });
        self.list.len()
    }

    /// The mark that leads to the notes of these `numbers`, as HTML.
    pub(in crate::content) fn mark(&mut self, numbers: &[usize]) -> String {
        let mut links = String::new();
        for &number in numbers {
            self.marks += 1;
            let Some(note) = number.checked_sub(1).and_then(|at| self.list.get_mut(at)) else { continue };
            note.marks.push(self.marks);
            let label = escape(&fill(self.words.source_mark(), &[("number", &number.to_string())]));
            links.push_str(&format!(
                "<a id=\"cite-{}\" href=\"#source-{number}\" role=\"doc-noteref\" aria-label=\"{label}\">{number}</a>",
                self.marks
            ));
        }
        if links.is_empty() { links } else { format!("<sup class=\"cite\">{links}</sup>") }
    }

    /// The day of the newest reading, and all notes, as HTML.
    pub(in crate::content) fn list(&self) -> String {
        let newest = self.list.iter().flat_map(|note| &note.days).max().copied().unwrap_or_default();
        let newest = escape(&fill(self.words.source_newest(), &[("day", newest)]));
        let entries: String = (1..).zip(&self.list).map(|(number, note)| self.entry(number, note)).collect();
        format!("<p>{newest}</p>\n<ol class=\"sources\">\n{entries}</ol>\n")
    }

    fn entry(&self, number: usize, note: &Note) -> String {
        let what = match note.subject {
            Subject::Source(Source { address, name }) => {
                let days: Vec<_> = note.days.iter().map(|day| format!("<time>{}</time>", escape(day))).collect();
                let link = format!("<a href=\"{}\">{}</a>", escape(address), escape(name));
                let words = if note.is_reported { self.words.source_reported() } else { self.words.source() };
                fill(&escape(words), &[("source", &link), ("days", &days.join(self.number.list()))])
            }
            Subject::Sourceless(Grounds::Own(Own::Measured)) => escape(self.words.source_measured()),
            Subject::Sourceless(Grounds::Own(_)) => escape(self.words.source_inference()),
            Subject::Sourceless(Grounds::Read(_)) => escape(self.words.source_unknown()),
        };
        format!("<li id=\"source-{number}\">{what} {}</li>\n", self.ways_back(note))
    }

    fn ways_back(&self, note: &Note) -> String {
        let many = note.marks.len() > 1;
        let back = |(place, mark): (usize, &usize)| {
            let label = escape(&fill(self.words.source_back(), &[("place", &place.to_string())]));
            let sign = if many { place.to_string() } else { String::new() };
            format!("<a class=\"back\" href=\"#cite-{mark}\" role=\"doc-backlink\" aria-label=\"{label}\">↩{sign}</a>")
        };
        (1..).zip(&note.marks).map(back).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::Notes;
    use crate::content::claims::Claims;
    use crate::content::words::test_strings;

    const CLAIMS: &str = r#"
        names = []
        source = [
            { address = "https://example.org/a", name = "A & B" },
            { address = "https://example.org/c", name = "C" },
        ]
        claim = [
            { id = "a", claim = "A.", evidence = "documented", read = [{ source = "https://example.org/a", checked = "2026-11-22" }] },
            { id = "a-later", claim = "A.", evidence = "documented", read = [{ source = "https://example.org/a", checked = "2026-11-27" }] },
            { id = "c", claim = "C.", evidence = "reported", read = [{ source = "https://example.org/c", checked = "2026-11-22" }] },
            { id = "thought", claim = "D.", evidence = "own inference" },
            { id = "word", claim = "E.", evidence = "definition" },
        ]
    "#;

    #[test]
    fn notes_are_numbered_by_their_first_use_and_lead_back_to_every_mark() {
        let claims: Claims = toml::from_str(CLAIMS).expect("claims");
        let mut notes = Notes::new(&claims, test_strings().page(), test_strings().number());
        let numbers: Vec<_> =
            ["c", "a", "word", "a-later", "thought a c"].iter().map(|id| notes.of(id).expect("a row")).collect();
        assert_eq!(numbers, [vec![1], vec![2], vec![], vec![2], vec![1, 2, 3]]);
        let marks: Vec<_> = numbers.iter().map(|numbers| notes.mark(numbers)).collect();
        assert!(marks[1].starts_with("<sup class=\"cite\"><a id=\"cite-2\" href=\"#source-2\""), "{}", marks[1]);
        assert_eq!(marks[2], "");
        let list = notes.list();
        let entries: Vec<_> = list.lines().filter(|line| line.starts_with("<li")).collect();
        assert_eq!(entries.len(), 3);
        assert!(
            entries[1].contains(
                "<a href=\"https://example.org/a\">A &amp; B</a>, <time>2026-11-22</time>, <time>2026-11-27</time>"
            ),
            "{list}"
        );
        for mark in [2, 3, 5] {
            assert!(entries[1].contains(&format!("href=\"#cite-{mark}\"")), "{list}");
        }
        assert!(notes.of("nothing").is_err());
    }
}
