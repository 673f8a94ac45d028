//! Values as lines of text: how it gets from the build into the browser.
//!
//! A value is a run of lines, one per field, in the order of its declaration; a list is its length
//! and then its items. Both ends come from the same build, so the form needs neither names nor a
//! version. A general deserializer would cost the app more than everything it reads, and so would
//! giving back errors: data that the build did not write ends the start, which `boot.js` explains.
//!
//! Line breaks inside texts are escaped, so every value has such a form.
//!
//! Invariant: `from_text(to_text(value)) == value`.

use crate::journey::{
    Billed, CharsPerToken, Ending, EstimateReason, EstimateRule, Facts, Fixer, Half, Model, OtherPrice, Outcome,
    Provider, ProviderFacts, Retry, Scenario, Stage,
};
use crate::pricing::{Evidence, Price, PricePerMtok, Sourced};
use crate::tokenizer::{Boundary, Counted, Encoding, Text, TextCounts, Tokenization, VocabularyFile};
use crate::worker::protocol::{Binary, Files, Vocabulary, VocabularyPart};

use super::{PageData, Samples};

/// A value that can be written as lines and read back.
pub(super) trait Flat: Sized {
    /// Appends the value's lines.
    fn put(&self, lines: &mut Vec<String>);
    /// Reads the value; panics if the lines are not such a value.
    fn take(lines: &mut Lines) -> Self;
}

/// What is left to read.
pub(super) type Lines<'a> = std::str::Split<'a, char>;

/// A value as text.
pub(super) fn to_text(value: &impl Flat) -> String {
    let mut lines = Vec::new();
    value.put(&mut lines);
    lines.join("\n")
}

/// The inverse of [`to_text`]; panics if the text is something else.
pub(super) fn from_text<T: Flat>(text: &str) -> T {
    T::take(&mut text.split('\n'))
}

pub(super) fn line<'a>(lines: &mut Lines<'a>) -> &'a str {
    lines.next().expect("another line")
}

/// A text with its line breaks, and the sign that escapes them, escaped.
fn on_one_line(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n")
}

/// The inverse of [`on_one_line`].
fn as_it_was(line: &str) -> String {
    let mut pieces = line.split("\\\\");
    let first = pieces.next().unwrap_or_default().replace("\\n", "\n");
    pieces.fold(first, |text, piece| text + "\\" + &piece.replace("\\n", "\n"))
}

impl Flat for String {
    fn put(&self, lines: &mut Vec<String>) {
        lines.push(on_one_line(self));
    }

    fn take(lines: &mut Lines) -> Self {
        as_it_was(line(lines))
    }
}

impl Flat for Text {
    fn put(&self, lines: &mut Vec<String>) {
        lines.push(on_one_line(self));
    }

    fn take(lines: &mut Lines) -> Self {
        as_it_was(line(lines)).into()
    }
}

/// Numbers and other values that print and parse themselves.
macro_rules! flat_by_text {
    ($($type:ty),+) => {$(
        impl Flat for $type {
            fn put(&self, lines: &mut Vec<String>) {
                lines.push(self.to_string());
            }

            fn take(lines: &mut Lines) -> Self {
                line(lines).parse().ok().expect("a number")
            }
        }
    )+};
}
flat_by_text!(u16, u32, PricePerMtok);

/// Enumerations with published names.
macro_rules! flat_by_name {
    ($($type:ty),+) => {$(
        impl $crate::handover::flat::Flat for $type {
            fn put(&self, lines: &mut Vec<String>) {
                lines.push(self.name().to_owned());
            }

            fn take(lines: &mut $crate::handover::flat::Lines) -> Self {
                Self::from_name($crate::handover::flat::line(lines)).expect("a known name")
            }
        }
    )+};
}
pub(super) use flat_by_name;
flat_by_name!(
    Encoding,
    VocabularyFile,
    EstimateReason,
    Provider,
    Scenario,
    Stage,
    Ending,
    Evidence,
    Half,
    Retry,
    Billed,
    Fixer
);

impl Flat for bool {
    fn put(&self, lines: &mut Vec<String>) {
        u32::from(*self).put(lines);
    }

