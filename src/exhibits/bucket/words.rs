//! The words of the bucket.

use crate::words::table;

table!(
    /// The bucket.
    Words {
        title, provider, send, request, size, tokens_each, level, level_requests, idle, admitted, refused, never,
        no_limits, documented_bucket, model_bucket, example, counts, no_headers,
    }
);
