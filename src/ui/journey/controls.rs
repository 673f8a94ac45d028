//! Back, Play, Next and the slider; left and right arrow keys step.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::player::Player;
use super::trip::Trip;
use crate::journey::Phase;
use crate::ui::Page;

/// Positions of the slider.
const SLIDER: f64 = 1000.0;

/// The row of controls.
#[component]
pub(super) fn Controls(page: Page, trip: Trip, player: Player) -> impl IntoView {
    let text = &page.text().journey;
    let slider = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let share = player.share();
        if let Some(slider) = slider.get() {
            slider.set_value(&format!("{:.0}", share * SLIDER));
        }
    });
    let label = move || {
        let ended = matches!(player.frame.get().phase, Phase::Paid | Phase::Refused | Phase::Failed);
        match (player.playing.get(), ended) {
            (true, _) => text.pause.as_str(),
            (false, true) => text.again.as_str(),
            (false, false) => text.play.as_str(),
        }
    };
    let keys = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowLeft" => player.back(),
        "ArrowRight" => player.forward(),
        _ => {}
    };
    let stage_words = move || page.text().stages.of(player.frame.get().stage).label.as_str();
    let at_end = move || player.frame.get().stage == trip.timeline.with(|timeline| timeline.last()) && player.share() >= 1.0;
    view! {
        <div class="controls">
            <div class="buttons" role="group" aria-label=text.controls.as_str() on:keydown=keys>
                <button type="button" class="button" disabled=move || player.share() <= 0.0 on:click=move |_| player.back()>
                    {text.back.as_str()}
                </button>
                <button type="button" class="button button--main controls__play" on:click=move |_| player.toggle()>
                    {label}
                </button>
                <button type="button" class="button" disabled=at_end on:click=move |_| player.forward()>
                    {text.forward.as_str()}
                </button>
            </div>
            <input
                class="controls__slider"
                type="range"
                min="0"
                max=SLIDER
                value="0"
                aria-label=text.position.as_str()
                aria-valuetext=stage_words
                node_ref=slider
                on:input=move |event| player.scrub(event_target_value(&event).parse().unwrap_or(0.0) / SLIDER)
            />
        </div>
    }
}
