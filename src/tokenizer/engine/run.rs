//! A text on its way through the engine, in slices.
//!
//! Invariant: a slice ends where a piece ends, or inside a long piece whose last tokens may still
//! change; so how the work was sliced cannot be seen in the result.

use super::Tokenizer;
use crate::tokenizer::merging::{Merger, Piece};
use crate::tokenizer::{SpecialTokens, Tokens};

/// The longest token has 128 bytes. A longer piece need not be looked up, and work may stop inside.
const LONG: usize = 128;

/// What is known of a text so far. One run belongs to one text and one tokenizer.
pub struct Run {
    special_tokens: SpecialTokens,
    tokens: Tokens,
    /// Where the pieces so far end.
    at: usize,
    /// Where the stretch without special tokens ends that `at` is in; 0 before the first is known.
    stretch_end: usize,
    /// The special token after it: where it ends, and its id.
    special: Option<(usize, u32)>,
    /// The long piece at `at`.
    long: Option<Piece>,
    merger: Merger,
}

impl Run {
    /// The beginning of a text.
    pub fn new(special_tokens: SpecialTokens) -> Self {
        Self::after(Tokens::default(), 0, special_tokens)
    }

    /// A run whose `tokens` reach to byte `at`, where a stretch or a piece begins.
    pub(super) fn after(tokens: Tokens, at: usize, special_tokens: SpecialTokens) -> Self {
        let merger = Merger::default();
        Self { special_tokens, tokens, at, stretch_end: at, special: None, long: None, merger }
    }

    /// How many bytes have been tokenized, for showing progress.
    pub fn position(&self) -> usize {
        self.long.map_or(self.at, |long| long.position())
    }

    /// The tokens; all of them once [`Tokenizer::advance`] has said so.
    pub fn into_tokens(self) -> Tokens {
        self.tokens
    }
}

impl Tokenizer<'_> {
    /// Goes on with a run for about `bytes` bytes; says whether the end of `text` is reached.
    /// `text` has to be the same at every call.
    ///
    /// # Panics
    /// If the tables do not cover the text.
    pub fn advance(&self, run: &mut Run, text: &str, bytes: usize) -> bool {
        if run.at == 0 && run.long.is_none() {
            assert!(self.covers(text), "the vocabulary has not arrived");
            // A guess that is rarely too low; too high a one costs memory only.
            run.tokens.ids.reserve(text.len() / 4);
            run.tokens.ends.reserve(text.len() / 4);
        }
        self.advance_to(run, text, run.position().saturating_add(bytes).min(text.len()));
        run.at == text.len()
    }

    /// Goes on until `stop` is reached or passed.
    pub(super) fn advance_to(&self, run: &mut Run, text: &str, stop: usize) {
        while run.position() < stop {
            if let Some(long) = &mut run.long {
                if long.advance(self.vocabulary, text.as_bytes(), stop, &mut run.merger, &mut run.tokens) {
                    run.at = long.position();
                    run.long = None;
                }
            } else if run.at < run.stretch_end {
                self.pieces(run, &text.as_bytes()[..run.stretch_end], stop);
            } else {
                self.next_stretch(run, text);
            }
        }
    }

    /// Takes the special token at `run.at`, if one is there, and finds the end of the stretch after it.
    fn next_stretch(&self, run: &mut Run, text: &str) {
        if let Some((end, id)) = run.special.take() {
            run.tokens.push(id, end);
            run.at = end;
        }
        let next = match run.special_tokens {
            SpecialTokens::AsText => None,
            SpecialTokens::AsSpecial => self.encoding.next_special(text, run.at),
        };
        run.stretch_end = next.map_or(text.len(), |(start, _, _)| start);
        run.special = next.map(|(_, end, id)| (end, id));
    }

    /// Tokenizes pieces of `stretch` until `stop`, or until a long piece begins.
    fn pieces(&self, run: &mut Run, stretch: &[u8], stop: usize) {
        let pattern = self.encoding.pattern();
        while run.at < stop.min(stretch.len()) {
            let end = pattern.piece_end(stretch, run.at);
            let is_long = end - run.at > LONG;
            if end - run.at == 1 {
                run.tokens.push(self.vocabulary.byte_token(stretch[run.at]), end);
            } else if !is_long && let Some(token) = self.vocabulary.piece(stretch, run.at, end) {
                run.tokens.push(token, end);
            } else {
                let mut piece = Piece::new(run.at, end, run.tokens.ids.len());
                if is_long {
                    run.long = Some(piece);
                    return;
                }
                piece.advance(self.vocabulary, stretch, end, &mut run.merger, &mut run.tokens);
            }
            run.at = end;
        }
    }
}
