//! Tells the exhibits what the reader asks and how far the journey has come.
//!
//! They live in a WebAssembly file of their own, which may arrive at any time; whoever listens first
//! hears everything, and then every change once.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::player::Player;
use super::trip::Trip;
use crate::ui::Shared;
use crate::ui::parts::effect;
use crate::ui::told::{Told, told_part};

/// Hears a [`Told`] as lines.
type Listener = Rc<dyn Fn(&str)>;

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// From now on `listener` hears of every change.
#[cfg(feature = "hydrate")]
pub(in crate::ui) fn listen(shared: Shared, listener: Listener) {
    LISTENER.set(Some(listener));
    shared.listeners.update(|listeners| *listeners += 1);
}

/// Tells of every change, as soon as somebody listens.
pub(super) fn tell(shared: Shared, trip: Trip, player: Player) {
    let last = RefCell::new(String::new());
    effect(move || {
        shared.listeners.track();
        let Some(listener) = LISTENER.with_borrow(Clone::clone) else { return };
        let told = told(shared, trip, player).write();
        if last.replace(told.clone()) != told {
            listener(&told);
        }
    });
}

fn told(shared: Shared, trip: Trip, player: Player) -> Told {
    let frame = player.frame();
    let (tokens, letters, model) = (trip.tokens(), trip.letters(), trip.model().id.clone());
    shared.request.with(|request| Told {
        provider: request.provider,
        model,
        scenario: request.scenario,
        stage: frame.stage,
        phase: frame.phase,
        written: frame.output_tokens,
        encoding: request.reading.encoding,
        tokens,
        letters,
        text: told_part(&request.reading.text).to_owned(),
    })
}
