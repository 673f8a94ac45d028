//! The ordinary answer: status 200, the example's words, and the usage record with this request's numbers.
//!
//! Whole, it arrives when the model has written everything; streamed, one event per piece, and the
//! record at the end. Objects are shortened to the fields that matter here.

use super::answer::Numbers;
use super::template::fill;
use super::{Mark, Span, Writer, json};
use crate::journey::usage::{Role, UsageField};
use crate::journey::{Count, Provider};

/// An answer that goes well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paid<'a> {
    /// Whose.
    pub provider: Provider,
    /// The model's id.
    pub model: &'a str,
    /// What the model writes, in the pieces in which it arrives.
    pub pieces: &'a [&'a str],
    /// The usage record.
    pub usage: &'a [UsageField],
    /// Known header lines.
    pub headers: &'a [String],
}

/// How far an answer has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It arrives in one piece: all of it, or nothing yet.
    Whole {
        /// Whether it has arrived.
        arrived: bool,
    },
    /// It arrives in events.
    Streamed {
        /// How many pieces have arrived.
        pieces: usize,
        /// Whether the last event has.
        ended: bool,
    },
}

/// How many events with pieces are shown at the end of a stream; those before are left out.
const SHOWN_EVENTS: usize = 3;
/// The media type of an answer that comes whole.
const WHOLE: &str = "application/json";
/// That of a stream.
const STREAM: &str = "text/event-stream";
/// Stands for what is left out.
const LEFT_OUT: &str = "⋮\n";

impl Paid<'_> {
    /// The answer as HTTP, as far as it has come; nothing before it begins.
    pub fn http(&self, progress: Progress) -> Vec<Span> {
        let mut out = Writer::default();
        match progress {
            Progress::Whole { arrived: false } => {}
            Progress::Whole { arrived: true } => {
                self.head(WHOLE, &mut out);
                self.whole(&mut out);
            }
            Progress::Streamed { pieces, ended } => {
                self.head(STREAM, &mut out);
                self.first_event(&mut out);
                self.events(pieces.min(self.pieces.len()), &mut out);
                if ended {
                    self.last_event(&mut out);
                }
            }
        }
        out.spans
    }

    fn head(&self, media_type: &str, out: &mut Writer) {
        let (types, others): (Vec<_>, Vec<_>) = self.headers.iter().partition(|line| line.starts_with("content-type:"));
        // What a provider's own line says is of the whole answer.
        match types.first().filter(|_| media_type == WHOLE) {
            Some(line) => out.plain(&format!("HTTP/1.1 200\n{line}\n")),
            None => out.plain(&format!("HTTP/1.1 200\ncontent-type: {media_type}\n")),
        }
        let adds = self.usage.iter().filter(|field| field.role == Role::Adds);
        let used = adds.map(|field| field.tokens.high()).fold(0, u32::saturating_add);
        let values = Numbers { model: self.model, used, ..Numbers::default() }.values();
        for line in others {
            fill(line, &values, None, out);
            out.plain("\n");
        }
        out.plain("\n");
    }

    fn whole(&self, out: &mut Writer) {
        let (text, model) = (json::string(&self.pieces.concat()), json::string(self.model));
        match self.provider {
            Provider::OpenAi => {
                out.plain(&format!("{{\n  \"model\": {model},\n  \"status\": \"completed\",\n"));
                out.plain("  \"output\": [{ \"type\": \"message\", \"role\": \"assistant\",\n");
                out.plain("    \"content\": [{ \"type\": \"output_text\", \"text\": ");
                out.put(&text, Mark::Token);
                out.plain(" }] }],\n  \"usage\": ");
            }
            Provider::Anthropic => {
                out.plain(&format!("{{\n  \"model\": {model},\n  \"role\": \"assistant\",\n"));
                out.plain("  \"content\": [{ \"type\": \"text\", \"text\": ");
                out.put(&text, Mark::Token);
                out.plain(" }],\n  \"stop_reason\": \"end_turn\",\n  \"usage\": ");
            }
            Provider::Gemini => {
                out.plain("{\n  \"candidates\": [{ \"content\": { \"role\": \"model\",\n    \"parts\": [{ \"text\": ");
                out.put(&text, Mark::Token);
                out.plain(" }] }, \"finishReason\": \"STOP\" }],\n  \"usageMetadata\": ");
            }
        }
        usage(self.usage, "  ", out);
        out.plain("\n}");
    }

    /// Anthropic tells the input at the beginning and the output at the end.
    fn first_event(&self, out: &mut Writer) {
        if self.provider == Provider::Anthropic {
            out.plain("event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"usage\":");
            usage(&self.side(false), "", out);
            out.plain("}}\n\n");
        }
    }

    /// The fields of the output, or the others.
    fn side(&self, output: bool) -> Vec<UsageField> {
        self.usage.iter().copied().filter(|field| field.path.starts_with("output") == output).collect()
    }

    fn events(&self, arrived: usize, out: &mut Writer) {
        let first = arrived.saturating_sub(SHOWN_EVENTS);
        if first > 0 {
            out.plain(LEFT_OUT);
        }
        for piece in &self.pieces[first..arrived] {
            self.event(&json::string(piece), out);
        }
    }

    /// One piece.
    fn event(&self, piece: &str, out: &mut Writer) {
        let (before, after) = match self.provider {
            Provider::OpenAi => (
                "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\",\"delta\":",
                "}\n\n",
            ),
            Provider::Anthropic => (
                concat!(
                    "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,",
                    "\"delta\":{\"type\":\"text_delta\",\"text\":",
                ),
                "}}\n\n",
            ),
            Provider::Gemini => {
                ("data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":", "}]}}]}\n\n")
            }
        };
        out.plain(before);
        out.put(piece, Mark::Token);
        out.plain(after);
    }

    /// The record at the end.
    fn last_event(&self, out: &mut Writer) {
        match self.provider {
            Provider::OpenAi => {
                out.plain("event: response.completed\ndata: {\"type\":\"response.completed\",\"response\":{\"usage\":");
                usage(self.usage, "", out);
                out.plain("}}");
            }
            Provider::Anthropic => {
                out.plain("event: message_delta\ndata: {\"type\":\"message_delta\",");
                out.plain("\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":");
                usage(&self.side(true), "", out);
                out.plain("}\n\nevent: message_stop\ndata: {\"type\":\"message_stop\"}");
            }
            Provider::Gemini => {
                out.plain("data: {\"candidates\":[{\"finishReason\":\"STOP\"}],\"usageMetadata\":");
                usage(self.usage, "", out);
                out.plain("}");
            }
        }
    }
}

