//! A request in a link's fragment:
//! `#text=…&encoding=…&special_tokens=…&provider=…&model=…&scenario=…&stage=…`.
//!
//! 1. A fragment without a known name is an ordinary anchor and none of our business.
//! 2. Foreign tails (`#?secret=…`, `…#?secret=…`, `&secret=…`) are dropped silently.
//! 3. A bad value of a known name is left out and reported.
//!
//! Invariants: `parse(link(request))` gives the request back; a detected secret is never written.

use super::{Request, percent};
use crate::credentials;
use crate::journey::{Provider, Scenario, Stage};
use crate::names::named_enum;
use crate::tokenizer::{Encoding, SpecialTokens};

/// Longer links are cut by mail programs, chats and some servers' logs.
pub const LONGEST_LINK_BYTES: usize = 8_000;

named_enum! {
    /// A known name in the fragment.
    pub enum Field {
        /// The text.
        Text = "text",
        /// The encoding's name.
        Encoding = "encoding",
        /// How special tokens are read; not written if as text.
        SpecialTokens = "special_tokens",
        /// The provider's name.
        Provider = "provider",
        /// The model's name in the provider's API.
        Model = "model",
        /// The scenario's name.
        Scenario = "scenario",
        /// The stage's name.
        Stage = "stage",
    }
}

/// What a fragment says of a request; what it does not mention is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FromLink {
    /// The text.
    pub text: Option<String>,
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// How special tokens are read.
    pub special_tokens: Option<SpecialTokens>,
    /// The provider.
    pub provider: Option<Provider>,
    /// The model's name; whether there is such a model is for the price book to say.
    pub model: Option<String>,
    /// The scenario.
    pub scenario: Option<Scenario>,
    /// The stage.
    pub stage: Option<Stage>,
    /// Known names whose value could not be read.
    pub ignored: Vec<Field>,
}

/// Reads a fragment, with or without its `#`; `None` if it is an ordinary anchor.
pub fn parse(fragment: &str) -> Option<FromLink> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let ours = without_foreign_tail(fragment);
    let mut from_link = FromLink::default();
    let mut known = false;
    for pair in ours.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if let Some(field) = Field::from_name(name).filter(|_| pair.contains('=')) {
            known = true;
            if from_link.read(field, value).is_none() {
                from_link.ignored.push(field);
            }
        }
    }
    known.then_some(from_link)
}

/// What stands before the first `#?`, which some hosts append to an address.
fn without_foreign_tail(fragment: &str) -> &str {
    let tail = fragment.as_bytes().windows(2).position(|pair| pair == b"#?");
    tail.and_then(|at| fragment.get(..at)).unwrap_or(fragment)
}

impl FromLink {
    fn read(&mut self, field: Field, value: &str) -> Option<()> {
        let value = percent::decode(value)?;
        match field {
            Field::Text => self.text = Some(value),
            Field::Encoding => self.encoding = Some(Encoding::from_name(&value)?),
            Field::SpecialTokens => self.special_tokens = Some(SpecialTokens::from_name(&value)?),
            Field::Provider => self.provider = Some(Provider::from_name(&value)?),
            Field::Model => self.model = Some(value),
            Field::Scenario => self.scenario = Some(Scenario::from_name(&value)?),
            Field::Stage => self.stage = Some(Stage::from_name(&value)?),
        }
        Some(())
    }
}

/// Why a request is not put into a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// The text holds what looks like a secret.
    Secret,
    /// The link would be longer than [`LONGEST_LINK_BYTES`].
    TooLong,
}

/// The fragment that restores `request`, without `#`.
///
/// # Errors
/// [`LinkError`] if the text looks like it holds a secret, or is too long for a link.
pub fn link(request: &Request) -> Result<String, LinkError> {
    let reading = &request.reading;
    if reading.text.len() > LONGEST_LINK_BYTES {
        return Err(LinkError::TooLong);
    }
    if !credentials::detect(&reading.text).is_empty() {
        return Err(LinkError::Secret);
    }
    let mut fragment = String::new();
    let values = [
        (Field::Text, Some(&*reading.text)),
        (Field::Encoding, Some(reading.encoding.name())),
        (
            Field::SpecialTokens,
            Some(reading.special_tokens).filter(|&how| how != SpecialTokens::AsText).map(SpecialTokens::name),
        ),
        (Field::Provider, Some(request.provider.name())),
        (Field::Model, Some(request.model.as_str()).filter(|id| !id.is_empty())),
        (Field::Scenario, Some(request.scenario.name())),
        (Field::Stage, request.stage.map(Stage::name)),
    ];
    for (field, value) in values {
        let Some(value) = value else { continue };
        if !fragment.is_empty() {
            fragment.push('&');
        }
        fragment.push_str(field.name());
        fragment.push('=');
        fragment.push_str(&percent::encode(value));
    }
    if fragment.len() > LONGEST_LINK_BYTES { Err(LinkError::TooLong) } else { Ok(fragment) }
}

#[cfg(test)]
mod tests {
    use super::{Field, LinkError, Request, link, parse};
    use crate::journey::{Provider, Scenario, Stage};
    use crate::tokenizer::{Encoding, Reading, SpecialTokens};
    use proptest::prelude::*;

    fn request(text: &str) -> Request {
        Request {
            reading: Reading {
                text: text.into(),
                encoding: Encoding::Cl100kBase,
                special_tokens: SpecialTokens::AsSpecial,
            },
            provider: Provider::Gemini,
            model: "gemini-3.8-flash".to_owned(),
            scenario: Scenario::StreamCut,
            stage: Some(Stage::Meter),
        }
    }

    proptest! {
        #[test]
        fn a_link_restores_the_request(text in "\\PC{0,80}") {
            let from_link = parse(&link(&request(&text)).expect("short and free of secrets")).expect("ours");
            prop_assert_eq!(from_link.text, Some(text));
            prop_assert_eq!(from_link.stage, Some(Stage::Meter));
            prop_assert_eq!(from_link.encoding, Some(Encoding::Cl100kBase));
            prop_assert_eq!(from_link.special_tokens, Some(SpecialTokens::AsSpecial));
            prop_assert_eq!(from_link.ignored, []);
        }

        #[test]
        fn nonsense_never_panics(text in any::<String>()) {
            let _ = parse(&text);
        }
    }

    #[test]
    fn an_anchor_is_not_ours() {
        for anchor in ["", "#", "#side-by-side", "#text", "#context=1", "#?secret=abc"] {
            assert_eq!(parse(anchor), None, "{anchor}");
        }
    }

    #[test]
    fn foreign_tails_are_dropped() {
        for tail in ["#?secret=x", "&secret=x", "&utm=1"] {
            let from_link = parse(&format!("#text=a%20b{tail}")).expect("ours");
            assert_eq!((from_link.text.as_deref(), from_link.ignored.len()), (Some("a b"), 0), "{tail}");
        }
    }

    #[test]
    fn bad_values_are_named_and_the_good_ones_kept() {
        let from_link = parse("#text=%E4%BD&encoding=gpt9&stage=bill").expect("ours");
        assert_eq!(from_link.ignored, [Field::Text, Field::Encoding]);
        assert_eq!((from_link.text, from_link.stage), (None, Some(Stage::Bill)));
    }

    #[test]
    fn secrets_and_long_texts_are_not_linked() {
        let secret = format!("sk-proj-{}", "q7Zt2mK9".repeat(6));
        assert_eq!(link(&request(&secret)), Err(LinkError::Secret));
        assert_eq!(link(&request(&"a".repeat(9_000))), Err(LinkError::TooLong));
    }
}
