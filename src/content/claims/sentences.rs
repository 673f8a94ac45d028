//! The sentences of a Markdown text, as the rule on claims reads them.
//!
//! A row of a table, a quotation with its attribution, and a line of a code block are each taken as one;
//! headings and figures are left out. Elsewhere a sentence ends at a full stop, question or exclamation mark,
//! with the marks that follow it, before white space and anything but a small letter.
//!
//! Invariant: every word of the text is in exactly one sentence, or in a heading.

/// What may stand between the end of a sentence and the white space after it, besides marks in braces.
const CLOSING: [char; 9] = ['"', '”', '’', '\'', ')', ']', '*', '_', '`'];

/// All sentences, with their marks.
pub(super) fn sentences(markdown: &str) -> Vec<String> {
    let mut reader = Reader::default();
    for line in markdown.lines() {
        reader.line(line.trim());
    }
    reader.end_block();
    reader.found
}

#[derive(Default)]
struct Reader {
    found: Vec<String>,
    /// The paragraph or item so far.
    paragraph: String,
    /// The quotation so far.
    quotation: String,
    in_code: bool,
}

impl Reader {
    fn line(&mut self, line: &str) {
        if line.starts_with("```") {
            self.end_block();
            self.in_code = !self.in_code;
        } else if self.in_code {
            self.whole(line);
        } else if let Some(words) = line.strip_prefix('>') {
            self.end_paragraph();
            push_line(&mut self.quotation, words.trim());
        } else if line.starts_with('|') {
            self.end_block();
            if line.contains(|c: char| !matches!(c, '|' | '-' | ':' | ' ')) {
                self.whole(line);
            }
        } else if line.is_empty() || line.starts_with('#') || line.starts_with("::") {
            self.end_block();
        } else if let Some(words) = after_list_marker(line) {
            self.end_block();
            push_line(&mut self.paragraph, words);
        } else {
            self.end_quotation();
            push_line(&mut self.paragraph, line);
        }
    }

    fn whole(&mut self, text: &str) {
        if !text.is_empty() {
            self.found.push(text.to_owned());
        }
    }

    fn end_block(&mut self) {
        self.end_paragraph();
        self.end_quotation();
    }

    fn end_quotation(&mut self) {
        let quotation = std::mem::take(&mut self.quotation);
        self.whole(&quotation);
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        self.found.extend(split(&paragraph).map(str::to_owned));
    }
}

fn push_line(block: &mut String, line: &str) {
    if !block.is_empty() {
        block.push(' ');
    }
    block.push_str(line);
}

fn after_list_marker(line: &str) -> Option<&str> {
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (after_number.len() < line.len()).then(|| after_number.strip_prefix(". ")).flatten();
    line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")).or(numbered).map(str::trim_start)
}

/// The sentences of one paragraph.
fn split(paragraph: &str) -> impl Iterator<Item = &str> {
    let mut rest = paragraph;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (sentence, after) = rest.split_at(end_of_sentence(rest));
        rest = after.trim_start();
        Some(sentence)
    })
}

fn end_of_sentence(text: &str) -> usize {
    for (at, _) in text.match_indices(['.', '!', '?']) {
        let end = at + 1 + closing(&text[at + 1..]);
        let after = text[end..].trim_start();
        let is_apart = after.is_empty() || after.len() < text.len() - end;
        if is_apart && !after.starts_with(char::is_lowercase) {
            return end;
        }
    }
    text.len()
}

/// How long the signs and marks are that belong to the sentence before them.
fn closing(text: &str) -> usize {
    let mut rest = text;
    loop {
        let mark = rest.strip_prefix('{').and_then(|mark| mark.split_once('}'));
        rest = match (mark, rest.strip_prefix(CLOSING)) {
            (Some((_, after)), _) | (None, Some(after)) => after,
            (None, None) => return text.len() - rest.len(),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_end_where_a_reader_would_end_them() {
        let text = "One. Two (3)!{claim:a} Is “it. so” 0.75?\nYes.{example}\n\n- **Four.** Five\n  six.\n1. Seven";
        let found =
            ["One.", "Two (3)!{claim:a}", "Is “it. so” 0.75?", "Yes.{example}", "**Four.**", "Five six.", "Seven"];
        assert_eq!(sentences(text), found);
    }

    #[test]
    fn rows_quotations_and_lines_of_code_are_one_each_and_headings_none() {
        let text = "### 3. Heading\n\n| A. B | c |\n|---|:-:|\n| d. E | f |\n\n> Said. So.\n>\n> — Acme, 2\n\n::figure{x}\n```practice\na. B | c\n```\nEnd.";
        assert_eq!(sentences(text), ["| A. B | c |", "| d. E | f |", "Said. So.  — Acme, 2", "a. B | c", "End."]);
    }
}
