//! The words of the matrix.

use crate::words::table;

table!(
    /// The matrix of answers.
    Words { title, caption, scenario, unknown, reported, choose, also, show }
);
