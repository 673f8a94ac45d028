//! Tokens in the picture: one bar per token, as wide as the token is long.
//!
//! Where nobody outside the provider can count, the bars are alike and dashed.

use std::sync::Arc;

use leptos::prelude::*;

use super::context::JourneyContext;
use super::geometry::{StationState, station, tenths};
use crate::journey::Stage;
use crate::tokenizer::Tokenization;
use crate::ui::widgets::live_text;

/// Bars drawn at a station at most.
const MOST_BARS: usize = 16;

/// The tokens of the reader's text.
#[component]
pub(super) fn InputBars(context: JourneyContext) -> impl IntoView {
    let place = move |index| {
        let widths = if context.is_exact() {
            context.shared.result.with(|result| widths(&result.tokenization))
        } else {
            unnumbered()
        };
        place(Stage::Tokenize, &widths, index)
    };
    let shown = move || {
        let frame = context.player.frame();
        match StationState::of(Stage::Tokenize, &frame, context.outcome().stage) {
            StationState::Here | StationState::Stopped => (frame.progress * 1.6 * MOST_BARS as f64) as usize,
            StationState::Map | StationState::Done => MOST_BARS,
            StationState::Ahead | StationState::Beyond => 0,
        }
    };
    bars(context, Arc::new(place), Arc::new(shown))
}

/// The tokens of the example answer, appearing as they are written.
#[component]
pub(super) fn OutputBars(context: JourneyContext) -> impl IntoView {
    let place = move |index| place(Stage::Generate, &context.answer().map_or_else(unnumbered, widths), index);
    let shown = move || {
        let frame = context.player.frame();
        let map = StationState::of(Stage::Generate, &frame, context.outcome().stage) == StationState::Map;
        if map { MOST_BARS } else { frame.output_tokens as usize }
    };
    bars(context, Arc::new(place), Arc::new(shown))
}

/// Left, top and width of a bar; nothing if there are fewer.
type Place = Option<(f64, f64, f64)>;

/// A row of bars. All exist from the start; those without a place or not shown yet are not seen.
fn bars(
    context: JourneyContext,
    place: Arc<dyn Fn(usize) -> Place + Send + Sync>,
    shown: Arc<dyn Fn() -> usize + Send + Sync>,
) -> impl IntoView {
    let bars: Vec<_> = (0..MOST_BARS)
        .map(|index| {
            let (at, shown) = (place.clone(), shown.clone());
            let class = live_text(move || {
                let hue = if context.is_exact() { (index % 6).to_string() } else { "unknown".to_owned() };
                let seen = if index < shown() && at(index).is_some() { " bar--shown" } else { "" };
                format!("bar bar--{hue}{seen}")
            });
            let at = place.clone();
            let shape = live_text(move || {
                let (left, top, width) = at(index).unwrap_or_default();
                format!("M{} {}h{}v10h-{}z", tenths(left), tenths(top), tenths(width), tenths(width))
            });
            view! { <path class=class d=shape></path> }
        })
        .collect();
    view! { <g class="bars">{bars}</g> }
}

/// The place of bar `index` in the row above the station `at`, which is centered.
fn place(at: Stage, widths: &[f64], index: usize) -> Place {
    let (x, y) = station(at);
    let width = *widths.get(index)?;
    let whole: f64 = widths.iter().map(|width| width + 2.0).sum();
    let before: f64 = widths[..index].iter().map(|width| width + 2.0).sum();
    Some((x - whole / 2.0 + before, y - 44.0, width))
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
