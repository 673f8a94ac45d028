//! One block of tokens as colored chips, as markup.
//!
//! 1. Segments of the block become chips; tokens that share a character share its place.
//! 2. Characters that cannot be seen get a sign beside them.
//!
//! A block is hundreds of elements. As one piece of markup, which a browser reads at once, it is on
//! screen several times sooner than as elements made one by one, and the app is smaller.
//!
//! Signs for white space, ids and bytes are drawn by the style sheet from attributes, so that the
//! text content of the chips is exactly the reader's text, but for NUL, which HTML cannot hold.

use std::ops::Range;

use crate::markup::push_escaped;
use crate::tokenizer::{Glyph, Segment, glyphs, segments, stretch};
use crate::ui::LabResult;

/// The number of colors, which repeat; neighbours always differ.
const HUES: usize = 6;

/// The tokens of `range`, which begins and ends with whole segments.
pub(super) fn block(result: &LabResult, range: Range<usize>) -> String {
    let mut out = "<div class=\"chips__block\" role=\"presentation\">".to_owned();
    for segment in segments(&result.tokenization, range) {
        push_segment(&mut out, result, &segment);
    }
    out.push_str("</div>");
    out
}

fn push_segment(out: &mut String, result: &LabResult, segment: &Segment) {
    let text = stretch(result.text(), segment.bytes.clone());
    if segment.is_shared() {
        out.push_str("<span class=\"chips__shared\" role=\"presentation\"><span class=\"chips__character\">");
        push_escaped(out, text);
        out.push_str("</span>");
        for index in segment.tokens.clone() {
            open_chip(out, result, index, " chip--part", true);
            out.push_str("</span>");
        }
    } else {
        // A token of nothing but white space has no name to be read out; its bytes are one.
        open_chip(out, result, segment.tokens.start, "", text.trim().is_empty());
        push_glyphs(out, text);
    }
    out.push_str("</span>");
}

fn open_chip(out: &mut String, result: &LabResult, index: usize, kind: &str, named_by_bytes: bool) {
    let range = result.tokenization.bytes_of(index);
    out.push_str("<span class=\"chip chip--");
    out.push_str(&(index % HUES).to_string());
    out.push_str(kind);
    out.push_str("\" role=\"option\" aria-selected=\"false");
    let numbers = [
        ("\" id=\"token-", index),
        ("\" data-token-id=\"", result.tokenization.ids[index] as usize),
        ("\" data-start=\"", range.start),
        ("\" data-end=\"", range.end),
    ];
    for (attribute, number) in numbers {
        out.push_str(attribute);
        out.push_str(&number.to_string());
    }
    if named_by_bytes {
        let bytes = hex(result, index);
        for attribute in ["\" aria-label=\"", "\" data-bytes=\""] {
            out.push_str(attribute);
            out.push_str(&bytes);
        }
    }
    out.push_str("\">");
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
pub(super) fn hex(result: &LabResult, index: usize) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::new();
    for byte in &result.text().as_bytes()[result.tokenization.bytes_of(index)] {
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
    use super::block;
    use crate::tokenizer::{Reading, Tokenization, Tokens};
    use crate::ui::LabResult;

    fn result(text: &str, tokens: Tokens) -> LabResult {
        let reading = Reading { text: text.into(), ..Reading::default() };
        LabResult::new(reading, Tokenization::new(text, tokens))
    }

    fn one_token(text: &str) -> String {
        let tokens = Tokens { ids: vec![7], ends: vec![text.len() as u32] };
        block(&result(text, tokens), 0..1)
    }

    #[test]
    fn a_text_cannot_become_markup() {
        assert!(one_token("<b>&\"'").contains("&lt;b&gt;&amp;&quot;'</span>"));
    }

    #[test]
    fn white_space_is_named_by_its_bytes() {
        let block = one_token(" \r");
        assert!(block.contains("aria-label=\"20 0D\" data-bytes=\"20 0D\""), "{block}");
        assert!(block.contains("&#13;"), "{block}");
    }

    #[test]
    fn a_long_run_of_spaces_is_one_sign() {
        let block = one_token(&" ".repeat(83));
        assert!(block.contains("data-sign=\"·×83\"") && block.matches("<span").count() == 2, "{block}");
    }

    #[test]
    fn tokens_that_share_a_character_stand_behind_it() {
        let tokens = Tokens { ids: vec![1, 2], ends: vec![1, 2] };
        let block = block(&result("é", tokens), 0..2);
        assert!(block.contains("<span class=\"chips__character\">é</span>"), "{block}");
        assert!(block.contains("chip--0 chip--part") && block.contains("data-bytes=\"A9\""), "{block}");
    }
}
