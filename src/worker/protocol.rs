//! What passes between the page and the tokenizer: jobs one way, replies the other.
//!
//! Invariant: every job is answered by any number of [`Reply::Progress`] and then by exactly one
//! [`Reply::Done`] or [`Reply::Failed`], unless its worker is ended.

use crate::names::named_enum;
use crate::tokenizer::{Encoding, Text, Tokenization};

/// Where the tokenizer's files are, as absolute addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EngineFiles {
    /// The worker's script.
    pub worker: String,
    /// The script that opens the WebAssembly, in a worker or without one.
    pub engine: String,
    /// The tokenizer's JavaScript glue.
    pub glue: String,
    /// The tokenizer's WebAssembly.
    pub wasm: String,
}

/// A packed vocabulary to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VocabularyFile {
    /// Its absolute address.
    pub url: String,
    /// Its length in bytes once decompressed, which is how completeness and progress are told.
    pub unpacked_bytes: u32,
}

/// A text to cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Tells answers apart; later jobs have larger numbers.
    pub id: u32,
    /// The encoding to use.
    pub encoding: Encoding,
    /// Where its vocabulary is, in case it is not loaded yet.
    pub vocabulary: VocabularyFile,
    /// The text.
    pub text: Text,
}

named_enum! {
    /// Why a job failed.
    pub enum Failure {
        /// A file could not be fetched or came incomplete.
        Download = "download",
        /// The vocabulary's content is not what it should be.
        Damaged = "damaged",
        /// The engine gave up on this text.
        Crashed = "crashed",
    }
}

/// What the tokenizer says of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The vocabulary is on its way.
    Progress {
        /// The job.
        id: u32,
        /// Percent of it that has arrived.
        percent: u32,
    },
    /// The result.
    Done {
        /// The job.
        id: u32,
        /// The tokens.
        tokenization: Tokenization,
    },
    /// There will be no result.
    Failed {
        /// The job.
        id: u32,
        /// Why.
        failure: Failure,
    },
}
