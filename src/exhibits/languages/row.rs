//! One row: a language with its bars, and what can be unfolded below: its tokens, its counts, the sentence to change.

use leptos::html;
use leptos::prelude::*;

use super::{Figure, Progress, Row};
use crate::journey::{Measure, SampleLanguage};
use crate::markup::escape;
use crate::tokenizer::Encoding;
use crate::ui::widgets::chips::Chips;
use crate::ui::widgets::{button, button_when, constant_text, effect, live_bool, live_text, paragraph};
use crate::words::fill;
use crate::worker::protocol::Failure;

/// The longest sentence, in UTF-16 units: more is a text for the token lab.
const LONGEST: u32 = 2_000;

pub(super) fn row(figure: Figure, row: Row) -> impl IntoView {
    let tag = row.map(SampleLanguage::tag);
    let class = if row.is_some() { "sentences__row" } else { "sentences__row sentences__row--own live-only" };
    // Those that show something at first sight: what the others are compared with, and the place to type.
    let open = row.is_none_or(|language| language == SampleLanguage::English);
    let own_name = row.map(|language| {
        view! { <span class="sentences__own" lang=tag dir=language.direction()>{language.own_name()}</span> }
    });
    view! {
        <li class=class data-language=row.map_or("own", SampleLanguage::name)>
            <details open=open>
                <summary class="sentences__summary">
                    <span class="sentences__name">{figure.name(row)} " " {own_name}</span>
                    {bars(figure, row)}
                    <span class="sentences__value">{live_text(move || value(figure, row))}</span>
                    <span class="sentences__ratio">{live_text(move || ratio(figure, row))}</span>
                </summary>
                <div class="sentences__inside">
                    <p
                        class="sentences__chips"
                        lang=tag
                        dir=direction(row)
                        translate="no"
                        inner_html=live_text(move || chips(figure, row))
                    ></p>
                    {paragraph("sentences__counts", live_text(move || counts(figure, row)))}
                    {field(figure, row)}
                    {problems(figure, row)}
                </div>
            </details>
        </li>
    }
}

/// The bar of the chosen encoding, and the outline of the other's over it.
fn bars(figure: Figure, row: Row) -> impl IntoView {
    view! {
        <svg class="sentences__bars" aria-hidden="true">
            <rect
                class="sentences__bar"
                y="20%"
                height="60%"
                rx="3"
                width=live_text(move || figure.bar(row, figure.encoding.get()))
            ></rect>
            <rect
                class="sentences__outline"
                y="8%"
                height="84%"
                rx="3"
                width=live_text(move || figure.bar(row, figure.other_encoding()))
            ></rect>
        </svg>
    }
}

fn value(figure: Figure, row: Row) -> String {
    let (text, words) = (figure.context.text(), figure.text());
    let encoding = figure.encoding.get();
    let Some(measured) = figure.measured(row, encoding) else { return "…".to_owned() };
    let template = match figure.measure.get() {
        Measure::Meaning => return text.number().counted(text.lab().status_tokens(), measured.tokens),
        Measure::Character => words.per_character(),
        Measure::Word => words.per_word(),
    };
    match figure.value(row, encoding) {
        Some(value) => fill(template, &[("count", &figure.decimal(value))]),
        None if row.is_some() => words.no_words().to_owned(),
        None => String::new(),
    }
}

/// The value against that of English. An own sentence need not mean the same.
fn ratio(figure: Figure, row: Row) -> String {
    let is_comparable = row.is_some() || figure.measure.get() != Measure::Meaning;
    let ratio = figure.ratio(row).filter(|_| is_comparable);
    ratio.map(|ratio| fill(figure.text().ratio(), &[("count", &figure.decimal(ratio))])).unwrap_or_default()
}

/// The row's tokens; the text alone while they are being counted.
fn chips(figure: Figure, row: Row) -> String {
    let text = figure.row_text(row);
    let markup = figure.cut_with(row, figure.encoding.get(), |cut| {
        let mut out = String::new();
        Chips { text: &text, boundaries: &cut.boundaries, ids: None }.push(&mut out, 0..cut.boundaries.len());
        out
    });
    markup.unwrap_or_else(|| escape(&text))
}

