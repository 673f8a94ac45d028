//! An article in one language: sections in the order of their file names, cut at their figures.
//!
//! What stands on a line of its own between the paragraphs is in `pieces`; which figures there are, and what they are
//! (`F`), is the caller's. Invariants: every figure is placed exactly once, no two headings share an anchor, every claim
//! is named (see [`super::claims`]), and every term of the glossary is met.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::amounts::Amounts;
use super::claims::Claims;
use super::error::{ContentError, read};
use super::front_matter;
use super::glossary::{Glossary, Marker};
use super::markdown::{self, Question};
use super::pieces::Piece;
use super::reader::Reader;
use super::reading_time;
use crate::words::PageStrings;

/// One section with its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<F> {
    /// The heading's anchor.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Whether from here on no figure stands beside the text.
    pub alone: bool,
    /// The questions that it answers, for search engines, if it consists of questions.
    pub questions: Vec<Question>,
    /// Prose and figures in order.
    pub pieces: Vec<Piece<F>>,
}

/// The whole article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article<F> {
    /// The page's title.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// The standfirst, as HTML.
    pub standfirst: String,
    /// Sections in order.
    pub sections: Vec<Section<F>>,
    /// Sources and trust, with the list of all sources, as HTML.
    pub closing: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PageFront {
    title: String,
    description: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionFront {
    id: String,
    title: String,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    questions: bool,
}

/// Between standfirst and closing block in `page.md`.
const CUT: &str = "\n---8<---\n";

impl<F: Copy + PartialEq> Article<F> {
    /// Reads the article in folder `dir`, which places `figures` by their names, has its numbers from `amounts`, names
    /// the `claims` and has its terms marked by `glossary`.
    ///
    /// # Errors
    /// The first file that cannot be used, or the claims that no file names.
    pub fn load(
        dir: &Path,
        words: PageStrings,
        amounts: Amounts,
        claims: &Claims,
        figures: &[(&str, F)],
        glossary: &Glossary,
    ) -> Result<Self, ContentError> {
        let file = dir.join("page.md");
        let (front, body): (PageFront, String) = front_matter::split(&file, &read(&file)?)?;
        let (standfirst, closing) =
            body.split_once(CUT).ok_or_else(|| ContentError::new(&file, "the line `---8<---` is missing"))?;
        let mut reader = Reader::new(dir, words, amounts, claims)?;
        let standfirst = reader.html(&file, standfirst)?;
        let sections = section_files(dir)?
            .iter()
            .map(|file| Section::load(file, &mut reader, figures))
            .collect::<Result<Vec<_>, _>>()?;
        let closing = reader.html(&file, closing)? + &reader.sources().unwrap_or_default();
        reader.check_all_used().map_err(|problem| ContentError::new(dir, problem))?;
        let lengths: Vec<_> = sections.iter().map(Section::words).collect();
        let standfirst =
            reading_time::fill(&standfirst, &lengths).map_err(|problem| ContentError::new(&file, problem))?;
        let mut article = Self { title: front.title, description: front.description, standfirst, sections, closing };
        article.check(figures).map_err(|problem| ContentError::new(dir, problem))?;
        article.mark_terms(glossary)?;
        Ok(article)
    }

    /// The sections with these marks; the closing block is a list of sources.
    fn mark_terms(&mut self, glossary: &Glossary) -> Result<(), ContentError> {
        let mut marker = Marker::new(glossary, "./");
        self.standfirst = marker.mark(&self.standfirst);
        let pieces = self.sections.iter_mut().flat_map(|section| &mut section.pieces);
        pieces.for_each(|piece| piece.mark_terms(&mut marker));
        glossary.check_uses(&marker, &self.anchors())
    }

    /// Every anchor of a heading.
    fn anchors(&self) -> Vec<&str> {
        let inside = self.sections.iter().flat_map(|section| &section.pieces).flat_map(Piece::anchors);
        self.sections.iter().map(|section| section.id.as_str()).chain(inside).collect()
    }

    fn check(&self, figures: &[(&str, F)]) -> Result<(), String> {
        let pieces = || self.sections.iter().flat_map(|section| &section.pieces);
        for &(name, figure) in figures {
            let places = pieces().filter(|piece| **piece == Piece::Figure(figure)).count();
            if places != 1 {
                return Err(format!("the figure `{name}` is placed {places} times instead of once"));
            }
        }
        if pieces().any(|piece| *piece == Piece::Glossary) {
            return Err("the list of terms has a page of its own".to_owned());
        }
        let mut ids = self.anchors();
        ids.sort_unstable();
        match ids.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(format!("two headings share the anchor `{}`", pair[0])),
            None => Ok(()),
        }
    }
}

