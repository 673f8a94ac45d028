//! Further figures: the exchange, three receipts, the matrix of answers, the bucket, the key workshop.
//!
//! They are a WebAssembly file of their own, which is fetched when one of them comes near. Until then,
//! and without JavaScript, each shows a real result that was computed at build time.
//! 1. [`ExhibitData`] and [`ExhibitStrings`] come from the build; [`Hall`] holds them.
//! 2. The app tells of every change of the reader's request ([`Told`](super::told::Told)).
//! 3. What a reader chooses here that belongs to the request is set through the journey's own controls.
//!
//! Invariant: a first render depends on the build's data alone.

mod answers;
mod bucket;
mod clock;
mod data;
mod exchange;
mod flat;
mod hall;
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
pub use data::{ExhibitData, ExhibitFacts, KeyFact, Limit, RecordSource, Sourced, Window};
pub use exchange::ExchangeExhibit;
pub use hall::Hall;
#[cfg(feature = "ssr")]
pub(crate) use markup::escape;
pub use receipts::Receipts;
#[cfg(feature = "exhibits")]
pub use session::{start, told};
pub use strings::ExhibitStrings;
pub use workshop::WorkshopExhibit;
