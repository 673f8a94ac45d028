//! Tokens, characters, words and bytes of the text, with the badge that says how they are known.

use leptos::prelude::*;

use crate::ui::{LabResult, Page, Shared};

/// The four counts. While a new text is being counted the old numbers stay, faded by the style sheet.
#[component]
pub(super) fn Counts(page: Page, shared: Shared) -> impl IntoView {
    let text = &page.text().lab;
    let number = move |pick: fn(&LabResult) -> u32| {
        move || page.text().number(shared.result.with(|result| pick(result)))
    };
    view! {
        <dl class="counts">
            <div class="counts__item counts__item--main">
                <dd class="counts__number" translate="no">{number(|r| r.tokenization.len() as u32)}</dd>
                <dt class="counts__unit">{text.tokens.as_str()}</dt>
                <dd class="badge badge--exact" title=text.exact_why.as_str()>{text.exact.as_str()}</dd>
            </div>
            <div class="counts__item">
                <dd class="counts__number" translate="no">{number(|r| r.tokenization.counts.characters)}</dd>
                <dt class="counts__unit">{text.characters.as_str()}</dt>
            </div>
            <div class="counts__item">
                <dd class="counts__number" translate="no">{number(|r| r.tokenization.counts.words)}</dd>
                <dt class="counts__unit">{text.words.as_str()}</dt>
            </div>
            <div class="counts__item">
                <dd class="counts__number" translate="no">{number(|r| r.tokenization.counts.bytes)}</dd>
                <dt class="counts__unit">{text.bytes.as_str()}</dt>
            </div>
        </dl>
    }
}
