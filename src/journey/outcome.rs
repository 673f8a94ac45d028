//! What one provider answers in one scenario, and how well that is known.
//!
//! Invariant: a status or code is present only where the provider documents it or it was reported
//! with a date; elsewhere the page says that the provider does not document it.

use super::{Provider, Scenario, Stage};
use crate::names::named_enum;
use crate::pricing::Sourced;

named_enum! {
    /// How the journey ends.
    pub enum Ending {
        /// The answer came and was billed.
        Paid = "paid",
        /// The request was turned away.
        Refused = "refused",
        /// The provider could not finish.
        Failed = "failed",
    }
}

named_enum! {
    /// Which half of the subject a failure belongs to.
    pub enum Half {
        /// Who is asking.
        Key = "key",
        /// How much is used.
        Tokens = "tokens",
        /// Neither: the provider's own trouble, or none.
        Neither = "neither",
    }
}

named_enum! {
    /// Whether sending the same request again helps.
    pub enum Retry {
        /// No; something must be changed first.
        No = "no",
        /// Yes, after a while.
        Wait = "wait",
        /// Yes, at once.
        Yes = "yes",
    }
}

named_enum! {
    /// What was billed.
    pub enum Billed {
        /// Nothing.
        Nothing = "nothing",
        /// What was counted before it broke off.
        Part = "part",
        /// Input and output.
        All = "all",
        /// The provider does not say.
        Unknown = "unknown",
    }
}

named_enum! {
    /// Who can fix it.
    pub enum Fixer {
        /// Whoever wrote the program.
        You = "you",
        /// Whoever runs the account.
        Admin = "admin",
        /// The provider.
        Provider = "provider",
    }
}

/// One cell of the matrix provider × scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Whose answer it is.
    pub provider: Provider,
    /// What happens.
    pub scenario: Scenario,
    /// Where the request ends.
    pub stage: Stage,
    /// How it ends.
    pub ending: Ending,
    /// HTTP status, where known.
    pub status: Option<u16>,
    /// The error code or type in the answer's body, where known.
    pub code: Option<String>,
    /// Whether the code was only reported, though the status is documented.
    pub code_reported: bool,
    /// Another status that was reported on the wire, with the day of the report.
    pub reported_status: Option<(u16, String)>,
    /// Where the status was read, and the code unless it says otherwise; without an address where nothing is known.
    pub sourced: Sourced,
    /// Which half failed.
    pub half: Half,
    /// Whether a retry helps.
    pub retry: Retry,
    /// What was billed.
    pub billed: Billed,
    /// Who can fix it.
    pub fixer: Fixer,
}

impl Outcome {
    /// The ordinary outcome, the same everywhere: status 200, billed in full.
    pub fn paid(provider: Provider) -> Self {
        Self {
            provider,
            scenario: Scenario::Paid,
            stage: Stage::Bill,
            ending: Ending::Paid,
            status: Some(200),
            code: None,
            code_reported: false,
            reported_status: None,
            sourced: Sourced::common_knowledge(),
            half: Half::Neither,
            retry: Retry::Yes,
            billed: Billed::All,
            fixer: Fixer::You,
        }
    }

    /// Whether the answer began well and then stopped: only a stream can.
    pub fn breaks_off(&self) -> bool {
        self.scenario == Scenario::StreamCut && self.ending == Ending::Failed
    }

    /// Where the HTTP status reaches the caller: with the first of the answer, or with the refusal.
    pub fn status_stage(&self) -> Stage {
        self.stage.min(Stage::Generate)
    }
}
