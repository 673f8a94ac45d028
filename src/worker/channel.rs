//! The client's decisions, apart from the browser: what the channel to the engine is, what it owes, and
//! what has to be done next.
//!
//! 1. A [`Channel`] takes what the page wants ([`count`](Channel::count), [`cancel`](Channel::cancel),
//!    [`ask`](Channel::ask)) and what happened ([`receive`](Channel::receive),
//!    [`worker_failed`](Channel::worker_failed), [`engine_imported`](Channel::engine_imported)).
//! 2. Each time it gives back [`Step`]s, which the client takes in their order.
//!
//! Invariant: every job about the latest text is answered once, or the text fails, unless a newer text
//! or a cancel takes its place. So nothing on the page can wait for ever.

use super::protocol::{Failure, Job, Question, Reply};
use crate::tokenizer::Reading;

/// What the client has to do.
#[cfg_attr(test, derive(Debug, PartialEq))]
pub(super) enum Step {
    /// Start a worker. If that is refused at once, the steps behind this one are void, and
    /// [`Channel::worker_failed`] gives others.
    StartWorker,
    /// Import the engine into the page's own thread, and say what came of it.
    ImportEngine,
    /// Let go of the worker.
    Close,
    /// Send a job about the text of this number.
    Send(u32, Job),
    /// Pass on a reply, with the text that it is about.
    Deliver(Reply, Reading),
}

#[derive(Clone, Copy, Default, PartialEq)]
enum State {
    /// Nothing was started, or what was started is gone. No text is known to any engine.
    #[default]
    Closed,
    /// Jobs go to a worker that has not answered yet and may turn out to be refused.
    Unproven,
    /// The engine is on its way into the page's thread. Jobs wait.
    Importing,
    /// Jobs go to an engine that works.
    Open,
}

/// The state of the road to the tokenizer.
#[derive(Default)]
pub(super) struct Channel {
    state: State,
    /// The number of the latest text.
    latest: u32,
    /// The latest text, until it fails or is given up.
    reading: Option<Reading>,
    /// The jobs about it that were not answered yet, in order.
    owed: Vec<Job>,
}

impl Channel {
    /// The tokens of a text are wanted, and nothing about an earlier one any more.
    pub(super) fn count(&mut self, reading: Reading) -> Vec<Step> {
        self.forget_text();
        self.reading = Some(reading.clone());
        let mut steps = Vec::new();
        if self.state == State::Closed {
            self.state = State::Unproven;
            steps.push(Step::StartWorker);
        }
        steps.extend(self.owe(Job::Count(reading)));
        steps
    }

    /// Nothing is wanted any more.
    pub(super) fn cancel(&mut self) -> Vec<Step> {
        self.forget_text();
        let is_heard = matches!(self.state, State::Unproven | State::Open);
        if is_heard { vec![Step::Send(self.latest, Job::Cancel)] } else { Vec::new() }
    }

    /// Something about `reading` is wanted. If the engine does not hold it, it is counted first.
    pub(super) fn ask(&mut self, reading: Reading, question: Question) -> Vec<Step> {
        let is_held = self.reading.as_ref() == Some(&reading);
        let mut steps = if is_held { Vec::new() } else { self.count(reading) };
        steps.extend(self.owe(Job::Ask(question)));
        steps
    }

    /// A reply to a job about the text of number `id`. Jobs are answered in order, and a failure ends
    /// all that wait.
    pub(super) fn receive(&mut self, id: u32, reply: Reply) -> Vec<Step> {
        if self.state == State::Unproven {
            self.state = State::Open;
        }
        if id != self.latest {
            return Vec::new();
        }
        let reading = match reply {
            Reply::Failed(_) => {
                self.owed.clear();
                self.reading.take()
            }
            Reply::Loading(_) | Reply::Counting(_) => self.reading.clone(),
            Reply::Done(_) | Reply::Found(_) | Reply::Replaced(_) | Reply::Checked(_) => {
                self.owed.drain(..self.owed.len().min(1));
                self.reading.clone()
            }
        };
        reading.map(|reading| Step::Deliver(reply, reading)).into_iter().collect()
    }

    /// The worker broke. If it never answered it was refused, and the page's own thread does its work;
    /// otherwise it took its text along, and the next job starts another.
    pub(super) fn worker_failed(&mut self) -> Vec<Step> {
        if self.state == State::Unproven {
            self.state = State::Importing;
            return vec![Step::Close, Step::ImportEngine];
        }
        self.end(Failure::Crashed)
    }

    /// The engine is in the page's thread, or could not be fetched.
    pub(super) fn engine_imported(&mut self, is_there: bool) -> Vec<Step> {
        if !is_there {
            return self.end(Failure::Download);
        }
        self.state = State::Open;
        self.owed.iter().map(|job| Step::Send(self.latest, job.clone())).collect()
    }

    /// Remembers a job until it is answered; sends it if it can be.
    fn owe(&mut self, job: Job) -> Option<Step> {
        self.owed.push(job.clone());
        (self.state != State::Importing).then_some(Step::Send(self.latest, job))
    }

    fn forget_text(&mut self) {
        self.latest += 1;
        self.reading = None;
        self.owed.clear();
    }

    /// Fails the text if a reply is owed; if none is, the text is counted again when it is asked about.
    fn end(&mut self, failure: Failure) -> Vec<Step> {
        self.state = State::Closed;
        let is_awaited = !self.owed.is_empty();
        let reading = self.reading.take();
        self.forget_text();
        let failed = reading.filter(|_| is_awaited).map(|reading| Step::Deliver(Reply::Failed(failure), reading));
        std::iter::once(Step::Close).chain(failed).collect()
    }
}

#[cfg(test)]
mod tests;
