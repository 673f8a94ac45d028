//! Request and answer, written out as HTTP beside the picture, as far as the journey has come.

mod words;

use leptos::html::Pre;
use leptos::prelude::*;

use super::ExhibitContext;
use super::journey_controls::show_stage;
use super::markup::{english, html, live_markup};
use super::proof::{proof, proofs};
use crate::credentials::{detect, masked};
use crate::handover::JourneyState;
use crate::journey::exchange::{Exchange, Moment, Paid, Sent, Span};
use crate::journey::{Count, Letters, Model, Phase, Scenario, Stage, Usage};
use crate::markup::escape;
use crate::ui::clipboard::copy;
use crate::ui::widgets::{button, live_bool, live_text, paragraph};
use crate::words::fill;
pub use words::Words;

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let text = context.text().exhibits().exchange();
    let wish = RwSignal::new(false);
    let streamed =
        live_bool(move || wish.get() || context.journey_with(|journey| journey.scenario == Scenario::StreamCut));
    let copied = RwSignal::new(String::new());
    let command = RwSignal::new(String::new());
    let copy_curl = move || {
        let journey = context.journey();
        let curl = sent(context, &journey, &masked(&journey.text), streamed.get_untracked()).curl();
        copy(&curl.clone(), move |done| {
            copied.set((if done { text.copied() } else { text.not_copied() }).to_owned());
            command.set(if done { String::new() } else { curl });
        });
    };
    let request = live_text(move || {
        let journey = context.journey();
        html(&sent(context, &journey, &masked(&journey.text), streamed.get()).http(), Stage::Tokenize)
    });
    let answer = live_text(move || html(&answer(context, &context.journey(), streamed.get()), Stage::Meter));
    let empty = live_bool(move || answer.with(String::is_empty));
    let remark = live_text(move || remark(context, &context.journey()));
    let stand_in = live_text(move || if empty.get() { stand_in(context, &context.journey()) } else { String::new() });
    view! {
        <section class="exchange card" aria-labelledby="exchange-title" on:click=show_stage>
            <header class="card__header">
                <h3 class="card__title" id="exchange-title">{text.title()}</h3>
                <label class="check live-only">
                    <input
                        type="checkbox"
                        name="streamed"
                        prop:checked=move || streamed.get()
                        on:change=move |event| wish.set(event_target_checked(&event))
                    />
                    " "
                    {text.streamed()}
                </label>
            </header>
            <div class="sides">
                <div class="message">
                    {message("exchange-request", text.request(), request)}
                    {button("button", text.copy(), copy_curl)}
                    <p class="evidence" role="status">{copied}</p>
                    <pre class="message__text" hidden=live_bool(move || command.with(String::is_empty))>{command}</pre>
                </div>
                <div class="message">
                    {message("exchange-answer", text.answer(), answer)}
                    {paragraph("message__stand-in", stand_in)}
                    {proofs(live_text(move || evidence(context, &context.journey())))}
                </div>
            </div>
            <p class="evidence" hidden=live_bool(move || remark.with(String::is_empty)) inner_html=remark></p>
            <p class="evidence">{text.examples()}</p>
        </section>
    }
}

/// A message with its title; absent while there is none of it.
fn message(id: &'static str, title: &'static str, spans: Signal<String>) -> impl IntoView {
    let (place, first) = live_markup::<Pre>(spans);
    view! {
        <h4 class="message__title" id=id>{title}</h4>
        <pre
            class="message__text"
            role="group"
            tabindex="0"
            aria-labelledby=id
            translate="no"
            hidden=live_bool(move || spans.with(String::is_empty))
            node_ref=place
            inner_html=first
        ></pre>
    }
}

/// The request that is `journey`, with its text `masked`.
fn sent<'a>(context: ExhibitContext, journey: &JourneyState, masked: &'a str, streamed: bool) -> Sent<'a> {
    Sent {
        endpoint: context.data().more.endpoint(journey.provider),
        model: &context.model(journey.provider).id,
        text: masked,
        scenario: journey.scenario,
        streamed,
    }
}

/// The answer, as far as it has come; all of it before the start, when the picture is a map.
fn answer(context: ExhibitContext, journey: &JourneyState, streamed: bool) -> Vec<Span> {
    let provider = journey.provider;
    let model = context.model(provider);
    let (input, output) = (context.input(model), context.output(model));
    let usage = Usage { fresh: input.unwrap_or(Count::Exact(0)), written: output, ..Usage::default() };
    let exchange = Exchange {
        outcome: context.data().facts.outcome(provider, journey.scenario),
        answer: context.data().more.answer(provider, journey.scenario),
        paid: Paid {
            provider,
            model: &model.id,
            pieces: &context.pieces(model),
            usage: &usage.record(provider),
            headers: &context.data().more.answer(provider, Scenario::Paid).headers.lines,
        },
        output_tokens: output.low(),
        key: &context.data().more.endpoint(provider).key_example,
        input_tokens: input.map_or(0, Count::high),
        context_window: window_tokens(context, model),
    };
    exchange.so_far(Moment { phase: journey.phase, stage: journey.stage, written: journey.written }, streamed)
}

/// What stands where there is no answer.
fn stand_in(context: ExhibitContext, journey: &JourneyState) -> String {
    let text = context.text().exhibits().exchange();
    if journey.phase == Phase::Running {
        return text.waiting().to_owned();
    }
    fill(text.nothing(), &[("provider", &context.data().facts.provider(journey.provider).name)])
}

/// How well status, headers and body are known.
fn evidence(context: ExhibitContext, journey: &JourneyState) -> String {
    let text = context.text().exhibits().exchange();
    let outcome = context.data().facts.outcome(journey.provider, journey.scenario);
    let answer = context.data().more.answer(journey.provider, journey.scenario);
    let mut out = String::new();
    if outcome.status.is_some() && !outcome.sourced.source.is_empty() {
        out += &proof(context, journey.provider, &escape(text.status()), &outcome.sourced);
    }
    for (label, part) in [(text.headers(), &answer.headers), (text.body(), &answer.body)] {
        if !part.lines.is_empty() || !part.sourced.source.is_empty() {
            out += &proof(context, journey.provider, &escape(label), &part.sourced);
        }
    }
    out
}

/// How much `model` takes at once; 0 where that is not known.
fn window_tokens(context: ExhibitContext, model: &Model) -> u32 {
    context.data().more.window(model).map_or(0, |window| window.tokens)
}

/// What has to be said about this exchange in particular, as markup.
fn remark(context: ExhibitContext, journey: &JourneyState) -> String {
    let text = context.text().exhibits().exchange();
    let model = context.model(journey.provider);
    let answer = context.data().more.answer(journey.provider, journey.scenario);
    let mut remarks: Vec<String> = Vec::new();
    remarks.extend(answer.note.as_deref().map(english));
    remarks
        .extend(answer.disagree.as_deref().map(|words| fill(&escape(text.disagree()), &[("words", &english(words))])));
    if journey.scenario == Scenario::TooLong {
        remarks.push(escape(&context.text().number().counted(text.too_long(), window_tokens(context, model))));
    }
    if journey.scenario == Scenario::Paid && context.input(model).is_some_and(|count| !count.is_exact()) {
        remarks.push(escape(text.ranges()));
    }
    if Letters::of(&journey.text) != journey.letters {
        remarks.push(escape(text.cut()));
    }
    if !detect(&journey.text).is_empty() {
        remarks.push(escape(text.masked()));
    }
    remarks.join(" ")
}
