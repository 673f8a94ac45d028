//! What an e-mail, a minute of talk, a page and a book come to, in English and in another language.

use leptos::prelude::*;

use super::Figure;
use crate::exhibits::markup::live_table;
use crate::journey::{Count, SampleLanguage, Sentence, Size};
use crate::markup::escape;
use crate::tokenizer::Cut;
use crate::ui::widgets::{choice, live_text, menu, paragraph};
use crate::words::fill;

pub(super) fn sizes(figure: Figure) -> impl IntoView {
    let text = figure.text();
    let other = RwSignal::new(SampleLanguage::Spanish);
    let others = SampleLanguage::ALL.iter().filter(|&&language| language != SampleLanguage::English);
    let choices = others.map(|&language| choice(language.name(), text.names().of(language))).collect();
    let choose = move |name: String| other.set(SampleLanguage::from_name(&name).unwrap_or(SampleLanguage::Spanish));
    view! {
        <div class="menus live-only">
            {menu("language", text.language(), choices, live_text(move || other.get().name().to_owned()), choose)}
        </div>
        {live_table(text.sizes_caption(), live_text(move || table(figure, other.get())))}
        {paragraph("evidence", live_text(move || method(figure)))}
    }
}

fn table(figure: Figure, other: SampleLanguage) -> String {
    let text = figure.text();
    let tokens_in = |language| fill(text.in_language(), &[("language", text.names().of(language))]);
    let column = |words: &str, is_estimate| {
        let badge = if is_estimate {
            format!(" <span class=\"badge badge--estimate\">{}</span>", escape(text.estimate()))
        } else {
            String::new()
        };
        format!("<th scope=\"col\">{}{badge}</th>", escape(words))
    };
    let columns = [
        column(text.thing(), false),
        column(text.assumed(), false),
        column(&tokens_in(SampleLanguage::English), true),
        column(&tokens_in(other), true),
    ];
    let rows: String = figure.data().sizes.iter().map(|size| table_row(figure, size, other)).collect();
    format!(
        "<table class=\"comparison sentences__sizes\"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{rows}</tbody></table>",
        escape(text.sizes_caption()),
        columns.concat()
    )
}

fn table_row(figure: Figure, size: &Size, other: SampleLanguage) -> String {
    let (text, number) = (figure.text(), figure.context.text().number());
    let words = text.sizes().of(size.kind);
    let estimate = |language| {
        let count = figure.estimate(size.words, language);
        format!("<td class=\"sentences__estimate\">{}</td>", escape(&number.count(count)))
    };
    format!(
        "<tr><th scope=\"row\">{}<small>{} <a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">{}</a></small></th>\
         <td>{}</td>{}{}</tr>",
        escape(words.label()),
        escape(words.text()),
        escape(&size.sourced.source),
        escape(&fill(text.source(), &[("date", &size.sourced.checked)])),
        escape(&number.whole(size.words)),
        estimate(SampleLanguage::English),
        estimate(other)
    )
}

/// How the estimates are made.
fn method(figure: Figure) -> String {
    let number = figure.context.text().number();
    let encoding = figure.encoding.get();
    let long = &figure.data().long;
    let tokens = long.tokens.iter().find(|(known, _)| *known == encoding).map_or(0, |(_, tokens)| *tokens);
    let values = [
        ("words", number.whole(long.words)),
        ("tokens", number.whole(tokens)),
        ("encoding", encoding.name().to_owned()),
    ];
    fill(figure.text().method(), &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

impl Figure {
    /// About how many tokens `words` English words, or what means the same in `language`, take in the chosen encoding.
    fn estimate(self, words: u32, language: SampleLanguage) -> Option<Count> {
        let encoding = self.encoding.get();
        let tokens = |language| self.data().sample(Sentence::Rights, language).cut(encoding).map(Cut::tokens);
        let ratio = (tokens(language)?, tokens(SampleLanguage::English)?);
        self.data().long.estimate(encoding, words, ratio)
    }
}
