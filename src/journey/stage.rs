//! The eight stages every request is drawn with, in order.
//!
//! A simplification: providers check limits on an estimate, before the exact count, and none
//! publishes its exact pipeline.

use crate::names::named_enum;

named_enum! {
    /// A place on the request's way.
    #[derive(PartialOrd, Ord)]
    pub enum Stage {
        /// The reader creates a key in the provider's console.
        CreateKey = "create-key",
        /// The program sends the text with the key in a header.
        Send = "send",
        /// The provider looks up whose key it is and what it may do.
        CheckKey = "check-key",
        /// The provider checks rate limits, credit and spend limits, on an estimate.
        CheckLimits = "check-limits",
        /// The text is cut into input tokens.
        Tokenize = "tokenize",
        /// The model writes output tokens, one at a time.
        Generate = "generate",
        /// Input and output tokens are counted.
        Meter = "meter",
        /// Counts times prices become an amount.
        Bill = "bill",
    }
}

impl Stage {
    /// Position on the way, from 0.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The stage after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.index() + 1).copied()
    }

    /// The stage before this one.
    pub fn previous(self) -> Option<Self> {
        self.index().checked_sub(1).map(|index| Self::ALL[index])
    }
}
