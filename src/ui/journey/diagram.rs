//! The picture: eight stations, the way between them, and the request on it.
//!
//! Only attributes change while it plays. The list of steps says everything the picture says.

use leptos::prelude::*;

use super::geometry::{HEIGHT, Look, RADIUS, TRACK, WIDTH, parcel, station};
use super::icons;
use super::player::Player;
use super::trip::Trip;
use crate::journey::{Half, Stage};
use crate::tokenizer::Tokenization;
use crate::ui::strings::fill;
use crate::ui::{Page, Shared};

/// Token bars drawn under a station at most.
const MOST_BARS: usize = 16;

/// The picture.
#[component]
pub(super) fn Diagram(page: Page, shared: Shared, trip: Trip, player: Player) -> impl IntoView {
    let text = &page.text().journey;
    let stations: Vec<_> = Stage::ALL.iter().map(|&stage| station_view(page, trip, player, stage)).collect();
    let place = move || {
        let (x, y) = parcel(&player.frame.get());
        format!("translate({x:.1} {y:.1})")
    };
    view! {
        <svg
            class="diagram"
            role="img"
            aria-label=text.diagram.as_str()
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            translate="no"
        >
            <text class="diagram__question diagram__question--key" x="20" y="26" data-half="key">{text.who.as_str()}</text>
            <text class="diagram__question diagram__question--tokens" x="20" y="200" data-half="tokens">{text.how_much.as_str()}</text>
            <path class="diagram__track" d=TRACK></path>
            {stations}
            <InputBars shared trip player/>
            <OutputBars trip player/>
            <g class="parcel" transform=place>
                <circle class="parcel__halo" r="34"></circle>
                <rect class="parcel__paper" x="-13" y="-46" width="26" height="20" rx="3"></rect>
                <path class="parcel__lines" d="M-8 -40h16M-8 -36h16M-8 -32h9"></path>
                <path class="parcel__seal" d="M9 -30a4 4 0 1 0 .01 0"></path>
            </g>
        </svg>
    }
}

fn station_view(page: Page, trip: Trip, player: Player, stage: Stage) -> impl IntoView {
    let (x, y) = station(stage);
    let look = Memo::new(move |_| Look::of(stage, &player.frame.get(), trip.timeline.with(|t| t.last())));
    let half = if stage < Stage::Tokenize { Half::Key } else { Half::Tokens };
    let kind = match stage {
        Stage::CreateKey | Stage::CheckKey => "key",
        Stage::Tokenize | Stage::Generate | Stage::Meter => "tokens",
        Stage::Bill => "money",
        Stage::Send | Stage::CheckLimits => "plain",
    };
    view! {
        <g
            class=move || format!("station station--{kind} station--{}", look.get().name())
            transform=format!("translate({x} {y})")
            data-half=half.name()
        >
            <circle class="station__disc" r=RADIUS></circle>
            <path class="station__icon" transform="translate(-13.2 -13.2) scale(1.1)" d=icons::path(stage)></path>
            <path class="station__cross" d="M14 -26l10 10M24 -26l-10 10"></path>
            <text class="station__label" y="46">{page.text().stages.of(stage).label.as_str()}</text>
            <text class="station__number" y="65">{move || number(page, trip, player, stage, look.get())}</text>
        </g>
    }
}

/// The number under a station, as far as the reader has come.
fn number(page: Page, trip: Trip, player: Player, stage: Stage, look: Look) -> String {
    if look == Look::Stopped {
        return player.frame.get().status.map(|status| status.to_string()).unwrap_or_default();
    }
    if !look.shows_numbers() {
        return String::new();
    }
    let text = &page.text().journey;
    let (input, output) = (trip.count_words(trip.input.get()), trip.count_words(Some(trip.output.get())));
    match stage {
        Stage::Tokenize => fill(&text.tokens_in, &[("count", &input)]),
        Stage::Generate if look == Look::Here => written(page, trip, player),
        Stage::Generate => fill(&text.tokens_out, &[("count", &output)]),
        Stage::Meter => format!("{input} + {output}"),
        Stage::Bill => trip.total_words(),
        _ => String::new(),
    }
}

