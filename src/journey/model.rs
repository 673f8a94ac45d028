//! A model the reader can send the request to.
//!
//! Invariant: a model has an encoding or a reason why its tokens can only be estimated, never both.

use super::{CharsPerToken, Count, ExhibitFacts, Letters, Provider, Variation};
use crate::names::named_enum;
use crate::pricing::{Evidence, Price, PricePerMtok, Sourced};
use crate::tokenizer::{Counted, Encoding};

named_enum! {
    /// Why a model's tokens can only be estimated.
    pub enum EstimateReason {
        /// The provider publishes encodings and names none for this model.
        NoEncodingNamed = "no-encoding-named",
        /// The provider publishes no tokenizer of its current models.
        NoTokenizer = "no-tokenizer",
        /// The provider's SDK names tokenizers for other models only.
        SdkNamesNone = "sdk-names-none",
    }
}

/// A model with its dated price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// Name in the provider's API.
    pub id: String,
    /// Name on the page.
    pub name: String,
    /// Who runs it.
    pub provider: Provider,
    /// Whether the provider recommends it to whoever is unsure.
    pub is_recommended: bool,
    /// The last day on which it is sold, `YYYY-MM-DD`, where an end is announced.
    pub sold_until: Option<String>,
    /// Its encoding, where an official source names one that this page has.
    pub encoding: Option<Encoding>,
    /// Why there is none.
    pub why_estimated: Option<EstimateReason>,
    /// How its tokens are estimated where they cannot be counted.
    pub rule: EstimateRule,
    /// What it costs on the day of the build.
    pub price: Price,
    /// What it costs before or after, where a change is announced.
    pub other_price: Option<OtherPrice>,
    /// A condition of the price, in English.
    pub note: Option<String>,
}

/// A rule of thumb for the tokens of English text, and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EstimateRule {
    /// The rule.
    pub chars_per_token: CharsPerToken,
    /// Where it was read.
    pub sourced: Sourced,
}

/// The price on the other side of an announced change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherPrice {
    /// Its first day where it is still to come, or else its last, `YYYY-MM-DD`.
    pub day: String,
    /// Whether it is still to come on the day of the build.
    pub is_coming: bool,
    /// Text sent to the model.
    pub input: PricePerMtok,
    /// Text the model writes.
    pub output: PricePerMtok,
}

impl Model {
    /// Whether the model can be offered for `provider` while the text is cut with `encoding`: it has
    /// that encoding, or its tokens are estimated anyway.
    pub fn is_offered(&self, provider: Provider, encoding: Encoding) -> bool {
        self.provider == provider && self.encoding.is_none_or(|own| own == encoding)
    }

    /// The tokens of a text that `encoding` cuts into `tokens`, which may not be known yet: exact where
    /// the model uses that encoding, estimated where it does not.
    pub fn count(&self, encoding: Encoding, tokens: Option<u32>, letters: Letters) -> Option<Count> {
        if self.encoding == Some(encoding) {
            return tokens.map(Count::Exact);
        }
        Some(self.estimate(letters))
    }

    /// The tokens of a text of these letters by the model's rule of thumb.
    fn estimate(&self, letters: Letters) -> Count {
        self.rule.chars_per_token.estimate(letters)
    }

    /// The tokens of the whole example answer: exact where it was counted in the model's encoding.
    pub fn count_answer(&self, answer: &Counted) -> Count {
        match self.encoding.and_then(|encoding| answer.result(encoding)) {
            Some(tokens) => Count::Exact(tokens.len() as u32),
            None => self.estimate(Letters::of(&answer.text)),
        }
    }

    /// The model of `provider` whose output costs least.
    pub fn cheapest(models: &[Self], provider: Provider) -> Option<&Self> {
        models.iter().filter(|model| model.provider == provider).min_by_key(|model| model.price.output.cost(1))
    }