    fn take(lines: &mut Lines) -> Self {
        u32::take(lines) != 0
    }
}

impl<T: Flat> Flat for Vec<T> {
    fn put(&self, lines: &mut Vec<String>) {
        (self.len() as u32).put(lines);
        for item in self {
            item.put(lines);
        }
    }

    fn take(lines: &mut Lines) -> Self {
        let length = u32::take(lines);
        (0..length).map(|_| T::take(lines)).collect()
    }
}

impl<T: Flat> Flat for Option<T> {
    fn put(&self, lines: &mut Vec<String>) {
        self.is_some().put(lines);
        if let Some(value) = self {
            value.put(lines);
        }
    }

    fn take(lines: &mut Lines) -> Self {
        bool::take(lines).then(|| T::take(lines))
    }
}

impl<A: Flat, B: Flat> Flat for (A, B) {
    fn put(&self, lines: &mut Vec<String>) {
        self.0.put(lines);
        self.1.put(lines);
    }

    fn take(lines: &mut Lines) -> Self {
        (A::take(lines), B::take(lines))
    }
}

impl Flat for Boundary {
    fn put(&self, lines: &mut Vec<String>) {
        self.to_raw().put(lines);
    }

    fn take(lines: &mut Lines) -> Self {
        Self::from_raw(u32::take(lines))
    }
}

/// Structures: their fields in order.
macro_rules! flat_by_fields {
    ($($type:ident { $($field:ident),+ $(,)? })+) => {$(
        impl $crate::handover::flat::Flat for $type {
            fn put(&self, lines: &mut Vec<String>) {
                $(self.$field.put(lines);)+
            }

            fn take(lines: &mut $crate::handover::flat::Lines) -> Self {
                Self { $($field: $crate::handover::flat::Flat::take(lines)),+ }
            }
        }
    )+};
}
pub(super) use flat_by_fields;
flat_by_fields! {
    TextCounts { characters, words, bytes }
    Tokenization { ids, boundaries, counts }
    Counted { text, results }
    Sourced { evidence, source, checked }
    Price { input, output, sourced }
    EstimateRule { chars_per_token, sourced }
    OtherPrice { day, is_coming, input, output }
    Model {
        id, name, provider, is_recommended, sold_until, encoding, why_estimated, rule, price, other_price, note,
    }
    CharsPerToken { low_hundredths, high_hundredths }
    ProviderFacts { id, name, key_header, shows_key_once }
    Outcome {
        provider, scenario, stage, ending, status, code, code_reported, reported_status, sourced,
        half, retry, billed, fixer,
    }
    Binary { glue, wasm }
    VocabularyPart { path, unpacked_bytes }
    Vocabulary { file, ascii, rest }
    Files { tokenizer, judge, vocabularies }
    Samples { text, answer }
    Facts { models, providers, outcomes }
    PageData { words, samples, facts, files }
}

#[cfg(test)]
mod tests {
    use super::{Flat, Lines, to_text};
    use crate::journey::{Outcome, Provider};
    use crate::tokenizer::{Tokenization, Tokens};

    fn there_and_back<T: Flat + PartialEq + std::fmt::Debug>(value: &T) {
        let text = to_text(value);
        let mut rest: Lines = text.split('\n');
        assert_eq!(T::take(&mut rest), *value);
        assert_eq!(rest.next(), None, "lines are left over");
    }

    #[test]
    fn values_come_back_as_they_were() {
        let outcome =
            Outcome { reported_status: Some((400, "2026-08-22".to_owned())), ..Outcome::paid(Provider::Gemini) };
        there_and_back(&vec![outcome.clone(), Outcome { code: Some(String::new()), ..outcome }]);
        there_and_back(&Tokenization::new("a👍", Tokens { ids: vec![1, 2, 3], ends: vec![1, 3, 5] }));
        there_and_back(&(None::<String>, Vec::<u32>::new()));
        for text in ["", "a\nb", "\\n", "\\\\n\n\\", "\n\n"] {
            there_and_back(&text.to_owned());
        }
    }

    #[test]
    #[should_panic(expected = "another line")]
    fn what_ends_early_is_refused() {
        let _ = Vec::<u32>::take(&mut "3\n1\n2".split('\n'));
    }
}
