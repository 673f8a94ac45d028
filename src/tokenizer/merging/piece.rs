//! A piece that is no token: guessed token by token, and merged window by window where guessing fails.
//!
//! 1. The guess is the longest token that can stand beside the one before it; it is mostly right.
//! 2. Where no token can, the one before is taken back and a shorter one guessed in its place.
//! 3. Where that does not help either, a window's bytes are merged as if they were a whole piece. The window's last
//!    token is dropped, because what follows might have changed it. If its first token can stand
//!    beside the one before it, its tokens are kept. Otherwise that one is taken back, and a longer
//!    window begins where it began.
//!
//! All neighbors in the result can stand side by side, so by the law of `neighbors` it is the encoding
//! of the piece. Windows are short because tokens are, so time grows with the length of the piece.
//!
//! Invariant: an attempt that gets no further costs patience or doubles the window, so the work ends.

use super::Merger;
use super::neighbors::are_neighbors;
use crate::tokenizer::Tokens;
use crate::tokenizer::vocabulary::Vocabulary;

/// Bytes of the shortest window.
const WINDOW: usize = 32;

/// The longest rest of a piece, in bytes, that merging does faster than guessing.
const SMALL: usize = 9;

/// The lengths from which on a guess is worth it. Where all tokens are shorter, as in scripts that
/// the vocabulary hardly knows, merging a window is faster.
const SHORTEST_WORTH: u32 = 1 << 3;

/// The longest rest of a piece, in bytes, for which a guess is worth it anyway.
const FEW: usize = 8;

/// How many tokens are taken back before guessing is given up.
const PATIENCE: u32 = 6;

/// A piece on its way.
#[derive(Clone, Copy, Debug)]
pub(in crate::tokenizer) struct Piece {
    /// How many tokens there were before the piece.
    first_token: usize,
    /// Where the tokens so far end.
    at: usize,
    /// Where the piece ends.
    end: usize,
    /// The furthest that `at` has been.
    furthest: usize,
    /// How many more tokens may be taken back before `at` gets further.
    patience: u32,
    /// Length of the next window.
    window: usize,
}

impl Piece {
    /// The piece `start..end`, nothing of it tokenized; `before` tokens came before.
    #[inline]
    pub(in crate::tokenizer) fn new(start: usize, end: usize, before: usize) -> Self {
        Self { first_token: before, at: start, end, furthest: start, patience: PATIENCE, window: WINDOW }
    }

    /// Where the tokens so far end. The last of them may still be taken back.
    pub(in crate::tokenizer) fn position(&self) -> usize {
        self.at
    }

    /// Goes on until `stop` is reached or passed; says whether the piece's end is.
    pub(in crate::tokenizer) fn advance(
        &mut self,
        vocabulary: &Vocabulary,
        text: &[u8],
        stop: usize,
        merger: &mut Merger,
        out: &mut Tokens,
    ) -> bool {
        if self.end - self.at <= SMALL {
            self.merge_window(vocabulary, text, merger, out);
        }
        while self.at < stop.min(self.end) {
            let is_guessing = self.patience > 0 && self.window == WINDOW;
            if !is_guessing || !self.guess(vocabulary, text, out) {
                self.merge_window(vocabulary, text, merger, out);
            }
        }
        self.at == self.end
    }

    /// Guesses tokens until one gets further than ever, taking some back on the way if need be; says
    /// whether that came about.
    #[inline]
    fn guess(&mut self, vocabulary: &Vocabulary, text: &[u8], out: &mut Tokens) -> bool {
        // Which lengths have not been tried here.
        let mut open = u32::MAX;
        loop {
            let lengths = vocabulary.lengths_at(&text[self.at..self.end]);
            if lengths < SHORTEST_WORTH && self.end - self.at > FEW {
                return false;
            }
            if let Some((token, length)) = self.longest(vocabulary, text, lengths & open, self.before(out)) {
                self.at += length;
                out.push(token, self.at);
                if self.at > self.furthest {
                    self.get_further();
                    return true;
                }
                open = u32::MAX;
            } else if let Some(before) = self.before(out).filter(|_| self.patience > 0) {
                self.patience -= 1;
                let length = vocabulary.length(before);
                self.at -= length;
                out.pop();
                open = (1 << length.min(31)) - 1;
            } else {
                return false;
            }
        }
    }

    /// The longest token here, of the lengths that are set, that can stand beside the one before it.
    #[inline]
    fn longest(
        &self,
        vocabulary: &Vocabulary,
        text: &[u8],
        mut lengths: u32,
        before: Option<u32>,
    ) -> Option<(u32, usize)> {
        while lengths != 0 {
            let length = lengths.ilog2();
            lengths ^= 1 << length;
            let length = length as usize;
            if let Some(token) = vocabulary.piece(text, self.at, self.at + length)
                && before.is_none_or(|before| are_neighbors(vocabulary, before, token))
            {
                return Some((token, length));
            }
        }
        None
    }

    /// The work has got further than ever.
    fn get_further(&mut self) {
        self.furthest = self.at;
        self.patience = PATIENCE;
        self.window = (self.window / 2).max(WINDOW);
    }

    /// The last token of this piece so far.
    #[inline]
    fn before(&self, out: &Tokens) -> Option<u32> {
        out.ids.get(self.first_token..).and_then(<[u32]>::last).copied()
    }

    fn merge_window(&mut self, vocabulary: &Vocabulary, text: &[u8], merger: &mut Merger, out: &mut Tokens) {
        let stop = self.window_end(text);
        let merged = merger.merge(vocabulary, &text[self.at..stop]);
        let kept = if stop == self.end { merged.len() } else { merged.len() - 1 };
        if kept == 0 {
            self.window *= 2;
            return;
        }
        if let Some(before) = self.before(out)
            && !are_neighbors(vocabulary, before, merged[0])
        {
            out.pop();
            self.at -= vocabulary.length(before);
            self.window *= 2;
            return;
        }
        for &token in &merged[..kept] {
            self.at += vocabulary.length(token);
            out.push(token, self.at);
        }
        if self.at > self.furthest {
            self.get_further();
        }
    }

    /// The end of the window, moved back to a `char` boundary, where tokens rather end.
    fn window_end(&self, text: &[u8]) -> usize {
        let stop = self.at + self.window;
        if stop >= self.end {
            return self.end;
        }
        let is_boundary = |&back: &usize| text[stop - back] & 0xC0 != 0x80;
        stop - (0..4).find(is_boundary).unwrap_or(0)
    }
}
