//! The picture: a house in section, with you outside and a floor for each question.
//!
//! 1. [`Scene`] says what each thing does; its words stand in `data-scene`, and the style sheet draws by them.
//! 2. What moves with every frame moves by the scene's shares, which are custom properties of what moves.
//! 3. The drawings are files beside the floors. They are written at build time; the app does not carry them.
//!
//! Invariant: the list of steps says everything that the picture says.

mod chips;
mod cost;
mod key;
mod tokens;

use std::cell::{Cell, RefCell};

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use super::context::JourneyContext;
use crate::journey::Count;
use crate::journey::scene::{Band, Scene};
use crate::ui::widgets::{effect, frozen, live_text};
use cost::CostBand;
use key::KeyBand;
use tokens::TokensBand;

/// The whole house.
#[component]
pub(super) fn House(context: JourneyContext) -> impl IntoView {
    let house = NodeRef::<html::Div>::new();
    let (movers, last) = (RefCell::new(Vec::new()), Cell::new(None));
    effect(move || {
        let shares = Scene::at(&context.player.moment(), context.outcome()).shares().map(thousandths);
        let Some(house) = house.get() else { return };
        let mut movers = movers.borrow_mut();
        if movers.is_empty() {
            movers.extend(MOVERS.iter().filter_map(|(share, place)| Some((*share, find(&house, place)?))));
        }
        let before = last.replace(Some(shares));
        let has_moved = |share: usize| before.is_none_or(|before| before[share] != shares[share]);
        for (share, mover) in movers.iter().filter(|(share, _)| has_moved(*share)) {
            let _ = mover.style().set_property(Scene::SHARES[*share], &format!("{}e-3", shares[*share]));
        }
    });
    let words = live_text(move || context.scene().words());
    view! {
        <div class="house" role="img" aria-label=context.page.text().journey().diagram() data-scene=words node_ref=house>
            <KeyBand context/>
            <TokensBand context/>
            <CostBand context/>
        </div>
    }
}

/// What moves, by the index of its share in [`Scene::SHARES`]. A share is set where it is used: on the whole house it
/// would have every element styled anew, sixty times a second.
const MOVERS: [(usize, &str); 11] = [
    (0, ".lane__letter"),
    (1, ".lane__card"),
    (2, ".look"),
    (3, ".behind__limits"),
    (4, ".text-in"),
    (5, ".drawing--scissors"),
    (6, ".model-box__arrow"),
    (7, ".paper"),
    (8, ".paper"),
    (8, ".fall"),
    (9, ".fall"),
];

fn find(house: &HtmlElement, place: &str) -> Option<HtmlElement> {
    house.query_selector(place).ok()??.dyn_into().ok()
}

/// Tokens of the answer that there are by now: a number of their own only where they can be counted.
fn output_so_far(context: JourneyContext) -> Count {
    match context.scene().tokens.written {
        Some(0) => Count::Exact(0),
        Some(written) if context.answer().is_some() => Count::Exact(written),
        _ => context.output(),
    }
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
