//! The browser's part: brings an exhibit to life, and lets it follow the app.

use std::cell::Cell;

use leptos::prelude::*;

use super::{Exhibit, ExhibitContext, NotLoaded};
use crate::handover::ExhibitData;
use crate::ui::follow;

thread_local! {
    static CONTEXT: Cell<Option<ExhibitContext>> = const { Cell::new(None) };
}

/// Fetches the code of the exhibit `name` and brings it to life. `data` is the exhibits' data as the build
/// wrote it. An unknown name does nothing.
///
/// # Errors
/// If its code cannot be fetched; it then stays as it was rendered, and may be opened again.
///
/// # Panics
/// If `data` is not what this build wrote.
pub async fn open(name: &str, data: &str) -> Result<(), NotLoaded> {
    match Exhibit::from_name(name) {
        Some(exhibit) => exhibit.hydrate(data).await,
        None => Ok(()),
    }
}

/// Has `render` hydrate an exhibit with what the build rendered it from, and then lets it follow the app.
/// Runs in the exhibit's own code, so that the app need not know how to read the data.
pub(super) fn bring_to_life(data: &str, render: impl FnOnce(ExhibitContext)) {
    // Lives as long as the page.
    let owner = Owner::new_root(None);
    let context = owner.with(|| context(data));
    render(context);
    // Not before: the first render must be the one that the build wrote.
    owner.with(|| follow_app(context));
    std::mem::forget(owner);
}

fn context(data: &str) -> ExhibitContext {
    let context = match CONTEXT.get() {
        Some(context) => context.afresh(),
        None => ExhibitContext::new(ExhibitData::from_text(data)),
    };
    CONTEXT.set(Some(context));
    context
}

fn follow_app(context: ExhibitContext) {
    context.today().know();
    follow(move |journey| context.set_journey(journey));
}
