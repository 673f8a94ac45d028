//! Special tokens: control marks such as `<|endoftext|>`, which no ordinary text can make.
//!
//! Invariant: no special token's text begins with another's, so at any place of a text there is at
//! most one; all are `<|`, a name of `[a-z0-9_]`, and `|>`.

use std::borrow::Cow;

use super::Encoding;
use crate::names::named_enum;

named_enum! {
    /// How text that looks like a special token is read.
    #[derive(Default)]
    pub enum SpecialTokens {
        /// As the text it is, the way providers read what users send.
        #[default]
        AsText = "as-text",
        /// As the special token, the way a provider's own framing is read.
        AsSpecial = "as-special",
    }
}

/// A special token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecialToken {
    /// What stands for it in text.
    pub text: Cow<'static, str>,
    /// Its id.
    pub id: u32,
}

/// The text of a special token and its id.
pub(super) type NamedToken = (&'static str, u32);

/// The special tokens that have a name, by encoding, in order of id.
pub(super) mod named {
    use super::NamedToken;

    const END_OF_TEXT: &str = "<|endoftext|>";
    const FIM_PREFIX: &str = "<|fim_prefix|>";
    const FIM_MIDDLE: &str = "<|fim_middle|>";
    const FIM_SUFFIX: &str = "<|fim_suffix|>";
    const END_OF_PROMPT: &str = "<|endofprompt|>";

    pub(in crate::tokenizer) const O200K_BASE: &[NamedToken] = &[(END_OF_TEXT, 199_999), (END_OF_PROMPT, 200_018)];

    pub(in crate::tokenizer) const O200K_HARMONY: &[NamedToken] = &[
        ("<|startoftext|>", 199_998),
        (END_OF_TEXT, 199_999),
        ("<|return|>", 200_002),
        ("<|constrain|>", 200_003),
        ("<|channel|>", 200_005),
        ("<|start|>", 200_006),
        ("<|end|>", 200_007),
        ("<|message|>", 200_008),
        ("<|call|>", 200_012),
    ];

    pub(in crate::tokenizer) const CL100K_BASE: &[NamedToken] = &[
        (END_OF_TEXT, 100_257),
        (FIM_PREFIX, 100_258),
        (FIM_MIDDLE, 100_259),
        (FIM_SUFFIX, 100_260),
        (END_OF_PROMPT, 100_276),
    ];

    pub(in crate::tokenizer) const P50K_BASE: &[NamedToken] = &[(END_OF_TEXT, 50_256)];

    pub(in crate::tokenizer) const P50K_EDIT: &[NamedToken] =
        &[(END_OF_TEXT, 50_256), (FIM_PREFIX, 50_281), (FIM_MIDDLE, 50_282), (FIM_SUFFIX, 50_283)];
}

/// The ids of the special tokens of `o200k_harmony`: those without a name are only reserved.
const HARMONY_IDS: std::ops::RangeInclusive<u32> = 199_998..=201_087;

impl Encoding {
    /// The special tokens, in order of id.
    pub fn special_tokens(self) -> Vec<SpecialToken> {
        let named =
            self.named_special_tokens().iter().map(|&(text, id)| SpecialToken { text: Cow::Borrowed(text), id });
        match self {
            Self::O200kHarmony => HARMONY_IDS.map(|id| SpecialToken { text: harmony_text(id), id }).collect(),
            _ => named.collect(),
        }
    }

    /// The id of the special token with that exact text.
    pub fn special_id(self, text: &str) -> Option<u32> {
        let named = self.named_special_tokens().iter().find(|(name, _)| *name == text).map(|&(_, id)| id);
        named.or_else(|| {
            let digits = text.strip_prefix("<|reserved_").and_then(|rest| rest.strip_suffix("|>"))?;
            let id = digits.parse().ok().filter(|id| self == Self::O200kHarmony && HARMONY_IDS.contains(id))?;
            (harmony_text(id) == text).then_some(id)
        })
    }

    /// The text of the special token with that id.
    pub fn special_text(self, id: u32) -> Option<Cow<'static, str>> {
        match self {
            Self::O200kHarmony => HARMONY_IDS.contains(&id).then(|| harmony_text(id)),
            _ => self.named_special_tokens().iter().find(|token| token.1 == id).map(|&(text, _)| Cow::Borrowed(text)),
        }
    }

    /// The first special token in `text` from byte `from` on: where it begins, where it ends, its id.
    pub(super) fn next_special(self, text: &str, from: usize) -> Option<(usize, usize, u32)> {
        let mut at = from;
        loop {
            let start = at + text.get(at..)?.find("<|")?;
            let name = text.as_bytes()[start + 2..].iter();
            let length =
                name.take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').take(LONGEST_NAME).count();
            let end = start + 2 + length + 2;
            if let Some(id) = text.get(start..end).and_then(|text| self.special_id(text)) {
                return Some((start, end, id));
            }
            at = start + 1;
        }
    }
}

/// No name between `<|` and `|>` is longer.
const LONGEST_NAME: usize = 32;

fn harmony_text(id: u32) -> Cow<'static, str> {
    let named = Encoding::O200kHarmony.named_special_tokens().iter().find(|token| token.1 == id);
    named.map_or_else(|| Cow::Owned(format!("<|reserved_{id}|>")), |&(text, _)| Cow::Borrowed(text))
}

#[cfg(test)]
mod tests {
    use super::LONGEST_NAME;
    use crate::tokenizer::Encoding;

    #[test]
    fn texts_and_ids_lead_to_each_other() {
        for encoding in Encoding::ALL {
            let tokens = encoding.special_tokens();
            assert!(tokens.is_sorted_by_key(|token| token.id));
            for token in tokens {
                assert_eq!(encoding.special_id(&token.text), Some(token.id));
                assert_eq!(encoding.special_text(token.id).as_deref(), Some(&*token.text));
                let name = token.text.strip_prefix("<|").and_then(|rest| rest.strip_suffix("|>")).expect("signs");
                assert!(name.len() <= LONGEST_NAME && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
            }
        }
    }

    #[test]
    fn the_first_special_token_is_found() {
        let find = |text| Encoding::O200kHarmony.next_special(text, 0);
        assert_eq!(find("a<|end|>b<|start|>"), Some((1, 8, 200_007)));
        assert_eq!(find("<|<|end|>"), Some((2, 9, 200_007)));
        assert_eq!(find("<|reserved_200013|>"), Some((0, 19, 200_013)));
        assert_eq!(find("<|reserved_0200013|> <|reserved_200012|> <|end| > <|"), None);
    }
}
