//! Which blocks of a long result are drawn: those near the visible part of the scrolling box.
//!
//! Blocks that are not drawn are stood in for by empty space of their average measured height.
//! Invariant: at the first render the first blocks are drawn and there is no empty space.

use std::ops::Range;

/// Blocks of a long text drawn before anything is measured.
const FIRST_BLOCKS: usize = 3;
/// A text of no more blocks is drawn whole: it can be selected, copied and printed as one.
const WHOLE_BLOCKS: usize = 12;

/// What part of the result is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DrawnRange {
    /// Indices of the drawn blocks.
    pub(super) blocks: Range<usize>,
    /// Average height of a block in pixels; 0 before it is measured.
    pub(super) block_px: f64,
}

impl DrawnRange {
    /// The range of a result of `count` blocks before anything is measured or scrolled.
    pub(super) fn first(count: usize) -> Self {
        Self { blocks: 0..if count > WHOLE_BLOCKS { FIRST_BLOCKS } else { count }, block_px: 0.0 }
    }

    /// The range when the box, `view_px` high, is scrolled down by `scrolled_px`.
    pub(super) fn at(&self, count: usize, scrolled_px: f64, view_px: f64) -> Self {
        if self.block_px <= 0.0 || count <= WHOLE_BLOCKS {
            return Self { block_px: self.block_px, ..Self::first(count) };
        }
        let shown = (view_px / self.block_px).ceil() as usize + 3;
        let first = ((scrolled_px / self.block_px) as usize).saturating_sub(1).min(count.saturating_sub(shown));
        Self { blocks: first..(first + shown).min(count), block_px: self.block_px }
    }

    /// Empty space above and below the drawn blocks, in pixels.
    pub(super) fn space_px(&self, count: usize) -> (f64, f64) {
        let below = count.saturating_sub(self.blocks.end);
        (self.blocks.start as f64 * self.block_px, below as f64 * self.block_px)
    }
}

#[cfg(test)]
mod tests {
    use super::DrawnRange;

    #[test]
    fn scrolling_moves_the_range_and_keeps_the_height() {
        let drawn_range = DrawnRange { block_px: 100.0, ..DrawnRange::first(50) };
        let moved = drawn_range.at(50, 2_000.0, 300.0);
        assert_eq!(moved.blocks, 19..25);
        assert_eq!(moved.space_px(50), (1_900.0, 2_500.0));
    }

    #[test]
    fn a_short_text_is_drawn_whole() {
        let drawn_range = DrawnRange { block_px: 100.0, ..DrawnRange::first(12) };
        assert_eq!((drawn_range.blocks.clone(), drawn_range.at(12, 500.0, 300.0).blocks), (0..12, 0..12));
        assert_eq!(DrawnRange::first(13).blocks, 0..3);
    }

    #[test]
    fn the_end_is_reached_and_not_passed() {
        let drawn_range = DrawnRange { block_px: 100.0, ..DrawnRange::first(5) };
        assert_eq!(drawn_range.at(50, 1e9, 300.0).blocks, 44..50, "the box is full there too");
        assert_eq!(drawn_range.at(0, 0.0, 300.0).blocks, 0..0);
    }
}
