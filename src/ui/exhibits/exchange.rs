//! Request and answer, written out as HTTP beside the picture, as far as the journey has come.

use leptos::prelude::*;

use super::Hall;
use super::markup::{english, escape, html};
use super::page_controls::show_stage;
use super::proof::proof;
use crate::credentials::detect;
use crate::journey::exchange::{Paid, Progress, Sent, Span, text_of};
use crate::journey::{Count, Letters, Model, Outcome, Phase, Scenario, Stage, Usage, Verdict};
use crate::ui::clipboard::copy;
use crate::ui::parts::{button, fixed, flag, line, live};
use crate::ui::strings::fill;
use crate::ui::told::Told;

/// The exchange.
#[component]
pub fn ExchangeExhibit(
    /// Data and words.
    hall: Hall,
) -> impl IntoView {
    let text = &hall.text().exhibits.exchange;
    let wish = RwSignal::new(false);
    let streamed = flag(move || wish.get() || hall.told_with(|told| told.scenario == Scenario::StreamCut));
    let copied = RwSignal::new(String::new());
    let command = RwSignal::new(String::new());
    let copy_curl = move || {
        let told = hall.told();
        let curl = sent(hall, &told, &masked(&told.text), streamed.get_untracked()).curl();
        copy(&curl.clone(), move |done| {
            copied.set((if done { text.copied } else { text.not_copied }).to_owned());
            command.set(if done { String::new() } else { curl });
        });
    };
    let request = live(move || {
        let told = hall.told();
        html(&sent(hall, &told, &masked(&told.text), streamed.get()).http(), Stage::Tokenize)
    });
    let answer = live(move || html(&answer(hall, &hall.told(), streamed.get()), Stage::Meter));
    let empty = flag(move || answer.with(String::is_empty));
    let remark = live(move || remark(hall, &hall.told()));
    let stand_in = live(move || if empty.get() { stand_in(hall, &hall.told()) } else { String::new() });
    view! {
        <section class="exchange card" aria-labelledby="exchange-title" on:click=show_stage>
            <header class="card__header">
                <h3 class="card__title" id="exchange-title">{text.title}</h3>
                <label class="check">
                    <input
                        type="checkbox"
                        name="streamed"
                        prop:checked=move || streamed.get()
                        on:change=move |event| wish.set(event_target_checked(&event))
                    />
                    " "
                    {text.streamed}
                </label>
            </header>
            <div class="exchange__sides">
                <div class="message">
                    <h4 class="message__title" id="exchange-request">{text.request}</h4>
                    <pre class="message__text" role="group" tabindex="0" aria-labelledby="exchange-request" translate="no" inner_html=request></pre>
                    {button("button", fixed(text.copy), flag(|| false), copy_curl)}
                    <p class="evidence" role="status">{copied}</p>
                    <pre class="message__text" hidden=flag(move || command.with(String::is_empty))>{command}</pre>
                </div>
                <div class="message">
                    <h4 class="message__title" id="exchange-answer">{text.answer}</h4>
                    <pre
                        class="message__text"
                        role="group"
                        tabindex="0"
                        aria-labelledby="exchange-answer"
                        translate="no"
                        hidden=empty
                        inner_html=answer
                    ></pre>
                    {line("message__stand-in", stand_in)}
                    <ul class="proofs" inner_html=live(move || proofs(hall, &hall.told()))></ul>
                </div>
            </div>
            <p class="evidence" hidden=flag(move || remark.with(String::is_empty)) inner_html=remark></p>
            <p class="evidence">{text.examples}</p>
        </section>
    }
}

/// The request that is `told`, with its text `masked`.
fn sent<'a>(hall: Hall, told: &Told, masked: &'a str, streamed: bool) -> Sent<'a> {
    Sent {
        endpoint: hall.endpoint(told.provider),
        model: &hall.model(told.provider).id,
        text: masked,
        scenario: told.scenario,
        streamed,
    }
}

/// The text with everything that looks like a key cut short.
fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut last = 0;
    for finding in detect(text) {
        let shown = (finding.bytes.start + 3).min(finding.bytes.end);
        out.push_str(&text[last..shown]);
        out.push('…');
        last = finding.bytes.end;
    }
    out + &text[last..]
}

/// The answer, as far as it has come; all of it before the start, when the picture is a map.
fn answer(hall: Hall, told: &Told, streamed: bool) -> Vec<Span> {
    let outcome = hall.outcome(told.provider, told.scenario);
    let model = hall.model(told.provider);
    let ended = !matches!(told.phase, Phase::Running);
    let mut spans = match outcome.verdict {
        Verdict::Paid => paid(hall, told, model, streamed),
        _ if told.scenario == Scenario::StreamCut => cut(hall, told, model),
        _ => Vec::new(),
    };
    if ended && outcome.verdict != Verdict::Paid {
        let mut known = known(hall, told, outcome, model);
        if !spans.is_empty() {
            // The status line has been sent long since.
            known = without_head(known);
        }
        spans.append(&mut known);
    }
    spans
}

