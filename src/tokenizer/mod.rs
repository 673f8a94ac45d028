//! Tokens without a browser: encodings, the packed vocabulary, and what a screen needs of a result.
//!
//! 1. [`vocabulary`] reads the packed list of an encoding's tokens.
//! 2. An [`Encoder`] turns a text into [`Tokens`].
//! 3. [`Tokenization`] adds where tokens cut characters, and the counts a reader expects.
//! 4. [`segments()`] and [`blocks()`] arrange a result for display.
//!
//! Invariant: the tokens of a text, put end to end, are the text, byte for byte.

mod blocks;
mod counts;
mod encoder;
mod encoding;
mod glyphs;
mod segments;
mod text;
mod tokenization;
pub mod vocabulary;

pub use blocks::{BLOCK_TOKENS, blocks};
pub use counts::TextCounts;
pub use encoder::{Encoder, Tokens};
pub use encoding::Encoding;
pub use glyphs::{Glyph, glyphs};
pub use segments::{Segment, segments};
pub use text::Text;
pub use tokenization::{Boundary, Tokenization};
