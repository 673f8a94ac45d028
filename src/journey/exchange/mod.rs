//! One request and its answer, written out as HTTP.
//!
//! 1. [`Sent`] is what the program sends: [`Sent::http`] writes it out, [`Sent::curl`] as a command.
//! 2. [`Answer`] is what the provider is known to answer; [`Answer::http`] fills in this request's numbers.
//! 3. An ordinary answer is built from its [`Usage`](super::Usage): [`Paid`].
//! 4. [`Exchange::so_far`] is the answer as far as the journey has come.
//!
//! Invariants: a key is never written out, only masked; what belongs to the key, to the tokens or to a
//! failure is marked as such; nothing that is neither documented nor reported is written.

mod answer;
mod arriving;
mod json;
mod paid;
mod sent;
mod template;

pub use answer::{Answer, Part};
pub use arriving::{Exchange, Moment};
pub use paid::{Paid, Progress};
pub use sent::{Endpoint, Sent};

use crate::names::named_enum;

named_enum! {
    /// What a piece of the exchange belongs to.
    pub enum Mark {
        /// Neither.
        Plain = "plain",
        /// The key's half.
        Key = "key",
        /// The tokens' half.
        Token = "token",
        /// What failed.
        Fail = "fail",
        /// What is missing and should be there.
        Absent = "absent",
    }
}

/// A piece of text with its mark; line breaks are in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// What it belongs to.
    pub mark: Mark,
}

/// Builds a message piece by piece.
#[derive(Default)]
struct Writer {
    spans: Vec<Span>,
}

impl Writer {
    fn put(&mut self, text: &str, mark: Mark) {
        if text.is_empty() {
            return;
        }
        match self.spans.last_mut() {
            Some(last) if last.mark == mark => last.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_owned(), mark }),
        }
    }

    fn plain(&mut self, text: &str) {
        self.put(text, Mark::Plain);
    }
}

/// The text of `spans` without their marks.
pub fn text_of(spans: &[Span]) -> String {
    spans.iter().map(|span| &*span.text).collect()
}
