//! How many words a text has: the word boundaries of UAX #29 as an automaton.
//!
//! A sign such as the full stop belongs to a word only if a letter follows, so the automaton goes on
//! behind it before it knows. That is possible because only the number of words is asked for: a sign
//! makes no word by itself, and what may extend it is remembered.
//!
//! Invariant: `count` is the number of stretches so far that have a letter or a number, but for those
//! whose beginning is in doubt.

use super::{Grapheme, Kind, Word};

/// What stands before the next character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing, or a character that joins nothing but what extends it.
    #[default]
    Other,
    Letter,
    Hebrew,
    Numeric,
    Katakana,
    ExtendNumLet,
    /// The first half of a flag.
    HalfFlag,
    /// A Hebrew letter and an apostrophe, which belongs to it in any case.
    Quoted,
    /// A sign that belongs to the word if a letter follows.
    NeedsLetter,
    NeedsHebrew,
    NeedsNumeric,
}

impl State {
    /// Whether it is in doubt where the present stretch begins.
    fn is_in_doubt(self) -> bool {
        matches!(self, Self::NeedsLetter | Self::NeedsHebrew | Self::NeedsNumeric)
    }
}

/// The words so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words {
    state: State,
    /// Whether the character before is a joiner.
    after_joiner: bool,
    /// Whether the present stretch has been counted.
    is_counted: bool,
    /// Whether a letter or number has been seen since the stretch's beginning is in doubt.
    is_held: bool,
    count: u32,
}

impl Words {
    /// How many words there are, if the text ends here.
    pub fn count(self) -> u32 {
        self.count + u32::from(self.state.is_in_doubt() && self.is_held)
    }

    /// Takes the next character.
    #[inline]
    pub fn take(&mut self, next: Kind) {
        // Inside a word, which is nearly always.
        if self.is_counted && next.word == Word::Letter && self.state == State::Letter && !self.after_joiner {
            return;
        }
        let is_joined = self.after_joiner && next.grapheme == Grapheme::Pictographic;
        self.after_joiner = next.word == Word::Zwj;
        if !matches!(next.word, Word::Extend | Word::Zwj) {
            let after = if is_joined { Some(State::Other) } else { self.state.joined_by(next.word) };
            self.settle(after.is_some());
            if after.is_none() {
                self.is_counted = false;
            }
            self.state = after.unwrap_or_else(|| State::begun_by(next.word));
        }
        if next.is_alphanumeric {
            self.note();
        }
    }

    /// Ends the doubt, if there is any: the sign belongs to the word, or begins a stretch.
    fn settle(&mut self, belongs: bool) {
        if self.state.is_in_doubt() {
            self.state = State::Other;
            self.is_counted &= belongs;
            if std::mem::take(&mut self.is_held) {
                self.note();
            }
        }
    }

    /// The present stretch is a word.
    fn note(&mut self) {
        if self.state.is_in_doubt() {
            self.is_held = true;
        } else if !std::mem::replace(&mut self.is_counted, true) {
            self.count += 1;
        }
    }
}

impl State {
    /// The state after a character that begins a stretch.
    fn begun_by(first: Word) -> Self {
        match first {
            Word::Letter => Self::Letter,
            Word::Hebrew => Self::Hebrew,
            Word::Numeric => Self::Numeric,
            Word::Katakana => Self::Katakana,
            Word::ExtendNumLet => Self::ExtendNumLet,
            Word::RegionalIndicator => Self::HalfFlag,
            _ => Self::Other,
        }
    }

    /// The state after a character that does not begin a stretch; nothing if it does.
    fn joined_by(self, next: Word) -> Option<Self> {
        use Word as W;
        let joins = match self {
            Self::Letter | Self::Hebrew | Self::Numeric => {
                matches!(next, W::Letter | W::Hebrew | W::Numeric | W::ExtendNumLet)
            }
            Self::ExtendNumLet => {
                matches!(next, W::Letter | W::Hebrew | W::Numeric | W::ExtendNumLet | W::Katakana)
            }
            Self::Katakana => matches!(next, W::Katakana | W::ExtendNumLet),
            Self::Quoted | Self::NeedsLetter => matches!(next, W::Letter | W::Hebrew),
            Self::NeedsHebrew => next == W::Hebrew,
            Self::NeedsNumeric => next == W::Numeric,
            Self::HalfFlag if next == W::RegionalIndicator => return Some(Self::Other),
            Self::HalfFlag | Self::Other => false,
        };
        if joins { Some(Self::begun_by(next)) } else { self.doubted_by(next) }
    }

    /// The state after a sign that may belong to the word.
    fn doubted_by(self, sign: Word) -> Option<Self> {
        use Word as W;
        match (self, sign) {
            (Self::Hebrew, W::SingleQuote) => Some(Self::Quoted),
            (Self::Hebrew, W::DoubleQuote) => Some(Self::NeedsHebrew),
            (Self::Letter | Self::Hebrew, W::MidLetter | W::MidNumLet | W::SingleQuote) => Some(Self::NeedsLetter),
            (Self::Numeric, W::MidNum | W::MidNumLet | W::SingleQuote) => Some(Self::NeedsNumeric),
            _ => None,
        }
    }
}
