//! Sentences to sort by what "token" means in them, one at a time, and how well somebody sorts them.
//!
//! Invariants: a sentence is left forward only when it has been sorted; once it has, its tries do not change, so
//! what was right at first try stays so, wherever the reader goes.

use crate::names::named_enum;

named_enum! {
    /// What "token" means in a sentence.
    pub enum Sense {
        /// An amount of text.
        Counting = "counting",
        /// A credential.
        Verifying = "verifying",
        /// The sentence alone does not tell.
        Depends = "depends",
    }
}

named_enum! {
    /// The sentences, from easy to tricky.
    pub enum Phrase {
        /// A usage report.
        Used = "used",
        /// A form that asks for a credential.
        EnterApiToken = "enter-api-token",
        /// A ceiling on the answer.
        MaxTokens = "max-tokens",
        /// A credential with an end, and the one that renews it.
        Refresh = "refresh",
        /// A rate limit.
        PerMinute = "per-minute",
        /// A credential in place of a password.
        PersonalAccess = "personal-access",
        /// A limit without a number.
        LimitExceeded = "limit-exceeded",
        /// A header.
        Bearer = "bearer",
        /// Refused, or not understood.
        Invalid = "invalid",
        /// The proof that a form comes from its own site.
        Csrf = "csrf",
        /// Two kinds of cache.
        Cache = "cache",
        /// Prepaid use, or an asset.
        Balance = "balance",
    }
}

impl Phrase {
    /// What "token" means in it.
    pub const fn sense(self) -> Sense {
        match self {
            Self::Used | Self::MaxTokens | Self::PerMinute => Sense::Counting,
            Self::EnterApiToken | Self::Refresh | Self::PersonalAccess | Self::Bearer | Self::Csrf => Sense::Verifying,
            Self::LimitExceeded | Self::Invalid | Self::Cache | Self::Balance => Sense::Depends,
        }
    }
}

/// How far somebody has sorted the sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sorting {
    /// What was chosen for each sentence so far, in order; beyond its end nothing was.
    tries: Vec<Vec<Sense>>,
    /// How many sentences lie before the present one.
    place: usize,
}

impl Sorting {
    /// The sentence to sort; none when all are done.
    pub fn sentence(&self) -> Option<Phrase> {
        Phrase::ALL.get(self.place).copied()
    }

    /// The number of that sentence, from 1; at the end, of the last.
    pub fn number(&self) -> usize {
        (self.place + 1).min(Phrase::ALL.len())
    }

    /// What was chosen for the present sentence, in order; the last may be right.
    pub fn tried(&self) -> &[Sense] {
        self.tries.get(self.place).map_or(&[], Vec::as_slice)
    }

    /// Whether the present sentence is sorted; at the end there is none.
    pub fn is_sorted(&self) -> bool {
        self.sentence().is_some_and(|sentence| self.tried().last() == Some(&sentence.sense()))
    }

    /// Whether `sentence` was sorted at first try; none if it has not been sorted.
    pub fn at_first_try(&self, sentence: Phrase) -> Option<bool> {
        let tries = self.tries.get(sentence as usize)?;
        (tries.last() == Some(&sentence.sense())).then_some(tries.len() == 1)
    }

    /// How many sentences were sorted at first try.
    pub fn first_tries(&self) -> usize {
        Phrase::ALL.iter().filter(|&&sentence| self.at_first_try(sentence) == Some(true)).count()
    }

    /// Chooses `sense` for the present sentence, unless that was tried or the sentence is sorted.
    pub fn choose(&mut self, sense: Sense) {
        if self.sentence().is_none() || self.is_sorted() || self.tried().contains(&sense) {
            return;
        }
        self.tries.resize(self.tries.len().max(self.place + 1), Vec::new());
        self.tries[self.place].push(sense);
    }

    /// Goes on to the next sentence or to the end, if the present one is sorted.
    pub fn forward(&mut self) {
        if self.is_sorted() {
            self.place += 1;
        }
    }

    /// Goes back to the sentence before.
    pub fn back(&mut self) {
        self.place = self.place.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Phrase, Sense, Sorting};

    #[test]
    fn the_first_sentences_are_clear_and_every_sense_has_several() {
        assert!(Phrase::ALL[..6].iter().all(|sentence| sentence.sense() != Sense::Depends));
        for &sense in Sense::ALL {
            assert!(Phrase::ALL.iter().filter(|sentence| sentence.sense() == sense).count() >= 3, "{}", sense.name());
        }
    }

    #[test]
    fn whoever_knows_them_all_has_them_all_at_first_try() {
        let mut sorting = Sorting::default();
        for (index, &sentence) in Phrase::ALL.iter().enumerate() {
            assert_eq!((sorting.sentence(), sorting.number()), (Some(sentence), index + 1));
            sorting.choose(sentence.sense());
            sorting.forward();
        }
        assert_eq!((sorting.sentence(), sorting.first_tries()), (None, Phrase::ALL.len()));
        assert!(!sorting.is_sorted());
    }

    #[test]
    fn a_second_try_is_none_at_first_try_and_going_back_changes_nothing() {
        let mut sorting = Sorting::default();
        sorting.forward();
        assert_eq!(sorting.number(), 1);
        for sense in [Sense::Depends, Sense::Depends, Sense::Counting, Sense::Verifying] {
            sorting.choose(sense);
        }
        assert_eq!(sorting.tried(), [Sense::Depends, Sense::Counting]);
        sorting.forward();
        sorting.choose(Sense::Verifying);
        sorting.back();
        sorting.choose(Sense::Verifying);
        assert_eq!((sorting.number(), sorting.first_tries()), (1, 1));
        assert_eq!(sorting.at_first_try(Phrase::Used), Some(false));
        assert_eq!(sorting.at_first_try(Phrase::MaxTokens), None);
    }

    proptest! {
        #[test]
        fn whatever_is_pressed_no_sentence_is_skipped(presses in prop::collection::vec(0_usize..5, 0..80)) {
            let mut sorting = Sorting::default();
            let mut furthest = 0;
            for press in presses {
                match press {
                    3 => sorting.forward(),
                    4 => sorting.back(),
                    sense => sorting.choose(Sense::ALL[sense]),
                }
                furthest = furthest.max(sorting.place);
                let sorted = Phrase::ALL.iter().filter(|&&one| sorting.at_first_try(one).is_some()).count();
                prop_assert!(furthest <= sorted && sorted <= furthest + 1);
                prop_assert!(sorting.first_tries() <= sorted);
            }
        }
    }
}
