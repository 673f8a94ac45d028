//! The example texts, counted with tiktoken-rs at build time: what the page shows before anything
//! is downloaded is real.

use super::SiteError;
use super::vocabularies::Vocabulary;
use crate::content::{Amounts, Examples, Texts};
use crate::handover::Samples;
use crate::journey::cost::{Passage, Translation};
use crate::journey::{Letters, LongSample, Sample, SampleLanguage, Sentence, Sentences, Size, words_between_spaces};
use crate::tokenizer::{Counted, Encoder, Encoding, Tokenization};
use crate::worker::reference::Reference;

/// The encodings whose results go with the page: those of the models in the price book.
const ON_THE_PAGE: [Encoding; 1] = [Encoding::O200kBase];

/// The encodings that the article and its exhibits speak of.
const IN_THE_ARTICLE: [Encoding; 2] = [Encoding::O200kBase, Encoding::Cl100kBase];

/// The text by which tokens are estimated from English words.
const LONG: &str = "udhr-2-25.en";

/// tiktoken-rs for each encoding that is counted at build time.
pub(super) fn engines(vocabularies: &[Vocabulary]) -> Result<Vec<Reference>, SiteError> {
    IN_THE_ARTICLE.into_iter().map(|encoding| engine(vocabularies, encoding)).collect()
}

/// The examples of a language, counted for the page.
pub(super) fn count(engines: &[Reference], examples: &Examples) -> Samples {
    let engines: Vec<_> = engines.iter().filter(|engine| ON_THE_PAGE.contains(&engine.encoding())).collect();
    Samples { text: count_with(&engines, &examples.text), answer: count_with(&engines, &examples.answer) }
}

/// The sentences in all their languages, cut in every encoding.
pub(super) fn sentences(engines: &[Reference], texts: Texts, sizes: Vec<Size>) -> Result<Sentences, SiteError> {
    let sample = |sentence: Sentence, language: SampleLanguage| -> Result<Sample, SiteError> {
        let text = texts.read(&format!("{}.{}", sentence.name(), language.name()))?;
        let cut = |engine: &Reference| (engine.encoding(), cut_with(engine, &text).into());
        Ok(Sample { sentence, language, cuts: engines.iter().map(cut).collect(), text: text.into() })
    };
    let pairs = Sentence::ALL
        .iter()
        .flat_map(|&sentence| SampleLanguage::ALL.iter().map(move |&language| (sentence, language)));
    let samples = pairs.map(|(sentence, language)| sample(sentence, language)).collect::<Result<_, SiteError>>()?;
    let long = texts.read(LONG)?;
    let tokens = engines.iter().map(|engine| (engine.encoding(), engine.encode(&long).ids.len() as u32)).collect();
    Ok(Sentences { samples, long: LongSample { words: words_between_spaces(&long), tokens }, sizes })
}

/// The text of the article's two sums, counted for the page.
pub(super) fn translation(engines: &[Reference], amounts: Amounts) -> Result<Translation, SiteError> {
    let passage = |name: &str| {
        let text = amounts.text(name).map_err(SiteError::new)?;
        let counted = engines.iter().filter(|engine| ON_THE_PAGE.contains(&engine.encoding()));
        Ok::<_, SiteError>(Passage {
            words: text.split_whitespace().count() as u32,
            letters: Letters::of(&text),
            tokens: counted.map(|engine| (engine.encoding(), engine.encode(&text).ids.len() as u32)).collect(),
        })
    };
    Ok(Translation { english: passage("udhr-2-25.en")?, spanish: passage("udhr-2-25.es")? })
}

/// The number of tokens of `text` for the article.
pub(super) fn count_tokens(engines: &[Reference], encoding: Encoding, text: &str) -> Result<u32, String> {
    let engine = engines.iter().find(|engine| engine.encoding() == encoding);
    let engine = engine.ok_or_else(|| format!("{} is not counted at build time", encoding.name()))?;
    Ok(engine.encode(text).ids.len() as u32)
}

fn engine(vocabularies: &[Vocabulary], encoding: Encoding) -> Result<Reference, SiteError> {
    let vocabulary = vocabularies.iter().find(|vocabulary| vocabulary.place.file == encoding.vocabulary_file());
    let reader = &vocabulary.ok_or_else(|| SiteError::new("a vocabulary is missing"))?.reader;
    let tokens = (0..encoding.ranks()).filter_map(|rank| Some((rank, reader.vocabulary().bytes_of(rank)?)));
    Reference::new(encoding, tokens).map_err(|error| SiteError::new(error.to_string()))
}

/// Counts `text` with every engine.
fn count_with(engines: &[&Reference], text: &str) -> Counted {
    let result = |engine: &&Reference| (engine.encoding(), cut_with(engine, text));
    Counted { text: text.into(), results: engines.iter().map(result).collect() }
}

fn cut_with(engine: &Reference, text: &str) -> Tokenization {
    Tokenization::new(text, engine.encode(text))
}
