//! The example texts, counted with tiktoken-rs at build time: what the page shows before anything
//! is downloaded is real.

use super::SiteError;
use super::vocabularies::Vocabulary;
use crate::handover::Counted;
use crate::tokenizer::{Encoder, Encoding, Tokenization};
use crate::worker::reference::Reference;

/// The text in the lab before the reader types: words that split, scripts, an emoji of many tokens.
pub(super) const SAMPLE: &str =
    "An API key says who is asking; tokens count how much was used. Unbelievably, even 你好 and 👩🏽‍🚀 are tokens.";

/// The model's example answer in the journey.
pub(super) const ANSWER: &str =
    "No. The key says who is asking, and the tokens say how much was used. You need both, and they never trade places.";

/// The encodings whose results go with the page: those of the models in the price book.
const COUNTED: [Encoding; 2] = [Encoding::O200kBase, Encoding::Cl100kBase];

/// tiktoken-rs for each encoding whose results go with the page.
pub(super) fn engines(vocabularies: &[Vocabulary]) -> Result<Vec<Reference>, SiteError> {
    COUNTED.into_iter().map(|encoding| engine(vocabularies, encoding)).collect()
}

fn engine(vocabularies: &[Vocabulary], encoding: Encoding) -> Result<Reference, SiteError> {
    let vocabulary = vocabularies.iter().find(|vocabulary| vocabulary.place.file == encoding.vocabulary_file());
    let reader = &vocabulary.ok_or_else(|| SiteError::new("a vocabulary is missing"))?.reader;
    let tokens = (0..encoding.ranks()).filter_map(|rank| Some((rank, reader.vocabulary().bytes_of(rank)?)));
    Reference::new(encoding, tokens).map_err(|error| SiteError::new(error.to_string()))
}

/// Counts `text` with every engine.
pub(super) fn count(text: &str, engines: &[Reference]) -> Counted {
    let result = |engine: &Reference| (engine.encoding(), Tokenization::new(text, engine.encode(text)));
    Counted { text: text.into(), results: engines.iter().map(result).collect() }
}
