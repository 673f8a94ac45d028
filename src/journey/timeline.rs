//! One clock for the whole journey: `Timeline::at(t) -> Frame`.
//!
//! Invariants: stages follow one another without gaps; the journey stays at its end; a frame
//! depends on nothing but the outcome, the number of output tokens and the clock.

use super::{Ending, Outcome, Stage};
/// Where the journey stands as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not started.
    Idle,
    /// Under way.
    Running,
    /// Over.
    Ended(Ending),
}

impl Phase {
    /// The published name: an ending goes by its own.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Running => "running",
            Self::Ended(ending) => ending.name(),
        }
    }

    /// Whether the journey has ended, in whatever way.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Ended(_))
    }
}

/// The picture at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The stage the request is at.
    pub stage: Stage,
    /// How far along the way to that stage, 0 to 1.
    pub travel: f64,
    /// How much of the stage's work is done, 0 to 1; nothing before the request has arrived.
    pub progress: f64,
    /// Idle, under way, or how it ended.
    pub phase: Phase,
    /// HTTP status, once there is one.
    pub status: Option<u16>,
    /// How many output tokens have been written.
    pub output_tokens: u32,
}

/// The stages of one journey laid out in time.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    last: Stage,
    ending: Ending,
    status: Option<u16>,
    status_stage: Stage,
    output_tokens: u32,
}

/// How long the way to a stage takes, in milliseconds; it is part of the stage.
const TRAVEL_MS: f64 = 600.0;
/// How long most stages last, in milliseconds.
const STAGE_MS: f64 = 1_700.0;
/// Generating lasts so long per output token, and never longer than [`GENERATE_MOST_MS`].
const OUTPUT_TOKEN_MS: f64 = 110.0;
const GENERATE_MOST_MS: f64 = 6_000.0;

impl Timeline {
    /// The journey that ends with `outcome`; a whole answer would have `output_tokens` tokens.
    /// A stream that breaks off has written half of them.
    pub fn new(outcome: &Outcome, output_tokens: u32) -> Self {
        let cut = outcome.stage == Stage::Generate && outcome.ending == Ending::Failed && outcome.status == Some(200);
        let written = match outcome.stage {
            Stage::Meter | Stage::Bill => output_tokens,
            Stage::Generate if cut => output_tokens / 2,
            _ => 0,
        };
        Self {
            last: outcome.stage,
            ending: outcome.ending,
            status: outcome.status,
            status_stage: outcome.status_stage(),
            output_tokens: written,
        }
    }

    /// How long `stage` lasts, in milliseconds.
    fn stage_ms(&self, stage: Stage) -> f64 {
        if stage == Stage::Generate {
            let writing_ms = f64::from(self.output_tokens) * OUTPUT_TOKEN_MS;
            (TRAVEL_MS + writing_ms).max(STAGE_MS).min(GENERATE_MOST_MS)
        } else {
            STAGE_MS
        }
    }

    /// When `stage` begins, in milliseconds; stages that are not reached begin at the end.
    pub fn start_ms(&self, stage: Stage) -> f64 {
        let reached = stage.index().min(self.last.index() + 1);
        Stage::ALL[..reached].iter().map(|&stage| self.stage_ms(stage)).sum()
    }

    /// When everything has happened, in milliseconds.
    pub fn end_ms(&self) -> f64 {
        self.start_ms(self.last) + self.stage_ms(self.last)
    }

    /// The stage at which the journey ends.
    pub const fn last(&self) -> Stage {
        self.last
    }

    /// The moment that shows `stage` completed: the still picture of that stage. For a stage that
    /// is not reached, the end.
    pub fn still_ms(&self, stage: Stage) -> f64 {
        if stage >= self.last { self.end_ms() } else { self.start_ms(stage) + self.stage_ms(stage) - 1.0 }
    }

