//! Leptos components: the same code renders at build time and comes alive in the browser.
//!
//! 1. [`Page`] holds what the build handed over, and its words.
//! 2. [`Shared`] holds the reader's request and its tokens; the figures read and write it.
//! 3. [`token_lab`] and [`journey`] are the figures; `widgets` are small pieces of several figures.
//!
//! Invariants: a component's first render depends on [`PageData`] alone, never on the browser;
//! there is no domain logic here, and no word of the interface.

pub(crate) mod clipboard;
pub mod journey;
mod link_notice;
#[cfg(feature = "hydrate")]
mod session;
mod shared;
pub mod token_lab;
pub(crate) mod widgets;

pub use link_notice::LinkNotice;
#[cfg(feature = "hydrate")]
pub use session::{start, subscribe, take_text};
pub use shared::{Check, LabResult, Listener, Notice, OnWish, Progress, Shared, Wish};

use crate::handover::PageData;
use crate::words::{self, Strings};

/// A handle on the page's data and words, which live as long as the page.
///
/// A single pointer, like [`Shared`] and the handles of the journey: closures capture them by the
/// dozen, and every word captured is code in the app.
#[derive(Clone, Copy)]
pub struct Page(&'static Kept);

struct Kept {
    data: PageData,
    text: Strings,
}

impl Page {
    /// Keeps `data` for good.
    pub fn new(data: PageData) -> Self {
        let text = words::from_words(data.words.clone().leak());
        Self(Box::leak(Box::new(Kept { data, text })))
    }

    /// The page's words.
    pub fn text(self) -> &'static Strings {
        &self.0.text
    }

    /// The page's data.
    pub fn data(self) -> &'static PageData {
        &self.0.data
    }
}
