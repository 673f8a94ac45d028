//! What is known of the present text, and how each reply of the tokenizer changes that.
//!
//! Invariants: a reply about another text or another reading of it changes nothing; what was found out about one
//! result is never told of another; there is always a result to show, if only that of an earlier text.

use std::sync::Arc;

use crate::tokenizer::{Reading, Text, Tokenization, blocks};
use crate::worker::protocol::{Comparison, Failure, Reply};

/// What is known of the present text.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    /// The latest result, which may be of an earlier text.
    pub(super) result: Arc<LabResult>,
    /// How the present text's counting stands.
    pub(super) progress: Progress,
    /// What was found out about the result.
    pub(super) findings: Findings,
}

impl Counted {
    /// Takes a reply about the text that was sent as `reading`, while the reader's is `present`. Gives the text
    /// that the reader's is to be replaced by, if it is.
    pub(super) fn receive(&mut self, reply: Reply, reading: Reading, present: &Reading) -> Option<Text> {
        if reading != *present {
            return None;
        }
        match reply {
            Reply::Loading(percent) => self.progress = Progress::Loading(percent),
            Reply::Counting(percent) => self.progress = Progress::Busy(percent),
            Reply::Failed(failure) => {
                self.findings = Findings::default();
                self.progress = Progress::Failed(failure);
            }
            Reply::Done(tokenization) => self.show(LabResult::new(reading, tokenization)),
            Reply::Found(found) => {
                self.findings.found = found;
                self.findings.ended_searches += 1;
            }
            Reply::Replaced(text) => return Some(text.into()),
            Reply::Checked(comparison) => self.findings.check = Some(Check::Ended(comparison)),
        }
        None
    }

    /// Takes a result of the present text.
    pub(super) fn show(&mut self, result: LabResult) {
        // Counted again, a text keeps what is known of it.
        if self.result.reading != result.reading {
            self.findings = Findings::default();
        }
        self.result = Arc::new(result);
        self.progress = Progress::Ready;
    }
}

/// The tokens of one text.
#[derive(Clone, Debug, PartialEq)]
pub struct LabResult {
    /// The text and how it was cut.
    pub reading: Reading,
    /// The tokens.
    pub tokenization: Tokenization,
    /// First tokens of the blocks that the tokens are drawn in, and their number.
    pub blocks: Vec<usize>,
}

impl LabResult {
    /// Prepares a result for the screen.
    pub fn new(reading: Reading, tokenization: Tokenization) -> Self {
        let blocks = blocks(&reading.text, &tokenization);
        Self { reading, tokenization, blocks }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.reading.text
    }

    /// Index of the token that holds the byte at `offset`.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokenization.boundaries.partition_point(|boundary| boundary.end() as usize <= offset)
    }

    /// How many blocks there are.
    pub fn block_count(&self) -> usize {
        self.blocks.len().saturating_sub(1)
    }
}

/// How far the counting of the present text has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was needed yet: the page shows its precomputed example.
    Static,
    /// The vocabulary is on its way, and this many percent of it are here.
    Loading(u32),
    /// The text is being counted, and this many percent of it are done.
    Busy(u32),
    /// The result is on screen.
    Ready,
    /// There is no result.
    Failed(Failure),
}

impl Progress {
    /// The value of `data-state`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Static => "static",
            Self::Loading(_) => "loading",
            Self::Busy(_) => "busy",
            Self::Ready => "ready",
            Self::Failed(_) => "error",
        }
    }
}

/// What was asked about a result and has been answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Where the words that the reader looks for occur, as byte offsets.
    pub found: Vec<u32>,
    /// How many searches have ended: one may find the same places as the one before.
    pub ended_searches: u32,
    /// What tiktoken-rs says, if it was asked.
    pub check: Option<Check>,
}

/// A comparison with tiktoken-rs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// It is under way.
    Running,
    /// It has ended.
    Ended(Comparison),
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Check, Counted, Findings, LabResult, Progress};
    use crate::tokenizer::{Encoding, Reading, Tokenization, Tokens};
    use crate::worker::protocol::{Comparison, Failure, Reply};

    fn reading(text: &str) -> Reading {
        Reading { text: text.into(), ..Reading::default() }
    }

    /// As if the whole text were one token.
    fn one_token(text: &str) -> Tokenization {
        Tokenization::new(text, Tokens { ids: vec![7], ends: vec![text.len() as u32] })
    }

    /// A page on which the tokens of `text` are shown.
    fn counted(text: &str) -> Counted {
        Counted {
            result: Arc::new(LabResult::new(reading(text), one_token(text))),
            progress: Progress::Ready,
            findings: Findings { found: vec![1], ended_searches: 1, check: Some(Check::Ended(Comparison::Same)) },
        }
    }

    #[test]
    fn a_reply_about_another_reading_is_dropped() {
        let mut state = counted("old");
        let present = Reading { encoding: Encoding::Cl100kBase, ..reading("new") };
        for (reply, of) in [
            (Reply::Done(one_token("old")), reading("old")),
            (Reply::Done(one_token("new")), reading("new")),
            (Reply::Loading(40), reading("old")),
            (Reply::Failed(Failure::Damaged), reading("old")),
            (Reply::Found(vec![2]), reading("old")),
            (Reply::Replaced("other".to_owned()), reading("old")),
        ] {
            assert_eq!(state.receive(reply, of, &present), None);
        }
        assert_eq!((&*state.result, state.progress), (&*counted("old").result, Progress::Ready));
        assert_eq!(state.findings, counted("old").findings);
    }

    #[test]
    fn progress_leaves_the_earlier_result_on_screen() {
        let mut state = counted("old");
        let new = reading("new");
        for (reply, progress) in [(Reply::Loading(40), Progress::Loading(40)), (Reply::Counting(5), Progress::Busy(5))]
        {
            state.receive(reply, new.clone(), &new);
            assert_eq!((state.progress, state.result.text()), (progress, "old"));
        }
    }

    #[test]
    fn a_failure_keeps_the_earlier_result_and_forgets_what_was_found() {
        let mut state = counted("old");
        let new = reading("new");
        assert_eq!(state.receive(Reply::Failed(Failure::Download), new.clone(), &new), None);
        assert_eq!((state.progress, state.result.text()), (Progress::Failed(Failure::Download), "old"));
        assert_eq!(state.findings, Findings::default());
    }

    #[test]
    fn the_latest_result_wins_and_nothing_is_known_of_it_yet() {
        let mut state = counted("old");
        let new = reading("new");
        state.receive(Reply::Failed(Failure::Crashed), new.clone(), &new);
        state.receive(Reply::Done(one_token("new")), new.clone(), &new);
        assert_eq!((state.progress, &state.result.reading), (Progress::Ready, &new));
        assert_eq!(state.findings, Findings::default());
    }

    #[test]
    fn counted_again_a_text_keeps_what_is_known_of_it() {
        let mut state = counted("same");
        let present = reading("same");
        state.receive(Reply::Done(one_token("same")), present.clone(), &present);
        assert_eq!(state.findings, counted("same").findings);
        state.receive(Reply::Found(vec![1]), present.clone(), &present);
        assert_eq!(state.findings.ended_searches, 2, "also if it found the same places");
    }

    #[test]
    fn a_replacement_is_handed_on_and_not_shown() {
        let mut state = counted("old");
        let present = reading("old");
        let text = state.receive(Reply::Replaced("other".to_owned()), present.clone(), &present);
        assert_eq!((text, state.result.text()), (Some("other".into()), "old"));
    }
}
