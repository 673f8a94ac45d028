//! Where a fact was read, when, and how well it is known.

use super::Evidence;

/// Where a fact was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced {
    /// How well it is known.
    pub evidence: Evidence,
    /// Address of the source.
    pub source: String,
    /// Day of the source, `YYYY-MM-DD`.
    pub checked: String,
}

impl Sourced {
    /// What needs no source: that an ordinary request is answered with status 200.
    pub const fn common_knowledge() -> Self {
        Self { evidence: Evidence::Documented, source: String::new(), checked: String::new() }
    }
}
