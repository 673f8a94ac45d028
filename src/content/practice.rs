//! The practice block: sentences to judge, each with an answer that opens without JavaScript.
//!
//! One exercise a line: `sentence | counting, verifying or depends | why`.

use crate::markup::escape;
use crate::names::named_enum;
use crate::words::PageStrings;

named_enum! {
    /// What "token" means in a sentence.
    pub enum Ruling {
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
pub(super) fn render(lines: &str, words: PageStrings) -> Result<String, String> {
    let mut html = String::from("<ul class=\"practice\">");
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let (sentence, ruling, why) = exercise(line).ok_or_else(|| format!("not an exercise: `{line}`"))?;
        let label = match ruling {
            Ruling::Counting => &words.ruling_counting(),
            Ruling::Verifying => &words.ruling_verifying(),
            Ruling::Depends => &words.ruling_depends(),
        };
        let (sentence, label, why) = (escape(sentence), escape(label), escape(why));
        let name = ruling.name();
        html.push_str(&format!(
            "<li><details><summary>{sentence}</summary><p><strong class=\"ruling ruling--{name}\">{label}</strong> {why}</p></details></li>"
        ));
    }
    html.push_str("</ul>\n");
    Ok(html)
}

fn exercise(line: &str) -> Option<(&str, Ruling, &str)> {
    let mut parts = line.splitn(3, '|').map(str::trim);
    let sentence = parts.next()?;
    let ruling = Ruling::from_name(parts.next()?)?;
    Some((sentence, ruling, parts.next()?))
}
