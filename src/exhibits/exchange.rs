//! Request and answer, written out as HTTP beside the picture, as far as the journey has come.

use leptos::prelude::*;

use super::ExhibitContext;
use super::markup::{english, html};
use super::page_controls::show_stage;
use super::proof::proof;
use crate::credentials::detect;
use crate::handover::JourneyState;
use crate::journey::exchange::{Paid, Progress, Sent, Span, text_of};
use crate::journey::{Count, Letters, Model, Outcome, Phase, Scenario, Stage, Usage, Verdict};
use crate::markup::escape;
use crate::ui::clipboard::copy;
use crate::ui::widgets::{button, fixed, flag, line, live};
use crate::words::fill;

/// The exchange.
#[component]
pub fn ExchangeExhibit(
    /// Data and words.
    context: ExhibitContext,
) -> impl IntoView {
    let text = &context.text().exhibits.exchange;
    let wish = RwSignal::new(false);
    let streamed = flag(move || wish.get() || context.journey_with(|journey| journey.scenario == Scenario::StreamCut));
    let copied = RwSignal::new(String::new());
    let command = RwSignal::new(String::new());
    let copy_curl = move || {
        let journey = context.journey();
        let curl = sent(context, &journey, &masked(&journey.text), streamed.get_untracked()).curl();
        copy(&curl.clone(), move |done| {
            copied.set((if done { text.copied } else { text.not_copied }).to_owned());
            command.set(if done { String::new() } else { curl });
        });
    };
    let request = live(move || {
        let journey = context.journey();
        html(&sent(context, &journey, &masked(&journey.text), streamed.get()).http(), Stage::Tokenize)
    });
    let answer = live(move || html(&answer(context, &context.journey(), streamed.get()), Stage::Meter));
    let empty = flag(move || answer.with(String::is_empty));
    let remark = live(move || remark(context, &context.journey()));
    let stand_in = live(move || if empty.get() { stand_in(context, &context.journey()) } else { String::new() });
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
                    <ul class="proofs" inner_html=live(move || proofs(context, &context.journey()))></ul>
                </div>
            </div>
            <p class="evidence" hidden=flag(move || remark.with(String::is_empty)) inner_html=remark></p>
            <p class="evidence">{text.examples}</p>
        </section>
    }
}

