//! Which models use which encoding, as openai/tiktoken 0.14.0 says in its `model.py`.
//!
//! Invariant: nothing is guessed; a model that is not listed has no known encoding.

use super::Encoding;
use super::Encoding::{Cl100kBase, O200kBase, O200kHarmony, P50kBase, P50kEdit, R50kBase};

/// Models by their exact name.
const MODELS: [(&str, Encoding); 45] = [
    ("o1", O200kBase),
    ("o3", O200kBase),
    ("o4-mini", O200kBase),
    ("gpt-5", O200kBase),
    ("gpt-4.1", O200kBase),
    ("gpt-4o", O200kBase),
    ("gpt-4", Cl100kBase),
    ("gpt-3.5-turbo", Cl100kBase),
    ("gpt-3.5", Cl100kBase),
    ("gpt-35-turbo", Cl100kBase),
    ("davinci-002", Cl100kBase),
    ("babbage-002", Cl100kBase),
    ("text-embedding-ada-002", Cl100kBase),
    ("text-embedding-3-small", Cl100kBase),
    ("text-embedding-3-large", Cl100kBase),
    ("text-davinci-003", P50kBase),
    ("text-davinci-002", P50kBase),
    ("text-davinci-001", R50kBase),
    ("text-curie-001", R50kBase),
    ("text-babbage-001", R50kBase),
    ("text-ada-001", R50kBase),
    ("davinci", R50kBase),
    ("curie", R50kBase),
    ("babbage", R50kBase),
    ("ada", R50kBase),
    ("code-davinci-002", P50kBase),
    ("code-davinci-001", P50kBase),
    ("code-cushman-002", P50kBase),
    ("code-cushman-001", P50kBase),
    ("davinci-codex", P50kBase),
    ("cushman-codex", P50kBase),
    ("text-davinci-edit-001", P50kEdit),
    ("code-davinci-edit-001", P50kEdit),
    ("text-similarity-davinci-001", R50kBase),
    ("text-similarity-curie-001", R50kBase),
    ("text-similarity-babbage-001", R50kBase),
    ("text-similarity-ada-001", R50kBase),
    ("text-search-davinci-doc-001", R50kBase),
    ("text-search-curie-doc-001", R50kBase),
    ("text-search-babbage-doc-001", R50kBase),
    ("text-search-ada-doc-001", R50kBase),
    ("code-search-babbage-code-001", R50kBase),
    ("code-search-ada-code-001", R50kBase),
    ("gpt2", R50kBase),
    ("gpt-2", R50kBase),
];

/// Families of models by what their names begin with, for names that are not in `MODELS`.
const FAMILIES: [(&str, Encoding); 12] = [
    ("o1-", O200kBase),
    ("o3-", O200kBase),
    ("o4-mini-", O200kBase),
    ("gpt-5", O200kBase),
    ("gpt-4.5-", O200kBase),
    ("gpt-4.1-", O200kBase),
    ("chatgpt-4o-", O200kBase),
    ("gpt-4o-", O200kBase),
    ("gpt-4-", Cl100kBase),
    ("gpt-3.5-turbo-", Cl100kBase),
    ("gpt-35-turbo-", Cl100kBase),
    ("gpt-oss-", O200kHarmony),
];

impl Encoding {
    /// The models that use it, by name.
    pub fn models(self) -> impl Iterator<Item = &'static str> {
        MODELS.iter().filter(move |(_, encoding)| *encoding == self).map(|&(model, _)| model)
    }

    /// What the names of further models that use it begin with.
    pub fn model_families(self) -> impl Iterator<Item = &'static str> {
        FAMILIES.iter().filter(move |(_, encoding)| *encoding == self).map(|&(family, _)| family)
    }

    /// The encoding of a model, or of the model that a fine-tuned one was made from; nothing if it is not known.
    /// The build holds the models on the page to it.
    pub fn of_model(model: &str) -> Option<Self> {
        let base = model.strip_prefix("ft:").map_or(model, |rest| rest.split(':').next().unwrap_or(rest));
        let exact = MODELS.iter().find(|(name, _)| *name == base);
        exact.or_else(|| FAMILIES.iter().find(|(family, _)| base.starts_with(family))).map(|&(_, encoding)| encoding)
    }
}

#[cfg(test)]
mod tests {
    use crate::tokenizer::Encoding;

    #[test]
    fn models_lead_to_their_encodings() {
        for (model, encoding) in [
            ("gpt-4o-2024-05-13", Some(Encoding::O200kBase)),
            ("gpt-5.1-codex", Some(Encoding::O200kBase)),
            ("gpt-4-0314", Some(Encoding::Cl100kBase)),
            ("ft:gpt-3.5-turbo:shop::1", Some(Encoding::Cl100kBase)),
            ("gpt-oss-20b", Some(Encoding::O200kHarmony)),
            ("gpt2", Some(Encoding::R50kBase)),
            ("gpt-6", None),
        ] {
            assert_eq!(Encoding::of_model(model), encoding, "{model}");
        }
    }
}