/// Markdown files whose names begin with a digit, in order.
fn section_files(dir: &Path) -> Result<Vec<PathBuf>, ContentError> {
    let entries = std::fs::read_dir(dir).map_err(|error| ContentError::new(dir, error))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| {
            path.file_name()
                .and_then(|name| name.to_str())
                .is_some_and(|name| name.starts_with(|c: char| c.is_ascii_digit()))
        })
        .collect();
    files.sort();
    Ok(files)
}

impl<F: Copy> Section<F> {
    fn load(file: &Path, reader: &mut Reader, figures: &[(&str, F)]) -> Result<Self, ContentError> {
        let text = read(file)?;
        let (front, body): (SectionFront, String) = front_matter::split(file, &text)?;
        let problem = |problem| ContentError::new(file, problem);
        let above = text.lines().count() - body.lines().count();
        let body = reader.markdown(&body).map_err(problem)?;
        let questions = if front.questions { markdown::questions(&body) } else { Vec::new() };
        let pieces = reader.pieces(&body, above, &front.title, figures).map_err(problem)?;
        Ok(Self { id: front.id, title: front.title, alone: front.alone, questions, pieces })
    }
}

impl<F> Section<F> {
    /// How many words there are to read.
    fn words(&self) -> usize {
        self.pieces.iter().map(|piece| if let Piece::Html(html) = piece { reading_time::words(html) } else { 0 }).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::{Article, Claims, Piece};
    use crate::content::claims::Notes;
    use crate::content::pieces::pieces;
    use crate::content::words::test_strings;

    const FIGURES: [(&str, u8); 2] = [("lab", 1), ("bucket", 2)];

    fn article(body: &str) -> Result<Vec<Piece<u8>>, String> {
        let claims = Claims { names: Vec::new(), sources: Vec::new(), claims: Vec::new() };
        let strings = test_strings();
        let mut notes = Notes::new(&claims, strings.page(), strings.number());
        let pieces = pieces(body, 4, "Title", strings.page(), &mut notes, &FIGURES)?;
        let section = super::Section {
            id: "a".to_owned(),
            title: "A".to_owned(),
            alone: false,
            questions: Vec::new(),
            pieces: pieces.clone(),
        };
        let article = Article {
            title: String::new(),
            description: String::new(),
            standfirst: String::new(),
            sections: vec![section],
            closing: String::new(),
        };
        article.check(&FIGURES).map(|()| pieces)
    }

    #[test]
    fn figures_stand_where_their_names_stand() {
        let pieces = article("One\n\n::figure{lab}\n\nTwo\n\n::figure{bucket}\n").expect("an article");
        let figures = pieces.iter().filter(|piece| matches!(piece, Piece::Figure(_))).collect::<Vec<_>>();
        assert_eq!(figures, [&Piece::Figure(1), &Piece::Figure(2)]);
        assert!(matches!(&pieces[0], Piece::Html(html) if html.contains("One")));
    }

    #[test]
    fn a_question_stands_in_its_prose_and_is_reported_by_the_line_of_the_file() {
        let body = "Before.\n:::check\nWhy?\n- [x] So.\n  Yes.\n- [ ] No.\n  No.\n:::\nAfter.\n\n::figure{lab}\n::figure{bucket}\n";
        let pieces = article(body).expect("an article");
        let Piece::Html(html) = &pieces[0] else { panic!("prose comes first") };
        assert!(html.starts_with("<p>Before.</p>\n<figure class=\"check\">"), "{html}");
        assert!(html.trim_end().ends_with("</figure>\n<p>After.</p>"), "{html}");
        let error = article(&body.replace("  Yes.\n", "")).expect_err("no reply");
        assert!(error.starts_with("line 8: "), "{error}");
    }

    #[test]
    fn a_figure_that_is_unknown_forgotten_or_placed_twice_does_not_build() {
        let problem = |body| article(body).expect_err("refused");
        assert!(problem("::figure{lab}\n::figure{nothing}").contains("no figure `nothing`"));
        assert!(problem("::figure{lab}").contains("`bucket` is placed 0 times"));
        assert!(problem("::figure{lab}\n::figure{bucket}\n::figure{lab}").contains("`lab` is placed 2 times"));
    }
}
