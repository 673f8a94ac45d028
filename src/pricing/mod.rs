//! What tokens cost: exact amounts, dated prices, and the arithmetic between them.
//!
//! Invariant: no floating point touches money, and no price exists without a source and a date.

mod money;
mod price;
mod sourced;

pub use money::{PriceError, PricePerMtok, Usd};
pub use price::{Evidence, Price};
pub use sourced::Sourced;