    /// The picture `t_ms` milliseconds after the start; nothing moves before 0 or after the end.
    pub fn at(&self, t_ms: f64) -> Frame {
        let t_ms = t_ms.max(0.0).min(self.end_ms());
        let stage = Stage::ALL[..=self.last.index()]
            .iter()
            .rev()
            .copied()
            .find(|&stage| self.start_ms(stage) <= t_ms)
            .unwrap_or(Stage::CreateKey);
        let since_ms = t_ms - self.start_ms(stage);
        let share = |value: f64| value.max(0.0).min(1.0);
        let progress = share((since_ms - TRAVEL_MS) / (self.stage_ms(stage) - TRAVEL_MS));
        let ended = t_ms >= self.end_ms();
        Frame {
            stage,
            travel: share(since_ms / TRAVEL_MS),
            progress,
            phase: self.phase(t_ms, ended),
            status: self.status_at(stage, progress),
            output_tokens: self.written_at(stage, progress),
        }
    }

    fn phase(&self, t_ms: f64, ended: bool) -> Phase {
        if !ended {
            return if t_ms <= 0.0 { Phase::Idle } else { Phase::Running };
        }
        Phase::Ended(self.ending)
    }

    /// A refusal's status is known when its stage is over, an answer's when it begins.
    fn status_at(&self, stage: Stage, progress: f64) -> Option<u16> {
        let answered =
            stage > self.status_stage || (stage == self.status_stage && (progress >= 1.0 || self.output_tokens > 0));
        self.status.filter(|_| answered)
    }

    fn written_at(&self, stage: Stage, progress: f64) -> u32 {
        match stage {
            Stage::Generate => (f64::from(self.output_tokens) * progress).round() as u32,
            later if later > Stage::Generate => self.output_tokens,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Phase, Timeline};
    use crate::journey::{Ending, Outcome, Provider, Stage};

    fn paid() -> Timeline {
        Timeline::new(&Outcome::paid(Provider::OpenAi), 20)
    }

    fn refused(stage: Stage, status: u16) -> Timeline {
        let ending = Ending::Refused;
        Timeline::new(&Outcome { stage, ending, status: Some(status), ..Outcome::paid(Provider::OpenAi) }, 20)
    }

    #[test]
    fn it_begins_idle_and_ends_paid() {
        let timeline = paid();
        assert_eq!((timeline.at(0.0).phase, timeline.at(0.0).status), (Phase::Idle, None));
        let end = timeline.at(timeline.end_ms());
        assert_eq!(
            (end.stage, end.phase, end.status, end.output_tokens),
            (Stage::Bill, Phase::Ended(Ending::Paid), Some(200), 20)
        );
    }

    #[test]
    fn every_stage_is_passed_in_order_and_nothing_runs_backwards() {
        let timeline = paid();
        let mut previous = timeline.at(0.0);
        let mut seen = vec![previous.stage];
        for step in 1..2_000 {
            let frame = timeline.at(timeline.end_ms() * f64::from(step) / 1_999.0);
            assert!(frame.stage >= previous.stage && frame.output_tokens >= previous.output_tokens);
            assert!(frame.status.is_some() || previous.status.is_none());
            if frame.stage != previous.stage {
                seen.push(frame.stage);
            }
            previous = frame;
        }
        assert_eq!(seen, Stage::ALL);
    }

    #[test]
    fn a_refused_request_goes_no_further() {
        let timeline = refused(Stage::CheckKey, 401);
        let end = timeline.at(f64::MAX);
        assert_eq!(
            (end.stage, end.phase, end.status, end.output_tokens),
            (Stage::CheckKey, Phase::Ended(Ending::Refused), Some(401), 0)
        );
        assert_eq!(timeline.at(timeline.end_ms() - 1.0).status, None);
    }

    #[test]
    fn stills_show_their_own_stage() {
        let timeline = paid();
        for &stage in Stage::ALL {
            assert_eq!(timeline.at(timeline.still_ms(stage)).stage, stage);
        }
    }

    #[test]
    fn odd_clocks_are_harmless() {
        for t in [f64::NEG_INFINITY, -1.0, f64::INFINITY] {
            let _ = paid().at(t);
        }
    }
}
