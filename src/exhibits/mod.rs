//! Further figures in the text, a folder each: see [`Exhibit`].
//!
//! The code of each is a WebAssembly file of its own, which is fetched when the exhibit comes near (feature
//! `split`). Until then, and without JavaScript, each shows a real result that was computed at build time.
//! 1. A figure is a folder; `README.md` beside this file says what must be in it, and [`Exhibit`] is the
//!    one table that lists them.
//! 2. [`ExhibitData`](crate::handover::ExhibitData) and [`ExhibitStrings`] come from the build;
//!    [`ExhibitContext`] holds them.
//! 3. The app passes on every change of the reader's request
//!    ([`JourneyState`](crate::handover::JourneyState)); memory and Leptos are the app's.
//! 4. What a reader chooses here that belongs to the request is set through the journey's own controls.
//!
//! Invariant: a first render depends on the build's data alone.

mod answers;
mod bucket;
mod conversation;
mod cost;
mod exchange;
mod key_place;
mod languages;
mod ledger;
mod receipts;
mod two_sums;
mod which_token;
mod workshop;

mod chart;
mod clock;
mod context;
mod controls;
mod counting;
mod field;
mod journey_controls;
mod markup;
mod proof;
#[cfg(feature = "hydrate")]
mod session;
mod words;

pub use context::ExhibitContext;
#[cfg(feature = "hydrate")]
pub use session::open;
pub use words::ExhibitStrings;

/// An exhibit's code could not be fetched.
#[cfg(all(feature = "hydrate", feature = "split"))]
pub type NotLoaded = wasm_split_helpers::SplitLoaderError;
/// An exhibit's code could not be fetched: it is part of the app here.
#[cfg(all(feature = "hydrate", not(feature = "split")))]
pub type NotLoaded = std::convert::Infallible;

use crate::names::named_enum;
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

            /// Fetches its code and brings it to life, if it is on this page.
            #[cfg(feature = "hydrate")]
            #[cfg_attr(not(feature = "split"), allow(clippy::unused_async))] // nothing to wait for
            async fn hydrate(self, data: &str) -> Result<(), NotLoaded> {
                match self {
                    $(Self::$variant => {
                        let opened = chunks::$folder(data);
                        #[cfg(feature = "split")]
                        let opened = opened.await;
                        opened
                    })+
                }
            }
        }

        /// Brings an exhibit to life. With `split`, each of these functions, and what only it calls, is a
        /// WebAssembly file of its own, which is fetched when the function is called.
        #[cfg(feature = "hydrate")]
        #[allow(clippy::unnecessary_wraps)] // fetching can fail
        #[cfg_attr(feature = "split", allow(unsafe_code))] // what the macro writes: imports and exports
        mod chunks {
            #[cfg(feature = "split")]
            use wasm_split_helpers::wasm_split;

            use super::{Exhibit, NotLoaded, session};
            use crate::ui::widgets::hydrate_root;

            $(
                #[cfg_attr(feature = "split", wasm_split($folder, fallible))]
                pub(super) fn $folder(data: &str) -> Result<(), NotLoaded> {
                    session::bring_to_life(data, |context| {
                        hydrate_root(Exhibit::$variant.root_id(), move || super::$folder::view(context));
                    });
                    Ok(())
                }
            )+
        }

        table!(
            /// Words that several exhibits share, and those of each, by its folder.
            Exhibits { evidence: words::EvidenceStrings, field: words::FieldStrings, $($folder: $folder::Words),+ }
        );
    };
}

exhibits! {
    /// Request and answer as HTTP.
    Exchange = "exchange" in exchange,
    /// What each provider answers when the same thing goes wrong.
    Answers = "answers" in answers,
    /// A wrong sum beside the right one.
    TwoSums = "two-sums" in two_sums,
    /// What work costs, with every model.
    Cost = "cost" in cost,
    /// Three receipts for one request.
    Receipts = "receipts" in receipts,
    /// One sentence in many languages.
    Languages = "languages" in languages,
    /// A rate limit to empty.
    Bucket = "bucket" in bucket,
    /// The key workshop.
    Workshop = "workshop" in workshop,
    /// Sentences to sort by what "token" means.
    WhichToken = "which-token" in which_token,
    /// Places for a key, and who can read it there.
    KeyPlace = "key-place" in key_place,
    /// A conversation's bill, turn by turn.
    Conversation = "conversation" in conversation,
    /// An invented company's ledger.
    Ledger = "ledger" in ledger,
}
