//! Leptos components: the same code renders at build time and comes alive in the browser.
//!
//! 1. [`page_data`] is what the build hands over; [`strings`] are its words.
//! 2. [`Shared`] holds the reader's request and its tokens; the figures read and write it.
//! 3. [`token_lab`] and [`journey`] are the figures, [`page`] the document around them.
//!
//! Invariants: a component's first render depends on [`PageData`] alone, never on the browser;
//! there is no domain logic here, and no word of the interface.

pub mod journey;
#[cfg(feature = "ssr")]
pub mod page;
pub mod page_data;
#[cfg(feature = "hydrate")]
mod session;
mod shared;
pub mod strings;
mod theme;
pub mod token_lab;

pub use page_data::PageData;
#[cfg(feature = "hydrate")]
pub use session::start;
pub use shared::{LabResult, Notice, Progress, Shared};
pub use theme::ThemeSwitch;

/// A handle on the page's data, which lives as long as the page.
#[derive(Clone, Copy)]
pub struct Page(&'static PageData);

impl Page {
    /// Keeps `data` for good.
    pub fn new(data: PageData) -> Self {
        Self(Box::leak(Box::new(data)))
    }

    /// The page's words.
    pub fn text(self) -> &'static strings::Strings {
        &self.0.strings
    }

    /// The page's data.
    pub fn data(self) -> &'static PageData {
        self.0
    }
}
