//! What tokens cost: exact amounts, dated prices, and the arithmetic between them.
//!
//! Invariant: no floating point touches money, and no price exists without a source and a date.

mod money;
mod price;

pub use money::{PriceError, PricePerMtok, Usd};
pub use price::{Evidence, Price};
