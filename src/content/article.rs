//! An article in one language: sections in the order of their file names, cut at their figures.
//!
//! A figure stands on a line of its own: `::figure{token-lab}`. Invariants: every figure is placed
//! exactly once, and no two headings share an anchor.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::error::{ContentError, read};
use super::{front_matter, markdown};
use crate::names::named_enum;
use crate::words::PageStrings;

named_enum! {
    /// A figure that the article can place.
    pub enum Figure {
        /// The token lab.
        TokenLab = "token-lab",
        /// The journey.
        Journey = "journey",
        /// Request and answer as HTTP.
        Exchange = "exchange",
        /// The matrix of answers.
        Answers = "answers",
        /// Three receipts for one request.
        Receipts = "receipts",
        /// A rate limit to empty.
        Bucket = "bucket",
        /// The key workshop.
        Workshop = "workshop",
    }
}

impl Figure {
    /// Whether it has a place of its own beside the text where there is room.
    pub const fn is_on_stage(self) -> bool {
        matches!(self, Self::TokenLab | Self::Journey)
    }
}

/// Part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Prose as HTML.
    Html(String),
    /// A figure's place.
    Figure(Figure),
}

/// One section with its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading's anchor.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Prose and figures in order.
    pub pieces: Vec<Piece>,
}

/// The whole article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The page's title.
    pub title: String,
    /// For search engines.
    pub description: String,
    /// The standfirst, as HTML.
    pub standfirst: String,
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Sources and trust, as HTML.
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
}

/// Between standfirst and closing block in `page.md`.
const CUT: &str = "\n---8<---\n";

impl Article {
    /// Reads the article in folder `dir`.
    ///
    /// # Errors
    /// The first file that cannot be used.
    pub fn load(dir: &Path, words: &PageStrings) -> Result<Self, ContentError> {
        let file = dir.join("page.md");
        let (front, body): (PageFront, String) = front_matter::split(&file, &read(&file)?)?;
        let (standfirst, closing) =
            body.split_once(CUT).ok_or_else(|| ContentError::new(&file, "the line `---8<---` is missing"))?;
        let html = |text: &str| markdown::render(text, words.sources, words).map_err(|e| ContentError::new(&file, e));
        let (standfirst, closing) = (html(standfirst)?, html(closing)?);
        let sections =
            section_files(dir)?.iter().map(|file| Section::load(file, words)).collect::<Result<Vec<_>, _>>()?;
        let article = Self { title: front.title, description: front.description, standfirst, sections, closing };
        article.check().map_err(|problem| ContentError::new(dir, problem))?;
        Ok(article)
    }

    fn check(&self) -> Result<(), String> {
        let pieces = || self.sections.iter().flat_map(|section| &section.pieces);
        for &figure in Figure::ALL {
            let places = pieces().filter(|piece| **piece == Piece::Figure(figure)).count();
            if places != 1 {
                return Err(format!("the figure `{}` is placed {places} times instead of once", figure.name()));
            }
        }
        let mut ids: Vec<&str> = self.sections.iter().map(|section| section.id.as_str()).collect();
        ids.extend(pieces().flat_map(|piece| if let Piece::Html(html) = piece { anchors(html) } else { Vec::new() }));
        ids.sort_unstable();
        match ids.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(format!("two headings share the anchor `{}`", pair[0])),
            None => Ok(()),
        }
    }
}

fn anchors(html: &str) -> Vec<&str> {
    html.split("<h3 id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
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

impl Section {
    fn load(file: &Path, words: &PageStrings) -> Result<Self, ContentError> {
        let (front, body): (SectionFront, String) = front_matter::split(file, &read(file)?)?;
        let pieces = pieces(&body, &front.title, words).map_err(|problem| ContentError::new(file, problem))?;
        Ok(Self { id: front.id, title: front.title, pieces })
    }
}

fn pieces(body: &str, title: &str, words: &PageStrings) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut prose = String::new();
    for line in body.lines() {
        let Some(name) = line.strip_prefix("::figure{").and_then(|rest| rest.strip_suffix('}')) else {
            prose.push_str(line);
            prose.push('\n');
            continue;
        };
        let figure = Figure::from_name(name).ok_or_else(|| format!("there is no figure `{name}`"))?;
        pieces.push(Piece::Html(markdown::render(&std::mem::take(&mut prose), title, words)?));
        pieces.push(Piece::Figure(figure));
    }
    pieces.push(Piece::Html(markdown::render(&prose, title, words)?));
    Ok(pieces)
}
