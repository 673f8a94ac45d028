//! The rule: a sentence with a figure, a provider's name or a link to another site names its claim.
//!
//! | in a sentence | is |
//! |---|---|
//! | `{claim:id}`, `{claim:id other}` | the mark of one claim or several, which need their rows |
//! | `{example}` | says that its figures are those of an example that we invented |
//! | `{structure}` | says that its figures count what stands on this page, or are words only |
//!
//! A figure is a run of letters, digits, `,`, `.`, `-` and `_` that begins with a digit, or a number word of the
//! language (`figures.toml`). What a directive of [`super::super::amounts`] writes is none: its source is in
//! the data. A name is one of those in `claims.toml`. The two exemptions excuse figures, never names or links,
//! and not where there is nothing to excuse.
//!
//! Invariant: nothing is guessed from the meaning; whoever reads the Markdown can apply the rule.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::notes::MARK;
use super::sentences::sentences;
use super::{Claim, Claims};
use crate::content::amounts;
use crate::content::error::{ContentError, read};
use crate::content::marks::{Mark, Span, spans};

/// The file of a language with its number words.
const FILE: &str = "figures.toml";

/// Signs that stand between the digits of a figure and the letters of a name.
const INSIDE_FIGURES: [char; 4] = [',', '.', '-', '_'];

const EXEMPTIONS: [&str; 2] = ["{example}", "{structure}"];

/// `markdown` as it is rendered: the exemptions are for those who check it.
pub(in crate::content) fn without_exemptions(markdown: &str) -> String {
    EXEMPTIONS.iter().fold(markdown.to_owned(), |text, exemption| text.replace(exemption, ""))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figures {
    words: BTreeSet<String>,
}

/// The rule in one language.
pub struct Rule<'a> {
    claims: &'a Claims,
    number_words: BTreeSet<String>,
}

impl<'a> Rule<'a> {
    /// Reads the number words of the language in the folder `dir`.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn load(dir: &Path, claims: &'a Claims) -> Result<Self, ContentError> {
        let file = dir.join(FILE);
        let figures: Figures = toml::from_str(&read(&file)?).map_err(|error| ContentError::new(&file, error))?;
        Ok(Self { claims, number_words: figures.words })
    }

    /// The ids of the claims that `markdown` names.
    ///
    /// # Errors
    /// Every sentence that breaks the rule, a line for each.
    pub fn apply(&self, markdown: &str) -> Result<BTreeSet<String>, String> {
        let (mut used, mut problems) = (BTreeSet::new(), Vec::new());
        for sentence in sentences(markdown) {
            let ids = ids(&sentence);
            if let Err(problem) = self.sentence(&sentence, &ids) {
                problems.push(format!("{problem}: {sentence}"));
            }
            used.extend(ids);
        }
        if problems.is_empty() { Ok(used) } else { Err(problems.join("\n")) }
    }

    /// Whether every row has a mark among those that a language's text names.
    ///
    /// # Errors
    /// The rows without.
    pub fn check_all_used(&self, used: &BTreeSet<String>) -> Result<(), String> {
        let unused: Vec<_> = self.claims.claims.iter().filter(|claim| !used.contains(&claim.id)).collect();
        match unused.as_slice() {
            [] => Ok(()),
            unused => {
                let ids: Vec<_> = unused.iter().map(|claim| claim.id.as_str()).collect();
                Err(format!("these claims have a row and no mark in the text: {}", ids.join(", ")))
            }
        }
    }

    fn sentence(&self, sentence: &str, ids: &[String]) -> Result<(), String> {
        let claims: Vec<&Claim> = ids
            .iter()
            .map(|id| self.claims.find(id).ok_or_else(|| format!("the mark `{id}` has no row in claims.toml")))
            .collect::<Result<_, _>>()?;
        let is_exempt = EXEMPTIONS.iter().any(|exemption| sentence.contains(exemption));
        let (words, addresses) = words_and_addresses(sentence);
        for address in addresses {
            if !claims.iter().any(|claim| claim.was_read_at(&address)) {
                return Err(format!("the link to {address} is no source of a claim of its sentence"));
            }
        }
        let name = self.claims.names.iter().find(|name| is_named(&words, name));
        match (claims.is_empty(), is_exempt, name, self.figure(&words)) {
            (false, true, ..) => Err("a sentence with a claim needs no exemption".to_owned()),
            (true, _, Some(name), _) => Err(format!("the name `{name}` needs a claim")),
            (true, false, None, Some(figure)) => Err(format!("the figure `{figure}` needs a claim or an exemption")),
            (true, true, None, None) => Err("there is no figure to exempt".to_owned()),
            (false, false, ..) | (true, false, None, None) | (true, true, None, Some(_)) => Ok(()),
        }
    }

    fn figure<'w>(&self, words: &'w str) -> Option<&'w str> {
        let begins_with_digit = |run: &&str| run.starts_with(|c: char| c.is_numeric());
        let runs = words.split(|c: char| !c.is_alphanumeric() && !INSIDE_FIGURES.contains(&c));
        let digits = runs.map(|run| run.trim_matches(INSIDE_FIGURES)).find(begins_with_digit);
        let mut plain = words.split(|c: char| !c.is_alphabetic());
        digits.or_else(|| plain.find(|word| self.number_words.contains(&word.to_lowercase())))
    }
}