    /// The first model whose prices of reading and of writing a cache are both documented, or else the first of all.
    pub fn with_documented_cache<'a>(models: &'a [Self], facts: &ExhibitFacts) -> Option<&'a Self> {
        let is_documented = |model: &Self, variation| {
            let terms = facts.terms(model, variation).filter(|terms| terms.exists);
            terms.is_some_and(|terms| terms.sourced.evidence == Evidence::Documented)
        };
        let is_found = |model: &&Self| {
            [Variation::CacheHit, Variation::CacheWrite].iter().all(|&about| is_documented(model, about))
        };
        models.iter().find(is_found).or_else(|| models.first())
    }

    /// The model called `id` if it is offered. Otherwise the newest that can be counted exactly, or else
    /// the recommended one: `models` has the recommended one first and then the newest first. For an
    /// encoding that no model of the provider uses and where none is estimated, the provider's first.
    pub fn choose<'a>(models: &'a [Self], provider: Provider, encoding: Encoding, id: &str) -> Option<&'a Self> {
        let offered = || models.iter().filter(|model| model.is_offered(provider, encoding));
        let named = offered().find(|model| model.id == id);
        let exact = || offered().find(|model| model.encoding.is_some());
        let first = || models.iter().find(|model| model.provider == provider);
        named.or_else(exact).or_else(|| offered().next()).or_else(first)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::{EstimateReason, EstimateRule, Model};
    use crate::journey::{CharsPerToken, Count, Letters, Provider};
    use crate::pricing::{Evidence, Price, Sourced};
    use crate::tokenizer::Encoding;

    /// A model for tests: a dollar a million, four characters a token.
    pub fn model(id: &str, provider: Provider, encoding: Option<Encoding>) -> Model {
        let price = "1".parse().expect("a price");
        let sourced = Sourced { evidence: Evidence::Documented, source: String::new(), checked: String::new() };
        Model {
            id: id.to_owned(),
            name: id.to_owned(),
            provider,
            is_recommended: false,
            sold_until: None,
            encoding,
            why_estimated: encoding.is_none().then_some(EstimateReason::NoTokenizer),
            rule: EstimateRule {
                chars_per_token: CharsPerToken { low_hundredths: 400, high_hundredths: 400 },
                sourced: sourced.clone(),
            },
            price: Price { input: price, output: price, sourced },
            other_price: None,
            note: None,
        }
    }

    /// As in the data: the recommended one first, then the newest first.
    fn models() -> Vec<Model> {
        let o200k = Some(Encoding::O200kBase);
        vec![
            model("recommended", Provider::OpenAi, None),
            model("new", Provider::OpenAi, None),
            model("countable", Provider::OpenAi, o200k),
            model("old", Provider::OpenAi, o200k),
            model("claude", Provider::Anthropic, None),
            model("other claude", Provider::Anthropic, None),
        ]
    }

    fn chosen(provider: Provider, encoding: Encoding, id: &str) -> String {
        Model::choose(&models(), provider, encoding, id).expect("a model").id.clone()
    }

    #[test]
    fn on_arrival_it_is_the_newest_that_can_be_counted_exactly() {
        assert_eq!(chosen(Provider::OpenAi, Encoding::O200kBase, ""), "countable");
    }

    #[test]
    fn a_provider_without_a_countable_model_starts_with_the_recommended_one() {
        assert_eq!(chosen(Provider::Anthropic, Encoding::O200kBase, ""), "claude");
        assert_eq!(chosen(Provider::OpenAi, Encoding::R50kBase, ""), "recommended");
    }

    #[test]
    fn the_readers_choice_goes_before_and_a_model_that_is_not_offered_is_none() {
        assert_eq!(chosen(Provider::OpenAi, Encoding::O200kBase, "new"), "new");
        assert_eq!(chosen(Provider::OpenAi, Encoding::O200kBase, "claude"), "countable");
        assert_eq!(chosen(Provider::OpenAi, Encoding::R50kBase, "old"), "recommended");
    }

    #[test]
    fn only_a_models_own_encoding_counts_exactly() {
        let models = models();
        let count = |index: usize, encoding| models[index].count(encoding, Some(5), Letters::of("12345678"));
        assert_eq!(count(2, Encoding::O200kBase), Some(Count::Exact(5)));
        assert_eq!(count(2, Encoding::R50kBase), Some(Count::Estimate { low: 2, high: 2 }));
        assert_eq!(count(0, Encoding::O200kBase), Some(Count::Estimate { low: 2, high: 2 }));
    }
}
