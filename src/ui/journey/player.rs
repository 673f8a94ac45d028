//! The clock: play, pause, step and scrub all move one number of milliseconds.
//!
//! Invariant: it never starts by itself. With reduced motion the picture shows each stage as a
//! still and nothing travels.

use std::cell::Cell;

use leptos::prelude::*;

use super::context::timeline;
use crate::journey::{Frame, Phase, Stage, Timeline};
use crate::ui::Shared;
use crate::ui::widgets::effect;

/// How many steps a stage's work is shown in.
const STEPS: f64 = 26.0;

/// A handle on the clock and what it shows.
#[derive(Clone, Copy)]
pub(super) struct Player(&'static PlayerParts);

struct PlayerParts {
    shared: Shared,
    clock_ms: RwSignal<f64>,
    speed_quarters: RwSignal<u32>,
    playing: RwSignal<bool>,
    /// What became of the request that the reader sent.
    sent: RwSignal<Sent>,
    now: Memo<Now>,
    scene: Memo<Now>,
}

/// What became of the request that the reader sent.
#[derive(Clone, Copy, PartialEq)]
enum Sent {
    /// None was sent: the picture is looked at.
    Nothing,
    /// It is on its way.
    UnderWay,
    /// It is on the account.
    Counted,
}

/// The picture, and where the clock stands.
#[derive(Clone, Copy, PartialEq)]
struct Now {
    frame: Frame,
    /// The clock as a share of the whole.
    share: f64,
    /// How long the whole lasts.
    end_ms: f64,
}

impl Player {
    pub(super) fn new(shared: Shared) -> Self {
        let clock_ms = RwSignal::new(0.0);
        let still = RwSignal::new(false);
        let now = Memo::new(move |_| {
            let (t_ms, timeline) = (clock_ms.get(), timeline(shared));
            let end_ms = timeline.end_ms();
            let frame = timeline.at(if still.get() { still_of(&timeline, t_ms) } else { t_ms });
            Now { frame, share: t_ms.min(end_ms) / end_ms, end_ms }
        });
        // Most of the picture changes some times a second, not sixty times: it hears of no more.
        let scene = Memo::new(move |_| {
            let Now { frame, end_ms, .. } = now.get();
            let progress = (frame.progress * STEPS).floor() / STEPS;
            Now { frame: Frame { travel: frame.travel.floor(), progress, ..frame }, share: 0.0, end_ms }
        });
        let playing = RwSignal::new(false);
        let player = Self(Box::leak(Box::new(PlayerParts {
            shared,
            clock_ms,
            speed_quarters: RwSignal::new(4),
            playing,
            sent: RwSignal::new(Sent::Nothing),
            now,
            scene,
        })));
        effect(move || still.set(prefers_still()));
        player.follow();
        player
    }

    /// Another provider or scenario is another journey: back to the start, or to the stage that a
    /// shared link names.
    fn follow(self) {
        let last = Cell::new(None);
        effect(move || {
            let now = self.0.shared.request.with(|r| (r.provider, r.scenario, r.stage));
            let before = last.replace(Some(now));
            // At first there is nothing to do unless a link, read before this runs, names a stage.
            match (before, now.2) {
                (before, Some(stage)) if before != Some(now) && stage != untrack(|| self.frame()).stage => {
                    self.show(stage);
                }
                (Some(before), None) if before != now => self.scrub(0.0),
                _ => {}
            }
        });
    }

    /// The picture now, in [`STEPS`] for what a stage does.
    pub(super) fn frame(self) -> Frame {
        self.0.scene.get().frame
    }

    /// The picture at this very moment, for what moves with every frame.
    pub(super) fn moment(self) -> Frame {
        self.0.now.get().frame
    }

    /// Whether the clock runs.
    pub(super) fn is_playing(self) -> bool {
        self.0.playing.get()
    }

    /// How fast it plays, in quarters of the usual speed.
    pub(super) fn speed_quarters(self) -> u32 {
        self.0.speed_quarters.get()
    }

    /// Plays at another speed.
    pub(super) fn set_speed(self, quarters: u32) {
        self.0.speed_quarters.set(quarters);
    }

    /// Plays from here, or from the start if the end was reached; pauses if it plays.
    pub(super) fn toggle(self) {
        if self.0.playing.get_untracked() {
            self.0.playing.set(false);
            return;
        }
        if self.0.clock_ms.get_untracked() >= self.end_ms() {
            self.0.clock_ms.set(0.0);
        }
        if self.0.clock_ms.get_untracked() <= 0.0 {
            self.0.sent.set(Sent::UnderWay);
        }
        self.note();
        self.0.playing.set(true);
        run(self, None);
    }

    /// Shows `stage` as it is when completed; where the journey ends earlier, its end.
    pub(super) fn show(self, stage: Stage) {
        self.0.playing.set(false);
        self.0.clock_ms.set(untrack(|| timeline(self.0.shared)).still_ms(stage));
        self.note();
    }

    /// Remembers the stage for a copied link, without telling those who follow the request.
    fn note(self) {
        let frame = untrack(|| self.frame());
        let stage = (frame.phase != Phase::Idle).then_some(frame.stage);
        self.0.shared.request.update_untracked(|request| request.stage = stage);
    }

    /// One stage on, or the first from the start.
    pub(super) fn forward(self) {
        let frame = self.0.now.get_untracked().frame;
        let next = if frame.phase == Phase::Idle { Some(frame.stage) } else { frame.stage.next() };
        self.show(next.unwrap_or(Stage::Bill));
    }

    /// One stage back, or to the start.
    pub(super) fn back(self) {
        match self.0.now.get_untracked().frame.stage.previous() {
            Some(stage) => self.show(stage),
            None => self.scrub(0.0),
        }
    }

    /// Moves the clock to a share of the whole, from 0 to 1.
    pub(super) fn scrub(self, share: f64) {
        self.0.playing.set(false);
        self.0.clock_ms.set(self.end_ms() * share.max(0.0).min(1.0));
        self.note();
    }

    /// The clock as a share of the whole.
    pub(super) fn share(self) -> f64 {
        self.0.now.get().share
    }

    /// Whether the reader has sent a request that is not on the account yet; from now on it is.
    pub(super) fn count_sent(self) -> bool {
        let is_under_way = self.0.sent.get_untracked() == Sent::UnderWay;
        if is_under_way {
            self.0.sent.set(Sent::Counted);
        }
        is_under_way
    }

    /// Whether the request that the reader sent is on the account.
    pub(super) fn is_counted(self) -> bool {
        self.0.sent.get() == Sent::Counted
    }

    fn end_ms(self) -> f64 {
        self.0.now.get_untracked().end_ms
    }

    /// Moves on by `elapsed_ms` and stops at the end.
    fn advance(self, elapsed_ms: f64) {
        let next =
            self.0.clock_ms.get_untracked() + elapsed_ms * f64::from(self.0.speed_quarters.get_untracked()) / 4.0;
        self.0.clock_ms.set(next.min(self.end_ms()));
        if next >= self.end_ms() {
            self.0.playing.set(false);
            self.note();
        }
    }
}

/// One animation frame after another while the player plays. A pause longer than a few frames,
/// such as a hidden tab, does not make the picture jump.
fn run(player: Player, last_ms: Option<f64>) {
    request_animation_frame(move || {
        if !player.0.playing.get_untracked() {
            return;
        }
        let now_ms = window().performance().map_or(0.0, |performance| performance.now());
        if let Some(last_ms) = last_ms {
            player.advance((now_ms - last_ms).max(0.0).min(100.0));
        }
        run(player, Some(now_ms));
    });
}

/// The moment that shows the stage of `t_ms` as a still.
fn still_of(timeline: &Timeline, t_ms: f64) -> f64 {
    if t_ms <= 0.0 { 0.0 } else { timeline.still_ms(timeline.at(t_ms).stage) }
}

fn prefers_still() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
