//! The journey: one request from key to bill, drawn from one clock.
//!
//! Hooks that host pages and tests rely on: the root is `[data-journey]` with `data-stage`,
//! `data-outcome`, `data-status`, `data-provider` and `data-scenario`.

mod bill;
mod carried;
mod controls;
mod diagram;
mod geometry;
mod icons;
mod menus;
mod player;
mod steps;
mod trip;
mod verdict;

use leptos::prelude::*;

use super::{Page, Shared};
use bill::Bill;
use carried::Carried;
use controls::Controls;
use diagram::Diagram;
use menus::Menus;
use player::Player;
use steps::Steps;
use trip::Trip;
use verdict::VerdictLine;

/// The whole journey.
#[component]
pub fn Journey(
    /// Words, models, outcomes and the example answer.
    page: Page,
    /// The reader's request.
    shared: Shared,
) -> impl IntoView {
    let text = &page.text().journey;
    let trip = Trip::new(page, shared);
    let player = Player::new(trip, shared);
    let frame = player.frame;
    view! {
        <section
            class="journey card"
            aria-labelledby="journey-title"
            data-journey=""
            data-stage=move || frame.get().stage.name()
            data-outcome=move || frame.get().phase.name()
            data-status=move || frame.get().status.map(|status| status.to_string()).unwrap_or_default()
            data-provider=move || shared.request.with(|request| request.provider.name())
            data-scenario=move || shared.request.with(|request| request.scenario.name())
        >
            <header class="card__header">
                <h2 class="card__title" id="journey-title">{text.title.as_str()}</h2>
            </header>
            <Menus page shared trip/>
            <Carried page shared trip/>
            <Diagram page shared trip player/>
            <Controls page trip player/>
            <VerdictLine page trip player/>
            <Steps page trip player/>
            <Bill page trip/>
            <p class="journey__note">{text.simplified.as_str()}</p>
        </section>
    }
}
