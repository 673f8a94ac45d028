//! A model the reader can send the request to.

use super::Provider;
use crate::pricing::Price;

/// A model with its dated price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// Name in the provider's API.
    pub id: String,
    /// Name on the page.
    pub name: String,
    /// Who runs it.
    pub provider: Provider,
    /// Name of its encoding where the maker publishes it.
    pub encoding: Option<String>,
    /// What it costs.
    pub price: Price,
    /// A condition of the price or the end of the model, in English.
    pub note: Option<String>,
}

impl Model {
    /// The models that can be offered for `provider` while the text is cut with `encoding`: those of
    /// that encoding, and those whose encoding nobody publishes.
    pub fn offered<'a>(models: &'a [Self], provider: Provider, encoding: &'a str) -> impl Iterator<Item = &'a Self> {
        models.iter().filter(move |model| {
            model.provider == provider && model.encoding.as_deref().is_none_or(|name| name == encoding)
        })
    }

    /// The model called `id` if it is offered, or else the first that is.
    pub fn choose<'a>(models: &'a [Self], provider: Provider, encoding: &'a str, id: &str) -> Option<&'a Self> {
        Self::offered(models, provider, encoding)
            .find(|model| model.id == id)
            .or_else(|| Self::offered(models, provider, encoding).next())
    }
}
