//! Where things stand in the diagram: two rows of four stations, joined like a river.
//!
//! The upper row asks who, from left to right; the lower row asks how much, and flows back.
//! Units are those of the drawing, [`WIDTH`] by [`HEIGHT`].

use crate::journey::{Ending, Frame, Phase, Stage};

/// Width of the drawing.
pub(super) const WIDTH: u32 = 640;
/// Height of the drawing.
pub(super) const HEIGHT: u32 = 356;
/// Radius of a station.
pub(super) const RADIUS: &str = "27";

const COLUMNS: [f64; 4] = [80.0, 240.0, 400.0, 560.0];
const UPPER: f64 = 84.0;
const LOWER: f64 = 258.0;

/// The way through all stations.
pub(super) const TRACK: &str = "M80 84 H560 C 626 84 626 258 560 258 H80";

/// A coordinate with one decimal. The standard formatting of floating-point numbers would be the
/// largest function of the app.
pub(super) fn tenths(value: f64) -> String {
    let tenths = (value * 10.0).round() as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// A coordinate as a share of the whole side, for CSS, which reads `e-2` behind a number.
pub(super) fn hundredths_of_percent(value: f64, whole: u32) -> i32 {
    (value * 10_000.0 / f64::from(whole)).round() as i32
}

/// The middle of a station.
pub(super) fn station(stage: Stage) -> (f64, f64) {
    let index = stage.index();
    if index < 4 { (COLUMNS[index], UPPER) } else { (COLUMNS[7 - index], LOWER) }
}

/// Where the request is.
pub(super) fn parcel(frame: &Frame) -> (f64, f64) {
    let here = station(frame.stage);
    let Some(previous) = frame.stage.previous() else { return here };
    let share = frame.travel;
    let eased = share * share * (3.0 - 2.0 * share);
    between(previous, frame.stage, eased)
}

/// A point on the track between two neighbouring stations.
fn between(from: Stage, to: Stage, share: f64) -> (f64, f64) {
    let (start, end) = (station(from), station(to));
    if (start.1 - end.1).abs() < f64::EPSILON {
        return (start.0 + (end.0 - start.0) * share, start.1);
    }
    // The bend on the right: the cubic curve of `TRACK`.
    let (a, b) = (1.0 - share, share);
    let bend = start.0 + 66.0;
    (
        a * a * a * start.0 + 3.0 * a * a * b * bend + 3.0 * a * b * b * bend + b * b * b * end.0,
        a * a * a * start.1 + 3.0 * a * a * b * start.1 + 3.0 * a * b * b * end.1 + b * b * b * end.1,
    )
}

/// How a station looks at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StationState {
    /// Before the start: everything is shown.
    Map,
    /// The request has passed.
    Done,
    /// The request is here.
    Here,
    /// Still ahead.
    Ahead,
    /// The journey ended here, badly.
    Stopped,
    /// The journey does not come this far.
    Beyond,
}

impl StationState {
    /// The look of `stage` in `frame`, on a journey that ends at `last`.
    pub(super) fn of(stage: Stage, frame: &Frame, last: Stage) -> Self {
        let ended_badly = matches!(frame.phase, Phase::Ended(Ending::Refused | Ending::Failed));
        if stage > last {
            return Self::Beyond;
        }
        if frame.phase == Phase::Idle {
            return Self::Map;
        }
        match stage.cmp(&frame.stage) {
            std::cmp::Ordering::Less => Self::Done,
            std::cmp::Ordering::Greater => Self::Ahead,
            std::cmp::Ordering::Equal if ended_badly => Self::Stopped,
            std::cmp::Ordering::Equal => Self::Here,
        }
    }

    /// The word in class names.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Done => "done",
            Self::Here => "here",
            Self::Ahead => "ahead",
            Self::Stopped => "stopped",
            Self::Beyond => "beyond",
        }
    }

    /// Whether the numbers of a station with this look are known to the reader yet.
    pub(super) const fn shows_numbers(self) -> bool {
        matches!(self, Self::Map | Self::Done | Self::Here)
    }
}

#[cfg(test)]
mod tests {
    use super::{StationState, parcel, station, tenths};
    use crate::journey::{Outcome, Provider, Stage, Timeline};

    #[test]
    fn the_request_travels_without_jumps() {
        let timeline = Timeline::new(&Outcome::paid(Provider::OpenAi), 30);
        let mut before = parcel(&timeline.at(0.0));
        let mut t_ms = 0.0;
        while t_ms < timeline.end_ms() {
            t_ms += 8.0;
            let now = parcel(&timeline.at(t_ms));
            let step = (now.0 - before.0).hypot(now.1 - before.1);
            assert!(step < 8.0, "a jump of {step} at {t_ms} ms");
            before = now;
        }
        assert_eq!(before, station(Stage::Bill));
    }

    #[test]
    fn coordinates_keep_one_decimal() {
        assert_eq!([tenths(-0.25), tenths(12.34), tenths(-3.0)], ["-0.3", "12.3", "-3.0"]);
    }

    #[test]
    fn before_the_start_the_diagram_is_a_map() {
        let timeline = Timeline::new(&Outcome::paid(Provider::OpenAi), 30);
        assert_eq!(StationState::of(Stage::Bill, &timeline.at(0.0), Stage::Bill), StationState::Map);
        assert_eq!(StationState::of(Stage::Bill, &timeline.at(0.0), Stage::CheckKey), StationState::Beyond);
    }
}
