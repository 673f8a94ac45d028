//! What does it cost? Two counters, the receipt, and your account.

use super::{DONE, Moment, Wrong, part};
use crate::journey::{Billed, Outcome, Scenario, Stage};
use crate::names::named_enum;

named_enum! {
    /// The receipt.
    pub enum Paper {
        /// None.
        Absent = "absent",
        /// It comes out, line by line, and then has its sum.
        Whole = "whole",
        /// It ends where the answer did.
        Short = "short",
        /// Nobody says what was billed.
        Unknown = "unknown",
    }
}

named_enum! {
    /// The money that your account may spend.
    pub enum Purse {
        /// There is some, and the month's limit is far.
        Filled = "filled",
        /// Turned out.
        Empty = "empty",
        /// There is some, but this month's spending touches the limit that the owner set.
        AtLine = "at-line",
    }
}

/// The lower floor, and your account outside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CostScene {
    /// How much of the input is on its counter, 0 to 1.
    pub input: f64,
    /// Whether it costs: the model has accepted the request.
    pub is_charged: bool,
    /// How far the receipt's lines have come, 0 to 1.
    pub lines: f64,
    /// How far its sum has, 0 to 1.
    pub sum: f64,
    /// How far the sum has fallen to your account, 0 to 1.
    pub drop: f64,
    /// The receipt.
    pub paper: Paper,
    /// Your purse.
    pub purse: Purse,
    /// Whether a wire ties the purse to the door.
    pub is_wired: bool,
    /// Whether somebody else's requests are put down to your account, too.
    pub runs_up: bool,
}

impl CostScene {
    pub(super) fn of(moment: &Moment, outcome: &Outcome, wrong: Option<Wrong>) -> Self {
        let has_set_out = moment.has_begun(Stage::Send);
        let is_cut = wrong == Some(Wrong::Tear);
        let bill = moment.share_of(Stage::Bill);
        let accepts = outcome.scenario != Scenario::Overloaded;
        Self {
            input: if wrong == Some(Wrong::Frame) { 0.0 } else { part(moment.share_of(Stage::Tokenize), 0.0, DONE) },
            is_charged: accepts && moment.is_past(Stage::Generate, 0.01),
            lines: if is_cut { 1.0 } else { moment.share_of(Stage::Meter) },
            sum: part(bill, 0.0, 0.4),
            drop: part(bill, 0.4, DONE),
            paper: match outcome.billed {
                _ if is_cut && outcome.billed == Billed::Unknown => Paper::Unknown,
                _ if is_cut => Paper::Short,
                _ if moment.has_begun(Stage::Meter) => Paper::Whole,
                _ => Paper::Absent,
            },
            purse: match outcome.scenario {
                Scenario::NoCredit if has_set_out => Purse::Empty,
                Scenario::SpendLimit if has_set_out => Purse::AtLine,
                _ => Purse::Filled,
            },
            is_wired: matches!(wrong, Some(Wrong::Purse | Wrong::SpendLine)),
            runs_up: outcome.scenario == Scenario::Leaked && has_set_out && wrong.is_none(),
        }
    }
}
