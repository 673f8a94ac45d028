//! Markdown → HTML by pulldown-cmark.
//!
//! 1. Parse, with tables and typographic quotation marks.
//! 2. Walk the events: headings get anchors, tables a scrolling frame and row headers and in each cell
//!    its column's name, marks their colors.
//! 3. Put the marks of claims in; where sentences in a row rest on the same, only the last shows its mark.
//! 4. Write HTML.
//!
//! For search engines, [`questions`] reads the same text as questions and answers.
//!
//! Invariant: content is ours, so raw HTML in it is allowed; nothing a reader types comes here.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream, html};

use super::claims::{MARK, Notes};
use super::marks::{Mark, Span, spans};
use crate::journey::Stage;
use crate::markup::escape;
use crate::words::{PageStrings, fill};

/// Renders a section's Markdown, with its claims in `notes`. To those who cannot see a table, the heading above it
/// names it, or else `caption`.
///
/// # Errors
/// What is wrong with the Markdown.
pub(super) fn render(markdown: &str, caption: &str, words: PageStrings, notes: &mut Notes) -> Result<String, String> {
    let mut walk = Walk::new(caption, words);
    let mut events = events_of(markdown).into_iter().peekable();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let inside: Vec<_> =
                    events.by_ref().take_while(|e| !matches!(e, Event::End(TagEnd::Heading(_)))).collect();
                walk.heading(level, inside)?;
            }
            Event::Start(Tag::TableCell) if walk.cell.is_none() => {
                let inside: Vec<_> =
                    events.by_ref().take_while(|e| !matches!(e, Event::End(TagEnd::TableCell))).collect();
                walk.column(inside);
            }
            other => walk.event(other),
        }
    }
    walk.cite(notes)?;
    let mut html = String::new();
    html::push_html(&mut html, walk.out.into_iter());
    // An empty corner of a table heads nothing; the provider's name stands under its words.
    Ok(html.replace("<th></th>", "<td></td>").replace("<p>— ", "<p class=\"attribution\">— "))
}

/// The Markdown of one paragraph, without the paragraph around it.
pub(super) fn inline(markdown: &str, words: PageStrings) -> String {
    let mut walk = Walk::new("", words);
    let is_frame = |event: &Event| matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph));
    events_of(markdown).into_iter().filter(|event| !is_frame(event)).for_each(|event| walk.event(event));
    let mut html = String::new();
    html::push_html(&mut html, walk.out.into_iter());
    html
}

fn events_of(markdown: &str) -> Vec<Event<'_>> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_SMART_PUNCTUATION;
    TextMergeStream::new(Parser::new_ext(markdown, options)).collect()
}

/// A question and its answer, as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The heading.
    pub question: String,
    /// The paragraph below it.
    pub answer: String,
}

/// The questions of a section in which every heading is one and has one paragraph below it.
pub(super) fn questions(markdown: &str) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    let mut inside = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::End(TagEnd::Heading(_)) => {
                questions.push(Question { question: plain(&words_of(&inside)), answer: String::new() });
                inside.clear();
            }
            Event::End(TagEnd::Paragraph) => {
                if let Some(last) = questions.last_mut() {
                    last.answer = plain(&words_of(&inside));
                }
                inside.clear();
            }
            Event::SoftBreak => inside.push(Event::Text(" ".into())),
            event => inside.push(event),
        }
    }
    questions
}

/// A mark within a text.
#[derive(Clone, Copy)]
enum Inline {
    Color(Mark),
    Claim,
}

impl Inline {
    fn from_name(name: &str) -> Option<Self> {
        if name == MARK { Some(Self::Claim) } else { Mark::from_name(name).map(Self::Color) }
    }
}

/// Text without its marks.
fn plain(text: &str) -> String {
    let words = |span| match span {
        Span::Plain(words) | Span::Marked(Inline::Color(_), words) => words,
        Span::Marked(Inline::Claim, _) => "",
    };
    spans(text, Inline::from_name).into_iter().map(words).collect()
}

/// An anchor for a heading: its words in lower case, joined by hyphens.
pub(super) fn slug(text: &str) -> String {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.join("-")
}

/// The words of some inline events, without their form.
fn words_of(inside: &[Event]) -> String {
    let words = inside.iter().filter_map(|e| if let Event::Text(t) | Event::Code(t) = e { Some(&**t) } else { None });
    words.collect()
}

