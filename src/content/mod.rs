//! Content as values: Markdown becomes HTML pieces, data files become checked facts.
//!
//! 1. [`languages`] says which languages there are; [`article`] reads a language's sections; [`amounts`] puts the
//!    data's numbers into them and [`markdown`] renders them.
//! 2. [`facts`] reads models, providers and outcomes, [`exhibits`] what only the exhibits show, [`costs`] what the
//!    calculator of costs starts from; nothing without source and date gets through.
//! 3. [`Words`] are the interface's strings.
//!
//! Invariant: what is wrong in a file is reported with the file's name, and nothing is guessed.

mod amounts;
mod article;
mod costs;
pub mod day;
mod error;
mod examples;
mod exhibits;
mod facts;
mod front_matter;
mod languages;
mod markdown;
mod marks;
mod models;
mod plurals;
mod practice;
mod words;

pub use amounts::{Amounts, CountTokens};
pub use article::{Article, Piece, Section};
pub use error::ContentError;
pub use examples::Examples;
pub use languages::{Direction, Language};
pub use markdown::Question;
pub use words::Words;