/// Whether `name` stands in `words` as a word, or with a hyphen or a possessive after it.
fn is_named(words: &str, name: &str) -> bool {
    words.match_indices(name).any(|(at, _)| {
        let ends = !words[..at].ends_with(char::is_alphanumeric);
        ends && !words[at + name.len()..].starts_with(char::is_alphanumeric)
    })
}

fn ids(sentence: &str) -> Vec<String> {
    let marked = |span| match span {
        Span::Marked((), ids) => ids,
        Span::Plain(_) => "",
    };
    let marks = spans(sentence, |name| (name == MARK).then_some(())).into_iter().map(marked);
    marks.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

/// The words that a reader sees, without marks and without what the data writes; and where its links lead to
/// on other sites.
fn words_and_addresses(sentence: &str) -> (String, Vec<String>) {
    let dropped = |name: &str| (name == MARK || amounts::Kind::from_name(name).is_some()).then_some(());
    let kept: String = spans(sentence, dropped)
        .into_iter()
        .map(|span| match span {
            Span::Plain(text) => text,
            Span::Marked((), _) => " ",
        })
        .collect();
    let words: String = spans(&without_exemptions(&kept), Mark::from_name)
        .into_iter()
        .map(|span| match span {
            Span::Plain(text) | Span::Marked(_, text) => text,
        })
        .collect();
    let (mut text, mut addresses) = (String::new(), Vec::new());
    let mut rest = words.as_str();
    while let Some((before, after)) = rest.split_once("](") {
        let (address, after) = after.split_once(')').unwrap_or((after, ""));
        if address.contains("://") {
            addresses.push(address.to_owned());
        }
        text.push_str(before);
        text.push(' ');
        rest = after;
    }
    text.push_str(rest);
    (text, addresses)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Claims, Rule};

    const CLAIMS: &str = r#"
        names = ["Acme", "GPT"]
        [[source]]
        address = "https://example.org/a"
        name = "Acme, A"
        [[claim]]
        id = "a"
        claim = "It is so."
        evidence = "documented"
        read = [{ source = "https://example.org/a", checked = "2026-11-22" }]
        [[claim]]
        id = "b"
        claim = "It follows."
        evidence = "own inference"
    "#;

    fn applied(markdown: &str) -> Result<BTreeSet<String>, String> {
        let claims: Claims = toml::from_str(CLAIMS).expect("claims");
        let number_words = ["two", "million", "quarters"].map(str::to_owned).into();
        let rule = Rule { claims: &claims, number_words };
        let used = rule.apply(markdown)?;
        rule.check_all_used(&used).map(|()| used)
    }

    /// The text with all rows used.
    fn with_rows(markdown: &str) -> Result<(), String> {
        applied(&format!("{markdown}\n\nSo.{{claim:a}} So.{{claim:b}}")).map(drop)
    }

    #[test]
    fn a_mark_without_a_row_and_a_row_without_a_mark_are_refused() {
        assert!(with_rows("It is 3.{claim:c}").expect_err("no row").contains("`c` has no row"));
        assert!(applied("It is 3.{claim:a}").expect_err("no mark").ends_with("no mark in the text: b"));
    }

    #[test]
    fn a_figure_a_name_or_a_link_without_a_mark_is_refused() {
        for unmarked in [
            "It is 3.",
            "It is 3. So it is.{claim:a}",
            "So it is.{claim:a} It is 3.",
            "It costs $0.01.",
            "About .5 of it.",
            "A Million of them.",
            "Three quarters.",
            "It says {fail:3 words}.",
            "`401` is said.",
            "- On 2026-11-22.",
            "| a | 3 |",
            "```practice\nIt is 3. | counting | So.\n```",
            "Acme says so.",
            "Acme's way.",
            "It is GPT-6.2 Sol.",
            "Acme costs {price:gpt-6.2-sol input}.",
            "So is [this](https://example.org/a).",
            "> So.\n>\n> — Acme",
        ] {
            assert!(with_rows(unmarked).is_err(), "{unmarked}");
            // A name or a link is never exempt, and a mark is needed in the same sentence.
            let exempt = format!("{unmarked}{{example}}");
            assert!(
                !unmarked.contains("Acme") && !unmarked.contains("https") || with_rows(&exempt).is_err(),
                "{exempt}"
            );
        }
    }

    #[test]
    fn what_is_marked_exempt_or_from_the_data_passes() {
        for fine in [
            "It is 3.{claim:a}",
            "It is 3{claim:a}. And so on.",
            "It is 3.{example}",
            "There are two of them.{structure}",
            "It costs {money:{cost:gpt-6.2-sol 75 1186}} for {tokens:o200k_base udhr-1.en}.",
            "In o200k_base and UTF-8, one by one.",
            "Acmeist is another word.",
            "See [here](#so-3).",
            "So is [this](https://example.org/a).{claim:a}",
            "### 3 headings of Acme",
            "> Said in 3.\n>\n> — Acme{claim:a}",
            "| Acme{claim:a} | 3 |",
        ] {
            assert_eq!(with_rows(fine), Ok(()), "{fine}");
        }
    }

    #[test]
    fn an_exemption_of_nothing_and_a_link_elsewhere_than_to_the_source_are_refused() {
        for (text, problem) in [
            ("It is so.{example}", "no figure to exempt"),
            ("It is 3.{claim:a}{structure}", "needs no exemption"),
            ("See [this](https://example.org/b).{claim:a}", "no source of a claim"),
            ("See [this](https://example.org/a).{claim:b}", "no source of a claim"),
        ] {
            assert!(with_rows(text).expect_err(text).contains(problem), "{text}");
        }
    }
}
