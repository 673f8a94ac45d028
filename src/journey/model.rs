//! A model the reader can send the request to.

use super::{CharsPerToken, Count, Letters, Provider};
use crate::pricing::Price;
use crate::tokenizer::{Counted, Encoding};

/// A model with its dated price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// Name in the provider's API.
    pub id: String,
    /// Name on the page.
    pub name: String,
    /// Who runs it.
    pub provider: Provider,
    /// Its encoding where the maker publishes it.
    pub encoding: Option<Encoding>,
    /// What it costs.
    pub price: Price,
    /// A condition of the price or the end of the model, in English.
    pub note: Option<String>,
}

impl Model {
    /// Whether the model can be offered for `provider` while the text is cut with `encoding`: it has
    /// that encoding, or nobody publishes its encoding.
    pub fn is_offered(&self, provider: Provider, encoding: Encoding) -> bool {
        self.provider == provider && self.encoding.is_none_or(|own| own == encoding)
    }

    /// The tokens of a text that `encoding` cuts into `tokens`, which may not be known yet: exact where
    /// the model reads that encoding, estimated by `rule` where it does not.
    pub fn count(
        &self,
        encoding: Encoding,
        tokens: Option<u32>,
        letters: Letters,
        rule: Option<CharsPerToken>,
    ) -> Option<Count> {
        if self.encoding == Some(encoding) {
            return tokens.map(Count::Exact);
        }
        rule.map(|rule| rule.estimate(letters))
    }

    /// The tokens of the whole example answer: exact where it was counted in the model's encoding.
    pub fn count_answer(&self, answer: &Counted, rule: Option<CharsPerToken>) -> Option<Count> {
        let counted = self.encoding.and_then(|encoding| answer.result(encoding));
        match counted {
            Some(tokens) => Some(Count::Exact(tokens.len() as u32)),
            None => rule.map(|rule| rule.estimate(Letters::of(&answer.text))),
        }
    }

    /// The model of `provider` whose output costs least.
    pub fn cheapest(models: &[Self], provider: Provider) -> Option<&Self> {
        models.iter().filter(|model| model.provider == provider).min_by_key(|model| model.price.output.cost(1))
    }

    /// The model called `id` if it is offered, or else the first that is. For an encoding that no model
    /// of the provider has any more, the provider's first: then the tokens can only be estimated.
    pub fn choose<'a>(models: &'a [Self], provider: Provider, encoding: Encoding, id: &str) -> Option<&'a Self> {
        let offered = || models.iter().filter(|model| model.is_offered(provider, encoding));
        let first = || models.iter().find(|model| model.provider == provider);
        offered().find(|model| model.id == id).or_else(|| offered().next()).or_else(first)
    }
}
