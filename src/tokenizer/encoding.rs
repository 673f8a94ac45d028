//! The published encodings this page can count exactly.
//!
//! Names and vocabulary sizes are those of openai/tiktoken 0.14.0 (August 2026).

/// A published way of cutting text into tokens: a pre-tokenizer and a vocabulary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// GPT-4o, o1, o3, o4-mini, GPT-4.1, GPT-5.
    #[default]
    O200kBase,
    /// GPT-4, GPT-3.5 Turbo, text-embedding-3.
    Cl100kBase,
}

impl Encoding {
    /// Every encoding, newest first: the order of the menu.
    pub const ALL: [Self; 2] = [Self::O200kBase, Self::Cl100kBase];

    /// The name that tiktoken uses, which is also the value in menus and shared links.
    pub const fn name(self) -> &'static str {
        match self {
            Self::O200kBase => "o200k_base",
            Self::Cl100kBase => "cl100k_base",
        }
    }

    /// The encoding of that exact name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.name() == name)
    }

    /// How many ordinary tokens the vocabulary holds; special tokens come after them.
    pub const fn ordinary_tokens(self) -> u32 {
        match self {
            Self::O200kBase => 199_998,
            Self::Cl100kBase => 100_256,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Encoding;

    #[test]
    fn every_name_leads_back_to_its_encoding() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::from_name(encoding.name()), Some(encoding));
        }
        assert_eq!(Encoding::from_name("O200K_BASE"), None);
    }
}
