//! Where values and steps of a chart are, in units of its picture, and which of them are labelled.
//!
//! Invariant: everything is whole numbers, so a chart of the build and one of the browser are the same.

/// Width of a picture; letters are about 22 units high.
pub(super) const WIDTH: u32 = 720;
/// Its height.
pub(super) const HEIGHT: u32 = 420;
/// Room for the values at its left.
pub(super) const LEFT: u32 = 108;
/// Room at its right.
pub(super) const RIGHT: u32 = 12;
/// Room above the highest value.
pub(super) const TOP: u32 = 32;
/// Room for the steps below.
pub(super) const BOTTOM: u32 = 42;

/// The most values that are labelled besides zero.
const MOST_TICKS: u64 = 5;

/// How values and steps become places.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    /// How many steps.
    pub(super) steps: u32,
    /// The highest value, which is not zero.
    pub(super) highest: u64,
}

impl Scale {
    /// The height of a value.
    pub(super) fn y(self, value: u64) -> u32 {
        let (floor, room) = (HEIGHT - BOTTOM, u128::from(HEIGHT - BOTTOM - TOP));
        let up = room * u128::from(value) / u128::from(self.highest);
        floor.saturating_sub(up as u32)
    }

    /// The middle of a step, counted from 0, at the height of a value.
    pub(super) fn point(self, index: u32, value: u64) -> (u32, u32) {
        (LEFT + (WIDTH - LEFT - RIGHT) * (2 * index + 1) / (2 * self.steps.max(1)), self.y(value))
    }

    /// The outline of a column, three quarters of its step wide.
    pub(super) fn column(self, index: u32, from: u64, to: u64) -> String {
        let wide = ((WIDTH - LEFT - RIGHT) * 3 / (4 * self.steps.max(1))).min(56);
        let (middle, top) = self.point(index, to);
        format!("M{} {top}h{wide}V{}h-{wide}z", middle - wide / 2, self.y(from))
    }
}

/// The values that are labelled: zero and a few round ones.
pub(super) fn ticks(highest: u64) -> impl Iterator<Item = u64> {
    let step = round_step(highest);
    (0..=highest / step).map(move |index| index * step)
}

/// The smallest of 1, 2, 5, 10, 20 and so on that is not too small for [`MOST_TICKS`].
fn round_step(highest: u64) -> u64 {
    let mut ten = 1;
    loop {
        if let Some(step) = [1, 2, 5].iter().map(|times| times * ten).find(|step| highest / step <= MOST_TICKS) {
            return step;
        }
        ten *= 10;
    }
}

/// The steps that are labelled, from 1: all of a few, or else the first and every fifth.
pub(super) fn labelled_steps(steps: u32) -> impl Iterator<Item = u32> {
    (1..=steps).filter(move |step| steps <= 12 || *step == 1 || step.is_multiple_of(5))
}

#[cfg(test)]
mod tests {
    use super::{BOTTOM, HEIGHT, LEFT, RIGHT, Scale, TOP, WIDTH, labelled_steps, ticks};

    #[test]
    fn a_value_is_between_floor_and_ceiling() {
        let scale = Scale { steps: 30, highest: u64::MAX };
        assert_eq!([scale.y(0), scale.y(u64::MAX)], [HEIGHT - BOTTOM, TOP]);
        assert_eq!(scale.y(u64::MAX / 2 + 1), HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) / 2);
    }

    #[test]
    fn steps_share_the_width() {
        for steps in [1, 2, 12, 30] {
            let scale = Scale { steps, highest: 1 };
            let (first, last) = (scale.point(0, 0).0, scale.point(steps - 1, 0).0);
            assert!(first > LEFT && last < WIDTH - RIGHT, "{steps}");
            assert!((first - LEFT).abs_diff(WIDTH - RIGHT - last) <= 1, "{steps}");
        }
    }

    #[test]
    fn labelled_values_are_few_and_round() {
        let of = |highest| ticks(highest).collect::<Vec<_>>();
        assert_eq!(of(4_350), [0, 1_000, 2_000, 3_000, 4_000]);
        assert_eq!(of(1), [0, 1]);
        assert_eq!(of(60), [0, 20, 40, 60]);
        assert!(of(u64::MAX / 2).len() <= 6);
    }

    #[test]
    fn labelled_steps_never_touch() {
        assert_eq!(labelled_steps(3).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(labelled_steps(20).collect::<Vec<_>>(), [1, 5, 10, 15, 20]);
    }
}
