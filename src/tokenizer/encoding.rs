//! The published encodings, which this page can count exactly.
//!
//! Names, numbers of tokens and patterns are those of tiktoken-rs 0.12.1 and openai/tiktoken 0.14.0.
//!
//! Invariant: an encoding's ranks are those of its vocabulary file, perhaps without the file's last.

use super::pre_tokenizer::Pattern;

/// A published way of cutting text into tokens: a pre-tokenizer, a vocabulary and special tokens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// gpt-oss: the tokens of `o200k_base` with more special tokens.
    O200kHarmony,
    /// GPT-4o, o1, o3, o4-mini, GPT-4.1, GPT-5.
    #[default]
    O200kBase,
    /// GPT-4, GPT-3.5 Turbo, text-embedding-3.
    Cl100kBase,
    /// text-davinci-edit-001: the tokens of `p50k_base` with more special tokens.
    P50kEdit,
    /// text-davinci-003, Codex.
    P50kBase,
    /// GPT-2 and the first models of GPT-3.
    R50kBase,
}

/// A file of ranks, which several encodings may share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VocabularyFile {
    /// Of `o200k_base` and `o200k_harmony`.
    O200k,
    /// Of `cl100k_base`.
    Cl100k,
    /// Of `p50k_base`, `p50k_edit` and, without its last ranks, `r50k_base`.
    P50k,
}

impl Encoding {
    /// Every encoding, newest first: the order of the menu.
    pub const ALL: [Self; 6] =
        [Self::O200kHarmony, Self::O200kBase, Self::Cl100kBase, Self::P50kEdit, Self::P50kBase, Self::R50kBase];

    /// The encodings that the page offers: those of models whose prices it knows.
    pub const OFFERED: [Self; 2] = [Self::O200kBase, Self::Cl100kBase];

    /// The name that tiktoken uses, which is also the value in menus and shared links.
    pub const fn name(self) -> &'static str {
        match self {
            Self::O200kHarmony => "o200k_harmony",
            Self::O200kBase => "o200k_base",
            Self::Cl100kBase => "cl100k_base",
            Self::P50kEdit => "p50k_edit",
            Self::P50kBase => "p50k_base",
            Self::R50kBase => "r50k_base",
        }
    }

    /// The encoding of that exact name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.name() == name)
    }

    /// The encoding of that exact name, if the page offers it.
    pub fn offered_from_name(name: &str) -> Option<Self> {
        Self::OFFERED.into_iter().find(|encoding| encoding.name() == name)
    }

    /// The file that holds its ordinary tokens.
    pub const fn vocabulary_file(self) -> VocabularyFile {
        match self {
            Self::O200kHarmony | Self::O200kBase => VocabularyFile::O200k,
            Self::Cl100kBase => VocabularyFile::Cl100k,
            Self::P50kEdit | Self::P50kBase | Self::R50kBase => VocabularyFile::P50k,
        }
    }

    /// How many ordinary tokens there are.
    pub const fn ordinary_tokens(self) -> u32 {
        match self {
            Self::O200kHarmony | Self::O200kBase => 199_998,
            Self::Cl100kBase => 100_256,
            Self::P50kEdit | Self::P50kBase => 50_280,
            Self::R50kBase => 50_256,
        }
    }

    /// One more than the highest rank of an ordinary token: in the p50k encodings one rank between,
    /// 50,256, belongs to the special token `<|endoftext|>`.
    pub const fn ranks(self) -> u32 {
        match self {
            Self::R50kBase => self.ordinary_tokens(),
            _ => self.vocabulary_file().ranks(),
        }
    }

    /// How text is cut before merging.
    pub(super) const fn pattern(self) -> Pattern {
        match self {
            Self::O200kHarmony | Self::O200kBase => Pattern::O200k,
            Self::Cl100kBase => Pattern::Cl100k,
            Self::P50kEdit | Self::P50kBase | Self::R50kBase => Pattern::R50k,
        }
    }
}

impl VocabularyFile {
    /// Every file, newest first.
    pub const ALL: [Self; 3] = [Self::O200k, Self::Cl100k, Self::P50k];

    /// The encoding whose ordinary tokens are the file's.
    pub const fn encoding(self) -> Encoding {
        match self {
            Self::O200k => Encoding::O200kBase,
            Self::Cl100k => Encoding::Cl100kBase,
            Self::P50k => Encoding::P50kBase,
        }
    }

    /// The name of the file, without what says which part it is.
    pub const fn name(self) -> &'static str {
        self.encoding().name()
    }

    /// How many ranks the file has, those that no token has among them.
    pub const fn ranks(self) -> u32 {
        match self {
            Self::O200k => 199_998,
            Self::Cl100k => 100_256,
            Self::P50k => 50_281,
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

    #[test]
    fn a_vocabulary_file_has_the_ranks_of_its_encodings() {
        for encoding in Encoding::ALL {
            assert!(encoding.ranks() <= encoding.vocabulary_file().ranks());
            assert!(encoding.ordinary_tokens() <= encoding.ranks());
        }
    }
}
