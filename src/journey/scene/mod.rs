//! What each thing in the picture of a request does at one moment: `Timeline::at(t)` → [`Scene::at`].
//!
//! The picture is a house in section, a floor for each question ([`Band`]). You are outside, the provider inside. A
//! scene says of every thing what it looks like ([`KeyScene`], [`TokenScene`], [`CostScene`]); how that is drawn is
//! the figure's matter.
//!
//! 1. What a scenario changes is there from the moment the request sets out: a struck row, an empty bucket.
//! 2. Where the request stops, one thing is [`Wrong`], and nothing else.
//!
//! Invariants: a scene depends on the frame and the outcome alone; before the start it is the end of a request that
//! went well; the key on its hook looks the same at the end as at the beginning; no money before the model has accepted
//! the request.

mod cost;
mod key;
#[cfg(test)]
mod tests;
mod tokens;

pub use cost::{CostScene, Paper, Purse};
pub use key::{CardCopy, Envelope, Hook, KeyList, KeyRow, KeyScene, Lamp, Level, ModelDoors, Search};
pub use tokens::{ModelLook, TextLook, TokenScene};

use super::{Ending, Frame, Outcome, Phase, Scenario, Stage};
use crate::names::named_enum;

named_enum! {
    /// A floor of the house: a question of the lesson.
    #[derive(PartialOrd, Ord)]
    pub enum Band {
        /// Who is asking?
        Key = "key",
        /// How much was used?
        Tokens = "tokens",
        /// What does it cost?
        Cost = "cost",
    }
}

impl Band {
    /// The floor on which `stage` happens.
    pub const fn of(stage: Stage) -> Self {
        match stage {
            Stage::CreateKey | Stage::Send | Stage::CheckKey | Stage::CheckLimits => Self::Key,
            Stage::Tokenize | Stage::Generate => Self::Tokens,
            Stage::Meter | Stage::Bill => Self::Cost,
        }
    }
}

named_enum! {
    /// The one thing that stopped the request.
    pub enum Wrong {
        /// There is no card to read.
        Card = "card",
        /// The card has one wrong character.
        Character = "character",
        /// The key's row is struck through.
        Struck = "struck",
        /// The key's time is over.
        Expired = "expired",
        /// The key is blocked because it leaked.
        Blocked = "blocked",
        /// The model's door is locked for this key.
        Padlock = "padlock",
        /// The address is not on the list.
        Barrier = "barrier",
        /// A bucket is empty.
        Bucket = "bucket",
        /// The purse is empty.
        Purse = "purse",
        /// The month's spending has reached the owner's line.
        SpendLine = "spend-line",
        /// The text is longer than the frame before the model.
        Frame = "frame",
        /// The model is full.
        Model = "model",
        /// The answer tore off.
        Tear = "tear",
    }
}

impl Wrong {
    /// What stops a request of `outcome`; nothing where none is stopped.
    fn of(outcome: &Outcome) -> Option<Self> {
        if outcome.ending == Ending::Paid {
            return None;
        }
        Some(match outcome.scenario {
            Scenario::Paid => return None,
            Scenario::NoKey => Self::Card,
            Scenario::Mistyped => Self::Character,
            Scenario::Revoked => Self::Struck,
            Scenario::Expired => Self::Expired,
            Scenario::NoPermission => Self::Padlock,
            Scenario::Address => Self::Barrier,
            Scenario::RateLimit => Self::Bucket,
            Scenario::NoCredit => Self::Purse,
            Scenario::SpendLimit => Self::SpendLine,
            Scenario::TooLong => Self::Frame,
            Scenario::Overloaded => Self::Model,
            Scenario::StreamCut => Self::Tear,
            Scenario::Leaked => Self::Blocked,
        })
    }
}

/// The whole picture at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scene {
    /// The floor where the request is; none before the start, when all three are shown alike.
    pub band: Option<Band>,
    /// What stopped the request, once it has stopped.
    pub wrong: Option<Wrong>,
    /// Who is asking?
    pub key: KeyScene,
    /// How much was used?
    pub tokens: TokenScene,
    /// What does it cost?
    pub cost: CostScene,
}

impl Scene {
    /// The picture of `frame` on a journey that ends with `outcome`.
    pub fn at(frame: &Frame, outcome: &Outcome) -> Self {
        if frame.phase == Phase::Idle {
            let end = Moment { stage: Stage::Bill, arrived: 1.0, done: 1.0, is_over: true, written: None };
            return Self { band: None, ..Self::of(&end, &Outcome::paid(outcome.provider)) };
        }
        let moment = Moment {
            stage: frame.stage,
            arrived: frame.travel,
            done: frame.progress,
            is_over: frame.phase.is_over(),
            written: Some(frame.output_tokens),
        };
        Self::of(&moment, outcome)
    }

