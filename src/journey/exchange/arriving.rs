//! The answer to one request, as far as it has come.
//!
//! 1. Before the journey starts, and when it is over, all of an answer is there.
//! 2. On the way, a whole answer arrives when the model has written everything, a stream piece by piece.
//! 3. A refusal arrives when the journey ends; behind the beginning of a stream it comes without its head.
//!
//! Invariant: once the journey is under way, an answer only ever grows.

use super::{Answer, Paid, Progress, Span, text_of};
use crate::journey::{Ending, Outcome, Phase, Scenario, Stage};

/// Everything that the answer is written from.
#[derive(Clone, Copy, Debug)]
pub struct Exchange<'a> {
    /// How the journey ends.
    pub outcome: &'a Outcome,
    /// What is known of the answer.
    pub answer: &'a Answer,
    /// The answer that comes if all goes well.
    pub paid: Paid<'a>,
    /// Tokens of that answer; the fewest, where they can only be estimated.
    pub output_tokens: u32,
    /// A masked key.
    pub key: &'a str,
    /// Tokens of the text; the most, where they can only be estimated.
    pub input_tokens: u32,
    /// Tokens that the model takes at once.
    pub context_window: u32,
}

/// How far the journey has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Idle, under way, or how it ended.
    pub phase: Phase,
    /// The stage that the request is at.
    pub stage: Stage,
    /// Output tokens written so far.
    pub written: u32,
}

impl Exchange<'_> {
    /// The answer as it is at a moment; nothing while none has arrived, or where none is known.
    pub fn so_far(&self, moment: Moment, streamed: bool) -> Vec<Span> {
        if self.outcome.ending == Ending::Paid {
            return self.paid_so_far(moment, streamed);
        }
        let beginning = if self.outcome.scenario == Scenario::StreamCut { self.cut(moment) } else { Vec::new() };
        if moment.phase == Phase::Running {
            return beginning;
        }
        let Paid { model, .. } = self.paid;
        let known = self.answer.http(self.outcome, model, self.key, self.input_tokens, self.context_window);
        if beginning.is_empty() {
            return known;
        }
        // The status line of a stream was sent at its beginning.
        [beginning, without_head(known)].concat()
    }

    fn paid_so_far(&self, moment: Moment, streamed: bool) -> Vec<Span> {
        let is_running = moment.phase == Phase::Running;
        let is_done = !is_running || moment.stage > Stage::Generate;
        if !streamed {
            return self.paid.http(Progress::Whole { arrived: is_done });
        }
        let has_begun = is_done || moment.stage == Stage::Generate && moment.written > 0;
        if !has_begun {
            return Vec::new();
        }
        let pieces = if is_done { self.paid.pieces.len() } else { self.pieces_arrived(moment) };
        self.paid.http(Progress::Streamed { pieces, ended: is_done })
    }

    /// The part of a stream that came before it broke off: in the picture before the start, half of it.
    fn cut(&self, moment: Moment) -> Vec<Span> {
        let is_idle = moment.phase == Phase::Idle;
        let pieces = if is_idle { self.paid.pieces.len() / 2 } else { self.pieces_arrived(moment) };
        if pieces == 0 {
            return Vec::new();
        }
        self.paid.http(Progress::Streamed { pieces, ended: false })
    }

    /// How many of the pieces have arrived: their share of the tokens that have been written.
    fn pieces_arrived(&self, moment: Moment) -> usize {
        self.paid.pieces.len() * moment.written as usize / (self.output_tokens as usize).max(1)
    }
}

/// Only the body: everything after the first empty line.
fn without_head(spans: Vec<Span>) -> Vec<Span> {
    let mut head = text_of(&spans).split_once("\n\n").map_or(0, |(head, _)| head.len() + 2);
    let mut body = Vec::new();
    for mut span in spans {
        let skipped = head.min(span.text.len());
        head -= skipped;
        span.text.drain(..skipped);
        if !span.text.is_empty() {
            body.push(span);
        }
    }
    body
}

#[cfg(test)]
mod tests {
    use super::{Exchange, Moment};
    use crate::journey::exchange::{Answer, Mark, Paid, Part, text_of};
    use crate::journey::{Count, Ending, Outcome, Phase, Provider, Scenario, Stage, Usage};
    use crate::pricing::Sourced;

    const PIECES: [&str; 4] = ["No", ".", " Not", " at all."];

    const IDLE: Moment = Moment { phase: Phase::Idle, stage: Stage::CreateKey, written: 0 };

    fn running(stage: Stage, written: u32) -> Moment {
        Moment { phase: Phase::Running, stage, written }
    }

