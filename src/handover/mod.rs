//! What the build hands to the browser, and the form in which it gets there.
//!
//! 1. [`PageData`] goes into every page, [`ExhibitData`] into a file beside them.
//! 2. `flat` writes both as lines of text and reads them back.
//! 3. [`JourneyState`] is what the app passes to the exhibits while the page is used.
//!
//! Invariant: a component's first render is a pure function of these values.

mod exhibit_data;
mod flat;
mod journey_state;
mod page_data;

pub use exhibit_data::ExhibitData;
pub use journey_state::{JourneyState, SHARED_BYTES, shared_beginning};
pub use page_data::{PageData, Samples};
