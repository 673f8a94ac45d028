//! Further figures: the exchange, three receipts, the matrix of answers, the bucket, the key workshop.
//!
//! They are a WebAssembly file of their own, which is fetched when one of them comes near. Until then,
//! and without JavaScript, each shows a real result that was computed at build time.
//! 1. [`ExhibitData`](crate::handover::ExhibitData) and [`ExhibitStrings`] come from the build; [`ExhibitContext`] holds them.
//! 2. The app passes on every change of the reader's request ([`JourneyState`](crate::handover::JourneyState)).
//! 3. What a reader chooses here that belongs to the request is set through the journey's own controls.
//!
//! Invariant: a first render depends on the build's data alone.

mod answers;
mod bucket;
mod clock;
mod context;
mod exchange;
mod markup;
mod page_controls;
mod proof;
mod receipts;
#[cfg(feature = "exhibits")]
mod session;
mod strings;
mod thief;
mod workshop;

pub use answers::Answers;
pub use bucket::BucketExhibit;
pub use context::ExhibitContext;
pub use exchange::ExchangeExhibit;
pub use receipts::Receipts;
#[cfg(feature = "exhibits")]
pub use session::{start, update};
pub use strings::ExhibitStrings;
pub use workshop::WorkshopExhibit;
