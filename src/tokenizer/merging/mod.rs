//! Byte-pair encoding of one piece: bytes → tokens.
//!
//! 1. A [`Piece`] guesses its tokens one by one, and keeps what can be proved right.
//! 2. Where guessing fails, some bytes are [merged](Merger::merge) by the definition: the lowest rank
//!    first, from the left.
//!
//! Invariant: the tokens are those of the definition, for every piece and every vocabulary.

mod neighbors;
mod piece;

pub(super) use piece::Piece;

use super::vocabulary::Vocabulary;

/// No token: this pair does not merge.
const NONE: u32 = u32::MAX;

/// Working space, kept between pieces.
#[derive(Default)]
pub(super) struct Merger {
    /// The present tokens.
    tokens: Vec<u32>,
    /// For each, what it merges to with the next.
    merges: Vec<u32>,
}

impl Merger {
    /// The tokens of `bytes` alone.
    pub(super) fn merge(&mut self, vocabulary: &Vocabulary, bytes: &[u8]) -> &[u32] {
        self.tokens.clear();
        self.tokens.extend(bytes.iter().map(|&byte| vocabulary.byte_token(byte)));
        self.merges.clear();
        self.merges.extend(self.tokens.windows(2).map(|pair| vocabulary.merge(pair[0], pair[1]).unwrap_or(NONE)));
        self.merges.push(NONE);
        while let Some(lowest) = self.merges.iter().copied().min().filter(|&lowest| lowest != NONE) {
            self.sweep(vocabulary, lowest);
        }
        &self.tokens
    }

    /// Merges every pair of rank `lowest`, from the left.
    ///
    /// One sweep is as good as one merge at a time: what a merged token merges to next has a higher
    /// rank, so no lower one can appear meanwhile.
    fn sweep(&mut self, vocabulary: &Vocabulary, lowest: u32) {
        let (tokens, merges) = (self.tokens.as_mut_slice(), self.merges.as_mut_slice());
        let mut read = merges.iter().position(|&merge| merge == lowest).unwrap_or(0);
        let mut written = read;
        let mut is_left_new = false;
        while read < tokens.len() {
            let is_new = merges[read] == lowest;
            let token = if is_new { lowest } else { tokens[read] };
            if written > 0 && (is_new || is_left_new) {
                merges[written - 1] = vocabulary.merge(tokens[written - 1], token).unwrap_or(NONE);
            }
            read += usize::from(is_new);
            (tokens[written], merges[written]) = (token, merges[read]);
            is_left_new = is_new;
            (read, written) = (read + 1, written + 1);
        }
        self.tokens.truncate(written);
        self.merges.truncate(written);
        // The last token has no next.
        self.merges[written - 1] = NONE;
    }
}
