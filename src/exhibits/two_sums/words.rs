//! The words of the two sums.

use crate::words::table;

table!(
    /// The two sums.
    Words {
        title, model, caption, line, wrong, right, wrong_sign, right_sign, start, next, all, words,
        tokens_in, tokens_out, price_in, price_out, product, verdict, estimated, listed, text: LineWords, input: LineWords,
        output: LineWords, price: LineWords, multiply: LineWords, total: LineWords,
    }
);
table!(
    /// A line: its name, what the wrong sum has there, and why.
    LineWords { name, wrong, why }
);