/// An answer that goes well.
fn paid(hall: Hall, told: &Told, model: &Model, streamed: bool) -> Vec<Span> {
    let begun = told.phase != Phase::Running || told.stage >= Stage::Generate && told.written > 0;
    let done = told.phase != Phase::Running || told.stage > Stage::Generate;
    let progress = match (streamed, begun) {
        (false, _) => Progress::Whole { arrived: done },
        (true, false) => return Vec::new(),
        (true, true) => Progress::Streamed { pieces: pieces_arrived(hall, told, model, done), ended: done },
    };
    with_paid(hall, told, model, |paid| paid.http(progress))
}

/// The part of an answer that came before the stream broke off.
fn cut(hall: Hall, told: &Told, model: &Model) -> Vec<Span> {
    let pieces = pieces_arrived(hall, told, model, told.phase == Phase::Idle);
    let pieces = if told.phase == Phase::Idle { pieces / 2 } else { pieces };
    if pieces == 0 {
        return Vec::new();
    }
    with_paid(hall, told, model, |paid| paid.http(Progress::Streamed { pieces, ended: false }))
}

fn with_paid<T>(hall: Hall, told: &Told, model: &Model, act: impl FnOnce(&Paid) -> T) -> T {
    let fresh = hall.input(model).unwrap_or(Count::Exact(0));
    let usage = Usage { fresh, written: hall.output(model), ..Usage::default() };
    let headers = &hall.answer(told.provider, Scenario::Paid).headers.lines;
    act(&Paid {
        provider: told.provider,
        model: &model.id,
        pieces: &hall.pieces(model),
        usage: &usage.record(told.provider),
        headers,
    })
}

/// How many of the pieces have arrived: their share of the tokens that have been written.
fn pieces_arrived(hall: Hall, told: &Told, model: &Model, all: bool) -> usize {
    let pieces = hall.pieces(model).len();
    if all { pieces } else { pieces * told.written as usize / (hall.output(model).low() as usize).max(1) }
}

/// What is known of a refusal or a failure.
fn known(hall: Hall, told: &Told, outcome: &Outcome, model: &Model) -> Vec<Span> {
    let input = hall.input(model).map_or(0, Count::high);
    let key = &hall.endpoint(told.provider).key_example;
    hall.answer(told.provider, told.scenario).http(outcome, &model.id, key, input, hall.window_tokens(model))
}

/// Only the body: everything after the first empty line.
fn without_head(spans: Vec<Span>) -> Vec<Span> {
    let body = text_of(&spans).split_once("\n\n").map_or(0, |(head, _)| head.len() + 2);
    let mut at = 0;
    let cut = |mut span: Span| {
        let skipped = body.saturating_sub(at).min(span.text.len());
        at += span.text.len();
        span.text.drain(..skipped);
        span
    };
    spans.into_iter().map(cut).collect()
}

/// What stands where there is no answer.
fn stand_in(hall: Hall, told: &Told) -> String {
    let text = &hall.text().exhibits.exchange;
    if told.phase == Phase::Running {
        return text.waiting.to_owned();
    }
    fill(text.nothing, &[("provider", &hall.provider(told.provider).name)])
}

/// How well status, headers and body are known.
fn proofs(hall: Hall, told: &Told) -> String {
    let text = &hall.text().exhibits.exchange;
    let outcome = hall.outcome(told.provider, told.scenario);
    let answer = hall.answer(told.provider, told.scenario);
    let mut out = String::new();
    if outcome.status.is_some() && !outcome.source.is_empty() {
        out += &proof(hall, told.provider, &escape(text.status), outcome.evidence, &outcome.source, &outcome.checked);
    }
    for (label, part) in [(text.headers, &answer.headers), (text.body, &answer.body)] {
        if !part.lines.is_empty() || !part.source.is_empty() {
            out += &proof(hall, told.provider, &escape(label), part.evidence, &part.source, &part.checked);
        }
    }
    out
}

/// What has to be said about this exchange in particular, as markup.
fn remark(hall: Hall, told: &Told) -> String {
    let text = &hall.text().exhibits.exchange;
    let model = hall.model(told.provider);
    let answer = hall.answer(told.provider, told.scenario);
    let mut remarks: Vec<String> = Vec::new();
    remarks.extend(answer.note.as_deref().map(english));
    remarks.extend(answer.disagree.as_deref().map(|words| fill(&escape(text.disagree), &[("words", &english(words))])));
    if told.scenario == Scenario::TooLong {
        let window = hall.text().number.whole(hall.window_tokens(model));
        remarks.push(escape(&fill(text.too_long, &[("window", &window)])));
    }
    if told.scenario == Scenario::Paid && hall.input(model).is_some_and(|count| !count.is_exact()) {
        remarks.push(escape(text.ranges));
    }
    if Letters::of(&told.text) != told.letters {
        remarks.push(escape(text.cut));
    }
    if !detect(&told.text).is_empty() {
        remarks.push(escape(text.masked));
    }
    remarks.join(" ")
}
