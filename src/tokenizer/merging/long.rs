//! Long pieces: windows that are merged one by one and joined where that changes nothing.
//!
//! 1. The window's bytes are merged as if they were the whole piece.
//! 2. Its last token is dropped, because what follows the window might have changed it.
//! 3. If its first token can stand beside the last token before it, its tokens are kept.
//!    Otherwise that token is taken back, and a longer window begins where it began.
//!
//! All neighbors in the result can stand side by side, so by the law of `neighbors` it is the encoding
//! of the piece. Windows are short because tokens are, so time grows with the length of the piece.
//!
//! Invariant: an attempt that gets no further doubles the window, so the work ends.

use super::Merger;
use super::neighbors::are_neighbors;
use crate::tokenizer::Tokens;
use crate::tokenizer::vocabulary::Vocabulary;

/// Bytes of a window, and of the longest piece that is not long.
pub(in crate::tokenizer) const WINDOW: usize = 32;

/// A long piece on its way.
#[derive(Clone, Copy, Debug)]
pub(in crate::tokenizer) struct LongPiece {
    /// How many tokens there were before the piece.
    first_token: usize,
    /// Where the next window begins.
    at: usize,
    /// Where the piece ends.
    end: usize,
    /// The furthest that `at` has been.
    furthest: usize,
    /// Length of the next window.
    window: usize,
}

impl LongPiece {
    /// The piece `start..end`, nothing of it merged; `before` tokens came before.
    pub(in crate::tokenizer) fn new(start: usize, end: usize, before: usize) -> Self {
        Self { first_token: before, at: start, end, furthest: start, window: WINDOW }
    }

    /// Where the tokens so far end. The last of them may still be taken back.
    pub(in crate::tokenizer) fn position(&self) -> usize {
        self.at
    }

    /// Whether all tokens are there.
    pub(in crate::tokenizer) fn is_done(&self) -> bool {
        self.at == self.end
    }

    /// Merges one window.
    pub(in crate::tokenizer) fn step(
        &mut self,
        vocabulary: &Vocabulary,
        text: &[u8],
        merger: &mut Merger,
        out: &mut Tokens,
    ) {
        let stop = self.window_end(text);
        let merged = merger.merge(vocabulary, &text[self.at..stop]);
        let kept = if stop == self.end { merged.len() } else { merged.len() - 1 };
        if kept == 0 {
            self.window *= 2;
            return;
        }
        if out.ids.len() > self.first_token
            && let Some(&before) = out.ids.last()
            && !are_neighbors(vocabulary, before, merged[0])
        {
            out.ids.pop();
            out.ends.pop();
            self.at -= vocabulary.length(before) as usize;
            self.window *= 2;
            return;
        }
        for &token in &merged[..kept] {
            self.at += vocabulary.length(token) as usize;
            out.ids.push(token);
            out.ends.push(self.at as u32);
        }
        if self.at > self.furthest {
            self.furthest = self.at;
            self.window = (self.window / 2).max(WINDOW);
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
