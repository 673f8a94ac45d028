//! The browser's part: hydrates the exhibits that are on the page, and takes over what the app passes on.

use std::cell::Cell;

use leptos::prelude::*;

use super::{Answers, BucketExhibit, ExchangeExhibit, ExhibitContext, Receipts, WorkshopExhibit};
use crate::handover::{ExhibitData, JourneyState};
use crate::ui::widgets::hydrate_root;

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
    hydrate_root("exchange-root", move || view! { <ExchangeExhibit context/> });
    hydrate_root("answers-root", move || view! { <Answers context/> });
    hydrate_root("receipts-root", move || view! { <Receipts context/> });
    hydrate_root("bucket-root", move || view! { <BucketExhibit context/> });
    hydrate_root("workshop-root", move || view! { <WorkshopExhibit context/> });
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
