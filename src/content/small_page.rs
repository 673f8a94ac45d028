//! Small pages: short texts that stand alone, found by search engines and linked from the lesson.
//!
//! Each is a file `pages/<slug>.md` of its language; its slug is its address. It may place any figure, also one that the
//! article has, and no figure twice. Invariant: a page of all terms is the one called [`GLOSSARY_PAGE`], and nothing
//! else.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::amounts::Amounts;
use super::article::Section;
use super::claims::Claims;
use super::error::{ContentError, read};
use super::front_matter;
use super::glossary::{GLOSSARY_PAGE, Glossary, Marker};
use super::markdown::slug;
use super::pieces::Piece;
use super::reader::Reader;
use crate::words::PageStrings;

/// The folder of a language that holds them.
const FOLDER: &str = "pages";

/// A small page.
#[derive(Clone, Debug)]
pub struct SmallPage<F> {
    /// Its folder below that of its language.
    pub slug: String,
    /// Its title and heading.
    pub title: String,
    /// What lists of pages call it.
    pub menu: String,
    /// For search engines.
    pub description: String,
    /// What search engines are to take it for.
    pub kind: PageKind,
    /// The section of the article that treats the same thing: its anchor and heading.
    pub lesson: Option<(String, String)>,
    /// Prose and figures in order.
    pub pieces: Vec<Piece<F>>,
    /// The list of its sources as HTML, if it has claims.
    pub sources: Option<String>,
    order: u8,
}

/// What a page is to search engines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PageKind {
    /// A text about a subject.
    #[default]
    Text,
    /// A text about this site.
    About,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    title: String,
    menu: String,
    description: String,
    /// Its place in lists of pages.
    order: u8,
    #[serde(default)]
    kind: PageKind,
    lesson: Option<String>,
}

impl<F: Copy + PartialEq> SmallPage<F> {
    /// Reads the small pages of the language in folder `dir`, in the order of their lists. `sections` are those of the
    /// article.
    ///
    /// # Errors
    /// The first file that cannot be used, or a missing page of all terms.
    pub fn load_all(
        dir: &Path,
        words: PageStrings,
        amounts: Amounts,
        claims: &Claims,
        figures: &[(&str, F)],
        glossary: &Glossary,
        sections: &[Section<F>],
    ) -> Result<Vec<Self>, ContentError> {
        let mut pages = Vec::new();
        for (slug, file) in files(dir)? {
            let problem = |problem| ContentError::new(&file, problem);
            let text = read(&file)?;
            let (front, body): (Front, String) = front_matter::split(&file, &text)?;
            let above = text.lines().count() - body.lines().count();
            let mut reader = Reader::new(dir, words, amounts, claims)?;
            let body = reader.markdown(&body).map_err(problem)?;
            let pieces = reader.pieces(&body, above, &front.title, figures).map_err(problem)?;
            let lesson = front.lesson.as_deref().map(|id| section(sections, id)).transpose().map_err(problem)?;
            let Front { title, menu, description, order, kind, .. } = front;
            let sources = reader.sources();
            let mut page = Self { slug, title, menu, description, kind, lesson, pieces, sources, order };
            page.check().map_err(problem)?;
            let mut marker = Marker::new(glossary, "../");
            page.pieces.iter_mut().for_each(|piece| piece.mark_terms(&mut marker));
            pages.push(page);
        }
        pages.sort_by_key(|page| page.order);
        if !pages.iter().any(|page| page.slug == GLOSSARY_PAGE) {
            return Err(ContentError::new(&dir.join(FOLDER), format!("the page `{GLOSSARY_PAGE}` is missing")));
        }
        Ok(pages)
    }

    fn check(&self) -> Result<(), String> {
        if self.slug != slug(&self.slug) || !self.slug.is_ascii() {
            return Err("an address is in lower case, without accents, its words joined by hyphens".to_owned());
        }
        let places = |wanted: &Piece<F>| self.pieces.iter().filter(|piece| *piece == wanted).count();
        let is_twice = |piece: &&Piece<F>| matches!(piece, Piece::Figure(_)) && places(piece) > 1;
        if self.pieces.iter().any(|piece| is_twice(&piece)) {
            return Err("a figure is placed twice".to_owned());
        }
        if places(&Piece::Glossary) != usize::from(self.slug == GLOSSARY_PAGE) {
            return Err(format!("the list of terms belongs on the page `{GLOSSARY_PAGE}`, once"));
        }
        Ok(())
    }
}

