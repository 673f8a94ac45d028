//! The reader's request and what is known of it, shared by the figures of one page.
//!
//! Invariants: [`Shared::current`] gives a result only for exactly the present text and encoding;
//! whatever replaces the reader's text offers the old one back.

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use super::Page;
use crate::journey::{Provider, Scenario};
use crate::request::{Field, Request};
use crate::tokenizer::{Encoding, Text, Tokenization, blocks};
use crate::worker::protocol::{Failure, Reply};

/// The tokens of one text.
#[derive(Clone, Debug, PartialEq)]
pub struct LabResult {
    /// The text.
    pub text: Text,
    /// How it was cut.
    pub encoding: Encoding,
    /// The tokens.
    pub tokenization: Tokenization,
    /// First tokens of the blocks that the tokens are drawn in, and their number.
    pub blocks: Vec<usize>,
}

impl LabResult {
    /// Prepares a result for the screen.
    pub fn new(text: Text, encoding: Encoding, tokenization: Tokenization) -> Self {
        let blocks = blocks(&text, &tokenization);
        Self { text, encoding, tokenization, blocks }
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
    /// The vocabulary is on its way: so many percent.
    Loading(u32),
    /// The text is being cut.
    Busy,
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
            Self::Busy => "busy",
            Self::Ready => "ready",
            Self::Failed(_) => "error",
        }
    }
}

/// Something to tell the reader once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The link is in the clipboard.
    LinkCopied,
    /// The link is ready, but the clipboard was refused.
    LinkReady(String),
    /// No link: the text holds a secret.
    LinkSecret,
    /// No link: the text is too long.
    LinkTooLong,
    /// Parts of the link were left out.
    LinkBad(Vec<Field>),
    /// The link's text replaced this one.
    LinkReplaced(Text),
}

/// A handle on the signals that the figures share; they live as long as the page.
#[derive(Clone, Copy)]
pub struct Shared(&'static Signals);

impl Deref for Shared {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The shared signals.
pub struct Signals {
    /// The reader's request.
    pub request: RwSignal<Request>,
    /// The latest result, which may be of an earlier text.
    pub result: RwSignal<Arc<LabResult>>,
    /// How the present text's counting stands.
    pub progress: RwSignal<Progress>,
    /// What to tell the reader.
    pub notice: RwSignal<Option<Notice>>,
    /// Whether the text box holds half a character.
    pub lone_surrogate: RwSignal<bool>,
    /// Counts the times the text was set by other means than typing.
    pub rewritten: RwSignal<u32>,
    /// Counts the times the reader asked to try again.
    pub retries: RwSignal<u32>,
}

impl Shared {
    /// The state before the reader does anything: the example, counted at build time.
    pub fn new(page: Page) -> Self {
        let encoding = Encoding::default();
        let sample = &page.data().sample;
        Self(Box::leak(Box::new(Signals {
            request: RwSignal::new(Request {
                text: sample.text.clone(),
                encoding,
                provider: Provider::OpenAi,
                model: String::new(),
                scenario: Scenario::Paid,
                stage: None,
            }),
            result: RwSignal::new(Arc::new(sample_result(page, encoding))),
            progress: RwSignal::new(Progress::Static),
            notice: RwSignal::new(None),
            lone_surrogate: RwSignal::new(false),
            rewritten: RwSignal::new(0),
            retries: RwSignal::new(0),
        })))
    }

    /// The result, if it is that of the present text and encoding. Tracks both.
    pub fn current(self) -> Option<Arc<LabResult>> {
        let result = self.result.get();
        self.request
            .with(|request| request.encoding == result.encoding && request.text == result.text)
            .then_some(result)
    }

    /// Replaces the text from outside the text box, which shows line ends as `\n` only.
    pub fn rewrite_text(self, text: &str) {
        let text = with_plain_line_ends(text);
        self.request.update(|request| request.text = text.into());
        self.rewritten.update(|times| *times += 1);
    }

    /// The result that needs no tokenizer: of no text, or of the example.
    pub fn known_result(self, page: Page) -> Option<LabResult> {
        self.request.with_untracked(|request| {
            if request.text.is_empty() {
                let tokenization = Tokenization::default();
                return Some(LabResult::new(Text::default(), request.encoding, tokenization));
            }
            (request.text == page.data().sample.text).then(|| sample_result(page, request.encoding))
        })
    }

    /// Takes a reply about the text that was sent as `text` in `encoding`.
    pub fn receive(self, reply: Reply, text: Text, encoding: Encoding) {
        match reply {
            Reply::Progress { percent, .. } if percent < 100 => self.progress.set(Progress::Loading(percent)),
            Reply::Progress { .. } => self.progress.set(Progress::Busy),
            Reply::Failed { failure, .. } => self.progress.set(Progress::Failed(failure)),
            Reply::Done { tokenization, .. } => {
                self.result.set(Arc::new(LabResult::new(text, encoding, tokenization)));
                self.progress.set(Progress::Ready);
            }
        }
    }
}

/// `\r\n` and `\r` become `\n`.
fn with_plain_line_ends(text: &str) -> String {
    let mut lines = text.split('\r');
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |mut text, rest| {
        text.push('\n');
        text.push_str(rest.strip_prefix('\n').unwrap_or(rest));
        text
    })
}

fn sample_result(page: Page, encoding: Encoding) -> LabResult {
    let sample = &page.data().sample;
    LabResult::new(sample.text.clone(), encoding, sample.result(encoding).clone())
}

#[cfg(test)]
mod tests {
    use super::with_plain_line_ends;

    #[test]
    fn every_kind_of_line_end_becomes_a_plain_one() {
        assert_eq!(with_plain_line_ends("a\r\nb\rc\nd\r\r\n"), "a\nb\nc\nd\n\n");
        assert_eq!(with_plain_line_ends(""), "");
    }
}