    /// The answers of a journey that ends so, at the moments, with 8 output tokens in 4 pieces.
    fn answers(outcome: &Outcome, streamed: bool, moments: &[Moment]) -> Vec<String> {
        let part = |line: &str| Part { lines: vec![line.to_owned()], sourced: Sourced::common_knowledge() };
        let answer = Answer {
            provider: Provider::OpenAi,
            scenario: outcome.scenario,
            seen_status: None,
            headers: part("x: 1"),
            body: part("{\"error\": \"{code}\"}"),
            disagree: None,
            note: None,
        };
        let usage = Usage { fresh: Count::Exact(11), written: Count::Exact(8), ..Usage::default() };
        let usage = usage.record(Provider::OpenAi);
        let paid = Paid { provider: Provider::OpenAi, model: "m", pieces: &PIECES, usage: &usage, headers: &[] };
        let exchange = Exchange {
            outcome,
            answer: &answer,
            paid,
            output_tokens: 8,
            key: "sk-…",
            input_tokens: 11,
            context_window: 100,
        };
        moments.iter().map(|&moment| text_of(&exchange.so_far(moment, streamed))).collect()
    }

    fn failing(scenario: Scenario, ending: Ending, status: u16) -> Outcome {
        Outcome { scenario, ending, status: Some(status), ..Outcome::paid(Provider::OpenAi) }
    }

    #[test]
    fn a_whole_answer_arrives_when_the_model_has_written_everything() {
        let moments = [IDLE, running(Stage::Generate, 8), running(Stage::Meter, 8)];
        let answers = answers(&Outcome::paid(Provider::OpenAi), false, &moments);
        assert!(answers[0].contains("\"No. Not at all.\"") && answers[0].contains("usage"), "{}", answers[0]);
        assert_eq!((&*answers[1], &answers[2]), ("", &answers[0]));
    }

    #[test]
    fn a_stream_begins_with_its_first_token_and_only_grows() {
        let mut moments = vec![running(Stage::Tokenize, 0)];
        moments.extend((0..=8).map(|written| running(Stage::Generate, written)));
        moments.push(running(Stage::Meter, 8));
        let answers = answers(&Outcome::paid(Provider::OpenAi), true, &moments);
        assert_eq!((&*answers[0], &*answers[1]), ("", ""));
        assert!(answers[2].starts_with("HTTP/1.1 200") && !answers[2].contains("delta"), "{}", answers[2]);
        assert!(answers[3].contains("\"No\"") && !answers[3].contains("\".\""), "{}", answers[3]);
        assert!(!answers[9].contains("completed") && answers[10].contains("completed"));
        assert!(answers.windows(2).all(|pair| pair[0].len() <= pair[1].len()));
    }

    #[test]
    fn a_refusal_comes_at_the_end_of_its_journey() {
        let refused = failing(Scenario::NoKey, Ending::Refused, 401);
        let end = Moment { phase: Phase::Ended(Ending::Refused), stage: Stage::CheckKey, written: 0 };
        let answers = answers(&refused, false, &[running(Stage::CheckKey, 0), end, IDLE]);
        assert_eq!(answers[0], "");
        assert!(answers[1].starts_with("HTTP/1.1 401\nx: 1\n\n{"), "{}", answers[1]);
        assert_eq!(answers[1], answers[2]);
    }

    #[test]
    fn a_stream_that_breaks_off_has_one_head() {
        let cut = failing(Scenario::StreamCut, Ending::Failed, 200);
        let end = Moment { phase: Phase::Ended(Ending::Failed), stage: Stage::Generate, written: 5 };
        let answers = answers(&cut, true, &[running(Stage::Generate, 1), running(Stage::Generate, 5), end, IDLE]);
        assert_eq!(answers[0], "", "no piece is complete");
        assert!(answers[2].starts_with(&answers[1]) && answers[2].len() > answers[1].len(), "{}", answers[2]);
        for text in &answers[2..] {
            assert_eq!((text.matches("HTTP/1.1").count(), text.matches("x: 1").count()), (1, 0), "{text}");
            assert!(text.contains("\"No\"") && text.contains("\"error\""), "{text}");
        }
    }

    #[test]
    fn what_is_cut_off_keeps_its_marks() {
        let spans = [("HTTP/1.1 ", Mark::Plain), ("500", Mark::Fail), ("\n\nbo", Mark::Plain), ("dy", Mark::Fail)];
        let spans = spans.map(|(text, mark)| super::Span { text: text.to_owned(), mark });
        let body = super::without_head(spans.to_vec());
        assert_eq!(
            body.iter().map(|span| (&*span.text, span.mark)).collect::<Vec<_>>(),
            [("bo", Mark::Plain), ("dy", Mark::Fail)]
        );
    }
}
