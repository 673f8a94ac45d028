//! Inline marks: `{key:API key}` colors a word as the figures color what it stands for.

use crate::names::named_enum;

named_enum! {
    /// What a marked word stands for.
    pub enum Mark {
        /// The key's half: brass.
        Key = "key",
        /// The tokens' half.
        Token = "token",
        /// Money: green.
        Money = "money",
        /// Failure: red.
        Fail = "fail",
    }
}

/// A stretch of text, marked or not.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Span<'a, M> {
    /// As it is.
    Plain(&'a str),
    /// What is written as `{mark:words}`.
    Marked(M, &'a str),
}

/// Splits text at the marks that `of_name` knows; what only resembles one stays as it is.
pub(super) fn spans<M>(text: &str, of_name: impl Fn(&str) -> Option<M>) -> Vec<Span<'_, M>> {
    let mut out = Vec::new();
    let (mut plain, mut from) = (0, 0);
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        from = open + 1;
        let Some((inside, _)) = text[from..].split_once('}') else { break };
        let Some((mark, words)) = inside.split_once(':').and_then(|(name, words)| Some((of_name(name)?, words))) else {
            continue;
        };
        if plain < open {
            out.push(Span::Plain(&text[plain..open]));
        }
        out.push(Span::Marked(mark, words));
        plain = from + inside.len() + 1;
        from = plain;
    }
    if plain < text.len() {
        out.push(Span::Plain(&text[plain..]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Mark, Span, spans};

    #[test]
    fn marks_are_found_and_look_alikes_left() {
        let text = "an {key:API key}, {not a mark}, {token:tokens}";
        assert_eq!(
            spans(text, Mark::from_name),
            [
                Span::Plain("an "),
                Span::Marked(Mark::Key, "API key"),
                Span::Plain(", {not a mark}, "),
                Span::Marked(Mark::Token, "tokens"),
            ]
        );
        assert_eq!(spans("{key:open", Mark::from_name), [Span::Plain("{key:open")]);
    }
}
