//! A model's price with where and when it was read.

use super::PricePerMtok;

/// How well a fact about a provider is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Evidence {
    /// The provider's own documentation or source code says so.
    Documented,
    /// Others report it, with a date.
    Reported,
    /// The provider does not document it, and nothing reliable was found.
    Unknown,
}

impl Evidence {
    /// Every degree, best known first.
    pub const ALL: [Self; 3] = [Self::Documented, Self::Reported, Self::Unknown];

    /// The word used in data files and attributes.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Reported => "reported",
            Self::Unknown => "unknown",
        }
    }
}

/// List price of one model, in USD per million tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Price {
    /// Text sent to the model.
    pub input: PricePerMtok,
    /// Text the model writes, hidden reasoning included.
    pub output: PricePerMtok,
    /// How well the price is known.
    pub evidence: Evidence,
    /// Address of the page it was read on.
    pub source: String,
    /// Day of that reading, `YYYY-MM-DD`.
    pub checked: String,
}
