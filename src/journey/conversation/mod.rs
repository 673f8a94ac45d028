//! The bill of a conversation, turn by turn.
//!
//! A model remembers nothing, so each turn sends everything that the model shall know once more: the background, what
//! was said before (all of it, the last turns, or a summary), and the new question.
//! 1. [`Conversation`] is what the reader sets; [`Conversation::course`] gives one [`Turn`] after another.
//! 2. With a cache, a turn reads from it what its request has in common with the one before, counted from the
//!    beginning, and writes into it what the next request will begin with.
//! 3. A [`TurnTariff`] prices a turn by its model's terms.
//!
//! Invariants: every token of a request is fresh, read or written, and on one of them only; without a cache and with
//! everything sent again, the input of all turns grows with the square of their number.

mod tariff;

pub use tariff::TurnTariff;

use super::{Count, Usage};
use crate::names::named_enum;
use crate::pricing::Usd;

named_enum! {
    /// What a turn sends of the turns before it.
    pub enum Memory {
        /// All of them.
        Everything = "everything",
        /// The last ones only.
        LastTurns = "last-turns",
        /// A summary, renewed after a number of turns, and the turns since then.
        Summary = "summary",
    }
}

/// A conversation in which all questions have one length, and all answers one; in tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversation {
    /// How many questions are asked.
    pub turns: u32,
    /// Tokens of a question.
    pub question: u32,
    /// Tokens of an answer.
    pub answer: u32,
    /// Tokens of instructions or documents at the beginning of every request.
    pub background: u32,
    /// What is sent of the turns before.
    pub memory: Memory,
    /// How many turns are kept, or are said between two summaries; at least one.
    pub keep: u32,
    /// Tokens of a summary.
    pub summary: u32,
    /// Whether the program uses the provider's cache.
    pub caches: bool,
}

/// One turn, in tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its number, from 1.
    pub number: u32,
    /// The background.
    pub background: u32,
    /// What was said before: earlier turns, and a summary if there is one.
    pub history: u32,
    /// The new question.
    pub question: u32,
    /// The same request, and the answer, as the meter sees them.
    pub usage: Usage,
    /// The request that wrote a new summary before this turn.
    pub summarizing: Option<Usage>,
    /// What the turn costs, with its summary.
    pub cost: Usd,
}

impl Turn {
    /// Everything that is sent to get this answer.
    pub const fn sent(&self) -> u32 {
        self.background + self.history + self.question
    }

    /// The answer's tokens.
    pub fn answered(&self) -> u32 {
        self.usage.output().low()
    }

    /// Tokens of the request that wrote a new summary, in and out.
    pub fn summarized(&self) -> u32 {
        self.summarizing.map_or(0, |usage| usage.total().low())
    }

    /// Everything that this turn is billed for.
    pub fn all_tokens(&self) -> u32 {
        self.usage.total().low() + self.summarized()
    }

    /// What was sent before, and is sent again; at the first turn nothing.
    pub const fn sent_again(&self) -> u32 {
        if self.number == 1 { 0 } else { self.background + self.history }
    }
}

impl Conversation {
    /// The same conversation without any measure: everything sent again, at the ordinary price.
    #[must_use]
    pub const fn without_measures(self) -> Self {
        Self { memory: Memory::Everything, caches: false, ..self }
    }

    /// The same conversation with the cache and without any other measure.
    #[must_use]
    pub const fn with_cache_only(self) -> Self {
        Self { memory: Memory::Everything, caches: true, ..self }
    }

    /// Whether a measure is taken.
    pub fn has_measures(&self) -> bool {
        *self != self.without_measures()
    }

    /// All turns in order, priced.
    pub fn course(&self, tariff: &TurnTariff) -> Vec<Turn> {
        (1..=self.turns).map(|number| self.turn(number, tariff)).collect()
    }

