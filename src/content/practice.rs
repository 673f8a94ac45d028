//! The practice block: sentences to judge, each with an answer that opens without JavaScript.
//!
//! One exercise a line: `sentence | counting, verifying or depends | why`.

use crate::markup::escape;
use crate::names::named_enum;
use crate::words::PageStrings;

named_enum! {
    /// What "token" means in a sentence.
    pub enum Answer {
        /// An amount of text.
        Counting = "counting",
        /// A credential.
        Verifying = "verifying",
        /// It cannot be told from the sentence alone.
        Depends = "depends",
    }
}

/// The exercises as HTML.
///
/// # Errors
/// The first line that is not an exercise.
pub(super) fn render(lines: &str, words: &PageStrings) -> Result<String, String> {
    let mut html = String::from("<ul class=\"practice\">");
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let (sentence, answer, why) = exercise(line).ok_or_else(|| format!("not an exercise: `{line}`"))?;
        let verdict = match answer {
            Answer::Counting => &words.verdict_counting,
            Answer::Verifying => &words.verdict_verifying,
            Answer::Depends => &words.verdict_depends,
        };
        let (sentence, verdict, why) = (escape(sentence), escape(verdict), escape(why));
        let name = answer.name();
        html.push_str(&format!(
            "<li><details><summary>{sentence}</summary><p><strong class=\"verdict-word verdict-word--{name}\">{verdict}</strong> {why}</p></details></li>"
        ));
    }
    html.push_str("</ul>\n");
    Ok(html)
}

fn exercise(line: &str) -> Option<(&str, Answer, &str)> {
    let mut parts = line.splitn(3, '|').map(str::trim);
    let sentence = parts.next()?;
    let answer = Answer::from_name(parts.next()?)?;
    Some((sentence, answer, parts.next()?))
}
