//! The eight stages as an ordered list that says everything the picture says.

use leptos::prelude::*;

use super::player::Player;
use super::trip::Trip;
use crate::journey::{Phase, Stage};
use crate::ui::Page;
use crate::ui::strings::fill;

/// The list; choosing a stage moves the picture there.
#[component]
pub(super) fn Steps(page: Page, trip: Trip, player: Player) -> impl IntoView {
    let items: Vec<_> = Stage::ALL.iter().map(|&stage| step(page, trip, player, stage)).collect();
    view! { <ol class="steps" aria-label=page.text().journey.steps.as_str()>{items}</ol> }
}

fn step(page: Page, trip: Trip, player: Player, stage: Stage) -> impl IntoView {
    let words = page.text().stages.of(stage);
    let current = move || {
        let frame = player.frame.get();
        (frame.stage == stage && frame.phase != Phase::Idle).then_some("step")
    };
    let last = move || trip.timeline.with(|timeline| timeline.last());
    let beyond = move || stage > last();
    let ending = move || {
        let text = &page.text().journey;
        let stopped = stage == last() && trip.outcome.with(|outcome| outcome.stage != Stage::Bill);
        if beyond() {
            text.not_reached.as_str()
        } else if stopped {
            text.stops.as_str()
        } else {
            ""
        }
    };
    view! {
        <li class="steps__item" class:steps__item--beyond=beyond aria-current=current data-step=stage.name()>
            <button type="button" class="steps__label" disabled=beyond on:click=move |_| player.show(stage)>
                {words.label.as_str()}
            </button>
            <span class="steps__text">{move || sentence(page, trip, stage)}</span>
            <strong class="steps__ending">{ending}</strong>
        </li>
    }
}

/// What happens at `stage`, with this request's numbers.
fn sentence(page: Page, trip: Trip, stage: Stage) -> String {
    let provider = trip.provider();
    fill(
        &page.text().stages.of(stage).text,
        &[
            ("provider", &provider.name),
            ("header", &provider.key_header),
            ("input", &trip.count_words(trip.input.get())),
            ("output", &trip.count_words(Some(trip.output.get()))),
            ("total", &trip.total_words()),
        ],
    )
}