/// The addresses of the small pages of the language in folder `dir`.
pub(super) fn slugs(dir: &Path) -> Result<Vec<String>, ContentError> {
    Ok(files(dir)?.into_iter().map(|(slug, _)| slug).collect())
}

/// The files by their slugs; none where there is no folder.
fn files(dir: &Path) -> Result<Vec<(String, PathBuf)>, ContentError> {
    let folder = dir.join(FOLDER);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(&folder).map_err(|error| ContentError::new(&folder, error))?;
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let slug = |path: PathBuf| Some((path.file_name()?.to_str()?.strip_suffix(".md")?.to_owned(), path));
    let mut files: Vec<_> = paths.filter_map(slug).collect();
    files.sort();
    Ok(files)
}

fn section<F>(sections: &[Section<F>], id: &str) -> Result<(String, String), String> {
    let section = sections.iter().find(|section| section.id == id);
    let section = section.ok_or_else(|| format!("the article has no section `{id}`"))?;
    Ok((section.id.clone(), section.title.clone()))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{Claims, PageKind, SmallPage};
    use crate::content::words::test_strings;
    use crate::content::{Amounts, Glossary, day};
    use crate::journey::Facts;

    const GLOSSARY: (&str, &str) = ("glossary", "::glossary");

    /// Loads pages with these slugs and texts, on which the figure `lab` may stand.
    fn load(pages: &[(&str, &str)], front: &str) -> Result<Vec<SmallPage<u8>>, String> {
        let dir = tempfile::tempdir().expect("a folder");
        fs::create_dir(dir.path().join("pages")).expect("a folder");
        fs::write(dir.path().join("glossary.toml"), "term = []").expect("written");
        fs::write(dir.path().join("figures.toml"), "words = []").expect("written");
        for (index, (slug, body)) in pages.iter().enumerate() {
            let order = pages.len() - index;
            let text = format!(
                "+++\ntitle = \"T\"\nmenu = \"M\"\ndescription = \"D\"\norder = {order}\n{front}\n+++\n{body}\n"
            );
            fs::write(dir.path().join(format!("pages/{slug}.md")), text).expect("written");
        }
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let (facts, _) = Facts::load(&content.join("data"), day::parse("2026-11-27").expect("a day")).expect("facts");
        let words = test_strings();
        let amounts =
            Amounts { facts: &facts, terms: &[], number: words.number(), texts: dir.path(), count: &|_, _| Ok(0) };
        let glossary = Glossary::load(dir.path()).expect("no terms");
        let claims = Claims { names: Vec::new(), sources: Vec::new(), claims: Vec::new() };
        SmallPage::load_all(dir.path(), words.page(), amounts, &claims, &[("lab", 1)], &glossary, &[])
            .map_err(|error| error.to_string())
    }

    #[test]
    fn pages_come_in_their_order_with_or_without_figures() {
        let pages =
            load(&[GLOSSARY, ("ai-token", "One\n\n::figure{lab}\n\nTwo"), ("about", "One")], "").expect("pages");
        let slugs: Vec<_> = pages.iter().map(|page| page.slug.as_str()).collect();
        assert_eq!(slugs, ["about", "ai-token", "glossary"]);
        assert_eq!(pages[0].kind, PageKind::Text);
    }

    #[test]
    fn what_is_placed_or_named_wrongly_does_not_build() {
        let problem = |pages: &[(&str, &str)], front| load(pages, front).expect_err("refused");
        assert!(problem(&[GLOSSARY, ("a", "::figure{lab}\n\n::figure{lab}")], "").contains("placed twice"));
        assert!(problem(&[GLOSSARY, ("a", "::glossary")], "").contains("list of terms"));
        assert!(problem(&[("glossary", "none")], "").contains("list of terms"));
        assert!(problem(&[("a", "A")], "").contains("`glossary` is missing"));
        assert!(problem(&[GLOSSARY, ("Two Words", "A")], "").contains("lower case"));
        assert!(problem(&[GLOSSARY], "lesson = \"nowhere\"").contains("no section `nowhere`"));
    }
}
