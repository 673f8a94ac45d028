//! What the app tells the exhibits, which live in a WebAssembly file of their own.
//!
//! Lines in a fixed order, the text last. Invariant: `Told::read(told.write()) == told`; both ends come
//! from the same build, so the form needs neither names nor a version.

use crate::journey::{Letters, Phase, Provider, Scenario, Stage};
use crate::tokenizer::{Encoding, stretch};

/// The reader's request and how far its journey has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Where it goes.
    pub provider: Provider,
    /// Id of the model.
    pub model: String,
    /// What happens.
    pub scenario: Scenario,
    /// Where the journey stands.
    pub stage: Stage,
    /// Idle, under way, or how it ended.
    pub phase: Phase,
    /// Output tokens written so far.
    pub written: u32,
    /// The token lab's encoding.
    pub encoding: Encoding,
    /// Tokens of the text in that encoding; nothing while they are being counted.
    pub tokens: Option<u32>,
    /// What an estimate needs of the whole text.
    pub letters: Letters,
    /// The text, or its beginning.
    pub text: String,
}

/// So many bytes of the text are told.
pub const TOLD_BYTES: usize = 2_000;

/// The beginning of `text`, as much of it as is told.
pub fn told_part(text: &str) -> &str {
    let end = (0..=text.len().min(TOLD_BYTES)).rev().find(|&end| text.is_char_boundary(end));
    stretch(text, 0..end.unwrap_or(0))
}

impl Told {
    /// As lines.
    pub fn write(&self) -> String {
        let tokens = self.tokens.map_or_else(|| "-".to_owned(), |tokens| tokens.to_string());
        let Letters { ascii, other } = self.letters;
        let fixed: [&str; 10] = [
            self.provider.name(),
            &self.model,
            self.scenario.name(),
            self.stage.name(),
            self.phase.name(),
            &self.written.to_string(),
            self.encoding.name(),
            &tokens,
            &ascii.to_string(),
            &other.to_string(),
        ];
        fixed.join("\n") + "\n" + &self.text
    }

    /// The inverse; nothing if the lines are not such a value.
    #[cfg(any(feature = "exhibits", test))]
    pub fn read(lines: &str) -> Option<Self> {
        let mut fields = lines.splitn(11, '\n');
        let mut next = || fields.next();
        Some(Self {
            provider: Provider::from_name(next()?)?,
            model: next()?.to_owned(),
            scenario: Scenario::from_name(next()?)?,
            stage: Stage::from_name(next()?)?,
            phase: Phase::from_name(next()?)?,
            written: next()?.parse().ok()?,
            encoding: Encoding::from_name(next()?)?,
            tokens: next()?.parse().ok(),
            letters: Letters { ascii: next()?.parse().ok()?, other: next()?.parse().ok()? },
            text: next()?.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Told, told_part};
    use crate::journey::{Letters, Phase, Provider, Scenario, Stage};
    use crate::tokenizer::Encoding;

    #[test]
    fn what_is_written_is_read() {
        let told = Told {
            provider: Provider::Gemini,
            model: "m".to_owned(),
            scenario: Scenario::StreamCut,
            stage: Stage::Generate,
            phase: Phase::Failed,
            written: 13,
            encoding: Encoding::Cl100kBase,
            tokens: None,
            letters: Letters { ascii: 5, other: 1 },
            text: "a\nb\n\né".to_owned(),
        };
        assert_eq!(Told::read(&told.write()), Some(told.clone()));
        let counted = Told { tokens: Some(7), text: String::new(), ..told };
        assert_eq!(Told::read(&counted.write()), Some(counted));
        assert_eq!(Told::read("nonsense"), None);
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let text = "é".repeat(5_000);
        assert_eq!(told_part(&text).len(), 2_000);
        assert_eq!(told_part(&format!("a{text}")).len(), 1_999);
        assert_eq!(told_part("short"), "short");
    }
}
