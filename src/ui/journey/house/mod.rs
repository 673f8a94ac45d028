//! The picture: a house in section, with you outside and a floor for each question.
//!
//! 1. [`Scene`] says what each thing does; its words stand in `data-scene`, and the style sheet draws by them.
//! 2. What moves with every frame moves by the scene's shares, which are custom properties of the house.
//! 3. The drawings are files beside the floors. They are written at build time; the app does not carry them.
//!
//! Invariant: the list of steps says everything that the picture says.

mod chips;
mod cost;
mod key;
mod tokens;

use std::cell::Cell;

use leptos::html;
use leptos::prelude::*;

use super::context::JourneyContext;
use crate::journey::scene::{Band, Scene};
use crate::ui::widgets::{effect, frozen, live_text};
use cost::CostBand;
use key::KeyBand;
use tokens::TokensBand;

/// The whole house.
#[component]
pub(super) fn House(context: JourneyContext) -> impl IntoView {
    let house = NodeRef::<html::Div>::new();
    let last = Cell::new(None);
    effect(move || {
        let shares = Scene::at(&context.player.moment(), context.outcome()).shares().map(thousandths);
        let Some(house) = house.get() else { return };
        let before = last.replace(Some(shares));
        for (index, (name, share)) in Scene::SHARES.into_iter().zip(shares).enumerate() {
            if before.is_none_or(|before| before[index] != share) {
                let style = web_sys::HtmlElement::style(&house);
                let _ = style.set_property(name, &format!("{share}e-3"));
            }
        }
    });
    let words = live_text(move || scene(context).words());
    view! {
        <div class="house" role="img" aria-label=context.page.text().journey().diagram() data-scene=words node_ref=house>
            <KeyBand context/>
            <TokensBand context/>
            <CostBand context/>
        </div>
    }
}

/// The picture now, in the steps of the player.
fn scene(context: JourneyContext) -> Scene {
    Scene::at(&context.player.frame(), context.outcome())
}

/// A share for CSS, which reads `e-3` behind a number.
fn thousandths(share: f64) -> i32 {
    (share * 1_000.0).round() as i32
}

/// The question of a floor.
fn question(context: JourneyContext, band: Band) -> String {
    let text = context.page.text().house();
    let words = match band {
        Band::Key => text.who(),
        Band::Tokens => text.how_much(),
        Band::Cost => text.cost(),
    };
    frozen(|| view! { <p class="band__question">{words}</p> })
}
