//! The words of the exchange.

use crate::words::{Forms, table};

table!(
    /// The exchange.
    Words {
        title, request, answer, streamed, copy, copied, not_copied, waiting, nothing, examples, cut, masked, disagree,
        too_long: Forms, status, headers, body, ranges,
    }
);
