//! The reader's request and what is known of it, shared by the figures of one page.
//!
//! Invariants: [`Shared::current`] gives a result only for exactly the present text and encoding;
//! whatever replaces the reader's text offers the old one back.

use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::Page;
use super::counted::{Counted, Findings, LabResult, Progress};
use crate::handover::JourneyState;
use crate::journey::{Provider, Scenario};
use crate::request::{Field, Request};
use crate::tokenizer::{Reading, Text, Tokenization};
use crate::worker::protocol::{Question, Reply};

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
    /// The reader replaced this long text by another.
    LongReplaced(Text),
    /// What was dropped or pasted is not text.
    NotText,
    /// What was dropped or pasted is more than the page takes.
    TooMuch,
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

/// The shared signals, and the page that they are about.
pub struct Signals {
    /// Words, facts and examples.
    pub page: Page,
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
    /// Whether the text was ever set by other means than typing. Set again each time it is.
    pub rewritten: RwSignal<bool>,
    /// What the tokenizer has found out about the present result.
    pub findings: RwSignal<Findings>,
    /// The request and its journey, for the exhibits; nothing while none follows.
    pub journey: RwSignal<Option<JourneyState>>,
    /// Whether an exhibit follows.
    pub is_followed: RwSignal<bool>,
    /// Who takes what the figures want; the browser's part says it once.
    on_wish: StoredValue<Option<OnWish>, LocalStorage>,
}

/// What a figure wants of the tokenizer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// That the present text is not counted any further.
    Stop,
    /// That it is counted again.
    Retry,
    /// An answer about it.
    Ask(Question),
}

/// Takes a [`Wish`].
pub type OnWish = Rc<dyn Fn(Wish)>;

impl Shared {
    /// The state before the reader does anything: the example, counted at build time.
    pub fn new(page: Page) -> Self {
        let reading = Reading { text: page.data().samples.text.text.clone(), ..Reading::default() };
        let result = sample_result(page, &reading)
            .unwrap_or_else(|| LabResult::new(Reading::default(), Tokenization::default()));
        Self(Box::leak(Box::new(Signals {
            page,
            request: RwSignal::new(Request {
                reading: reading.clone(),
                provider: Provider::OpenAi,
                model: String::new(),
                scenario: Scenario::Paid,
                stage: None,
            }),
            result: RwSignal::new(Arc::new(result)),
            progress: RwSignal::new(Progress::Static),
            notice: RwSignal::new(None),
            lone_surrogate: RwSignal::new(false),
            rewritten: RwSignal::new(false),
            findings: RwSignal::default(),
            journey: RwSignal::new(None),
            is_followed: RwSignal::new(false),
            on_wish: StoredValue::new_local(None),
        })))
    }

    /// The result, if it is that of the present text and encoding. Tracks both.
    pub fn current(self) -> Option<Arc<LabResult>> {
        let result = self.result.get();
        self.request.with(|request| request.reading == result.reading).then_some(result)
    }

    /// Replaces the text from outside the text box, which shows line ends as `\n` only.
    pub fn rewrite_text(self, text: &str) {
        self.set_text(with_plain_line_ends(text).into());
    }

    /// Replaces the text from outside the text box, as it is.
    pub fn set_text(self, text: Text) {
        self.request.update(|request| request.reading.text = text);
        self.rewritten.set(true);
    }

    /// Replaces a long text, and offers it back.
    pub fn replace_long(self, text: Text) {
        let before = self.request.with_untracked(|request| request.reading.text.clone());
        self.set_text(text);
        self.notice.set(Some(Notice::LongReplaced(before)));
    }

    /// The result that needs no tokenizer: of no text, or of the example.
    pub fn known_result(self) -> Option<LabResult> {
        self.request.with_untracked(|request| {
            if request.reading.text.is_empty() {
                return Some(LabResult::new(request.reading.clone(), Tokenization::default()));
            }
            sample_result(self.page, &request.reading)
        })
    }

    /// Wants something of the tokenizer. Where there is none, nothing happens.
    pub fn want(self, wish: Wish) {
        if let Some(on_wish) = self.on_wish.get_value() {
            on_wish(wish);
        }
    }

    /// Says who takes what the figures want.
    pub fn on_wish(self, on_wish: OnWish) {
        self.on_wish.set_value(Some(on_wish));
    }

    /// Takes a reply about the text that was sent as `reading`.
    pub fn receive(self, reply: Reply, reading: Reading) {
        let present = self.request.with_untracked(|request| request.reading.clone());
        let mut counted = self.counted();
        let replacement = counted.receive(reply, reading, &present);
        self.set_counted(counted);
        if let Some(text) = replacement {
            self.replace_long(text);
        }
    }

    /// Puts a result of the present text on screen.
    pub fn show(self, result: LabResult) {
        let mut counted = self.counted();
        counted.show(result);
        self.set_counted(counted);
    }

    fn counted(self) -> Counted {
        Counted {
            result: self.result.get_untracked(),
            progress: self.progress.get_untracked(),
            findings: self.findings.get_untracked(),
        }
    }

    /// Sets what has changed.
    fn set_counted(self, counted: Counted) {
        if self.findings.with_untracked(|before| *before != counted.findings) {
            self.findings.set(counted.findings);
        }
        if self.result.with_untracked(|before| !Arc::ptr_eq(before, &counted.result)) {
            self.result.set(counted.result);
        }
        if self.progress.get_untracked() != counted.progress {
            self.progress.set(counted.progress);
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

/// The example's tokens, if it is read as they were counted.
fn sample_result(page: Page, reading: &Reading) -> Option<LabResult> {
    let sample = &page.data().samples.text;
    let tokenization = sample.result(reading.encoding).filter(|_| reading.text == sample.text)?;
    Some(LabResult::new(reading.clone(), tokenization.clone()))
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
