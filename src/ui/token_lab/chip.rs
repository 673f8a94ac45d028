//! One block of tokens as colored chips.
//!
//! Signs for white space, ids and bytes are drawn by the style sheet from attributes, so that the
//! text content of the chips is exactly the reader's text.

use std::ops::Range;

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

fn segment_view(result: &LabResult, segment: &Segment) -> AnyView {
    let text = &result.text[segment.bytes.clone()];
    if !segment.is_shared() {
        return chip(result, segment.tokens.start, None, glyph_views(text)).into_any();
    }
    let parts: Vec<_> = segment
        .tokens
        .clone()
        .map(|index| chip(result, index, Some(hex(result, index)), Vec::new()))
        .collect();
    view! {
        <span class="chips__shared" role="presentation">
            <span class="chips__character">{glyph_views(text)}</span>
            {parts}
        </span>
    }
    .into_any()
}

fn chip(result: &LabResult, index: usize, bytes: Option<String>, text: Vec<AnyView>) -> impl IntoView + use<> {
    let range = result.tokenization.bytes_of(index);
    view! {
        <span
            class=format!("chip chip--{}", index % HUES)
            class:chip--part=bytes.is_some()
            id=format!("token-{index}")
            role="option"
            aria-selected="false"
            data-token-id=result.tokenization.ids[index]
            data-start=range.start
            data-end=range.end
            data-bytes=bytes
        >
            {text}
        </span>
    }
}

fn glyph_views(text: &str) -> Vec<AnyView> {
    glyphs(text)
        .into_iter()
        .map(|glyph| match glyph {
            Glyph::Plain(text) => text.to_owned().into_any(),
            Glyph::Sign { text, sign } => {
                let line = text == "\n";
                view! { <span class="sign" class:sign--line=line data-sign=sign.to_string()>{text.to_owned()}</span> }
                    .into_any()
            }
        })
        .collect()
}

/// A token's bytes as hexadecimal pairs, as in `F0 9F 91`.
pub(super) fn hex(result: &LabResult, index: usize) -> String {
    let bytes = &result.text.as_bytes()[result.tokenization.bytes_of(index)];
    bytes.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(" ")
}
