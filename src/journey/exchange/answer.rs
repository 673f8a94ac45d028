//! What a provider is known to answer: status, headers and body, each with its own evidence.
//!
//! Invariant: a part whose evidence is unknown has no text.

use super::template::{Value, fill};
use super::{Mark, Span, Writer};
use crate::journey::{Outcome, Provider, Scenario};
use crate::pricing::Sourced;

/// Headers or body of an answer, as documented or reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its lines; names in braces are filled in with this request's numbers.
    pub lines: Vec<String>,
    /// Where it was read; without an address where nothing is known.
    pub sourced: Sourced,
}

/// One cell of the matrix provider × scenario, in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Whose answer.
    pub provider: Provider,
    /// To what.
    pub scenario: Scenario,
    /// The status under which the body was seen, where it is not the documented one.
    pub seen_status: Option<u16>,
    /// Header lines.
    pub headers: Part,
    /// The body: JSON, or the end of a stream.
    pub body: Part,
    /// Where sources disagree: one sentence.
    pub disagree: Option<String>,
    /// One sentence for beginners.
    pub note: Option<String>,
}

/// The numbers of this request that an answer may mention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbers<'a> {
    pub(super) model: &'a str,
    pub(super) key: &'a str,
    pub(super) input_tokens: u32,
    pub(super) context_window: u32,
    /// Tokens of the example limit that have been used.
    pub(super) used: u32,
}

impl Answer {
    /// The answer as HTTP, with the status and code of `outcome`; nothing if nothing is known of it.
    ///
    /// A text that is too long is this text behind as many tokens as fit: `input_tokens` and the
    /// window together.
    pub fn http(&self, outcome: &Outcome, model: &str, key: &str, input_tokens: u32, context_window: u32) -> Vec<Span> {
        let numbers = Numbers { model, key, input_tokens, context_window, used: LIMIT };
        let mut out = Writer::default();
        let Some(status) = self.seen_status.or(outcome.status) else { return out.spans };
        let good = status < 400;
        out.plain("HTTP/1.1 ");
        out.put(&status.to_string(), if good { Mark::Plain } else { Mark::Fail });
        out.plain("\n");
        let values = numbers.values();
        for line in &self.headers.lines {
            fill(line, &values, None, &mut out);
            out.plain("\n");
        }
        if !self.body.lines.is_empty() {
            out.plain("\n");
            fill(&self.body.lines.join("\n"), &values, outcome.code.as_deref(), &mut out);
        }
        out.spans
    }
}

impl Numbers<'_> {
    /// What the names in braces stand for. Ids and limits are examples: the page says so beside them.
    pub(super) fn values(&self) -> Vec<Value> {
        let value = |name, text: String, mark| Value { name, text, mark };
        let sum = self.context_window.saturating_add(self.input_tokens);
        vec![
            value("request_id", "req_EXAMPLE".to_owned(), Mark::Plain),
            value("model", self.model.to_owned(), Mark::Plain),
            value("key_masked", self.key.to_owned(), Mark::Key),
            value("input_tokens", sum.to_string(), Mark::Token),
            value("context_window", self.context_window.to_string(), Mark::Token),
            value("limit", LIMIT.to_string(), Mark::Token),
            value("used", self.used.to_string(), Mark::Token),
            value("remaining", LIMIT.saturating_sub(self.used).to_string(), Mark::Token),
            value("requested", self.input_tokens.to_string(), Mark::Token),
            value("retry_after_s", RETRY_AFTER_S.to_string(), Mark::Token),
        ]
    }
}

/// An example of a limit, in tokens a minute: all of it is used.
const LIMIT: u32 = 30_000;
/// An example of how long to wait, in seconds.
const RETRY_AFTER_S: u32 = 2;
