//! Fills the numbers of this request into an answer as it was documented or reported.
//!
//! Invariant: what is not in braces is not changed.

use super::{Mark, Writer};

/// A name in braces, what to put there, and what that belongs to.
pub(super) struct Value {
    pub(super) name: &'static str,
    pub(super) text: String,
    pub(super) mark: Mark,
}

/// Appends `template` with its braces filled in. `fail` is the error code, marked wherever it stands.
pub(super) fn fill(template: &str, values: &[Value], fail: Option<&str>, out: &mut Writer) {
    let mut rest = template;
    while let Some((before, value, after)) = next(rest, values) {
        plain(before, fail, out);
        out.put(&value.text, value.mark);
        rest = after;
    }
    plain(rest, fail, out);
}

/// The first braces that hold one of the names; JSON is full of others.
fn next<'t, 'v>(text: &'t str, values: &'v [Value]) -> Option<(&'t str, &'v Value, &'t str)> {
    let places = text.match_indices('{').map(|(at, _)| at);
    places.into_iter().find_map(|at| {
        let (name, after) = text[at + 1..].split_once('}')?;
        let value = values.iter().find(|value| value.name == name)?;
        Some((&text[..at], value, after))
    })
}

fn plain(text: &str, fail: Option<&str>, out: &mut Writer) {
    let mut rest = text;
    while let Some((before, after)) = fail.filter(|code| !code.is_empty()).and_then(|code| rest.split_once(code)) {
        out.plain(before);
        out.put(fail.unwrap_or_default(), Mark::Fail);
        rest = after;
    }
    out.plain(rest);
}

#[cfg(test)]
mod tests {
    use super::{Value, fill};
    use crate::journey::exchange::{Mark, Writer, text_of};

    #[test]
    fn only_known_names_are_filled_and_the_code_is_marked() {
        let values = [Value { name: "limit", text: "500".to_owned(), mark: Mark::Token }];
        let mut out = Writer::default();
        fill("{\"code\": \"too_long\", \"limit\": {limit}, \"x\": {}}", &values, Some("too_long"), &mut out);
        assert_eq!(text_of(&out.spans), "{\"code\": \"too_long\", \"limit\": 500, \"x\": {}}");
        let marks: Vec<_> = out.spans.iter().filter(|span| span.mark != Mark::Plain).map(|span| span.mark).collect();
        assert_eq!(marks, [Mark::Fail, Mark::Token]);
    }
}
