//! The picture: eight stations, the way between them, and the request on it.
//!
//! The request lies above the picture, in a layer of its own: while it travels, nothing else is drawn again.
//! The list of steps says everything the picture says.

use leptos::html;
use leptos::prelude::*;

use super::bars::{InputBars, OutputBars};
use super::context::JourneyContext;
use super::geometry::{HEIGHT, RADIUS, StationState, TRACK, WIDTH, hundredths_of_percent, parcel, station, tenths};
use super::icons;
use crate::journey::{Half, Stage};
use crate::ui::widgets::{effect, frozen, live_text};
use crate::words::fill;

/// The picture.
#[component]
pub(super) fn Diagram(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().journey();
    let stations: Vec<_> = Stage::ALL.iter().map(|&stage| station_view(context, stage)).collect();
    let sheet = NodeRef::<html::Div>::new();
    effect(move || {
        let (x, y) = parcel(&context.player.moment());
        if let Some(sheet) = sheet.get() {
            let [x, y] = [hundredths_of_percent(x, WIDTH), hundredths_of_percent(y, HEIGHT)];
            let place = format!("translate({x}e-2%, {y}e-2%)");
            let _ = web_sys::HtmlElement::style(&sheet).set_property("transform", &place);
        }
    });
    view! {
        <div class="picture">
            <svg class="diagram" role="img" aria-label=text.diagram() viewBox=format!("0 0 {WIDTH} {HEIGHT}")>
                <g inner_html=frozen(|| ground(context))></g>
                {stations}
                <InputBars context/>
                <OutputBars context/>
            </svg>
            <div class="parcel" node_ref=sheet inner_html=frozen(letter)></div>
        </div>
    }
}

/// What lies under everything: the two questions and the way.
fn ground(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().journey();
    view! {
        <text class="diagram__question diagram__question--key" x="20" y="26">{text.who()}</text>
        <text class="diagram__question diagram__question--tokens" x="20" y="200">{text.how_much()}</text>
        <path class="diagram__track" d=TRACK></path>
    }
}

/// The request: a written sheet with a seal. The style sheet puts its origin at the picture's corner.
fn letter() -> impl IntoView {
    view! {
        <svg class="parcel__sheet" viewBox="-40 -50 80 90" aria-hidden="true">
            <circle class="parcel__halo" r="34"></circle>
            <rect class="parcel__paper" x="-13" y="-46" width="26" height="20" rx="3"></rect>
            <path class="parcel__lines" d="M-8 -40h16M-8 -36h16M-8 -32h9"></path>
            <path class="parcel__seal" d="M9 -30a4 4 0 1 0 .01 0"></path>
        </svg>
    }
}

fn station_view(context: JourneyContext, stage: Stage) -> impl IntoView {
    let (x, y) = station(stage);
    let state = move || StationState::of(stage, &context.player.frame(), context.outcome().stage);
    let half = if stage < Stage::Tokenize { Half::Key } else { Half::Tokens };
    let kind = match stage {
        Stage::CreateKey | Stage::CheckKey => "key",
        Stage::Tokenize | Stage::Generate | Stage::Meter => "tokens",
        Stage::Bill => "money",
        Stage::Send | Stage::CheckLimits => "plain",
    };
    let class = live_text(move || format!("station station--{kind} station--{}", state().name()));
    view! {
        <g class=class transform=format!("translate({} {})", tenths(x), tenths(y)) data-half=half.name()>
            <g inner_html=frozen(|| building(context, stage))></g>
            <text class="station__number" y="65">{live_text(move || number(context, stage, state()))}</text>
        </g>
    }
}

/// What a station is made of: a disc with an icon, a cross for failures, and a name.
fn building(context: JourneyContext, stage: Stage) -> impl IntoView {
    view! {
        <circle class="station__disc" r=RADIUS></circle>
        <path class="station__icon" transform="translate(-16.2 -16.2) scale(1.35)" d=icons::path(stage)></path>
        <path class="station__cross" d="M14 -26l10 10M24 -26l-10 10"></path>
        <text class="station__label" y="46">{context.page.text().stages().of(stage).label()}</text>
    }
}

/// The number under a station, as far as the reader has come.
fn number(context: JourneyContext, stage: Stage, state: StationState) -> String {
    if state == StationState::Stopped {
        return context.player.frame().status.map(|status| status.to_string()).unwrap_or_default();
    }
    if !state.shows_numbers() {
        return String::new();
    }
    let text = context.page.text().journey();
    let about = if context.is_exact() { "" } else { "≈ " };
    let (input, output) = (context.count_words(context.input()), context.count_words(Some(context.output())));
    match stage {
        Stage::Tokenize => fill(text.tokens_in(), &[("count", &input)]),
        Stage::Generate if state == StationState::Here => written(context),
        Stage::Generate => fill(text.tokens_out(), &[("count", &output)]),
        Stage::Meter => format!("{about}{input} + {output}"),
        Stage::Bill => about.to_owned() + &context.total_words(),
        _ => String::new(),
    }
}

/// How many output tokens have been written by now; without numbers where they are not known.
fn written(context: JourneyContext) -> String {
    if !context.is_exact() {
        return "…".to_owned();
    }
    let count = context.page.text().number().whole(context.player.frame().output_tokens);
    fill(context.page.text().journey().tokens_out(), &[("count", &count)])
}
