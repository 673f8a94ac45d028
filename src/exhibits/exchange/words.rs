//! The words of the exchange.

use crate::words::table;

table!(
    /// The exchange.
    Words {
        title, request, answer, streamed, copy, copied, not_copied, waiting, nothing, examples, cut, masked, disagree,
        too_long, status, headers, body, ranges,
    }
);