/// The record as JSON. Fields with a dot in their path are in an object of their own, on one line.
fn usage(fields: &[UsageField], indent: &str, out: &mut Writer) {
    let parent = |field: &UsageField| field.path.split_once('.').map(|(parent, _)| parent);
    let same_object = |one: &UsageField, two: &UsageField| parent(one).is_some() && parent(one) == parent(two);
    out.plain("{\n");
    for (index, group) in fields.chunk_by(same_object).enumerate() {
        out.plain(if index > 0 { ",\n" } else { "" });
        out.plain(&format!("{indent}  "));
        let parent = group.first().and_then(parent);
        if let Some(parent) = parent {
            out.plain(&format!("\"{parent}\": {{ "));
        }
        for (index, field) in group.iter().enumerate() {
            let name = field.path.rsplit('.').next().unwrap_or_default();
            out.plain(if index > 0 { ", " } else { "" });
            out.plain(&format!("\"{name}\": "));
            out.put(&number(field.tokens), Mark::Token);
        }
        if parent.is_some() {
            out.plain(" }");
        }
    }
    out.plain(&format!("\n{indent}}}"));
}

/// A number, or a range where nobody outside the provider can count.
fn number(count: Count) -> String {
    if count.low() == count.high() { count.low().to_string() } else { format!("{}–{}", count.low(), count.high()) }
}

#[cfg(test)]
mod tests {
    use super::{Paid, Progress};
    use crate::journey::exchange::text_of;
    use crate::journey::{Count, Provider, Usage};

    const PIECES: [&str; 5] = ["No", ".", " The", " key", " says"];

    fn http(provider: Provider, progress: Progress) -> String {
        let usage = Usage { fresh: Count::Exact(11), written: Count::Exact(5), reasoning: 2, ..Usage::default() };
        let usage = usage.record(provider);
        text_of(&Paid { provider, model: "m", pieces: &PIECES, usage: &usage, headers: &[] }.http(progress))
    }

    #[test]
    fn a_whole_answer_has_all_words_and_the_record() {
        for &provider in Provider::ALL {
            assert_eq!(http(provider, Progress::Whole { arrived: false }), "");
            let text = http(provider, Progress::Whole { arrived: true });
            assert!(text.contains("\"No. The key says\"") && text.contains(": 11"), "{text}");
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text}");
        }
    }

    #[test]
    fn an_answer_has_one_media_type() {
        let headers = ["content-type: application/json; charset=UTF-8".to_owned(), "x: 1".to_owned()];
        let paid = Paid { provider: Provider::Gemini, model: "m", pieces: &PIECES, usage: &[], headers: &headers };
        let whole = text_of(&paid.http(Progress::Whole { arrived: true }));
        assert!(whole.starts_with("HTTP/1.1 200\ncontent-type: application/json; charset=UTF-8\nx: 1\n\n"), "{whole}");
        let stream = text_of(&paid.http(Progress::Streamed { pieces: 1, ended: false }));
        assert!(stream.starts_with("HTTP/1.1 200\ncontent-type: text/event-stream\nx: 1\n\n"), "{stream}");
    }

    #[test]
    fn a_stream_grows_event_by_event() {
        for &provider in Provider::ALL {
            let begun = http(provider, Progress::Streamed { pieces: 1, ended: false });
            assert!(begun.contains("\"No\"") && !begun.contains("\".\""), "{begun}");
            // Only Anthropic tells the input before the end.
            assert_eq!(begun.contains("11"), provider == Provider::Anthropic, "{begun}");
            let ended = http(provider, Progress::Streamed { pieces: 5, ended: true });
            assert!(ended.contains('⋮') && ended.contains("\" says\"") && ended.contains(": 11"), "{ended}");
            assert_eq!(ended.matches('{').count(), ended.matches('}').count(), "{ended}");
        }
    }
}
