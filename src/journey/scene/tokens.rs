//! How much was used? The reader's text, the model, and the answer that leaves by the window.

use super::{DONE, Moment, Wrong};
use crate::journey::{Scenario, Stage};
use crate::names::named_enum;

named_enum! {
    /// How the text stands on this floor.
    pub enum TextLook {
        /// Outside still: pale, with dashed cuts, because anybody can cut it.
        Outlined = "outlined",
        /// It never got in.
        Kept = "kept",
        /// Falling in, and being cut.
        Cutting = "cutting",
        /// Cut and counted.
        Counted = "counted",
        /// Longer than the frame before the model.
        TooLong = "too-long",
    }
}

named_enum! {
    /// What the model does.
    pub enum ModelLook {
        /// Nothing.
        Resting = "resting",
        /// All tokens go in at once.
        Reading = "reading",
        /// Tokens come out, one at a time.
        Writing = "writing",
        /// It has no room: strangers' texts wait before it.
        Full = "full",
    }
}

/// The middle floor, and the answer outside its window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TokenScene {
    /// The text.
    pub text: TextLook,
    /// How far it has fallen from the door, 0 to 1.
    pub fall: f64,
    /// How much of it is cut, 0 to 1.
    pub cut: f64,
    /// How far all its tokens have gone into the model, 0 to 1.
    pub entered: f64,
    /// The model.
    pub model: ModelLook,
    /// How many tokens of the answer have left; none where that is all of them.
    pub written: Option<u32>,
    /// Whether the answer tore off.
    pub is_torn: bool,
}

impl TokenScene {
    pub(super) fn of(moment: &Moment, scenario: Scenario, wrong: Option<Wrong>) -> Self {
        Self {
            text: text(moment, wrong),
            fall: moment.way_to(Stage::Tokenize),
            cut: moment.share_of(Stage::Tokenize),
            entered: if scenario == Scenario::Overloaded { 0.0 } else { moment.way_to(Stage::Generate) },
            model: model(moment, scenario),
            written: moment.written,
            is_torn: wrong == Some(Wrong::Tear),
        }
    }
}

fn text(moment: &Moment, wrong: Option<Wrong>) -> TextLook {
    match moment.stage {
        Stage::CreateKey | Stage::Send | Stage::CheckKey | Stage::CheckLimits => {
            if moment.is_over {
                TextLook::Kept
            } else {
                TextLook::Outlined
            }
        }
        Stage::Tokenize if wrong == Some(Wrong::Frame) => TextLook::TooLong,
        Stage::Tokenize if moment.done < DONE => TextLook::Cutting,
        _ => TextLook::Counted,
    }
}

fn model(moment: &Moment, scenario: Scenario) -> ModelLook {
    match moment.stage {
        _ if scenario == Scenario::Overloaded && moment.has_begun(Stage::Send) => ModelLook::Full,
        Stage::Generate if moment.done <= 0.0 => ModelLook::Reading,
        Stage::Generate if !moment.is_over && moment.done < DONE => ModelLook::Writing,
        _ => ModelLook::Resting,
    }
}
