//! Where extended grapheme clusters begin: rules GB3 to GB999 of UAX #29 as an automaton.
//!
//! Invariant: the state tells everything of the characters before that a rule asks for.

use super::Grapheme;

/// What stands before the next character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Graphemes {
    /// Nothing, or a control: a cluster begins with whatever comes.
    #[default]
    Start,
    Cr,
    /// A character after which only extending ones go on.
    Other,
    Prepend,
    HangulL,
    /// Ends with a vowel.
    HangulV,
    /// Ends with a trailing consonant.
    HangulT,
    /// The first half of a flag.
    HalfFlag,
    /// An emoji and what extends it.
    Pictographic,
    /// The same and a joiner.
    Joined,
    /// A consonant and what may follow it in a conjunct.
    Consonant,
    /// The same with a linker.
    Linked,
}

impl Graphemes {
    /// Takes the next character; says whether a cluster begins with it.
    #[inline]
    pub fn take(&mut self, next: Grapheme) -> bool {
        // Ordinary characters, which most are.
        if *self == Self::Other && next == Grapheme::Other {
            return true;
        }
        let begins = self.begins(next);
        *self = self.after(next);
        begins
    }

    fn begins(self, next: Grapheme) -> bool {
        use Grapheme as G;
        match (self, next) {
            (Self::Cr, G::Lf) => false,
            (Self::Start | Self::Cr, _) | (_, G::Cr | G::Lf | G::Control) => true,
            (_, G::Extend | G::ConjunctExtend | G::Linker | G::Zwj | G::SpacingMark)
            | (Self::Prepend, _)
            | (Self::HangulL, G::HangulL | G::HangulV | G::HangulLv | G::HangulLvt)
            | (Self::HangulV, G::HangulV | G::HangulT)
            | (Self::HangulT, G::HangulT)
            | (Self::Linked, G::Consonant)
            | (Self::Joined, G::Pictographic)
            | (Self::HalfFlag, G::RegionalIndicator) => false,
            _ => true,
        }
    }

    fn after(self, next: Grapheme) -> Self {
        use Grapheme as G;
        match next {
            G::Cr => Self::Cr,
            G::Lf | G::Control => Self::Start,
            G::Prepend => Self::Prepend,
            G::HangulL => Self::HangulL,
            G::HangulV | G::HangulLv => Self::HangulV,
            G::HangulT | G::HangulLvt => Self::HangulT,
            G::Pictographic => Self::Pictographic,
            G::Consonant => Self::Consonant,
            G::RegionalIndicator if self != Self::HalfFlag => Self::HalfFlag,
            G::Other | G::SpacingMark | G::RegionalIndicator => Self::Other,
            G::Extend | G::ConjunctExtend | G::Linker | G::Zwj => self.extended(next),
        }
    }

    fn extended(self, by: Grapheme) -> Self {
        use Grapheme as G;
        match (self, by) {
            (Self::Pictographic, G::Zwj) => Self::Joined,
            (Self::Pictographic, _) => Self::Pictographic,
            (Self::Consonant | Self::Linked, G::Linker) => Self::Linked,
            (Self::Consonant | Self::Linked, G::ConjunctExtend | G::Zwj) => self,
            _ => Self::Other,
        }
    }
}
