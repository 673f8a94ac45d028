//! The browser's part: hydrates the exhibits that are on the page, and takes over what the app passes on.

use std::cell::Cell;

use leptos::prelude::*;

use super::{Exhibit, ExhibitContext};
use crate::handover::{ExhibitData, JourneyState};

thread_local! {
    static CONTEXT: Cell<Option<ExhibitContext>> = const { Cell::new(None) };
}

/// Brings the exhibits to life. `data` is their data as the build wrote it.
///
/// # Panics
/// If `data` is not what this build wrote; the exhibits then stay as they were rendered.
pub fn start(data: &str) {
    let data = ExhibitData::from_text(data);
    // Lives as long as the page.
    let owner = Owner::new_root(None);
    let context = owner.with(|| ExhibitContext::new(data));
    for exhibit in Exhibit::ALL {
        exhibit.hydrate(context);
    }
    std::mem::forget(owner);
    // Not before: the first render must be the one that the build wrote.
    context.today().know();
    CONTEXT.set(Some(context));
}

/// Takes over a change of the request or its journey, as [`JourneyState`] lines.
///
/// # Panics
/// If `lines` are not what this build's app wrote.
pub fn update(lines: &str) {
    if let Some(context) = CONTEXT.get() {
        context.set_journey(JourneyState::from_text(lines));
    }
}
