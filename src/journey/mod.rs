//! One request from key to bill, without a browser.
//!
//! 1. A [`Provider`] and a [`Scenario`] select an [`Outcome`]: where the request stops, and how.
//! 2. A [`Timeline`] lays the [`Stage`]s out on one clock; [`Timeline::at`] gives the [`Frame`].
//! 3. A [`Receipt`] prices what was counted, exactly or as a range.
//!
//! Invariant: everything drawn is a function of these values and the clock, so scrubbing, still
//! frames, tests and the picture without JavaScript come from the same code.

mod count;
mod model;
mod outcome;
mod provider;
mod receipt;
mod scenario;
mod stage;
mod timeline;

pub use count::{CharsPerToken, Count};
pub use model::Model;
pub use outcome::{Billed, Half, Mender, Outcome, Retry, Verdict};
pub use provider::Provider;
pub use receipt::{Receipt, ReceiptLine};
pub use scenario::Scenario;
pub use stage::Stage;
pub use timeline::{Frame, Phase, Timeline};
