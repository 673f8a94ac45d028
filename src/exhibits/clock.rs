//! Time for the exhibits that move: ticks while something is to be moved, and none otherwise.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::ui::widgets::effect;

/// Between two ticks, in milliseconds: smooth enough for a number that grows.
pub(super) const TICK_MS: u32 = 200;

/// Between two changes of words that are read out, in milliseconds.
const SPOKEN_MS: u64 = 2_000;

/// Calls `tick` every [`TICK_MS`] until it says that nothing moves any more.
pub(super) fn tick_while(tick: impl Fn() -> bool + 'static) {
    let tick: Rc<dyn Fn() -> bool> = Rc::new(tick);
    next(tick);
}

fn next(tick: Rc<dyn Fn() -> bool>) {
    set_timeout(
        move || {
            if tick() {
                next(tick);
            }
        },
        Duration::from_millis(u64::from(TICK_MS)),
    );
}

/// `words` for those who hear them: a change is read out at once, and the next one [`SPOKEN_MS`] later at
/// the earliest. The last change is never lost.
pub(super) fn spoken(words: Signal<String>) -> Signal<String> {
    let spoken = RwSignal::new(words.get_untracked());
    let is_resting = StoredValue::new(false);
    effect(move || {
        words.track();
        speak(words, spoken, is_resting);
    });
    spoken.into()
}

fn speak(words: Signal<String>, spoken: RwSignal<String>, is_resting: StoredValue<bool>) {
    let now = words.get_untracked();
    if is_resting.get_value() || spoken.with_untracked(|before| *before == now) {
        return;
    }
    spoken.set(now);
    is_resting.set_value(true);
    set_timeout(
        move || {
            is_resting.set_value(false);
            speak(words, spoken, is_resting);
        },
        Duration::from_millis(SPOKEN_MS),
    );
}
