//! The exhibits' data as lines of text, as in `ui::flat`.

use super::ExhibitData;
use super::data::{ExhibitFacts, KeyFact, Limit, RecordSource, Sourced, Window};
use crate::journey::exchange::{Answer, Endpoint, Part};
use crate::journey::{Terms, Variation};
use crate::ui::flat::{Flat, flat_by_fields, flat_by_name, to_text};

flat_by_name!(Variation);
flat_by_fields! {
    Endpoint { provider, host, path, key_header, key_example, version_header }
    Part { lines, evidence, source, checked }
    Answer { provider, scenario, seen_status, headers, body, disagree, note }
    Terms {
        model, variation, exists, input_percent, output_percent, threshold_tokens, image_tokens, note, evidence,
        source, checked,
    }
    Sourced { evidence, source, checked }
    Window { model, tokens, sourced }
    Limit {
        provider, model, tier, requests_per_minute, tokens_per_minute, output_per_minute, monthly_cap_usd,
        usd_per_10_minutes, is_bucket, counts, headers, sourced,
    }
    KeyFact { provider, topic, text, sourced }
    RecordSource { provider, sourced }
    ExhibitFacts { answers, terms, windows, limits, key_facts, records }
    ExhibitData { words, sample, answer, models, providers, outcomes, endpoints, facts }
}

impl ExhibitData {
    /// The data as text, as the build writes it beside the pages.
    ///
    /// # Errors
    /// The first text with a line break, which this form cannot hold.
    pub fn to_text(&self) -> Result<String, String> {
        to_text(self)
    }

    /// The inverse of [`ExhibitData::to_text`].
    ///
    /// # Panics
    /// If the text is something else.
    pub fn from_text(text: &str) -> Self {
        Self::take(&mut text.split('\n'))
    }
}
