//! Passes the reader's request and its journey on to the exhibits.
//!
//! They live in a WebAssembly file of their own, which may arrive at any time; once it subscribes, it
//! gets the present state, and then each change once.

use std::cell::RefCell;

use leptos::prelude::*;

use super::context::JourneyContext;
use crate::handover::{JourneyState, shared_beginning};
use crate::ui::widgets::effect;

/// Passes on every change, once there is a listener.
pub(super) fn broadcast(context: JourneyContext) {
    let last = RefCell::new(String::new());
    effect(move || {
        let Some(listener) = context.shared.listener() else { return };
        let state = state(context).to_text();
        if last.replace(state.clone()) != state {
            listener(&state);
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
