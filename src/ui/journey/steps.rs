//! The eight stages as an ordered list that says everything the picture says.

use leptos::prelude::*;

use super::context::JourneyContext;
use crate::journey::{Phase, Stage};
use crate::ui::widgets::{button_when, either, live_bool, live_text};
use crate::words::fill;

/// The list; choosing a stage moves the picture there.
#[component]
pub(super) fn Steps(context: JourneyContext) -> impl IntoView {
    let items: Vec<_> = Stage::ALL.iter().map(|&stage| step(context, stage)).collect();
    view! { <ol class="steps" aria-label=context.page.text().journey().steps()>{items}</ol> }
}

fn step(context: JourneyContext, stage: Stage) -> impl IntoView {
    let text = context.page.text().journey();
    let current = Signal::derive(move || {
        let frame = context.player.frame();
        (frame.stage == stage && frame.phase != Phase::Idle).then(|| "step".to_owned())
    });
    let last = move || context.outcome().stage;
    let beyond = live_bool(move || stage > last());
    let class = either(move || beyond.get(), "steps__item steps__item--beyond", "steps__item");
    let ending = live_text(move || {
        let words = if beyond.get() {
            text.not_reached()
        } else if stage == last() && stage != Stage::Bill {
            text.stops()
        } else {
            ""
        };
        words.to_owned()
    });
    let label = live_text(move || context.page.text().stages().of(stage).label().to_owned());
    view! {
        <li class=class aria-current=current data-step=stage.name()>
            {button_when("steps__label", label, beyond, move || context.player.show(stage))}
            <span class="steps__name">{context.page.text().stages().of(stage).label()}</span>
            <span class="steps__text">{live_text(move || sentence(context, stage))}</span>
            <strong class="steps__ending">{ending}</strong>
        </li>
    }
}

/// What happens at `stage`, with this request's numbers.
fn sentence(context: JourneyContext, stage: Stage) -> String {
    let provider = context.provider();
    let text = context.page.text().journey();
    let keep = if provider.shows_key_once { text.key_once() } else { text.key_again() };
    fill(
        context.page.text().stages().of(stage).text(),
        &[
            ("provider", &provider.name),
            ("header", &provider.key_header),
            ("input", &context.count_words(context.input())),
            ("output", &context.count_words(Some(context.output()))),
            ("total", &context.total_words()),
            ("keep", &fill(keep, &[("provider", &provider.name)])),
        ],
    )
}
