//! Leptos components: the same code renders at build time and comes alive in the browser.
//!
//! 1. [`page_data`] is what the build hands over; [`strings`] are its words.
//! 2. [`Shared`] holds the reader's request and its tokens; the figures read and write it.
//! 3. [`token_lab`] and [`journey`] are the figures, [`page`] the document around them.
//! 4. `exhibits` are further figures, in a WebAssembly file that is fetched when one comes near.
//!
//! Invariants: a component's first render depends on [`PageData`] alone, never on the browser;
//! there is no domain logic here, and no word of the interface.

mod age;
mod clipboard;
#[cfg(any(feature = "exhibits", feature = "ssr"))]
pub mod exhibits;
mod flat;
pub mod journey;
mod link_notice;
#[cfg(feature = "ssr")]
pub mod page;
pub mod page_data;
mod parts;
#[cfg(feature = "hydrate")]
mod session;
mod shared;
pub mod strings;
pub mod token_lab;
mod told;

pub use link_notice::LinkNotice;
pub use page_data::PageData;
#[cfg(feature = "hydrate")]
pub use session::{start, take_text, tell};
pub use shared::{Answers, Ask, Check, LabResult, Notice, Progress, Shared};

use strings::Strings;

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
        let text = strings::from_words(data.words.clone().leak());
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
