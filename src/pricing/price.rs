//! A model's price with where and when it was read.

use super::{PricePerMtok, Sourced};
use crate::names::named_enum;

named_enum! {
    /// How well a fact about a provider is known.
    pub enum Evidence {
        /// The provider's own documentation or source code says so.
        Documented = "documented",
        /// Others report it, with a date.
        Reported = "reported",
        /// The provider does not document it, and nothing reliable was found.
        Unknown = "unknown",
    }
}

/// List price of one model, in USD per million tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Text sent to the model.
    pub input: PricePerMtok,
    /// Text the model writes, hidden reasoning included.
    pub output: PricePerMtok,
    /// Where it was read.
    pub sourced: Sourced,
}
