//! One block of tokens as colored chips.
//!
//! Signs for white space, ids and bytes are drawn by the style sheet from attributes, so that the
//! text content of the chips is exactly the reader's text.

use std::ops::Range;

use leptos::either::Either;
use leptos::prelude::*;

use crate::tokenizer::{Glyph, Segment, glyphs, segments};
use crate::ui::LabResult;

/// Colors repeat after so many tokens; neighbours always differ.
const HUES: usize = 6;

/// The tokens of `range`, which begins and ends with whole segments.
pub(super) fn block(result: &LabResult, range: Range<usize>) -> impl IntoView + use<> {
    let chips: Vec<_> = segments(&result.tokenization, range).map(|segment| segment_view(result, &segment)).collect();
    view! { <div class="chips__block" role="presentation">{chips}</div> }
}

fn segment_view(result: &LabResult, segment: &Segment) -> impl IntoView + use<> {
    let text = &result.text[segment.bytes.clone()];
    if !segment.is_shared() {
        let index = segment.tokens.start;
        // A token of nothing but white space has no name to be read out; its bytes are one.
        let bytes = text.trim().is_empty().then(|| hex(result, index));
        return Either::Left(chip(result, index, false, bytes, glyph_views(text)));
    }
    let parts: Vec<_> =
        segment.tokens.clone().map(|index| chip(result, index, true, Some(hex(result, index)), ())).collect();
    Either::Right(view! {
        <span class="chips__shared" role="presentation">
            <span class="chips__character">{text.to_owned()}</span>
            {parts}
        </span>
    })
}

fn chip<V: IntoView + 'static>(
    result: &LabResult,
    index: usize,
    part: bool,
    bytes: Option<String>,
    text: V,
) -> impl IntoView + use<V> {
    let range = result.tokenization.bytes_of(index);
    let part = if part { " chip--part" } else { "" };
    view! {
        <span
            class=format!("chip chip--{}{part}", index % HUES)
            id=format!("token-{index}")
            role="option"
            aria-selected="false"
            data-token-id=result.tokenization.ids[index].to_string()
            data-start=range.start.to_string()
            data-end=range.end.to_string()
            aria-label=bytes.clone()
            data-bytes=bytes
        >
            {text}
        </span>
    }
}

/// The text with a sign beside each character that cannot be seen.
fn glyph_views(text: &str) -> impl IntoView + use<> {
    let views: Vec<_> = glyphs(text).into_iter().map(glyph_view).collect();
    views
}

fn glyph_view(glyph: Glyph<'_>) -> impl IntoView + use<> {
    match glyph {
        Glyph::Plain(text) => Either::Left(text.to_owned()),
        Glyph::Sign { text, sign } => {
            let class = if text == "\n" { "sign sign--line" } else { "sign" };
            Either::Right(view! { <span class=class data-sign=sign.to_string()>{text.to_owned()}</span> })
        }
    }
}

/// A token's bytes as hexadecimal pairs, as in `F0 9F 91`.
pub(super) fn hex(result: &LabResult, index: usize) -> String {
    let bytes = &result.text.as_bytes()[result.tokenization.bytes_of(index)];
    bytes.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(" ")
}
