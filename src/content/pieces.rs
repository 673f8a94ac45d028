//! Prose cut at what stands on lines of its own between the paragraphs.
//!
//! | line | what it is |
//! |---|---|
//! | `::figure{token-lab}` | a figure's place |
//! | `::print` | after a table: a button that prints it by itself |
//! | `::glossary` | the list of all terms |
//! | `:::check` to `:::` | a question to check oneself: see [`check`] |
//!
//! Invariant: a line that begins with `::` is one of these, or the file does not build.

use super::check;
use super::claims::Notes;
use super::glossary::Marker;
use super::markdown;
use crate::words::PageStrings;

/// Part of a section or of a small page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<F> {
    /// Prose as HTML.
    Html(String),
    /// A figure's place.
    Figure(F),
    /// The place of a button that prints the table before it.
    PrintButton,
    /// The place of the list of all terms.
    Glossary,
}

impl<F> Piece<F> {
    /// Marks the first uses of terms in prose.
    pub(super) fn mark_terms(&mut self, marker: &mut Marker) {
        if let Self::Html(html) = self {
            *html = marker.mark(html);
        }
    }

    /// The anchors of the headings in it.
    pub(super) fn anchors(&self) -> Vec<&str> {
        let Self::Html(html) = self else { return Vec::new() };
        html.split("<h3 id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }
}

/// Cuts Markdown at its lines and renders what is between them; `title` names tables above the first heading, and the
/// file has `above` lines before `body`.
pub(super) fn pieces<F: Copy>(
    body: &str,
    above: usize,
    title: &str,
    words: PageStrings,
    notes: &mut Notes,
    figures: &[(&str, F)],
) -> Result<Vec<Piece<F>>, String> {
    let mut pieces = Vec::new();
    let mut prose = String::new();
    let mut lines = (above + 1..).zip(body.lines());
    while let Some((number, line)) = lines.next() {
        if line == check::OPENING {
            // Markdown leaves a block of HTML as it is.
            prose.push_str(&format!("\n{}\n\n", check::render(number, &mut lines, words)?));
            continue;
        }
        if !line.starts_with("::") {
            prose.push_str(line);
            prose.push('\n');
            continue;
        }
        let html = markdown::render(&std::mem::take(&mut prose), title, words, notes)?;
        let piece = piece(line, figures)?;
        if matches!(piece, Piece::PrintButton) && !html.trim_end().ends_with("</table>\n</div>") {
            return Err("`::print` does not follow a table".to_owned());
        }
        pieces.push(Piece::Html(html));
        pieces.push(piece);
    }
    pieces.push(Piece::Html(markdown::render(&prose, title, words, notes)?));
    Ok(pieces)
}

fn piece<F: Copy>(line: &str, figures: &[(&str, F)]) -> Result<Piece<F>, String> {
    match line {
        "::print" => return Ok(Piece::PrintButton),
        "::glossary" => return Ok(Piece::Glossary),
        _ => {}
    }
    let name = line.strip_prefix("::figure{").and_then(|rest| rest.strip_suffix('}'));
    let name = name.ok_or_else(|| format!("`{line}` is no figure, button or list"))?;
    let figure = figures.iter().find(|(known, _)| *known == name);
    figure.map(|&(_, figure)| Piece::Figure(figure)).ok_or_else(|| format!("there is no figure `{name}`"))
}

#[cfg(test)]
mod tests {
    use super::{Notes, Piece, pieces};
    use crate::content::claims::Claims;
    use crate::content::words::test_strings;

    fn cut(body: &str) -> Result<Vec<Piece<u8>>, String> {
        let claims = Claims { names: Vec::new(), sources: Vec::new(), claims: Vec::new() };
        let strings = test_strings();
        let mut notes = Notes::new(&claims, strings.page(), strings.number());
        pieces(body, 4, "Title", strings.page(), &mut notes, &[("lab", 1)])
    }

    #[test]
    fn what_stands_on_a_line_of_its_own_cuts_the_prose() {
        let table = "| a | b |\n|---|---|\n| c | d |\n";
        let pieces = cut(&format!("One\n\n::figure{{lab}}\n\n{table}\n::print\n\n::glossary\n")).expect("pieces");
        let others: Vec<_> = pieces.iter().filter(|piece| !matches!(piece, Piece::Html(_))).collect();
        assert_eq!(others, [&Piece::Figure(1), &Piece::PrintButton, &Piece::Glossary]);
        assert!(matches!(&pieces[0], Piece::Html(html) if html.contains("One")));
    }

    #[test]
    fn another_line_and_a_button_without_a_table_do_not_build() {
        assert!(cut("::figures{lab}").expect_err("refused").contains("`::figures{lab}`"));
        assert!(cut("::figure{nothing}").expect_err("refused").contains("no figure `nothing`"));
        assert!(cut("One\n\n::print").expect_err("refused").contains("follow a table"));
    }
}
