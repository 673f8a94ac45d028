//! Content as values: Markdown becomes HTML pieces, data files become checked facts.
//!
//! 1. [`languages`] says which languages there are; [`article`] reads a language's sections and [`small_page`] its small
//!    pages; [`amounts`] puts the data's numbers into them, [`pieces`] cuts them at their figures, [`check`] reads their
//!    questions, [`markdown`] renders them and [`glossary`] marks their terms. [`claims`] holds the text against the list
//!    of what it claims, and numbers the sources.
//! 2. [`facts`] reads models, providers and outcomes, [`exhibits`] what only the exhibits show, [`costs`] what the
//!    calculator of costs starts from; nothing without source and date gets through.
//! 3. [`Words`] are the interface's strings.
//!
//! Invariant: what is wrong in a file is reported with the file's name, and nothing is guessed.

mod amounts;
mod article;
mod check;
mod claims;
mod costs;
pub mod day;
mod error;
mod examples;
mod exhibits;
mod facts;
mod front_matter;
mod glossary;
mod key_places;
mod languages;
mod markdown;
mod marks;
mod models;
mod pieces;
mod plurals;
mod reader;
mod reading_time;
mod sizes;
mod small_page;
mod texts;
mod words;

pub use amounts::{Amounts, CountTokens};
pub use article::{Article, Section};
pub use claims::{Claim, Claims, Grounds, Own, Reading, Rule, Source};
pub use error::ContentError;
pub use examples::Examples;
pub use glossary::{GLOSSARY_PAGE, Glossary, Term};
pub use languages::{Direction, Language};
pub use markdown::Question;
pub use pieces::Piece;
pub use sizes::sizes;
pub use small_page::{PageKind, SmallPage};
pub use texts::Texts;
pub use words::Words;
