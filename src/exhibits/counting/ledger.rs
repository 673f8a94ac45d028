//! What an exhibit knows of its texts, and what has to be asked next.
//!
//! Invariants: one text is asked for at a time, and none that is known; a text that failed is asked for again only
//! when something else is wanted or the reader says so, so nothing goes on for ever.

use crate::tokenizer::{Cut, Reading, TextCounts};
use crate::worker::protocol::{Failure, Reply};

/// How nothing is cut.
static NOTHING: Cut = Cut { boundaries: Vec::new(), counts: TextCounts { characters: 0, words: 0, bytes: 0 } };

/// How the counting stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Progress {
    /// All that is wanted is known.
    #[default]
    Counted,
    /// A text is with the tokenizer; of a vocabulary that it needs, this many percent are here.
    Waiting(Option<u32>),
    /// A text was not counted, and why.
    Failed(Failure),
}

/// The texts of an exhibit.
#[derive(Clone, Debug, Default)]
pub(super) struct Ledger {
    /// Those that the build counted stand first and stay.
    known: Vec<(Reading, Cut)>,
    given: usize,
    wanted: Vec<Reading>,
    asked: Option<Reading>,
    progress: Progress,
}

impl Ledger {
    /// A ledger in which `known` stand for good.
    pub(super) fn new(known: Vec<(Reading, Cut)>) -> Self {
        Self { given: known.len(), known, ..Self::default() }
    }

    /// How a text is cut, if that is known. Nothing needs no tokenizer.
    pub(super) fn cut(&self, reading: &Reading) -> Option<&Cut> {
        if reading.text.is_empty() {
            return Some(&NOTHING);
        }
        self.known.iter().find(|(known, _)| known == reading).map(|(_, cut)| cut)
    }

    /// How the counting stands.
    pub(super) fn progress(&self) -> Progress {
        self.progress
    }

    /// What is being counted.
    pub(super) fn asked(&self) -> Option<&Reading> {
        self.asked.as_ref()
    }

    /// From now on these are wanted, the first one first. Gives what the tokenizer has to be asked.
    pub(super) fn want(&mut self, wanted: Vec<Reading>) -> Option<Reading> {
        let mut index = 0;
        self.known.retain(|(reading, _)| {
            index += 1;
            index <= self.given || wanted.contains(reading)
        });
        self.wanted = wanted;
        self.next()
    }

    /// Takes a reply. Gives what the tokenizer has to be asked.
    pub(super) fn receive(&mut self, reply: Reply, reading: Reading) -> Option<Reading> {
        let is_awaited = self.asked.as_ref() == Some(&reading);
        match reply {
            Reply::Loading(percent) if is_awaited => self.progress = Progress::Waiting(Some(percent)),
            Reply::Counting(_) if is_awaited => self.progress = Progress::Waiting(None),
            Reply::Done(tokenization) if is_awaited => {
                self.asked = None;
                self.known.push((reading, tokenization.into()));
                return self.next();
            }
            Reply::Failed(failure) if is_awaited => {
                self.asked = None;
                self.progress = Progress::Failed(failure);
            }
            _ => {}
        }
        None
    }

    /// What has to be asked: the first text that is not known, unless it is under way.
    pub(super) fn next(&mut self) -> Option<Reading> {
        let next = self.wanted.iter().find(|&reading| self.cut(reading).is_none()).cloned();
        if next.is_some() && next == self.asked {
            return None;
        }
        self.progress = if next.is_some() { Progress::Waiting(None) } else { Progress::Counted };
        self.asked.clone_from(&next);
        next
    }
}

#[cfg(test)]
mod tests {
    use super::{Ledger, Progress};
    use crate::tokenizer::{Cut, Encoding, Reading, Tokenization, Tokens};
    use crate::worker::protocol::{Failure, Reply};

    fn reading(text: &str) -> Reading {
        Reading { text: text.into(), ..Reading::default() }
    }

    /// As if the whole text were one token.
    fn one_token(text: &str) -> Tokenization {
        Tokenization::new(text, Tokens { ids: vec![7], ends: vec![text.len() as u32] })
    }

    fn done(text: &str) -> Reply {
        Reply::Done(one_token(text))
    }

    fn ledger() -> Ledger {
        Ledger::new(vec![(reading("given"), one_token("given").into())])
    }

    #[test]
    fn what_the_build_counted_and_nothing_at_all_need_no_tokenizer() {
        let mut ledger = ledger();
        assert_eq!(ledger.want(vec![reading("given"), reading("")]), None);
        assert_eq!((ledger.progress(), ledger.cut(&reading(""))), (Progress::Counted, Some(&Cut::default())));
        let other = Reading { encoding: Encoding::Cl100kBase, ..reading("given") };
        assert_eq!(ledger.want(vec![other.clone()]), Some(other), "another encoding is another count");
    }

    #[test]
    fn texts_are_asked_for_one_after_another() {
        let mut ledger = ledger();
        assert_eq!(ledger.want(vec![reading("a"), reading("b")]), Some(reading("a")));
        assert_eq!(ledger.progress(), Progress::Waiting(None));
        assert_eq!(ledger.receive(Reply::Loading(40), reading("a")), None);
        assert_eq!(ledger.progress(), Progress::Waiting(Some(40)));
        assert_eq!(ledger.receive(done("a"), reading("a")), Some(reading("b")));
        assert_eq!(ledger.receive(done("b"), reading("b")), None);
        assert_eq!((ledger.progress(), ledger.cut(&reading("b")).map(Cut::tokens)), (Progress::Counted, Some(1)));
    }

    #[test]
    fn a_text_under_way_is_not_asked_for_twice_and_one_that_changed_gives_way() {
        let mut ledger = ledger();
        ledger.want(vec![reading("a")]);
        assert_eq!(ledger.want(vec![reading("a"), reading("b")]), None);
        assert_eq!(ledger.want(vec![reading("ab")]), Some(reading("ab")));
        assert_eq!(ledger.receive(done("a"), reading("a")), None, "a late reply about the text before");
        assert_eq!(ledger.cut(&reading("a")), None);
        assert_eq!(ledger.receive(done("ab"), reading("ab")), None);
        assert_eq!(ledger.progress(), Progress::Counted);
    }

    #[test]
    fn a_failure_is_told_and_ends_there_until_somebody_asks_again() {
        let mut ledger = ledger();
        ledger.want(vec![reading("a")]);
        assert_eq!(ledger.receive(Reply::Failed(Failure::Download), reading("a")), None);
        assert_eq!(ledger.progress(), Progress::Failed(Failure::Download));
        assert_eq!(ledger.next(), Some(reading("a")));
        assert_eq!(ledger.progress(), Progress::Waiting(None));
        ledger.receive(Reply::Failed(Failure::Crashed), reading("a"));
        assert_eq!(ledger.want(vec![reading("given")]), None);
        assert_eq!(ledger.progress(), Progress::Counted, "it is not wanted any more");
    }

    #[test]
    fn only_what_is_wanted_is_kept_and_what_was_given() {
        let mut ledger = ledger();
        for text in ["a", "ab", "abc"] {
            ledger.want(vec![reading(text)]);
            ledger.receive(done(text), reading(text));
        }
        assert_eq!(ledger.known.len(), 2);
        assert!(ledger.cut(&reading("given")).is_some() && ledger.cut(&reading("abc")).is_some());
    }
}
