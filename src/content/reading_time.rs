//! How long the text takes to read, for `page.md`: `{minutes:all}`, or `{minutes:2}` for the first two sections.
//!
//! Invariant: the words are those of the rendered sections; figures, which nobody has to use, take no time.

use super::marks::{Span, spans};

/// Adults reading English non-fiction silently, on average over 190 studies: Marc Brysbaert, "How many words do we
/// read per minute?", Journal of Memory and Language 109 (2019), 104047, doi:10.1016/j.jml.2019.104047.
const WORDS_PER_MINUTE: usize = 238;

/// To so many minutes the whole is rounded: the rate itself lies between 175 and 300 for most.
const ROUGHLY: usize = 5;

/// From here on the signs are those of Chinese, Japanese and Korean, which are read about as fast as words.
const FIRST_SIGN: char = '\u{2E80}';

/// The text of `page.md` with its minutes filled in; `words` are those of each section.
///
/// # Errors
/// A number of sections that the article does not have.
pub(super) fn fill(text: &str, words: &[usize]) -> Result<String, String> {
    let filled = |span| match span {
        Span::Plain(text) => Ok(text.to_owned()),
        Span::Marked((), "all") => Ok(rounded(words.iter().sum(), ROUGHLY).to_string()),
        Span::Marked((), count) => {
            let first = count.parse().ok().and_then(|count: usize| words.get(..count));
            let first = first.ok_or_else(|| format!("`{{minutes:{count}}}` is not a number of sections"))?;
            Ok(rounded(first.iter().sum(), 1).to_string())
        }
    };
    spans(text, |name| (name == "minutes").then_some(())).into_iter().map(filled).collect()
}

/// The minutes of so many words to the nearest multiple of `step`, and never none.
fn rounded(words: usize, step: usize) -> usize {
    let words_per_step = WORDS_PER_MINUTE * step;
    ((words + words_per_step / 2) / words_per_step).max(1) * step
}

/// The words of some HTML, without what is raised: the marks of sources.
pub(super) fn words(html: &str) -> usize {
    let after = |part: &str| part.split_once("</sup>").map_or(0, |(_, after)| words_between_tags(after));
    let mut parts = html.split("<sup");
    parts.next().map_or(0, words_between_tags) + parts.map(after).sum::<usize>()
}

/// What stands between spaces or tags and has a letter or a digit.
fn words_between_tags(html: &str) -> usize {
    let (mut count, mut in_tag, mut in_word) = (0, false, false);
    for c in html.chars() {
        let reads = !in_tag && c != '<' && c.is_alphanumeric();
        if reads && (c >= FIRST_SIGN || !in_word) {
            count += 1;
        }
        let ends = in_tag || c == '<' || c.is_whitespace() || c >= FIRST_SIGN;
        in_word = !ends && (in_word || reads);
        in_tag = (in_tag || c == '<') && c != '>';
    }
    count
}

#[cfg(test)]
mod tests {
    use super::{fill, words};

    #[test]
    fn words_are_counted_and_tags_are_not() {
        assert_eq!(words("<p class=\"one two\">It’s a <em>key</em>, at $2.50 (2026-11-27).</p>"), 6);
        assert_eq!(words("<td>one</td><td>two</td> — <code>max_tokens</code>"), 3);
        assert_eq!(words("One.<sup class=\"cite\"><a>12</a></sup> Two."), 2);
        assert_eq!(words("API 金鑰是誰"), 5);
        assert_eq!(words(""), 0);
    }

    #[test]
    fn minutes_are_those_of_all_sections_or_of_the_first() {
        let sections = [400, 500, 5100];
        assert_eq!(fill("{minutes:all} and {minutes:2}, {key:x}", &sections).as_deref(), Ok("25 and 4, {key:x}"));
        assert!(fill("{minutes:4}", &sections).is_err() && fill("{minutes:few}", &sections).is_err());
    }

    #[test]
    fn a_short_text_takes_a_minute() {
        assert_eq!(fill("{minutes:1} {minutes:all}", &[10]).as_deref(), Ok("1 5"));
    }
}
