//! The published encodings, which this page can count exactly.
//!
//! Names, numbers of tokens and patterns are those of tiktoken-rs 0.12.1 and openai/tiktoken 0.14.0.
//!
//! Invariant: an encoding's ranks are those of its vocabulary file, perhaps without the file's last.

use super::pre_tokenizer::Pattern;
use super::special_tokens::{NamedToken, named};
use crate::names::named_enum;

named_enum! {
    /// A published way of cutting text into tokens: a pre-tokenizer, a vocabulary and special tokens.
    /// The names are tiktoken's.
    #[derive(Default)]
    pub enum Encoding {
        /// GPT-4o, o1, o3, o4-mini, GPT-4.1, GPT-5.
        #[default]
        O200kBase = "o200k_base",
        /// gpt-oss: the tokens of `o200k_base` with more special tokens.
        O200kHarmony = "o200k_harmony",
        /// GPT-4, GPT-3.5 Turbo, text-embedding-3.
        Cl100kBase = "cl100k_base",
        /// text-davinci-003, Codex.
        P50kBase = "p50k_base",
        /// text-davinci-edit-001: the tokens of `p50k_base` with more special tokens.
        P50kEdit = "p50k_edit",
        /// GPT-2 and the first models of GPT-3.
        R50kBase = "r50k_base",
    }
}

named_enum! {
    /// A file of ranks, which several encodings may share. It is named after the encoding whose ordinary
    /// tokens are the file's.
    pub enum VocabularyFile {
        /// Of `o200k_base` and `o200k_harmony`.
        O200k = "o200k_base",
        /// Of `cl100k_base`.
        Cl100k = "cl100k_base",
        /// Of `p50k_base`, `p50k_edit` and, without its last ranks, `r50k_base`.
        P50k = "p50k_base",
    }
}

/// What makes an encoding.
struct Spec {
    /// The models that it is best known by.
    best_known: &'static str,
    vocabulary_file: VocabularyFile,
    ordinary_tokens: u32,
    ranks: u32,
    pattern: Pattern,
    named_special_tokens: &'static [NamedToken],
}

const O200K_BASE: Spec = Spec {
    best_known: "GPT-4o, GPT-5",
    vocabulary_file: VocabularyFile::O200k,
    ordinary_tokens: 199_998,
    ranks: 199_998,
    pattern: Pattern::O200k,
    named_special_tokens: named::O200K_BASE,
};
const O200K_HARMONY: Spec = Spec { best_known: "gpt-oss", named_special_tokens: named::O200K_HARMONY, ..O200K_BASE };
const CL100K_BASE: Spec = Spec {
    best_known: "GPT-4, GPT-3.5",
    vocabulary_file: VocabularyFile::Cl100k,
    ordinary_tokens: 100_256,
    ranks: 100_256,
    pattern: Pattern::Cl100k,
    named_special_tokens: named::CL100K_BASE,
};
const P50K_BASE: Spec = Spec {
    best_known: "text-davinci-003",
    vocabulary_file: VocabularyFile::P50k,
    ordinary_tokens: 50_280,
    ranks: 50_281,
    pattern: Pattern::R50k,
    named_special_tokens: named::P50K_BASE,
};
const P50K_EDIT: Spec =
    Spec { best_known: "text-davinci-edit-001", named_special_tokens: named::P50K_EDIT, ..P50K_BASE };
const R50K_BASE: Spec = Spec { best_known: "GPT-2, GPT-3", ordinary_tokens: 50_256, ranks: 50_256, ..P50K_BASE };

impl Encoding {
    const fn spec(self) -> &'static Spec {
        match self {
            Self::O200kBase => &O200K_BASE,
            Self::O200kHarmony => &O200K_HARMONY,
            Self::Cl100kBase => &CL100K_BASE,
            Self::P50kBase => &P50K_BASE,
            Self::P50kEdit => &P50K_EDIT,
            Self::R50kBase => &R50K_BASE,
        }
    }

    /// The models that it is best known by, by name.
    pub const fn best_known_models(self) -> &'static str {
        self.spec().best_known
    }

    /// The file that holds its ordinary tokens.
    pub const fn vocabulary_file(self) -> VocabularyFile {
        self.spec().vocabulary_file
    }

    /// How many ordinary tokens there are.
    pub const fn ordinary_tokens(self) -> u32 {
        self.spec().ordinary_tokens
    }

    /// One more than the highest rank of an ordinary token: in the p50k encodings one rank between,
    /// 50,256, belongs to the special token `<|endoftext|>`.
    pub const fn ranks(self) -> u32 {
        self.spec().ranks
    }

    /// How text is cut before merging.
    pub(crate) const fn pattern(self) -> Pattern {
        self.spec().pattern
    }

    /// The special tokens that have a name of their own.
    pub(super) const fn named_special_tokens(self) -> &'static [NamedToken] {
        self.spec().named_special_tokens
    }
}

impl VocabularyFile {
    /// The encoding whose ordinary tokens are the file's.
    pub const fn encoding(self) -> Encoding {
        match self {
            Self::O200k => Encoding::O200kBase,
            Self::Cl100k => Encoding::Cl100kBase,
            Self::P50k => Encoding::P50kBase,
        }
    }

    /// How many ranks the file has, those that no token has among them.
    pub const fn ranks(self) -> u32 {
        self.encoding().ranks()
    }
}

#[cfg(test)]
mod tests {
    use super::{Encoding, VocabularyFile};

    #[test]
    fn a_vocabulary_file_has_the_ranks_of_its_encodings() {
        for encoding in Encoding::ALL {
            assert!(encoding.ranks() <= encoding.vocabulary_file().ranks());
            assert!(encoding.ordinary_tokens() <= encoding.ranks());
        }
    }

    #[test]
    fn a_vocabulary_file_has_the_name_of_its_encoding() {
        for file in VocabularyFile::ALL {
            assert_eq!(file.name(), file.encoding().name());
            assert_eq!(file.encoding().vocabulary_file(), *file);
        }
    }
}
