//! Tokens as colored chips, as markup.
//!
//! 1. Segments become chips; tokens that share a character share its place.
//! 2. Characters that cannot be seen get a sign beside them.
//!
//! A long text is hundreds of elements. As one piece of markup, which a browser reads at once, they are on
//! screen several times sooner than as elements made one by one, and the app is smaller.
//!
//! Signs for white space, ids and bytes are drawn by the style sheet from attributes, so that the
//! text content of the chips is exactly the reader's text, but for NUL, which HTML cannot hold.

use std::ops::Range;

use crate::markup::push_escaped;
use crate::tokenizer::{Boundary, Glyph, Segment, bytes_of, glyphs, segments, stretch};

/// The number of colors, which repeat; neighbours always differ.
const HUES: usize = 6;

/// The tokens of a text.
#[derive(Clone, Copy)]
pub(crate) struct Chips<'a> {
    /// The text.
    pub(crate) text: &'a str,
    /// Where its tokens end.
    pub(crate) boundaries: &'a [Boundary],
    /// The tokens' ids, if each chip is one to choose in a list; without them chips are only looked at.
    pub(crate) ids: Option<&'a [u32]>,
}

impl Chips<'_> {
    /// Appends the tokens of `range`, which begins and ends with whole segments.
    pub(crate) fn push(self, out: &mut String, range: Range<usize>) {
        for segment in segments(self.boundaries, range) {
            self.push_segment(out, &segment);
        }
    }

    fn push_segment(self, out: &mut String, segment: &Segment) {
        let text = stretch(self.text, segment.bytes.clone());
        if segment.is_shared() {
            out.push_str("<span class=\"chips__shared\" role=\"presentation\"><span class=\"chips__character\">");
            push_escaped(out, text);
            out.push_str("</span>");
            for index in segment.tokens.clone() {
                self.open_chip(out, index, " chip--part", true);
                out.push_str("</span>");
            }
        } else {
            // A token of nothing but white space has no name to be read out; its bytes are one.
            self.open_chip(out, segment.tokens.start, "", text.trim().is_empty());
            push_glyphs(out, text);
        }
        out.push_str("</span>");
    }

    fn open_chip(self, out: &mut String, index: usize, kind: &str, named_by_bytes: bool) {
        out.push_str("<span class=\"chip chip--");
        out.push_str(&(index % HUES).to_string());
        out.push_str(kind);
        if let Some(ids) = self.ids {
            let range = bytes_of(self.boundaries, index);
            out.push_str("\" role=\"option\" aria-selected=\"false");
            let numbers = [
                ("\" id=\"token-", index),
                ("\" data-token-id=\"", ids[index] as usize),
                ("\" data-start=\"", range.start),
                ("\" data-end=\"", range.end),
            ];
            for (attribute, number) in numbers {
                out.push_str(attribute);
                out.push_str(&number.to_string());
            }
        }
        if named_by_bytes {
            let bytes = hex(self.text, self.boundaries, index);
            let attributes = ["\" data-bytes=\"", "\" aria-label=\""];
            // What is only looked at has no name.
            for attribute in attributes.iter().take(if self.ids.is_some() { 2 } else { 1 }) {
                out.push_str(attribute);
                out.push_str(&bytes);
            }
        }
        out.push_str("\">");
    }
}

/// A longer run of one invisible character is drawn as one sign and a number. Each sign is an element,
/// and a megabyte of spaces would be too many.
const LONGEST_DRAWN_RUN: usize = 8;

/// The text with a sign beside each character that cannot be seen.
fn push_glyphs(out: &mut String, text: &str) {
    for glyph in glyphs(text) {
        match glyph {
            Glyph::Plain(text) => push_escaped(out, text),
            Glyph::Sign { text, sign } => push_signs(out, text, sign),
        }
    }
}

fn push_signs(out: &mut String, run: &str, sign: char) {
    let count = run.chars().count();
    let kind = if run.starts_with('\n') { "sign sign--line" } else { "sign" };
    if count > LONGEST_DRAWN_RUN {
        push_sign(out, "sign sign--run", &[sign.encode_utf8(&mut [0; 4]), "×", &count.to_string()].concat(), run);
    } else {
        let mut text = [0; 4];
        for character in run.chars() {
            push_sign(out, kind, sign.encode_utf8(&mut [0; 4]), character.encode_utf8(&mut text));
        }
    }
}

fn push_sign(out: &mut String, kind: &str, sign: &str, text: &str) {
    for part in ["<span class=\"", kind, "\" data-sign=\"", sign, "\">"] {
        out.push_str(part);
    }
    push_escaped(out, text);
    out.push_str("</span>");
}

/// A token's bytes as hexadecimal pairs, as in `F0 9F 91`.
pub(crate) fn hex(text: &str, boundaries: &[Boundary], index: usize) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::new();
    for byte in &text.as_bytes()[bytes_of(boundaries, index)] {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Chips;
    use crate::tokenizer::{Tokenization, Tokens};

    fn markup(text: &str, tokens: Tokens, with_ids: bool) -> String {
        let result = Tokenization::new(text, tokens);
        let mut out = String::new();
        let ids = with_ids.then_some(&result.ids[..]);
        Chips { text, boundaries: &result.boundaries, ids }.push(&mut out, 0..result.len());
        out
    }

    fn one_token(text: &str) -> String {
        markup(text, Tokens { ids: vec![7], ends: vec![text.len() as u32] }, true)
    }

    #[test]
    fn a_text_cannot_become_markup() {
        assert!(one_token("<b>&\"'").contains("&lt;b&gt;&amp;&quot;'</span>"));
    }

    #[test]
    fn white_space_is_named_by_its_bytes() {
        let chips = one_token(" \r");
        assert!(chips.contains("data-bytes=\"20 0D\" aria-label=\"20 0D\""), "{chips}");
        assert!(chips.contains("&#13;"), "{chips}");
    }

    #[test]
    fn a_long_run_of_spaces_is_one_sign() {
        let chips = one_token(&" ".repeat(83));
        assert!(chips.contains("data-sign=\"·×83\"") && chips.matches("<span").count() == 2, "{chips}");
    }

    #[test]
    fn tokens_that_share_a_character_stand_behind_it() {
        let chips = markup("é", Tokens { ids: vec![1, 2], ends: vec![1, 2] }, true);
        assert!(chips.contains("<span class=\"chips__character\">é</span>"), "{chips}");
        assert!(chips.contains("chip--0 chip--part") && chips.contains("data-bytes=\"A9\""), "{chips}");
    }

    #[test]
    fn what_is_only_looked_at_is_no_choice_and_has_no_name() {
        let chips = markup("é", Tokens { ids: vec![1, 2], ends: vec![1, 2] }, false);
        let part =
            |hue: u32, byte: &str| format!("<span class=\"chip chip--{hue} chip--part\" data-bytes=\"{byte}\"></span>");
        assert!(chips.ends_with(&format!("é</span>{}{}</span>", part(0, "C3"), part(1, "A9"))), "{chips}");
    }
}
