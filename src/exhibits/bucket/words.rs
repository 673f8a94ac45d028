//! The words of the bucket.

use crate::words::{Forms, table};

table!(
    /// The bucket.
    Words {
        title, provider, send, request, size, tokens_each: Forms, requests_each: Forms,
        level: Forms, level_requests: Forms, idle, admitted, refused, never,
        no_limits, documented_bucket, model_bucket, example, counts, no_headers,
    }
);
