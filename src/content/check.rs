//! The block *Check yourself*: a question to predict the answer of, and a reply to each choice that says why.
//!
//! ```text
//! :::check
//! What is left of a key after a million requests?
//!
//! - [ ] Nothing, it is used up.
//!   A key is not a balance: using it takes nothing away.
//! - [x] All of it.
//!   It is the same text on the first day and on the last.
//! :::
//! ```
//!
//! 1. [`render`] takes the lines of one block, with their numbers in the file, as far as its end.
//! 2. In the page each choice opens by itself and shows its reply. That is HTML alone: it works without JavaScript,
//!    nothing is stored, and nothing outlives the page.
//!
//! Invariant: exactly one choice is right, and each has a reply; anything else is reported with its line.

use super::markdown;
use crate::words::PageStrings;

/// The line that opens a block.
pub(super) const OPENING: &str = ":::check";

/// The line that closes it.
const CLOSING: &str = ":::";

/// The beginnings of a choice: one that is not right, and the one that is.
const CHOICES: [(&str, bool); 2] = [("- [ ] ", false), ("- [x] ", true)];

/// What a reply is indented by.
const INDENT: &str = "  ";

#[derive(Default)]
struct Check {
    question: String,
    choices: Vec<Choice>,
}

struct Choice {
    /// Its line in the file.
    line: usize,
    is_right: bool,
    words: String,
    reply: String,
}

/// A block as HTML on one line. `lines` are those after the opening, which stands on line `opened`; they are taken
/// up to the closing.
///
/// # Errors
/// What is wrong with the block, and on which line.
pub(super) fn render<'a>(
    opened: usize,
    lines: &mut impl Iterator<Item = (usize, &'a str)>,
    words: PageStrings,
) -> Result<String, String> {
    let mut check = Check::default();
    for (number, line) in lines {
        if line == CLOSING {
            return check.html(opened, words).map_err(|(line, problem)| at(line, problem));
        }
        check.take(number, line).map_err(|problem| at(number, problem))?;
    }
    Err(at(opened, "this question has no end: a line `:::` is missing"))
}

fn at(line: usize, problem: &str) -> String {
    format!("line {line}: {problem}")
}

impl Check {
    fn take(&mut self, number: usize, line: &str) -> Result<(), &'static str> {
        if line.trim().is_empty() {
            return Ok(());
        }
        if let Some((words, is_right)) =
            CHOICES.iter().find_map(|&(beginning, is_right)| Some((line.strip_prefix(beginning)?, is_right)))
        {
            self.choices.push(Choice { line: number, is_right, words: words.to_owned(), reply: String::new() });
            return Ok(());
        }
        match (self.choices.last_mut(), line.strip_prefix(INDENT)) {
            (Some(choice), Some(reply)) => append(&mut choice.reply, reply),
            (None, None) if !line.starts_with('-') => append(&mut self.question, line),
            _ => {
                return Err(
                    "this is neither a choice, which begins with `- [ ] ` or `- [x] `, nor a reply below one, \
                            which is indented by two spaces",
                );
            }
        }
        Ok(())
    }

    fn html(&self, opened: usize, words: PageStrings) -> Result<String, (usize, &'static str)> {
        if self.question.is_empty() {
            return Err((opened, "the question is missing"));
        }
        if self.choices.iter().filter(|choice| choice.is_right).count() != 1 || self.choices.len() < 2 {
            return Err((opened, "a question has at least two choices, and `[x]` on the right one alone"));
        }
        if let Some(choice) = self.choices.iter().find(|choice| choice.reply.is_empty()) {
            return Err((choice.line, "this choice has no reply"));
        }
        let choices: String = self.choices.iter().map(|choice| choice.html(words)).collect();
        Ok(format!(
            "<figure class=\"check\"><figcaption><span class=\"check__title\">{}</span> \
             <span class=\"check__question\">{}</span></figcaption><ul class=\"check__choices\">{choices}</ul></figure>",
            markdown::inline(words.check(), words),
            markdown::inline(&self.question, words),
        ))
    }
}

/// Lines of one paragraph.
fn append(paragraph: &mut String, line: &str) {
    if !paragraph.is_empty() {
        paragraph.push(' ');
    }
    paragraph.push_str(line.trim());
}

impl Choice {
    fn html(&self, words: PageStrings) -> String {
        let (name, sign) = if self.is_right { ("right", words.check_right()) } else { ("wrong", words.check_wrong()) };
        format!(
            "<li class=\"check__choice check__choice--{name}\"><details><summary>{}</summary>\
             <p><strong class=\"check__sign\">{}</strong> {}</p></details></li>",
            markdown::inline(&self.words, words),
            markdown::inline(sign, words),
            markdown::inline(&self.reply, words),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::content::words::test_strings;

    const GOOD: &str =
        "Is a key\nused *up*?\n\n- [ ] Yes.\n  No, it's the same.\n- [x] No.\n  It stays.\n  {key:Always}.\n:::";

    /// The block whose opening stands on line 10 of its file, and what is left after it.
    fn read(block: &str) -> (Result<String, String>, usize) {
        let mut lines = (11..).zip(block.lines());
        let html = render(10, &mut lines, test_strings().page());
        (html, lines.count())
    }

    #[test]
    fn a_question_has_replies_that_open_and_takes_no_line_too_many() {
        let (html, rest) = read(&format!("{GOOD}\nafter\nit"));
        let html = html.expect("a question");
        assert!(html.contains("Is a key used <em>up</em>?</span>"), "{html}");
        assert!(html.contains("<summary>Yes.</summary><p><strong class=\"check__sign\">"), "{html}");
        assert!(html.contains("No, it’s the same.</p>"), "{html}");
        assert!(
            html.contains("It stays. <span class=\"term term--key\" data-mark=\"key\">Always</span>.</p>"),
            "{html}"
        );
        assert_eq!((html.matches("<details>").count(), html.matches("choice--right").count(), rest), (2, 1, 2));
        // An empty line or a line break would end it in Markdown.
        assert!(!html.contains('\n'), "{html}");
    }

    #[test]
    fn a_malformed_question_is_reported_with_its_line() {
        for (right, wrong, problem) in [
            ("Is a key\nused *up*?\n", "\n", "line 10: the question is missing"),
            ("- [x]", "- [ ]", "line 10: a question has at least two choices"),
            ("- [ ]", "- [x]", "line 10: a question has at least two choices"),
            ("- [ ] Yes.\n  No, it's the same.\n", "", "line 10: a question has at least two choices"),
            ("- [ ] Yes.\n  No, it's the same.\n", "- [ ] Yes.\n", "line 14: this choice has no reply"),
            ("- [ ] Yes.", "- Yes.", "line 14: this is neither a choice"),
            ("  No, it's the same.", "No, it's the same.", "line 15: this is neither a choice"),
            ("Is a key", "  Is a key", "line 11: this is neither a choice"),
            ("\n:::", "", "line 10: this question has no end"),
        ] {
            assert!(GOOD.contains(right), "{right}");
            let error = read(&GOOD.replacen(right, wrong, 1)).0.expect_err(wrong);
            assert!(error.starts_with(problem), "{error}");
        }
    }
}
