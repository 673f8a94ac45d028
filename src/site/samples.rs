//! The example texts, counted with tiktoken-rs at build time: what the page shows before anything
//! is downloaded is real.

use super::SiteError;
use super::vocabularies::Vocabulary;
use crate::handover::Samples;
use crate::tokenizer::{Counted, Encoder, Encoding, Tokenization};
use crate::worker::reference::Reference;

/// The text in the lab before the reader types: words that split, scripts, an emoji of many tokens.
const SAMPLE: &str =
    "An API key says who is asking; tokens count how much was used. Unbelievably, even 你好 and 👩🏽‍🚀 are tokens.";

/// The model's example answer in the journey.
const ANSWER: &str =
    "No. The key says who is asking, and the tokens say how much was used. You need both, and they never trade places.";

/// The encodings whose results go with the page: those of the models in the price book.
const COUNTED: [Encoding; 2] = [Encoding::O200kBase, Encoding::Cl100kBase];

/// The example, counted in each encoding whose results go with the page.
pub(super) fn count(vocabularies: &[Vocabulary]) -> Result<Samples, SiteError> {
    let engines: Vec<_> =
        COUNTED.into_iter().map(|encoding| engine(vocabularies, encoding)).collect::<Result<_, _>>()?;
    Ok(Samples { text: count_with(&engines, SAMPLE), answer: count_with(&engines, ANSWER) })
}

fn engine(vocabularies: &[Vocabulary], encoding: Encoding) -> Result<Reference, SiteError> {
    let vocabulary = vocabularies.iter().find(|vocabulary| vocabulary.place.file == encoding.vocabulary_file());
    let reader = &vocabulary.ok_or_else(|| SiteError::new("a vocabulary is missing"))?.reader;
    let tokens = (0..encoding.ranks()).filter_map(|rank| Some((rank, reader.vocabulary().bytes_of(rank)?)));
    Reference::new(encoding, tokens).map_err(|error| SiteError::new(error.to_string()))
}

/// Counts `text` with every engine.
fn count_with(engines: &[Reference], text: &str) -> Counted {
    let result = |engine: &Reference| (engine.encoding(), Tokenization::new(text, engine.encode(text)));
    Counted { text: text.into(), results: engines.iter().map(result).collect() }
}
