//! The example texts, counted with tiktoken-rs at build time: what the page shows before anything
//! is downloaded is real.

use super::SiteError;
use super::vocabularies::Vocabulary;
use crate::tokenizer::{Encoder, Tokenization, token_list};
use crate::ui::page_data::Counted;
use crate::worker::reference::Reference;

/// The text in the lab before the reader types: words that split, scripts, an emoji of many tokens.
pub(super) const SAMPLE: &str =
    "An API key says who is asking; tokens count how much was used. Unbelievably, even 你好 and 👩🏽‍🚀 are tokens.";

/// The model's example answer in the journey.
pub(super) const ANSWER: &str =
    "No. The key says who is asking, and the tokens say how much was used. You need both, and they never trade places.";

/// One engine per vocabulary, in the same order.
pub(super) fn engines(vocabularies: &[Vocabulary]) -> Result<Vec<Reference>, SiteError> {
    vocabularies
        .iter()
        .map(|packed| {
            let tokens = token_list::unpack(&packed.packed).map_err(|error| SiteError::new(error.to_string()))?;
            Reference::new(packed.encoding, tokens).map_err(|error| SiteError::new(error.to_string()))
        })
        .collect()
}

/// Counts `text` in every encoding.
pub(super) fn count(text: &str, engines: &[Reference]) -> Counted {
    let results = engines.iter().map(|engine| Tokenization::new(text, engine.encode(text))).collect();
    Counted { text: text.to_owned(), results }
}
