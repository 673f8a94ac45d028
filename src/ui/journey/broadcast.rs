//! Passes the reader's request and its journey on to the exhibits.
//!
//! Their code may arrive at any time; the first that follows gets the present state, and then each change once.

use leptos::prelude::*;

use super::context::JourneyContext;
use crate::handover::{JourneyState, shared_beginning};
use crate::ui::widgets::effect;

/// Passes on every change, once an exhibit follows.
pub(super) fn broadcast(context: JourneyContext) {
    let shared = context.shared;
    effect(move || {
        if shared.is_followed.get() {
            let state = Some(state(context));
            if shared.journey.with_untracked(|last| *last != state) {
                shared.journey.set(state);
            }
        }
    });
}

fn state(context: JourneyContext) -> JourneyState {
    let frame = context.player.frame();
    let (tokens, letters, model) = (context.tokens(), context.letters(), context.model().id.clone());
    context.shared.request.with(|request| JourneyState {
        provider: request.provider,
        model,
        scenario: request.scenario,
        stage: frame.stage,
        phase: frame.phase,
        written: frame.output_tokens,
        encoding: request.reading.encoding,
        tokens,
        letters,
        text: shared_beginning(&request.reading.text).to_owned(),
    })
}
