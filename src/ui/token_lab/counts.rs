//! Tokens, characters, words and bytes of the text, with the badge that says how they are known.

use leptos::prelude::*;

use crate::ui::widgets::live;
use crate::ui::{LabResult, Page, Shared};

/// The four counts. While a new text is being counted the old numbers stay, faded by the style sheet.
#[component]
pub(super) fn Counts(page: Page, shared: Shared) -> impl IntoView {
    let text = &page.text().lab;
    let number =
        move |pick: fn(&LabResult) -> u32| live(move || page.text().number(shared.result.with(|result| pick(result))));
    let item = |number: Signal<String>, unit: &'static str| {
        view! {
            <div class="counts__item">
                <dt class="counts__unit">{unit}</dt>
                <dd class="counts__number" translate="no">{number}</dd>
            </div>
        }
    };
    view! {
        <dl class="counts">
            <div class="counts__item counts__item--main">
                <dt class="counts__unit">{text.tokens}</dt>
                <dd class="counts__number" translate="no">{number(|r| r.tokenization.len() as u32)}</dd>
                <dd class="badge badge--exact" title=text.exact_why>{text.exact}</dd>
            </div>
            {item(number(|r| r.tokenization.counts.characters), text.characters)}
            {item(number(|r| r.tokenization.counts.words), text.words)}
            {item(number(|r| r.tokenization.counts.bytes), text.bytes)}
        </dl>
    }
}
