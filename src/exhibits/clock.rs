//! Time for the exhibits that move: ticks while something is to be moved, and none otherwise.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

/// Between two ticks, in milliseconds: smooth enough for a number that grows.
pub(super) const TICK_MS: u32 = 200;

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
