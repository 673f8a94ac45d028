//! The reader's request and its journey, as the app passes them to the exhibits.

use crate::journey::{Letters, Phase, Provider, Scenario, Stage};
use crate::tokenizer::{Encoding, stretch};

/// The reader's request and how far its journey has come.
#[derive(Clone, Debug, PartialEq)]
pub struct JourneyState {
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

/// How much of the text is passed on, in bytes.
pub const SHARED_BYTES: usize = 2_000;

/// The beginning of `text`, as much of it as is passed on.
pub fn shared_beginning(text: &str) -> &str {
    stretch(text, 0..text.floor_char_boundary(SHARED_BYTES))
}

#[cfg(test)]
mod tests {
    use super::shared_beginning;

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let text = "é".repeat(5_000);
        assert_eq!(shared_beginning(&text).len(), 2_000);
        assert_eq!(shared_beginning(&format!("a{text}")).len(), 1_999);
        assert_eq!(shared_beginning("short"), "short");
    }
}
