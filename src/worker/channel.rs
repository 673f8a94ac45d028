//! The client's decisions, apart from the browser: what the channel to the engine is, what it owes, and
//! what has to be done next.
//!
//! 1. A [`Channel`] admits askers ([`admit`](Channel::admit)).
//! 2. It takes what they want ([`count`](Channel::count), [`cancel`](Channel::cancel), [`ask`](Channel::ask)) and
//!    what happened ([`receive`](Channel::receive), [`worker_failed`](Channel::worker_failed),
//!    [`engine_imported`](Channel::engine_imported)).
//! 3. Each time it gives back [`Step`]s, which the client takes in their order.
//!
//! Invariant: every job about the latest text of an asker is answered once, or the text fails, unless a newer
//! text or a cancel of the same asker takes its place. So nothing on the page can wait for ever.

use super::protocol::{Asker, Failure, Job, Question, Reply};
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
    /// Send an asker's job about the text of this number.
    Send(Asker, u32, Job),
    /// Pass on a reply to who asked, with the text that it is about.
    Deliver(Asker, Reply, Reading),
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
    /// The number of the latest text of all.
    last_id: u32,
    /// What each asker wants.
    lines: Vec<Line>,
}

/// What one asker wants.
#[derive(Default)]
struct Line {
    /// The number of the latest text; a cancel takes one, too.
    latest: u32,
    /// The latest text, until it fails or is given up.
    reading: Option<Reading>,
    /// The jobs about it that were not answered yet, in order.
    owed: Vec<Job>,
}

impl Channel {
    /// One more asker.
    pub(super) fn admit(&mut self) -> Asker {
        self.lines.push(Line::default());
        Asker(self.lines.len() as u32 - 1)
    }

    /// The tokens of a text are wanted, and nothing about this asker's earlier one any more.
    pub(super) fn count(&mut self, asker: Asker, reading: Reading) -> Vec<Step> {
        self.forget_text(asker).reading = Some(reading.clone());
        let mut steps = Vec::new();
        if self.state == State::Closed {
            self.state = State::Unproven;
            steps.push(Step::StartWorker);
        }
        steps.extend(self.owe(asker, Job::Count(reading)));
        steps
    }

    /// The asker wants nothing any more.
    pub(super) fn cancel(&mut self, asker: Asker) -> Vec<Step> {
        let id = self.forget_text(asker).latest;
        let is_heard = matches!(self.state, State::Unproven | State::Open);
        if is_heard { vec![Step::Send(asker, id, Job::Cancel)] } else { Vec::new() }
    }

    /// Something about `reading` is wanted. If the engine does not hold it for this asker, it is counted first.
    pub(super) fn ask(&mut self, asker: Asker, reading: Reading, question: Question) -> Vec<Step> {
        let is_held = self.line(asker).reading.as_ref() == Some(&reading);
        let mut steps = if is_held { Vec::new() } else { self.count(asker, reading) };
        steps.extend(self.owe(asker, Job::Ask(question)));
        steps
    }

    /// A reply to a job about the text of number `id`. An asker's jobs are answered in order, and a failure ends
    /// all of them that wait.
    pub(super) fn receive(&mut self, id: u32, reply: Reply) -> Vec<Step> {
        if self.state == State::Unproven {
            self.state = State::Open;
        }
        let Some(index) = self.lines.iter().position(|line| line.latest == id) else { return Vec::new() };
        let line = &mut self.lines[index];
        let reading = match reply {
            Reply::Failed(_) => {
                line.owed.clear();
                line.reading.take()
            }
            Reply::Loading(_) | Reply::Counting(_) => line.reading.clone(),
            Reply::Done(_) | Reply::Found(_) | Reply::Replaced(_) | Reply::Checked(_) => {
                line.owed.drain(..line.owed.len().min(1));
                line.reading.clone()
            }
        };
        reading.map(|reading| Step::Deliver(Asker(index as u32), reply, reading)).into_iter().collect()
    }

    /// The worker broke. If it never answered it was refused, and the page's own thread does its work;
    /// otherwise it took its texts along, and the next job starts another.
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
        let jobs = |(asker, line): (usize, &Line)| {
            let send = |job: &Job| Step::Send(Asker(asker as u32), line.latest, job.clone());
            line.owed.iter().map(send).collect::<Vec<_>>()
        };
        self.lines.iter().enumerate().flat_map(jobs).collect()
    }

    /// Remembers a job until it is answered; sends it if it can be.
    fn owe(&mut self, asker: Asker, job: Job) -> Option<Step> {
        let line = self.line(asker);
        line.owed.push(job.clone());
        let id = line.latest;
        (self.state != State::Importing).then_some(Step::Send(asker, id, job))
    }

    fn line(&mut self, asker: Asker) -> &mut Line {
        &mut self.lines[asker.0 as usize]
    }

    /// From now on no reply about the asker's text is heard.
    fn forget_text(&mut self, asker: Asker) -> &mut Line {
        self.last_id += 1;
        let latest = self.last_id;
        let line = self.line(asker);
        *line = Line { latest, ..Line::default() };
        line
    }

    /// Fails the texts about which a reply is owed; the others are counted again when they are asked about.
    fn end(&mut self, failure: Failure) -> Vec<Step> {
        self.state = State::Closed;
        let mut steps = vec![Step::Close];
        for asker in (0..self.lines.len() as u32).map(Asker) {
            let line = self.line(asker);
            let reading = line.reading.take().filter(|_| !line.owed.is_empty());
            self.forget_text(asker);
            steps.extend(reading.map(|reading| Step::Deliver(asker, Reply::Failed(failure), reading)));
        }
        steps
    }
}

#[cfg(test)]
mod tests;
