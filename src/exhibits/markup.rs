//! Marked text as markup, and the road from it to the picture.

use crate::journey::Stage;
use crate::journey::exchange::{Mark, Span};
use crate::markup::escape;

/// `spans` as HTML: marked pieces are links that lead to their stage, or emphasized. Without JavaScript they
/// lead to the picture.
pub(super) fn html(spans: &[Span], tokens_stage: Stage) -> String {
    let mut out = String::new();
    for Span { text, mark } in spans {
        let text = escape(text);
        match mark {
            Mark::Plain => out.push_str(&text),
            Mark::Key => out.push_str(&link(&text, "key", Stage::CheckKey)),
            Mark::Token => out.push_str(&link(&text, "token", tokens_stage)),
            Mark::Fail => out.push_str(&format!("<strong class=\"term term--fail\">{text}</strong>")),
            Mark::Absent => out.push_str(&format!("<del class=\"message__absent\">{text}</del>")),
        }
    }
    out
}

fn link(text: &str, mark: &str, stage: Stage) -> String {
    let stage = stage.name();
    format!("<a href=\"#journey\" class=\"message__mark term term--{mark}\" data-to-stage=\"{stage}\">{text}</a>")
}

/// Words of the data files, which are in English on every page.
pub(super) fn english(words: &str) -> String {
    format!("<span lang=\"en\">{}</span>", escape(words))
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::journey::Stage;
    use crate::journey::exchange::{Mark, Span};

    #[test]
    fn a_text_stays_a_text() {
        let span = |text: &str, mark| Span { text: text.to_owned(), mark };
        let spans = [span("a<b>&", Mark::Plain), span("\"<i>\"", Mark::Token)];
        let markup = html(&spans, Stage::Tokenize);
        assert!(markup.starts_with("a&lt;b&gt;&amp;<a"), "{markup}");
        assert!(markup.contains(">&quot;&lt;i&gt;&quot;</a>"), "{markup}");
    }
}
