//! Line drawings for the stations, in a box of 24 by 24 units around their middle.

use crate::journey::Stage;

/// The path of a stage's icon.
pub(super) const fn path(stage: Stage) -> &'static str {
    match stage {
        // A key with a round bow and two teeth.
        Stage::CreateKey => "M8 8.5a3.5 3.5 0 1 0 .01 0M10.6 14.4 20 5M16.4 8.6l3 3M13.6 11.4l2.4 2.4",
        // A paper plane.
        Stage::Send => "M21 4 3 11.2l6.6 2.6L12.4 20 21 4M9.6 13.8 21 4",
        // An identity card.
        Stage::CheckKey => "M3.5 6h17v12h-17zM8.5 10a1.9 1.9 0 1 0 .01 0M5.8 15.6c.8-2 4.6-2 5.4 0M14 10.2h4M14 13.8h4",
        // A gauge.
        Stage::CheckLimits => {
            "M4.5 17a8.5 8.5 0 1 1 15 0M12 14.5l3.8-5M12 14.5a.8.8 0 1 0 .01 0M6.2 12.5h.01M12 7.6h.01M17.8 12.5h.01"
        }
        // Scissors.
        Stage::Tokenize => "M7 5.2a2.5 2.5 0 1 0 .01 0M7 13.8a2.5 2.5 0 1 0 .01 0M9.2 9 20 16.2M9.2 15 20 7.8",
        // A pen.
        Stage::Generate => "M5 19l1.2-4.4L15.8 5l3.2 3.2-9.6 9.6L5 19zM13.6 7.2l3.2 3.2",
        // A meter with columns.
        Stage::Meter => "M4 20h16M6.5 20v-6M11 20V9.5M15.5 20v-8M20 20V5",
        // A receipt.
        Stage::Bill => "M6 3.8h12v16.6l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5zM9 8.5h6M9 12.2h6",
    }
}