struct Walk<'a> {
    /// Names the next table.
    caption: String,
    words: PageStrings,
    out: Vec<Event<'a>>,
    /// The names of the present table's columns.
    columns: Vec<String>,
    /// The column of the next body cell, inside a table's body.
    cell: Option<usize>,
    in_code: bool,
    /// The number of the present paragraph, item or table.
    block: usize,
    citations: Vec<Citation>,
}

/// A claim named in the text.
struct Citation {
    /// Its place among the events, which is empty until all are known.
    place: usize,
    block: usize,
    claim: String,
}

impl<'a> Walk<'a> {
    fn new(caption: &str, words: PageStrings) -> Self {
        Self {
            caption: caption.to_owned(),
            words,
            out: Vec::new(),
            columns: Vec::new(),
            cell: None,
            in_code: false,
            block: 0,
            citations: Vec::new(),
        }
    }

    fn html(&mut self, html: impl Into<CowStr<'a>>) {
        self.out.push(Event::InlineHtml(html.into()));
    }

    /// A cell of a table's head.
    fn column(&mut self, inside: Vec<Event<'a>>) {
        self.columns.push(plain(&words_of(&inside)));
        self.out.push(Event::Start(Tag::TableCell));
        for event in inside {
            self.event(event);
        }
        self.out.push(Event::End(TagEnd::TableCell));
    }

    fn heading(&mut self, level: HeadingLevel, inside: Vec<Event<'a>>) -> Result<(), String> {
        let words = words_of(&inside);
        // `{stage:send}` at the end of a heading ties it to that stage of the journey.
        let (title, stage) = words.split_once(" {stage:").unwrap_or((&words, ""));
        let id = slug(title);
        title.clone_into(&mut self.caption);
        let stage = match stage.strip_suffix('}') {
            Some(name) if Stage::from_name(name).is_none() => return Err(format!("there is no stage `{name}`")),
            Some(name) => format!(" data-stage=\"{name}\""),
            None => String::new(),
        };
        self.html(format!("<{level} id=\"{id}\"{stage}><a class=\"anchor\" href=\"#{id}\">"));
        for event in inside {
            self.event(match event {
                Event::Text(text) if text.contains(" {stage:") => {
                    Event::Text(text.split(" {stage:").next().unwrap_or_default().to_owned().into())
                }
                other => other,
            });
        }
        self.html(format!("</a></{level}>\n"));
        Ok(())
    }

