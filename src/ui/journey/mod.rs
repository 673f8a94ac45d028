//! The journey: one request from key to bill, drawn from one clock.
//!
//! Hooks that host pages and tests rely on: the root is `[data-journey]` with `data-stage`,
//! `data-outcome`, `data-status`, `data-provider`, `data-scenario` and `data-playing`.

mod bill;
mod broadcast;
mod carried;
mod context;
mod controls;
mod ending;
mod house;
mod menus;
mod model_text;
mod player;
mod steps;

use leptos::prelude::*;

use super::Shared;
use super::widgets::live_text;
use bill::Bill;
use carried::Carried;
use context::JourneyContext;
use controls::Controls;
use ending::EndingLine;
use house::House;
use menus::Menus;
use model_text::ModelText;
use steps::Steps;

/// The whole journey.
#[component]
pub fn Journey(
    /// The reader's request.
    shared: Shared,
) -> impl IntoView {
    let text = shared.page.text().journey();
    let context = JourneyContext::new(shared);
    let player = context.player;
    broadcast::broadcast(context);
    let stage = live_text(move || player.frame().stage.name().to_owned());
    let phase = live_text(move || player.frame().phase.name().to_owned());
    let status = live_text(move || player.frame().status.map(|status| status.to_string()).unwrap_or_default());
    let provider = live_text(move || shared.request.with(|request| request.provider.name().to_owned()));
    let scenario = live_text(move || shared.request.with(|request| request.scenario.name().to_owned()));
    view! {
        <section
            class="journey card"
            aria-labelledby="journey-title"
            data-journey=""
            data-stage=stage
            data-outcome=phase
            data-status=status
            data-provider=provider
            data-scenario=scenario
            data-playing=live_text(move || player.is_playing().to_string())
        >
            <header class="card__header">
                <h2 class="card__title" id="journey-title">{text.title()}</h2>
            </header>
            <Menus context/>
            <House context/>
            <Controls context/>
            <EndingLine context/>
            <Carried context/>
            <ModelText context/>
            <Steps context/>
            <Bill context/>
            <p class="journey__note">{text.simplified()}</p>
        </section>
    }
}
