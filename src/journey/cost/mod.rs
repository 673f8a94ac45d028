//! What work costs before it is done: sizes become tokens, and tokens become money by each model's rules.
//!
//! 1. A [`Workload`] says what is sent and what comes back, in tokens, in words or as counted ([`Size`]); words
//!    become tokens by a provider's own rule ([`WordRule`]).
//! 2. A [`Tariff`] holds a model's price and everything that changes it: cache, batch, long prompts, reasoning.
//! 3. A [`Quote`] prices the fewest and the most tokens that the workload may stand for, and [`Remark`]s say what
//!    changed the price.
//! 4. An [`Order`] sorts the quotes of many models, and [`Times`] compare two.
//! 5. [`Translation`] counts one real text for the article's two sums.
//!
//! Invariants: amounts are exact, and what would not fit is nothing rather than wrong; every token of a workload is
//! on exactly one line.

mod comparison;
mod facts;
mod quote;
mod sums;
mod tariff;
mod workload;

pub use comparison::{Column, Offer, Order, Times};
pub use facts::{BatchCache, BatchCacheRule, CostFacts, Preset, Task, WordFact};
pub use quote::{Quote, QuoteLine, Remark};
pub use sums::{Passage, Translation, WrongSum};
pub use tariff::{OwnPrices, Tariff};
pub use workload::{Size, WordRule, Workload};