    fn event(&mut self, event: Event<'a>) {
        match event {
            Event::Start(Tag::Paragraph | Tag::Item) => {
                self.block += 1;
                self.out.push(event);
            }
            Event::Start(Tag::Table(_)) => {
                self.block += 1;
                self.columns.clear();
                let label = escape(&fill(self.words.table(), &[("caption", &self.caption)]));
                self.html(format!("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">"));
                self.out.push(event);
            }
            Event::End(TagEnd::Table) => {
                self.out.push(event);
                self.html("</div>\n");
            }
            Event::Start(Tag::TableRow) => {
                self.cell = Some(0);
                self.out.push(event);
            }
            Event::End(TagEnd::TableRow) => {
                self.cell = None;
                self.out.push(event);
            }
            Event::Start(Tag::TableCell) if self.cell == Some(0) => self.html("<th scope=\"row\">"),
            Event::Start(Tag::TableCell) => {
                let name = self.cell.and_then(|column| self.columns.get(column)).map_or("", String::as_str);
                self.html(format!("<td data-column=\"{}\">", escape(name)));
            }
            Event::End(TagEnd::TableCell) => {
                self.html(if self.cell == Some(0) { "</th>" } else { "</td>" });
                self.cell = self.cell.map(|column| column + 1);
            }
            Event::Start(Tag::CodeBlock(_)) | Event::End(TagEnd::CodeBlock) => {
                self.in_code = !self.in_code;
                self.out.push(event);
            }
            Event::Text(ref text) if !self.in_code && text.contains('{') => self.marked(&text.clone()),
            other => self.out.push(other),
        }
    }

    fn marked(&mut self, text: &str) {
        for span in spans(text, Inline::from_name) {
            match span {
                Span::Plain(text) => self.out.push(Event::Text(text.to_owned().into())),
                Span::Marked(Inline::Claim, id) => {
                    self.citations.push(Citation { place: self.out.len(), block: self.block, claim: id.to_owned() });
                    self.html("");
                }
                Span::Marked(Inline::Color(mark), words) => {
                    let name = mark.name();
                    self.html(format!(
                        "<span class=\"term term--{name}\" data-mark=\"{name}\">{}</span>",
                        escape(words)
                    ));
                }
            }
        }
    }

    /// Puts the marks of claims into their places.
    fn cite(&mut self, notes: &mut Notes) -> Result<(), String> {
        let citations = std::mem::take(&mut self.citations).into_iter();
        let numbered = citations.map(|citation| Ok((notes.of(&citation.claim)?, citation)));
        let mut numbered = numbered.collect::<Result<Vec<_>, String>>()?.into_iter().peekable();
        while let Some((numbers, Citation { place, block, .. })) = numbered.next() {
            let goes_on = numbered.peek().is_some_and(|(next, after)| after.block == block && *next == numbers);
            if !goes_on && let Some(event) = self.out.get_mut(place) {
                *event = Event::InlineHtml(notes.mark(&numbers).into());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Notes, questions, render, slug};
    use crate::content::claims::Claims;
    use crate::content::words::test_strings;

    fn rendered(markdown: &str) -> Result<String, String> {
        let source = r#"names = [], source = [{ address = "https://example.org/a", name = "A" }]"#;
        let claim = |id| {
            format!(
                r#"{{ id = "{id}", claim = "A.", evidence = "documented", read = [{{ source = "https://example.org/a", checked = "2026-11-22" }}] }}"#
            )
        };
        let text = format!("{}\nclaim = [{}, {}]", source.replace(", source", "\nsource"), claim("a"), claim("b"));
        let claims: Claims = toml::from_str(&text).expect("claims");
        let strings = test_strings();
        render(markdown, "Caption", strings.page(), &mut Notes::new(&claims, strings.page(), strings.number()))
    }

    fn html(markdown: &str) -> String {
        rendered(markdown).expect("renders")
    }

    #[test]
    fn headings_carry_their_own_address() {
        assert_eq!(
            html("### Two `keys`"),
            "<h3 id=\"two-keys\"><a class=\"anchor\" href=\"#two-keys\">Two <code>keys</code></a></h3>\n"
        );
        assert_eq!(slug("Even inside one header?"), "even-inside-one-header");
    }

    #[test]
    fn questions_are_headings_and_their_answers_the_paragraphs_below() {
        let found = questions("### Is it?\n\nNo, a {key:key}\nis [not](#x).{claim:a}\n\n### And `this`?\n\nYes.\n");
        let found: Vec<_> = found.iter().map(|found| (found.question.as_str(), found.answer.as_str())).collect();
        assert_eq!(found, [("Is it?", "No, a key is not."), ("And this?", "Yes.")]);
    }

    #[test]
    fn a_heading_can_name_the_stage_it_is_about() {
        assert_eq!(
            html("### It is sent {stage:send}"),
            "<h3 id=\"it-is-sent\" data-stage=\"send\"><a class=\"anchor\" href=\"#it-is-sent\">It is sent</a></h3>\n"
        );
    }

    #[test]
    fn a_heading_about_a_stage_that_does_not_exist_does_not_build() {
        let error = rendered("### It is sent {stage:sending}").expect_err("no such stage");
        assert!(error.contains("no stage `sending`"), "{error}");
    }

    #[test]
    fn the_first_column_of_a_table_heads_its_rows() {
        let table = html("| | A |\n|---|---|\n| b | c |\n");
        assert!(table.contains("<th scope=\"row\">b</th><td data-column=\"A\">c</td>"), "{table}");
        assert!(table.contains("<td></td><th>A</th>"), "{table}");
    }

    #[test]
    fn marks_are_colored_but_not_in_code() {
        assert!(html("An {key:API key}.").contains("<span class=\"term term--key\" data-mark=\"key\">API key</span>"));
        assert!(html("`{key:x}`").contains("{key:x}"));
    }

    #[test]
    fn a_claim_shows_its_mark_once_where_sentences_in_a_row_rest_on_the_same() {
        let text = html("One.{claim:a}\nTwo.{claim:b}\n\nThree.{claim:a}\n\n| A{claim:a} |\n|---|\n| 4 |\n");
        assert_eq!(text.matches("<sup").count(), 3, "{text}");
        assert!(text.starts_with("<p>One.\nTwo.<sup class=\"cite\"><a id=\"cite-1\""), "{text}");
        assert!(text.contains("data-column=\"A\"") || text.contains(">4</th>"), "{text}");
        assert!(rendered("One.{claim:c}").is_err());
    }
}
