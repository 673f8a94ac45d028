//! Whether two tokens can stand side by side in a result.
//!
//! Law: a list of tokens is the encoding of its bytes exactly if every two neighbors, encoded alone,
//! stay the two tokens they are. For suppose that merging the whole piece ever crossed a border
//! between two of the tokens; before the first such merge, everything inside these two tokens went as
//! it goes when they are alone, so alone they would have merged across the border as well.
//!
//! The test is `is_valid_token_pair` of the crate `bpe` (github.com/github/rust-gems), and the guessing in
//! [`Piece`](super::Piece) is a form of its backtracking encoder.

use crate::tokenizer::vocabulary::Vocabulary;

/// Whether encoding the bytes of `left` and `right` together gives just these two tokens.
///
/// Merging is undone step by step, the highest rank first, on both sides of the border. If at any
/// time the two tokens at the border would have merged before the step that was undone, the border
/// would not have lasted. Single bytes have the lowest ranks, so when one is the higher of the two,
/// nothing is left to undo.
pub(super) fn are_neighbors(vocabulary: &Vocabulary, mut left: u32, mut right: u32) -> bool {
    // Merges across the border at ranks below this would have come first.
    let mut limit = u32::MAX;
    loop {
        if vocabulary.merge(left, right).is_some_and(|merged| merged < limit) {
            return false;
        }
        if left > right {
            let Some([_, inner]) = vocabulary.split(left) else { return true };
            (limit, left) = (left, inner);
        } else {
            let Some([inner, _]) = vocabulary.split(right) else { return true };
            // Of equal ranks the left one merges first.
            (limit, right) = (right + 1, inner);
        }
    }
}