/// The request that is `journey`, with its text `masked`.
fn sent<'a>(context: ExhibitContext, journey: &JourneyState, masked: &'a str, streamed: bool) -> Sent<'a> {
    Sent {
        endpoint: context.endpoint(journey.provider),
        model: &context.model(journey.provider).id,
        text: masked,
        scenario: journey.scenario,
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
fn answer(context: ExhibitContext, journey: &JourneyState, streamed: bool) -> Vec<Span> {
    let outcome = context.outcome(journey.provider, journey.scenario);
    let model = context.model(journey.provider);
    let ended = !matches!(journey.phase, Phase::Running);
    let mut spans = match outcome.verdict {
        Verdict::Paid => paid(context, journey, model, streamed),
        _ if journey.scenario == Scenario::StreamCut => cut(context, journey, model),
        _ => Vec::new(),
    };
    if ended && outcome.verdict != Verdict::Paid {
        let mut known = known(context, journey, outcome, model);
        if !spans.is_empty() {
            // The status line has been sent long since.
            known = without_head(known);
        }
        spans.append(&mut known);
    }
    spans
}

/// An answer that goes well.
fn paid(context: ExhibitContext, journey: &JourneyState, model: &Model, streamed: bool) -> Vec<Span> {
    let begun = journey.phase != Phase::Running || journey.stage >= Stage::Generate && journey.written > 0;
    let done = journey.phase != Phase::Running || journey.stage > Stage::Generate;
    let progress = match (streamed, begun) {
        (false, _) => Progress::Whole { arrived: done },
        (true, false) => return Vec::new(),
        (true, true) => Progress::Streamed { pieces: pieces_arrived(context, journey, model, done), ended: done },
    };
    with_paid(context, journey, model, |paid| paid.http(progress))
}

/// The part of an answer that came before the stream broke off.
fn cut(context: ExhibitContext, journey: &JourneyState, model: &Model) -> Vec<Span> {
    let pieces = pieces_arrived(context, journey, model, journey.phase == Phase::Idle);
    let pieces = if journey.phase == Phase::Idle { pieces / 2 } else { pieces };
    if pieces == 0 {
        return Vec::new();
    }
    with_paid(context, journey, model, |paid| paid.http(Progress::Streamed { pieces, ended: false }))
}

fn with_paid<T>(context: ExhibitContext, journey: &JourneyState, model: &Model, act: impl FnOnce(&Paid) -> T) -> T {
    let fresh = context.input(model).unwrap_or(Count::Exact(0));
    let usage = Usage { fresh, written: context.output(model), ..Usage::default() };
    let headers = &context.answer(journey.provider, Scenario::Paid).headers.lines;
    act(&Paid {
        provider: journey.provider,
        model: &model.id,
        pieces: &context.pieces(model),
        usage: &usage.record(journey.provider),
        headers,
    })
}

/// How many of the pieces have arrived: their share of the tokens that have been written.
fn pieces_arrived(context: ExhibitContext, journey: &JourneyState, model: &Model, all: bool) -> usize {
    let pieces = context.pieces(model).len();
    if all { pieces } else { pieces * journey.written as usize / (context.output(model).low() as usize).max(1) }
}

/// What is known of a refusal or a failure.
fn known(context: ExhibitContext, journey: &JourneyState, outcome: &Outcome, model: &Model) -> Vec<Span> {
    let input = context.input(model).map_or(0, Count::high);
    let key = &context.endpoint(journey.provider).key_example;
    context.answer(journey.provider, journey.scenario).http(
        outcome,
        &model.id,
        key,
        input,
        context.window_tokens(model),
    )
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
fn stand_in(context: ExhibitContext, journey: &JourneyState) -> String {
    let text = &context.text().exhibits.exchange;
    if journey.phase == Phase::Running {
        return text.waiting.to_owned();
    }
    fill(text.nothing, &[("provider", &context.provider(journey.provider).name)])
}

/// How well status, headers and body are known.
fn proofs(context: ExhibitContext, journey: &JourneyState) -> String {
    let text = &context.text().exhibits.exchange;
    let outcome = context.outcome(journey.provider, journey.scenario);
    let answer = context.answer(journey.provider, journey.scenario);
    let mut out = String::new();
    if outcome.status.is_some() && !outcome.sourced.source.is_empty() {
        out += &proof(context, journey.provider, &escape(text.status), &outcome.sourced);
    }
    for (label, part) in [(text.headers, &answer.headers), (text.body, &answer.body)] {
        if !part.lines.is_empty() || !part.sourced.source.is_empty() {
            out += &proof(context, journey.provider, &escape(label), &part.sourced);
        }
    }
    out
}

/// What has to be said about this exchange in particular, as markup.
fn remark(context: ExhibitContext, journey: &JourneyState) -> String {
    let text = &context.text().exhibits.exchange;
    let model = context.model(journey.provider);
    let answer = context.answer(journey.provider, journey.scenario);
    let mut remarks: Vec<String> = Vec::new();
    remarks.extend(answer.note.as_deref().map(english));
    remarks.extend(answer.disagree.as_deref().map(|words| fill(&escape(text.disagree), &[("words", &english(words))])));
    if journey.scenario == Scenario::TooLong {
        let window = context.text().number.whole(context.window_tokens(model));
        remarks.push(escape(&fill(text.too_long, &[("window", &window)])));
    }
    if journey.scenario == Scenario::Paid && context.input(model).is_some_and(|count| !count.is_exact()) {
        remarks.push(escape(text.ranges));
    }
    if Letters::of(&journey.text) != journey.letters {
        remarks.push(escape(text.cut));
    }
    if !detect(&journey.text).is_empty() {
        remarks.push(escape(text.masked));
    }
    remarks.join(" ")
}
