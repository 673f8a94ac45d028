//! Further figures: the exchange, three receipts, the matrix of answers, the bucket, the key workshop.
//!
//! They are a WebAssembly file of their own, which is fetched when one of them comes near. Until then,
//! and without JavaScript, each shows a real result that was computed at build time.
//! 1. A figure is a folder; `README.md` beside this file says what must be in it, and [`Exhibit`] is the
//!    one table that lists them.
//! 2. [`ExhibitData`](crate::handover::ExhibitData) and [`ExhibitStrings`] come from the build;
//!    [`ExhibitContext`] holds them.
//! 3. The app passes on every change of the reader's request
//!    ([`JourneyState`](crate::handover::JourneyState)).
//! 4. What a reader chooses here that belongs to the request is set through the journey's own controls.
//!
//! Invariant: a first render depends on the build's data alone.

mod answers;
mod bucket;
mod exchange;
mod receipts;
mod workshop;

mod clock;
mod context;
mod journey_controls;
mod markup;
mod proof;
#[cfg(feature = "exhibits")]
mod session;
mod words;

pub use context::ExhibitContext;
#[cfg(feature = "exhibits")]
pub use session::{start, update};
pub use words::ExhibitStrings;

use crate::names::named_enum;
#[cfg(feature = "exhibits")]
use crate::ui::widgets::hydrate_root;
use crate::words::table;
#[cfg(feature = "ssr")]
use leptos::prelude::*;

/// Builds everything that goes by exhibit from one line for each. A line without its folder, or a folder
/// without its view, words or style sheet, does not compile; a folder without its line is dead code.
macro_rules! exhibits {
    ($($(#[$about:meta])* $variant:ident = $name:literal in $folder:ident,)+) => {
        named_enum! {
            /// A figure of this room, by the name under which the article places it.
            pub enum Exhibit { $($(#[$about])* $variant = $name,)+ }
        }

        impl Exhibit {
            /// The id of the element that the build renders it into and the browser hydrates.
            pub const fn root_id(self) -> &'static str {
                match self { $(Self::$variant => concat!($name, "-root")),+ }
            }

            /// What the browser will hydrate.
            #[cfg(feature = "ssr")]
            pub fn html(self, context: ExhibitContext) -> String {
                match self { $(Self::$variant => $folder::view(context).to_html()),+ }
            }

            /// The rules of this figure alone.
            #[cfg(feature = "ssr")]
            pub const fn style_sheet(self) -> &'static str {
                match self { $(Self::$variant => include_str!(concat!(stringify!($folder), "/style.css"))),+ }
            }

            /// Brings it to life, if it is on this page.
            #[cfg(feature = "exhibits")]
            fn hydrate(self, context: ExhibitContext) {
                match self { $(Self::$variant => hydrate_root(self.root_id(), move || $folder::view(context))),+ }
            }
        }

        table!(
            /// Words that several exhibits share, and those of each, by its folder.
            Exhibits { evidence: words::EvidenceStrings, $($folder: $folder::Words),+ }
        );
    };
}

exhibits! {
    /// Request and answer as HTTP.
    Exchange = "exchange" in exchange,
    /// What each provider answers when the same thing goes wrong.
    Answers = "answers" in answers,
    /// Three receipts for one request.
    Receipts = "receipts" in receipts,
    /// A rate limit to empty.
    Bucket = "bucket" in bucket,
    /// The key workshop.
    Workshop = "workshop" in workshop,
}