/// Characters, words, and the tokens in both encodings.
fn counts(figure: Figure, row: Row) -> String {
    let (text, number) = (figure.context.text(), figure.context.text().number());
    let Some(measured) = figure.measured(row, figure.encoding.get()).filter(|measured| measured.tokens > 0) else {
        return String::new();
    };
    let tokens_in = |encoding: Encoding| {
        let count = figure.tokens(row, encoding).map(|count| number.counted(text.lab().status_tokens(), count));
        let tokens = count.unwrap_or_else(|| "…".to_owned());
        fill(figure.text().in_encoding(), &[("tokens", &tokens), ("encoding", encoding.name())])
    };
    let mut parts = vec![number.counted(text.lab().status_characters(), measured.characters)];
    parts.extend(measured.words.map(|words| number.counted(figure.text().words(), words)));
    parts.extend(figure.data().encodings().map(tokens_in));
    parts.join(" · ")
}

/// Where the sentence can be changed. The box is not controlled: what was typed before this code arrived stays.
fn field(figure: Figure, row: Row) -> impl IntoView {
    let text = figure.text();
    let area = NodeRef::<html::Textarea>::new();
    let is_new = StoredValue::new(true);
    effect(move || {
        let words = figure.row_text(row);
        let Some(area) = area.get() else { return };
        let typed = area.value();
        let is_typed = *typed != *words;
        if is_new.get_value() && is_typed {
            untrack(|| figure.edit(row, Some(typed)));
        } else if is_typed {
            area.set_value(&words);
        }
        is_new.set_value(false);
    });
    let label =
        row.map_or_else(|| text.own_label().to_owned(), |_| fill(text.label(), &[("language", figure.name(row))]));
    // As markup: an empty text that is a child would be a space in the build's page.
    let first = escape(&untrack(|| figure.row_text(row)));
    let is_original = live_bool(move || figure.row_text(row) == figure.original(row, figure.sentence_of(row)));
    let back = if row.is_some() { text.restore() } else { text.clear() };
    view! {
        <div class="sentences__field live-only">
            <label class="field">
                <span class="field__label">{label}</span>
                <textarea
                    class="field__text sentences__text"
                    rows="2"
                    maxlength=LONGEST.to_string()
                    lang=row.map(SampleLanguage::tag)
                    dir=direction(row)
                    spellcheck="false"
                    autocomplete="off"
                    translate="no"
                    node_ref=area
                    inner_html=first
                    on:input=move |event| figure.edit(row, Some(event_target_value(&event)))
                ></textarea>
            </label>
            {button_when("button", constant_text(back), is_original, move || figure.edit(row, None))}
        </div>
    }
}

fn direction(row: Row) -> &'static str {
    row.map_or("auto", SampleLanguage::direction)
}

/// Why the row is not counted, and that the box is full.
fn problems(figure: Figure, row: Row) -> impl IntoView {
    let text = figure.context.text();
    let waits = move || figure.data().encodings().find(|&encoding| figure.tokens(row, encoding).is_none());
    let loading = move || {
        let (Some(_), (Progress::Waiting(Some(percent)), Some(asked))) = (waits(), figure.counting.progress()) else {
            return String::new();
        };
        let percent = text.number().as_percent(percent);
        fill(text.lab().loading(), &[("encoding", asked.encoding.name()), ("percent", &percent)])
    };
    let full = move || {
        let is_full = figure.row_text(row).encode_utf16().count() >= LONGEST as usize;
        let limit = text.number().whole(LONGEST);
        if is_full { fill(figure.text().limit(), &[("count", &limit)]) } else { String::new() }
    };
    let failed = live_text(move || {
        let words = match (waits(), figure.counting.progress().0) {
            (None, _) => "",
            (_, Progress::Failed(Failure::Download)) => text.notice().download(),
            (_, Progress::Failed(Failure::Damaged)) => text.notice().damaged(),
            (_, Progress::Failed(_)) => text.notice().crashed(),
            _ => "",
        };
        words.to_owned()
    });
    view! {
        {paragraph("notice notice--progress", live_text(loading))}
        {paragraph("notice notice--warn", live_text(full))}
        <div class="notice notice--fail" role="alert" hidden=live_bool(move || failed.with(String::is_empty))>
            <p>{failed}</p>
            {button("button", text.notice().retry(), move || figure.counting.retry())}
        </div>
    }
}
