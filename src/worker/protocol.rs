//! What passes between the page and the tokenizer: jobs one way, replies the other.
//!
//! Invariant: a [`Job::Count`] is answered by any number of [`Reply::Progress`] and then by exactly one
//! [`Reply::Done`] or [`Reply::Failed`], unless a newer one or [`Job::Cancel`] takes its place. The
//! other jobs are about the text counted last and name it by its number.

use crate::names::named_enum;
use crate::tokenizer::{Encoding, SpecialTokens, Text, Tokenization};

/// Where the tokenizer's files are, as absolute addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EngineFiles {
    /// The worker's script.
    pub worker: String,
    /// The script that opens the WebAssembly, in a worker or without one.
    pub engine: String,
    /// The tokenizer.
    pub tokenizer: Binary,
    /// tiktoken-rs, to check results with.
    pub judge: Binary,
}

/// A WebAssembly file and the JavaScript that opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binary {
    /// The JavaScript.
    pub glue: String,
    /// The WebAssembly.
    pub wasm: String,
}

/// One of the parts of a packed vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VocabularyPart {
    /// Its absolute address.
    pub url: String,
    /// Its length in bytes once decompressed, by which progress is told.
    pub unpacked_bytes: u32,
}

/// A text to count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The encoding to use.
    pub encoding: Encoding,
    /// How special tokens in the text are read.
    pub special_tokens: SpecialTokens,
    /// Where its vocabulary is, in case it is not loaded yet: the ASCII part, then the rest.
    pub vocabulary: Vec<VocabularyPart>,
    /// The text.
    pub text: Text,
}

/// What the page wants; later texts have larger numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Count a text.
    Count(Count),
    /// Stop counting.
    Cancel,
    /// Find words in the text counted last.
    Find(String),
    /// Give back the text counted last with other words in place of these.
    Replace(String, String),
    /// Count the text counted last by tiktoken-rs as well, and compare.
    Check,
}

named_enum! {
    /// Why a text was not counted.
    pub enum Failure {
        /// A file could not be fetched or came incomplete.
        Download = "download",
        /// The vocabulary's content is not what it should be.
        Damaged = "damaged",
        /// The engine gave up on this text.
        Crashed = "crashed",
        /// The reader stopped it.
        Cancelled = "cancelled",
    }
}

named_enum! {
    /// What takes its time.
    pub enum Phase {
        /// The vocabulary is on its way.
        Loading = "loading",
        /// The text is being counted.
        Counting = "counting",
    }
}

named_enum! {
    /// What the comparison with tiktoken-rs found.
    pub enum Verdict {
        /// Every token is the same.
        Same = "same",
        /// Some token is not.
        Different = "different",
        /// tiktoken-rs could not be fetched.
        Download = "download",
        /// tiktoken-rs gave up on this text.
        Crashed = "crashed",
    }
}

/// What the tokenizer says of the text that was sent last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// So many percent are done.
    Progress(Phase, u32),
    /// The tokens.
    Done(Tokenization),
    /// There will be no tokens.
    Failed(Failure),
    /// Where the words occur, as byte offsets.
    Found(Vec<u32>),
    /// The text with other words.
    Replaced(String),
    /// The comparison.
    Checked(Verdict),
}
