//! An encoding's ordinary tokens as tables: what each token's bytes are, which pair it merges, which
//! token a pair or a whole piece is.
//!
//! 1. [`pack()`] turns a list of tokens into the two parts that the page downloads (at build time).
//! 2. [`Reader`] takes the parts as they arrive and fills a [`Vocabulary`].
//!
//! Every token of the published encodings is one byte, or the pair of earlier tokens that byte-pair
//! encoding itself would merge last; `pack` makes sure of it. So merging can look up pairs of ids
//! where tiktoken looks up bytes, and finds the same.
//!
//! Invariant: a pair's token has a higher rank than its parts.

mod block;
mod error;
mod format;
mod lengths;
mod pack;
mod pairs;
mod pieces;
mod reader;

pub use error::VocabularyError;
pub use pack::{Packed, pack};
pub use reader::{Coverage, Reader};

use std::ops::Range;

use format::LONGEST_TOKEN;
use lengths::LengthTable;
use pairs::PairTable;
use pieces::PieceTable;

/// Bytes that are copied at once.
const WORD: usize = 8;

/// The tables of one vocabulary.
pub struct Vocabulary {
    /// Tokens from this rank on are only listed: no text uses them.
    ranks: u32,
    /// All tokens' bytes, in the order of arrival, and room for more.
    bytes: Vec<u8>,
    /// How many there are so far.
    filled: usize,
    /// For each rank the place of its bytes: offset and, in the low 8 bits, length; 0 for no token.
    spans: Vec<u32>,
    /// For each rank the two tokens it merges; a single byte is its own left part.
    parts: Vec<[u32; 2]>,
    /// The tokens of single bytes.
    byte_tokens: [u32; 256],
    pairs: PairTable,
    pieces: PieceTable,
    lengths: LengthTable,
}

impl Vocabulary {
    /// Empty tables for a file of `file_ranks` ranks, of which the first `ranks` are to be used.
    fn new(ranks: u32, file_ranks: u32) -> Self {
        Self {
            ranks,
            bytes: Vec::new(),
            filled: 0,
            spans: vec![0; file_ranks as usize],
            parts: vec![[0; 2]; file_ranks as usize],
            byte_tokens: [0; 256],
            pairs: PairTable::with_room_for(ranks as usize),
            pieces: PieceTable::new(),
            lengths: LengthTable::new(),
        }
    }

    /// The bytes of a token; nothing for a rank that no token has.
    pub fn bytes_of(&self, token: u32) -> Option<&[u8]> {
        let span = *self.spans.get(token as usize).filter(|&&span| span != 0 && token < self.ranks)?;
        self.bytes.get(place_of(span))
    }

    /// The two tokens that `token` merges; nothing for a single byte.
    #[inline]
    pub fn split(&self, token: u32) -> Option<[u32; 2]> {
        self.parts.get(token as usize).copied().filter(|parts| parts[0] != token)
    }

    /// Number of ranks that are used, those that no token has among them.
    pub fn ranks(&self) -> u32 {
        self.ranks
    }

    /// Bytes of memory that the tables take.
    pub fn memory(&self) -> usize {
        self.bytes.capacity()
            + self.spans.len() * 4
            + self.parts.len() * 8
            + self.pairs.memory()
            + self.pieces.memory()
            + self.lengths.memory()
    }

    /// The token of the pair, if there is one.
    #[inline]
    pub(super) fn merge(&self, left: u32, right: u32) -> Option<u32> {
        self.pairs.find(left, right)
    }

    /// The token of a single byte.
    #[inline]
    pub(super) fn byte_token(&self, byte: u8) -> u32 {
        self.byte_tokens[usize::from(byte)]
    }

    /// The token that is exactly `text[start..end]`. A few tokens are not found this way: merging finds them.
    #[inline]
    pub(super) fn piece(&self, text: &[u8], start: usize, end: usize) -> Option<u32> {
        self.pieces.find(text, start, end, |token| self.bytes_of(token))
    }

    /// Which lengths tokens can have that `bytes` begin with: one bit for each up to 31.
    #[inline]
    pub(super) fn lengths_at(&self, bytes: &[u8]) -> u32 {
        self.lengths.at(bytes)
    }

    /// Length in bytes of a token.
    #[inline]
    pub(super) fn length(&self, token: u32) -> usize {
        (self.spans[token as usize] & 0xFF) as usize
    }

    /// Makes room for the bytes of all tokens.
    fn reserve(&mut self, bytes: usize) {
        self.bytes.resize(bytes + WORD, 0);
    }

    /// Enters the token of a single byte, which has to be among the tables' ranks.
    fn add_byte(&mut self, token: u32, byte: u8) -> Option<()> {
        *self.parts.get_mut(token as usize)? = [token; 2];
        self.byte_tokens[usize::from(byte)] = token;
        *self.bytes.get_mut(self.filled)? = byte;
        self.filled += 1;
        self.add_span(token, 1);
        Some(())
    }

    /// Enters the token of a pair and gives its length; nothing if a part has not been entered or there
    /// is no room.
    fn add_pair(&mut self, token: u32, parts: [u32; 2]) -> Option<usize> {
        let spans = [self.spans.get(parts[0] as usize)?, self.spans.get(parts[1] as usize)?];
        let lengths = spans.map(|span| (span & 0xFF) as usize);
        let starts = spans.map(|span| (span >> 8) as usize);
        let length = lengths[0] + lengths[1];
        if lengths.contains(&0) || length > LONGEST_TOKEN {
            return None;
        }
        self.append(starts[0], lengths[0])?;
        self.append(starts[1], lengths[1])?;
        self.parts[token as usize] = parts;
        self.add_span(token, length);
        Some(length)
    }

    /// Copies bytes that are there already to the end, if there is room. Whole words are copied much faster
    /// than single bytes; what is too much is overwritten later.
    #[inline]
    fn append(&mut self, start: usize, length: usize) -> Option<()> {
        for at in (0..length).step_by(WORD) {
            let word: [u8; WORD] = *self.bytes.get(start + at..)?.first_chunk()?;
            *self.bytes.get_mut(self.filled + at..)?.first_chunk_mut()? = word;
        }
        self.filled += length;
        Some(())
    }

    /// Says where the token's bytes are: at the end.
    fn add_span(&mut self, token: u32, length: usize) {
        let start = self.filled - length;
        self.spans[token as usize] = (start << 8 | length) as u32;
    }

    /// Makes tokens that have been entered findable. The tables are larger than a processor's nearest
    /// caches: in one short loop for each it works on several tokens while it waits for memory.
    fn index(&mut self, tokens: &[u32]) {
        let Self { ranks, bytes, spans, parts, pairs, pieces, lengths, .. } = self;
        let used =
            || tokens.iter().map(|&token| (token, spans[token as usize])).filter(|it| it.0 < *ranks && it.1 != 0);
        for (token, span) in used() {
            let Range { start, end } = place_of(span);
            pieces.insert(bytes, start, end, token);
        }
        for (_, span) in used() {
            lengths.insert(&bytes[place_of(span)]);
        }
        for (token, _) in used() {
            let [left, right] = parts[token as usize];
            if left != token {
                pairs.insert(left, right, token);
            }
        }
    }
}

/// Where the bytes of a token are.
#[inline]
const fn place_of(span: u32) -> Range<usize> {
    let start = (span >> 8) as usize;
    start..start + (span & 0xFF) as usize
}

#[cfg(test)]
mod tests;
