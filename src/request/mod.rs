//! The one value that organises the page: the reader's request.
//!
//! The article talks about it, the token lab cuts it, the journey carries it to the bill, a copied
//! link restores it. This room joins the rooms below it and adds the link's form.

mod fragment;
mod percent;

pub use fragment::{Field, FromLink, LONGEST_LINK_BYTES, LinkError, link, parse};

use crate::journey::{Provider, Scenario, Stage};
use crate::tokenizer::Reading;

/// What the reader sends, to whom, and what happens to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The text to send, and how it is cut into tokens.
    pub reading: Reading,
    /// Who receives it.
    pub provider: Provider,
    /// The model's name in the provider's API.
    pub model: String,
    /// What happens on the way.
    pub scenario: Scenario,
    /// The stage the journey stands at, if it was moved.
    pub stage: Option<Stage>,
}
