//! What is known of the chosen token: its place, id and bytes.

use leptos::prelude::*;

use crate::tokenizer::{segments, stretch};
use crate::ui::widgets::chips::hex;
use crate::ui::widgets::{live_text, paragraph};
use crate::ui::{LabResult, Shared};
use crate::words::fill;

/// One line under the chips.
#[component]
pub(super) fn Detail(shared: Shared, active: RwSignal<Option<usize>>) -> impl IntoView {
    let words = live_text(move || {
        shared.result.with(|result| {
            let index = active.get().filter(|&index| index < result.tokenization.len());
            index.map_or_else(|| shared.page.text().lab().pick().to_owned(), |index| describe(shared, result, index))
        })
    });
    paragraph("lab__detail", words)
}

fn describe(shared: Shared, result: &LabResult, index: usize) -> String {
    let text = shared.page.text();
    let character = shared_character(result, index);
    let template = if character.is_some() { text.lab().detail_shared() } else { text.lab().detail() };
    fill(
        template,
        &[
            ("index", &text.number().whole(index as u32 + 1)),
            ("count", &text.number().whole(result.tokenization.len() as u32)),
            ("id", &result.tokenization.ids[index].to_string()),
            ("bytes", &hex(result.text(), &result.tokenization.boundaries, index)),
            ("character", character.unwrap_or_default()),
        ],
    )
}

/// The characters that token `index` shares with its neighbours, if it does.
fn shared_character(result: &LabResult, index: usize) -> Option<&str> {
    let boundaries = &result.tokenization.boundaries;
    let mut first = index;
    while first > 0 && boundaries[first - 1].inside_character() {
        first -= 1;
    }
    let segment = segments(boundaries, first..boundaries.len()).next()?;
    segment.is_shared().then(|| stretch(result.text(), segment.bytes))
}