    fn turn(&self, number: u32, tariff: &TurnTariff) -> Turn {
        let usage = self.usage(number, tariff);
        let summarizing = self.summarizing(number);
        let cost = [Some(usage), summarizing].iter().flatten().map(|usage| tariff.cost(usage)).sum();
        Turn {
            number,
            background: self.background,
            history: self.history(number),
            question: self.question,
            usage,
            summarizing,
            cost,
        }
    }

    /// What the meter counts of a turn.
    fn usage(&self, number: u32, tariff: &TurnTariff) -> Usage {
        let (read, written) = if self.caches { self.cached(number, tariff) } else { (0, 0) };
        let charged = if tariff.charges_writing() { written } else { 0 };
        let fresh = self.input(number).saturating_sub(read + charged);
        let answer = Count::Exact(self.answer);
        Usage { fresh: Count::Exact(fresh), cache_read: read, cache_write: charged, written: answer, reasoning: 0 }
    }

    /// The tokens that a turn reads from the cache, and those that it adds to it.
    fn cached(&self, number: u32, tariff: &TurnTariff) -> (u32, u32) {
        let stored = |number: u32| Some(self.common_with_next(number)).filter(|&tokens| tariff.stores(tokens));
        let read = number.checked_sub(1).filter(|&before| before > 0).and_then(stored).unwrap_or(0);
        (read, stored(number).unwrap_or(0).saturating_sub(read))
    }

    /// How many tokens, from the beginning, the next request has in common with this one.
    fn common_with_next(&self, number: u32) -> u32 {
        let goes_on = match self.memory {
            Memory::Everything => true,
            Memory::LastTurns => number <= self.keep,
            Memory::Summary => !number.is_multiple_of(self.keep.max(1)),
        };
        if goes_on { self.input(number) } else { self.background }
    }

    fn input(&self, number: u32) -> u32 {
        self.background + self.history(number) + self.question
    }

    /// Tokens of the turns before this one, as they are sent.
    fn history(&self, number: u32) -> u32 {
        let (before, keep) = (number - 1, self.keep.max(1));
        match self.memory {
            Memory::Everything => before * self.exchange(),
            Memory::LastTurns => before.min(keep) * self.exchange(),
            Memory::Summary if before < keep => before * self.exchange(),
            Memory::Summary => self.summary + before % keep * self.exchange(),
        }
    }

    /// The request before this turn that turns the last summary and what was said since into a new one.
    fn summarizing(&self, number: u32) -> Option<Usage> {
        let (before, keep) = (number - 1, self.keep.max(1));
        let is_due = self.memory == Memory::Summary && before > 0 && before.is_multiple_of(keep);
        let last = if before > keep { self.summary } else { 0 };
        is_due.then(|| Usage {
            fresh: Count::Exact(last + keep * self.exchange()),
            written: Count::Exact(self.summary),
            ..Usage::default()
        })
    }

    /// A question and its answer.
    const fn exchange(&self) -> u32 {
        self.question + self.answer
    }
}

/// Tokens of input of all these turns, with those of their summaries.
pub fn input_of(turns: &[Turn]) -> u32 {
    let inputs = turns.iter().flat_map(|turn| [Some(turn.usage), turn.summarizing]).flatten();
    inputs.map(|usage| usage.input().low()).sum()
}

/// The tokens that the first half of these turns sends, and those of the second half; nothing where their number is odd
/// or a half would be a single turn.
pub fn halves(turns: &[Turn]) -> Option<(u32, u32)> {
    let (first, second) = turns.split_at(turns.len() / 2);
    (first.len() > 1 && first.len() == second.len()).then(|| (input_of(first), input_of(second)))
}

/// What all these turns cost.
pub fn cost_of(turns: &[Turn]) -> Usd {
    turns.iter().map(|turn| turn.cost).sum()
}

/// What the conversation has cost by each of these turns.
pub fn running_cost(turns: &[Turn]) -> Vec<Usd> {
    (1..=turns.len()).map(|many| cost_of(turns.get(..many).unwrap_or_default())).collect()
}

#[cfg(test)]
mod tests;
