//! Leptos components: the same code renders at build time and comes alive in the browser.
//!
//! 1. [`Page`] holds what the build handed over, and its words.
//! 2. [`Shared`] holds the reader's request and its tokens; the figures read and write it.
//! 3. [`token_lab`] and [`journey`] are the figures of the stage ([`StageFigure`]); `widgets` are small pieces
//!    of several figures.
//!
//! Invariants: a component's first render depends on [`PageData`] alone, never on the browser;
//! there is no domain logic here, and no word of the interface.

pub(crate) mod clipboard;
mod counted;
pub mod journey;
mod link_notice;
#[cfg(feature = "hydrate")]
mod session;
mod shared;
pub mod token_lab;
pub(crate) mod widgets;

pub use counted::{Check, Findings, LabResult, Progress};
pub use link_notice::LinkNotice;
#[cfg(feature = "hydrate")]
pub use session::{ask_tokenizer, follow, start, start_next, take_text};
pub use shared::{Notice, OnWish, Shared, Wish};

use crate::handover::PageData;
use crate::names::named_enum;
use crate::words::{self, Strings};

named_enum! {
    /// A figure of the stage: it has a place of its own beside the text where there is room.
    pub enum StageFigure {
        /// The token lab.
        TokenLab = "token-lab",
        /// The journey.
        Journey = "journey",
    }
}

impl StageFigure {
    /// The id of the element that the build renders it into and the browser hydrates.
    pub const fn root_id(self) -> &'static str {
        match self {
            Self::TokenLab => "token-lab-root",
            Self::Journey => "journey-root",
        }
    }

    /// What the browser will hydrate.
    #[cfg(feature = "ssr")]
    pub fn html(self, shared: Shared) -> String {
        use leptos::prelude::*;

        match self {
            Self::TokenLab => view! { <token_lab::TokenLab shared/> }.to_html(),
            Self::Journey => view! { <journey::Journey shared/> }.to_html(),
        }
    }

    /// Brings it to life, if it is on this page.
    #[cfg(feature = "hydrate")]
    fn hydrate(self, shared: Shared) {
        use leptos::prelude::*;

        match self {
            Self::TokenLab => {
                widgets::hydrate_root(self.root_id(), move || view! { <token_lab::TokenLab shared/> });
            }
            Self::Journey => widgets::hydrate_root(self.root_id(), move || view! { <journey::Journey shared/> }),
        }
    }
}

/// A handle on the page's data and words, which live as long as the page.
///
/// A single pointer, like [`Shared`] and the handles of the journey: closures capture them by the
/// dozen, and every word captured is code in the app.
#[derive(Clone, Copy)]
pub struct Page(&'static PageParts);

struct PageParts {
    data: PageData,
    text: Strings,
}

impl Page {
    /// Keeps `data` for good.
    pub fn new(mut data: PageData) -> Self {
        let text = words::from_words(std::mem::take(&mut data.words));
        Self(Box::leak(Box::new(PageParts { data, text })))
    }

    /// The page's words.
    pub fn text(self) -> Strings {
        self.0.text
    }

    /// The page's data.
    pub fn data(self) -> &'static PageData {
        &self.0.data
    }
}
