//! What the build hands to the exhibits: words, facts and real sample results.

use super::Samples;
use super::flat::{flat_by_fields, flat_by_name, from_text, to_text};
use crate::journey::cost::{
    BatchCache, BatchCacheRule, CostFacts, Passage, Preset, Task, Translation, WordFact, WordRule,
};
use crate::journey::exchange::{Answer, Endpoint, Part};
use crate::journey::{
    ExhibitFacts, Facts, HeaderForm, HeaderOf, HeaderTells, KeyFact, KeyPlace, KeyQuestion, Letters, Limit,
    LimitHeader, LongSample, PlaceFact, RecordSource, Refill, Sample, SampleLanguage, Sentence, Sentences, Size,
    SizeKind, Terms, Variation, Window,
};
use crate::tokenizer::Cut;

/// Everything the exhibits need for their first render and after it.
#[derive(Clone, Debug)]
pub struct ExhibitData {
    /// The words, in the order of the keys of `ExhibitStrings`.
    pub words: Vec<String>,
    /// The example.
    pub samples: Samples,
    /// Models, providers and the matrix of outcomes.
    pub facts: Facts,
    /// What only the exhibits show.
    pub more: ExhibitFacts,
    /// The sentences in several languages.
    pub sentences: Sentences,
    /// The text of the article's two sums.
    pub translation: Translation,
}

flat_by_name!(
    KeyPlace,
    KeyQuestion,
    Variation,
    Refill,
    HeaderOf,
    HeaderTells,
    HeaderForm,
    Sentence,
    SampleLanguage,
    SizeKind,
    Task,
    BatchCacheRule
);
flat_by_fields! {
    Endpoint { provider, host, path, key_header, key_example, version_header }
    Part { lines, sourced }
    Answer { provider, scenario, seen_status, headers, body, disagree, note }
    Terms {
        model, variation, exists, input_thousandths, output_thousandths, threshold_tokens, image_tokens, note, sourced,
    }
    Window { model, tokens, sourced }
    LimitHeader { name, of, tells, form }
    Limit {
        provider, model, tier, requests_per_minute, tokens_per_minute, output_per_minute, monthly_cap_usd,
        usd_per_10_minutes, refill, counts, headers, sourced,
    }
    KeyFact { provider, text, question, sourced }
    PlaceFact { places, by, text, sourced }
    RecordSource { provider, sourced }
    Cut { boundaries, counts }
    Sample { sentence, language, text, cuts }
    LongSample { words, tokens }
    Size { kind, words, sourced }
    Sentences { samples, long, sizes }
    WordRule { fewest_words, most_words }
    WordFact { provider, rule, sourced }
    BatchCache { provider, models, rule, sourced }
    Preset { task, input_pages, input_words, output_words, reasoning_tokens, cached_percent, steps, times }
    CostFacts { start_model, words_per_page, word_rules, batch_caches, presets }
    Letters { ascii, other }
    Passage { words, letters, tokens }
    Translation { english, spanish }
    ExhibitFacts { endpoints, answers, terms, windows, limits, key_facts, place_facts, records, costs }
    ExhibitData { words, samples, facts, more, sentences, translation }
}

impl ExhibitData {
    /// The data as text, as the build writes it beside the pages.
    pub fn to_text(&self) -> String {
        to_text(self)
    }

    /// The inverse of [`ExhibitData::to_text`].
    ///
    /// # Panics
    /// If the text is something else.
    pub fn from_text(text: &str) -> Self {
        from_text(text)
    }
}