    /// What each thing looks like, a word each, for a picture that is drawn by them.
    pub fn words(&self) -> String {
        let (key, tokens, cost) = (&self.key, &self.tokens, &self.cost);
        let named = [
            ("band", self.band.map_or("all", Band::name)),
            ("wrong", self.wrong.map_or("none", Wrong::name)),
            ("hook", key.hook.name()),
            ("copy", key.copy.name()),
            ("envelope", key.envelope.name()),
            ("list", key.list.name()),
            ("search", key.search.name()),
            ("row", key.row.name()),
            ("doors", key.doors.name()),
            ("requests", key.requests.name()),
            ("limit", key.tokens.name()),
            ("lamp", key.lamp.name()),
            ("text", tokens.text.name()),
            ("model", tokens.model.name()),
            ("paper", cost.paper.name()),
            ("purse", cost.purse.name()),
        ];
        let said = [
            ("card-new", key.new_card.is_some()),
            ("barred", key.is_barred),
            ("open", key.is_open),
            ("stranger", key.has_stranger),
            ("answered", tokens.written != Some(0)),
            ("torn", tokens.is_torn),
            ("counted", cost.input > 0.0),
            ("charged", cost.is_charged),
            ("wired", cost.is_wired),
            ("runs-up", cost.runs_up),
        ];
        let mut words: Vec<String> = named.iter().map(|(thing, look)| [thing, "-", look].concat()).collect();
        words.extend(said.iter().filter(|(_, is_so)| *is_so).map(|(word, _)| (*word).to_owned()));
        words.join(" ")
    }

    /// The names of the [`Scene::shares`].
    pub const SHARES: [&str; 10] =
        ["--way", "--handed", "--line", "--dip", "--fall", "--cut", "--entered", "--lines", "--sum", "--drop"];

    /// How far everything that moves has moved, from 0 to 1.
    pub fn shares(&self) -> [f64; 10] {
        let (key, tokens, cost) = (&self.key, &self.tokens, &self.cost);
        [
            key.way,
            key.new_card.unwrap_or_default(),
            key.line,
            key.dip,
            tokens.fall,
            tokens.cut,
            tokens.entered,
            cost.lines,
            cost.sum,
            cost.drop,
        ]
    }

    fn of(moment: &Moment, outcome: &Outcome) -> Self {
        let wrong = Wrong::of(outcome).filter(|_| moment.is_over);
        Self {
            band: Some(Band::of(moment.stage)),
            wrong,
            key: KeyScene::of(moment, outcome.scenario, wrong),
            tokens: TokenScene::of(moment, outcome.scenario, wrong),
            cost: CostScene::of(moment, outcome, wrong),
        }
    }
}

/// A frame as the floors look at it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Moment {
    stage: Stage,
    /// How far the way to the stage is gone, 0 to 1.
    arrived: f64,
    /// How much of the stage's work is done, 0 to 1.
    done: f64,
    is_over: bool,
    /// How many tokens of the answer there are; none where that is all of them.
    written: Option<u32>,
}

impl Moment {
    /// Whether `share` of `stage`, or all of it, is behind the request.
    fn is_past(&self, stage: Stage, share: f64) -> bool {
        self.stage > stage || (self.stage == stage && self.done >= share)
    }

    /// Whether the way to `stage` has begun.
    fn has_begun(&self, stage: Stage) -> bool {
        self.stage >= stage
    }

    /// How much of `stage` is done: nothing before it, everything after it.
    fn share_of(&self, stage: Stage) -> f64 {
        match self.stage.cmp(&stage) {
            std::cmp::Ordering::Less => 0.0,
            std::cmp::Ordering::Equal => self.done,
            std::cmp::Ordering::Greater => 1.0,
        }
    }

    /// How far the way to `stage` is gone.
    fn way_to(&self, stage: Stage) -> f64 {
        match self.stage.cmp(&stage) {
            std::cmp::Ordering::Less => 0.0,
            std::cmp::Ordering::Equal => self.arrived,
            std::cmp::Ordering::Greater => 1.0,
        }
    }
}

/// From here on the work of a stage is done: its end is looked at as a still, and must be seen completed.
const DONE: f64 = 0.9;

/// The part of `share` between `from` and `to`, from 0 to 1.
fn part(share: f64, from: f64, to: f64) -> f64 {
    ((share - from) / (to - from)).max(0.0).min(1.0)
}
