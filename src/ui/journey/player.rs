//! The clock: play, pause, step and scrub all move one number of milliseconds.
//!
//! Invariant: it never starts by itself. With reduced motion the picture shows each stage as a
//! still and nothing travels.

use leptos::prelude::*;

use super::trip::Trip;
use crate::journey::{Frame, Phase, Stage, Timeline};
use crate::ui::Shared;

/// The clock and what it shows; a copy is a handle on the same one.
#[derive(Clone, Copy)]
pub(super) struct Player {
    trip: Trip,
    clock_ms: RwSignal<f64>,
    /// Whether the clock runs.
    pub(super) playing: RwSignal<bool>,
    /// The picture now.
    pub(super) frame: Memo<Frame>,
}

impl Player {
    pub(super) fn new(trip: Trip, shared: Shared) -> Self {
        let clock_ms = RwSignal::new(0.0);
        let still = RwSignal::new(false);
        let frame = Memo::new(move |_| {
            let (t_ms, still) = (clock_ms.get(), still.get());
            trip.timeline.with(|timeline| timeline.at(if still { still_of(timeline, t_ms) } else { t_ms }))
        });
        let player = Self { trip, clock_ms, playing: RwSignal::new(false), frame };
        Effect::new(move |_| still.set(prefers_still()));
        // Another provider or scenario is another journey: back to the start.
        Effect::new(move |before: Option<()>| {
            trip.outcome.track();
            if before.is_some() {
                player.playing.set(false);
                clock_ms.set(0.0);
            }
        });
        // A shared link may say where to stand.
        Effect::new(move |_| {
            if let Some(stage) = shared.request.with(|request| request.stage) {
                player.show(stage);
            }
        });
        Effect::new(move |_| {
            if player.playing.get() {
                run(player, None);
            }
        });
        player
    }

    /// Plays from here, or from the start if the end was reached; pauses if it plays.
    pub(super) fn toggle(self) {
        if self.playing.get_untracked() {
            self.playing.set(false);
            return;
        }
        if self.clock_ms.get_untracked() >= self.end_ms() {
            self.clock_ms.set(0.0);
        }
        self.playing.set(true);
    }

    /// Shows `stage` as it is when completed; where the journey ends earlier, its end.
    pub(super) fn show(self, stage: Stage) {
        self.playing.set(false);
        self.clock_ms.set(self.trip.timeline.with_untracked(|timeline| timeline.still_ms(stage)));
    }

    /// One stage on, or the first from the start.
    pub(super) fn forward(self) {
        let frame = self.frame.get_untracked();
        let next = if frame.phase == Phase::Idle { Some(frame.stage) } else { frame.stage.next() };
        self.show(next.unwrap_or(Stage::Bill));
    }

    /// One stage back, or to the start.
    pub(super) fn back(self) {
        match self.frame.get_untracked().stage.previous() {
            Some(stage) => self.show(stage),
            None => self.scrub(0.0),
        }
    }

    /// Moves the clock to a share of the whole, from 0 to 1.
    pub(super) fn scrub(self, share: f64) {
        self.playing.set(false);
        self.clock_ms.set(self.end_ms() * share.clamp(0.0, 1.0));
    }

    /// The clock as a share of the whole.
    pub(super) fn share(self) -> f64 {
        let end_ms = self.trip.timeline.with(Timeline::end_ms);
        self.clock_ms.get().min(end_ms) / end_ms
    }

    fn end_ms(self) -> f64 {
        self.trip.timeline.with_untracked(Timeline::end_ms)
    }

    /// Moves on by `elapsed_ms` and stops at the end.
    fn advance(self, elapsed_ms: f64) {
        let next = self.clock_ms.get_untracked() + elapsed_ms;
        self.clock_ms.set(next.min(self.end_ms()));
        if next >= self.end_ms() {
            self.playing.set(false);
        }
    }
}

/// One animation frame after another while the player plays. A pause longer than a few frames,
/// such as a hidden tab, does not make the picture jump.
fn run(player: Player, last_ms: Option<f64>) {
    request_animation_frame(move || {
        if !player.playing.get_untracked() {
            return;
        }
        let now_ms = window().performance().map_or(0.0, |performance| performance.now());
        if let Some(last_ms) = last_ms {
            player.advance((now_ms - last_ms).clamp(0.0, 100.0));
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