/// How many output tokens have been written by now; without numbers where they are not known.
fn written(page: Page, trip: Trip, player: Player) -> String {
    if !trip.output.get().is_exact() {
        return "…".to_owned();
    }
    let count = page.text().number(player.frame.get().output_tokens);
    fill(&page.text().journey.tokens_out, &[("count", &count)])
}

/// One bar per token of the reader's text, as wide as the token is long.
#[component]
fn InputBars(shared: Shared, trip: Trip, player: Player) -> impl IntoView {
    let bars = Memo::new(move |_| {
        if trip.model.with(|model| model.encoding.is_none()) {
            return unnumbered();
        }
        shared.result.with(|result| widths(&result.tokenization))
    });
    let shown = move || {
        let frame = player.frame.get();
        let look = Look::of(Stage::Tokenize, &frame, trip.timeline.with(|t| t.last()));
        match look {
            Look::Here | Look::Stopped => (frame.progress * 1.6 * MOST_BARS as f64) as usize,
            Look::Map | Look::Done => MOST_BARS,
            _ => 0,
        }
    };
    view! { <Bars bars trip shown=Signal::derive(shown) at=Stage::Tokenize/> }
}

/// One bar per token of the example answer, appearing as it is written.
#[component]
fn OutputBars(trip: Trip, player: Player) -> impl IntoView {
    let bars = Memo::new(move |_| trip.answer().1.map_or_else(unnumbered, widths));
    let shown = move || {
        let frame = player.frame.get();
        let look = Look::of(Stage::Generate, &frame, trip.timeline.with(|t| t.last()));
        let written = frame.output_tokens as usize;
        if look == Look::Map { MOST_BARS } else { written }
    };
    view! { <Bars bars trip shown=Signal::derive(shown) at=Stage::Generate/> }
}

/// A row of bars above a station, centered.
#[component]
fn Bars(bars: Memo<Vec<f64>>, trip: Trip, shown: Signal<usize>, at: Stage) -> impl IntoView {
    let (x, y) = station(at);
    let rects = move || {
        let unknown = trip.model.with(|model| model.encoding.is_none());
        bars.with(|bars| {
            let mut left = x - bars.iter().map(|width| width + 2.0).sum::<f64>() / 2.0;
            let rects: Vec<_> = bars
                .iter()
                .enumerate()
                .map(|(index, &width)| {
                    let rect = bar(left, y, width, index, unknown, shown);
                    left += width + 2.0;
                    rect
                })
                .collect();
            rects
        })
    };
    view! { <g class="bars">{rects}</g> }
}

fn bar(left: f64, y: f64, width: f64, index: usize, unknown: bool, shown: Signal<usize>) -> impl IntoView {
    let hue = if unknown { "unknown".to_owned() } else { (index % 6).to_string() };
    view! {
        <rect
            class=format!("bar bar--{hue}")
            class:bar--shown=move || index < shown.get()
            x=format!("{left:.1}")
            y=y - 44.0
            width=format!("{width:.1}")
            height="10"
            rx="2"
        ></rect>
    }
}

/// Widths of the first tokens' bars, by their length in bytes, together no wider than a column.
fn widths(tokens: &Tokenization) -> Vec<f64> {
    let lengths: Vec<f64> =
        (0..tokens.len().min(MOST_BARS)).map(|index| 2.0 + tokens.bytes_of(index).len().min(12) as f64).collect();
    let room = 118.0 - 2.0 * lengths.len() as f64;
    let scale = (room / lengths.iter().sum::<f64>()).min(1.6);
    lengths.iter().map(|length| length * scale).collect()
}

/// Bars for tokens that nobody outside the provider can count: alike, and without numbers.
fn unnumbered() -> Vec<f64> {
    vec![9.0; 9]
}
