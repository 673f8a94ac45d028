//! A value for every code point in two stages: a block of 128 code points → the block's values.
//!
//! 1. A generated file holds both stages run by run, as text.
//! 2. The compiler expands them.
//!
//! Invariant: every code point has a value; what lies beyond the first stage has that of its last block.

/// Code points in a block, as a power of two.
const BLOCK_BITS: u32 = 7;
/// Code points in a block.
pub const BLOCK_SIZE: usize = 1 << BLOCK_BITS;

/// The table: `BLOCKS` entries in the first stage, `VALUES` in the second.
pub struct TwoStage<const BLOCKS: usize, const VALUES: usize> {
    block_of: [u16; BLOCKS],
    last_block: u16,
    values: [u8; VALUES],
}

impl<const BLOCKS: usize, const VALUES: usize> TwoStage<BLOCKS, VALUES> {
    /// Expands runs such as `1x26 128 2x26`, a value and how often it stands.
    pub const fn new(block_of: &str, last_block: u16, values: &str) -> Self {
        let values = expand::<VALUES>(values);
        Self { block_of: expand(block_of), last_block, values: narrow(&values) }
    }

    /// The value of a code point.
    #[inline]
    pub fn of(&self, code_point: u32) -> u8 {
        let block = self.block_of.get(code_point as usize >> BLOCK_BITS).copied().unwrap_or(self.last_block);
        self.values[(usize::from(block) << BLOCK_BITS) + (code_point as usize & (BLOCK_SIZE - 1))]
    }

    /// The value of an ASCII character; ASCII is the first block.
    #[inline]
    pub fn of_ascii(&self, ascii: u8) -> u8 {
        self.values[usize::from(ascii)]
    }
}

const fn expand<const N: usize>(runs: &str) -> [u16; N] {
    let (text, mut out, mut filled, mut at) = (runs.as_bytes(), [0; N], 0, 0);
    while at < text.len() {
        let (value, after) = number(text, at);
        let (count, after) =
            if after < text.len() && text[after] == b'x' { number(text, after + 1) } else { (1, after) };
        let end = filled + count;
        while filled < end {
            out[filled] = value as u16;
            filled += 1;
        }
        at = after + 1;
    }
    assert!(filled == N, "the runs fill the table");
    out
}

const fn narrow<const N: usize>(wide: &[u16; N]) -> [u8; N] {
    let (mut out, mut at) = ([0; N], 0);
    while at < N {
        assert!(wide[at] < 256, "a value is a byte");
        out[at] = wide[at] as u8;
        at += 1;
    }
    out
}

/// The decimal number at `at`, and where it ends.
const fn number(text: &[u8], mut at: usize) -> (usize, usize) {
    let mut value = 0;
    while at < text.len() && text[at].is_ascii_digit() {
        value = value * 10 + (text[at] - b'0') as usize;
        at += 1;
    }
    (value, at)
}
