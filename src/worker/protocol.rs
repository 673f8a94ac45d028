//! What passes between the page and the tokenizer: jobs one way, replies the other.
//!
//! Invariant: a [`Job::Count`] is answered by any number of [`Reply::Loading`] and [`Reply::Counting`]
//! and then by exactly one [`Reply::Done`] or [`Reply::Failed`], unless a newer one or [`Job::Cancel`]
//! takes its place. A [`Job::Ask`] is about the text counted last and names it by its number. All of that holds for
//! each [`Asker`] by itself: none takes the place of another's text.

use crate::names::named_enum;
use crate::tokenizer::{Reading, Tokenization, VocabularyFile};

/// The worker's script, from the site's root.
pub const WORKER_SCRIPT: &str = "worker.js";

/// The script that opens the WebAssembly, in a worker or without one, from the site's root.
pub const ENGINE_SCRIPT: &str = "engine.js";

/// What the engine's script opens and reads; every path is from the site's root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The tokenizer.
    pub tokenizer: Binary,
    /// tiktoken-rs, to check results with.
    pub judge: Binary,
    /// The packed vocabularies, each file once.
    pub vocabularies: Vec<Vocabulary>,
}

/// A WebAssembly file and the JavaScript that opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binary {
    /// The JavaScript.
    pub glue: String,
    /// The WebAssembly.
    pub wasm: String,
}

/// A packed vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// Which one.
    pub file: VocabularyFile,
    /// The part that is enough for ASCII text.
    pub ascii: VocabularyPart,
    /// The other tokens.
    pub rest: VocabularyPart,
}

/// One of the two parts of a packed vocabulary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VocabularyPart {
    /// The file.
    pub path: String,
    /// Its length in bytes once decompressed, by which progress is measured.
    pub unpacked_bytes: u32,
}

/// Who wants texts counted: the token lab, which is the first, or an exhibit. Each has a latest text of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asker(pub u32);

/// What an asker wants; later texts have larger numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Count a text.
    Count(Reading),
    /// Stop counting.
    Cancel,
    /// Answer a question about the text counted last.
    Ask(Question),
}

/// A question about a text that has been counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Where these words occur.
    Find(String),
    /// What the text is with the second words in place of the first.
    Replace(String, String),
    /// Whether tiktoken-rs finds the same tokens.
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
    /// What the comparison with tiktoken-rs found.
    pub enum Comparison {
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

/// What the tokenizer says of the text that an asker sent last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// How much of the vocabulary has arrived, in percent.
    Loading(u32),
    /// How much of the text has been counted, in percent.
    Counting(u32),
    /// The tokens.
    Done(Tokenization),
    /// There will be no tokens.
    Failed(Failure),
    /// Where the words occur, as byte offsets.
    Found(Vec<u32>),
    /// The text with other words.
    Replaced(String),
    /// The comparison.
    Checked(Comparison),
}
