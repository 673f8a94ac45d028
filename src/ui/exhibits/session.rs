//! The browser's part: hydrates the exhibits that are on the page, and hears what the app tells.

use std::cell::Cell;

use leptos::prelude::*;

use super::{Answers, BucketExhibit, ExchangeExhibit, ExhibitData, Hall, Receipts, WorkshopExhibit};
use crate::ui::session::hydrate_root;
use crate::ui::told::Told;

thread_local! {
    static HALL: Cell<Option<Hall>> = const { Cell::new(None) };
}

/// Brings the exhibits to life. `data` is their data as the build wrote it.
///
/// # Panics
/// If `data` is not what this build wrote; the exhibits then stay as they were rendered.
pub fn start(data: &str) {
    let data = ExhibitData::from_text(data);
    // Lives as long as the page.
    let owner = Owner::new_root(None);
    let hall = owner.with(|| Hall::new(data));
    hydrate_root("exchange-root", move || view! { <ExchangeExhibit hall/> });
    hydrate_root("answers-root", move || view! { <Answers hall/> });
    hydrate_root("receipts-root", move || view! { <Receipts hall/> });
    hydrate_root("bucket-root", move || view! { <BucketExhibit hall/> });
    hydrate_root("workshop-root", move || view! { <WorkshopExhibit hall/> });
    std::mem::forget(owner);
    // Not before: the first render must be the one that the build wrote.
    hall.today().know();
    HALL.set(Some(hall));
}

/// Hears of a change, as [`Told`] lines.
pub fn told(lines: &str) {
    if let (Some(hall), Some(told)) = (HALL.get(), Told::read(lines)) {
        hall.tell(told);
    }
}
