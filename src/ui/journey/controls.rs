//! Back, Play, Next, the slider and the speed; left and right arrow keys step.

use std::cell::Cell;

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::context::JourneyContext;
use crate::journey::Phase;
use crate::ui::widgets::{button_when, choice, constant_text, effect, live_bool, live_text, menu};

/// How fast it can play: in words, and in quarters of the usual speed. Reading numbers with a point would
/// be a sixth of the app.
const SPEEDS: [(&str, u32); 4] = [("0.25", 1), ("0.5", 2), ("1", 4), ("2", 8)];

/// Positions of the slider.
const SLIDER: u32 = 1000;
/// While the journey plays the slider moves this many of them at once, because each move costs a layout.
const SLIDER_STEP: u32 = 10;

/// The row of controls.
#[component]
pub(super) fn Controls(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().journey();
    let slider = NodeRef::<html::Input>::new();
    let shown = Cell::new(None);
    effect(move || {
        let position = (context.player.share() * f64::from(SLIDER)) as u32;
        if let Some(slider) = slider.get()
            && shown.replace(Some(position / SLIDER_STEP)) != Some(position / SLIDER_STEP)
        {
            slider.set_value(&position.to_string());
        }
    });
    let is_idle = live_bool(move || context.player.frame().phase == Phase::Idle);
    let is_over = move || context.player.frame().phase.is_over();
    let play = live_text(move || {
        let words = match (context.player.is_playing(), is_over()) {
            (true, _) => text.pause(),
            (false, true) => text.again(),
            (false, false) => text.play(),
        };
        words.to_owned()
    });
    let keys = move |event: KeyboardEvent| match event.key().as_str() {
        "ArrowLeft" => context.player.back(),
        "ArrowRight" => context.player.forward(),
        _ => {}
    };
    let scrub = move |event| {
        let position: u32 = event_target_value(&event).parse().unwrap_or(0);
        context.player.scrub(f64::from(position) / f64::from(SLIDER));
    };
    let speeds = SPEEDS
        .iter()
        .map(|(words, _)| choice(words, &format!("{} ×", context.page.text().number().fraction(words))))
        .collect();
    let speed = live_text(move || {
        let chosen = SPEEDS.iter().find(|(_, quarters)| *quarters == context.player.speed_quarters());
        chosen.map_or("1", |(words, _)| words).to_owned()
    });
    let choose_speed = move |words: String| {
        if let Some((_, quarters)) = SPEEDS.iter().find(|(known, _)| *known == words) {
            context.player.set_speed(*quarters);
        }
    };
    view! {
        <div class="controls live-only">
            <div class="buttons live-only" role="group" aria-label=text.controls() on:keydown=keys>
                {button_when("button", constant_text(text.back()), is_idle, move || context.player.back())}
                <button type="button" class="button button--main" data-play="" on:click=move |_| context.player.toggle()>
                    {play}
                </button>
                {button_when("button", constant_text(text.forward()), live_bool(is_over), move || context.player.forward())}
            </div>
            <input
                class="controls__slider"
                type="range"
                min="0"
                max=SLIDER.to_string()
                value="0"
                aria-label=text.position()
                aria-valuetext=live_text(move || context.page.text().stages().of(context.player.frame().stage).label().to_owned())
                node_ref=slider
                on:input=scrub
            />
            {menu("speed", text.speed(), speeds, speed, choose_speed)}
        </div>
    }
}
