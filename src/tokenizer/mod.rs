//! Tokens without a browser: encodings, the exact engine, and what a screen needs of a result.
//!
//! 1. [`vocabulary`] fills the tables of an encoding's tokens while its packed files arrive.
//! 2. A [`Tokenizer`] cuts text into pieces (`pre_tokenizer`) and merges each piece's bytes
//!    (`merging`): the engine behind [`Encoder`].
//! 3. [`Tokenization`] adds where tokens cut characters, and the counts a reader expects.
//! 4. [`segments()`] and [`blocks()`] arrange a result for display.
//!
//! Invariant: the tokens of a text, put end to end, are the text, byte for byte.

mod ascii;
mod blocks;
mod counted;
mod counting;
mod counts;
mod encoder;
mod encoding;
mod engine;
mod glyphs;
mod marking;
mod merging;
mod models;
mod pre_tokenizer;
mod reading;
pub mod search;
pub mod segmentation;
mod segments;
mod special_tokens;
mod text;
mod tokenization;
pub mod unicode;
pub mod vocabulary;

pub use blocks::blocks;
pub use counted::Counted;
pub use counting::Counting;
pub use counts::TextCounts;
pub use encoder::{Encoder, Tokens};
pub use encoding::{Encoding, VocabularyFile};
pub use engine::{Run, Tokenizer};
pub use glyphs::{Glyph, glyphs};
#[cfg(feature = "reference")]
pub(crate) use pre_tokenizer::Pattern;
pub use reading::Reading;
pub use segments::{Segment, segments};
pub use special_tokens::{SpecialToken, SpecialTokens};
pub use text::{Text, stretch};
pub use tokenization::{Boundary, Cut, Tokenization, bytes_of};
