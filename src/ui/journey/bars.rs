//! Tokens in the picture: one bar per token, as wide as the token is long.
//!
//! Where nobody outside the provider can count, the bars are alike and dashed.

use leptos::prelude::*;

use super::geometry::{Look, station, tenths};
use super::player::Player;
use super::trip::Trip;
use crate::journey::Stage;
use crate::tokenizer::Tokenization;
use crate::ui::Shared;
use crate::ui::parts::live;

/// Bars drawn at a station at most.
const MOST_BARS: usize = 16;

/// The tokens of the reader's text.
#[component]
pub(super) fn InputBars(shared: Shared, trip: Trip, player: Player) -> impl IntoView {
    let widths = Signal::derive(move || {
        if trip.is_exact() { shared.result.with(|result| widths(&result.tokenization)) } else { unnumbered() }
    });
    let shown = Signal::derive(move || {
        let frame = player.frame();
        match Look::of(Stage::Tokenize, &frame, trip.outcome().stage) {
            Look::Here | Look::Stopped => (frame.progress * 1.6 * MOST_BARS as f64) as usize,
            Look::Map | Look::Done => MOST_BARS,
            Look::Ahead | Look::Beyond => 0,
        }
    });
    bars(Stage::Tokenize, widths, trip, shown)
}

/// The tokens of the example answer, appearing as they are written.
#[component]
pub(super) fn OutputBars(trip: Trip, player: Player) -> impl IntoView {
    let widths = Signal::derive(move || trip.answer().map_or_else(unnumbered, widths));
    let shown = Signal::derive(move || {
        let frame = player.frame();
        let map = Look::of(Stage::Generate, &frame, trip.outcome().stage) == Look::Map;
        if map { MOST_BARS } else { frame.output_tokens as usize }
    });
    bars(Stage::Generate, widths, trip, shown)
}

/// A row of bars above the station `at`, centered.
fn bars(at: Stage, widths: Signal<Vec<f64>>, trip: Trip, shown: Signal<usize>) -> impl IntoView {
    let (x, y) = station(at);
    let rects = move || {
        let known = trip.is_exact();
        let widths = widths.get();
        let mut left = x - widths.iter().map(|width| width + 2.0).sum::<f64>() / 2.0;
        let mut rects = Vec::new();
        for (index, width) in widths.into_iter().enumerate() {
            let hue = if known { (index % 6).to_string() } else { "unknown".to_owned() };
            let class = live(move || {
                let shown = if index < shown.get() { " bar--shown" } else { "" };
                format!("bar bar--{hue}{shown}")
            });
            rects.push(view! {
                <rect class=class x=tenths(left) y=tenths(y - 44.0) width=tenths(width) height="10" rx="2"></rect>
            });
            left += width + 2.0;
        }
        rects
    };
    view! { <g class="bars">{rects}</g> }
}

/// Widths of the first tokens' bars, by their length in bytes, together no wider than a column.
fn widths(tokens: &Tokenization) -> Vec<f64> {
    let lengths: Vec<f64> =
        (0..tokens.len().min(MOST_BARS)).map(|index| 2.0 + tokens.bytes_of(index).len().min(12) as f64).collect();
    let room = 118.0 - 2.0 * lengths.len() as f64;
    let scale = (room / lengths.iter().sum::<f64>()).min(1.6);
    lengths.iter().map(|length| length * scale).collect()
}

/// Bars for tokens that nobody outside the provider can count.
fn unnumbered() -> Vec<f64> {
    vec![9.0; 9]
}
