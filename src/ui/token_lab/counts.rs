//! Tokens, characters, words and bytes of the text, with the badge that says how they are known.

use leptos::prelude::*;

use crate::ui::widgets::live_text;
use crate::ui::{LabResult, Shared};
use crate::words::Forms;

/// The four counts. While a new text is being counted the old numbers stay, faded by the style sheet.
#[component]
pub(super) fn Counts(shared: Shared) -> impl IntoView {
    let text = shared.page.text().lab();
    let pair = move |pick: fn(&LabResult) -> u32, unit: Forms| {
        let count = move || shared.result.with(|result| pick(result));
        let number = shared.page.text().number();
        (live_text(move || number.plural(unit, count()).to_owned()), live_text(move || number.whole(count())))
    };
    let tokens = pair(|r| r.tokenization.len() as u32, text.tokens());
    let item = |(unit, number): (Signal<String>, Signal<String>)| {
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
                <dt class="counts__unit">{tokens.0}</dt>
                <dd class="counts__number" translate="no">{tokens.1}</dd>
                <dd class="badge badge--exact" title=text.exact_why()>{text.exact()}</dd>
            </div>
            {item(pair(|r| r.tokenization.counts.characters, text.characters()))}
            {item(pair(|r| r.tokenization.counts.words, text.words()))}
            {item(pair(|r| r.tokenization.counts.bytes, text.bytes()))}
        </dl>
    }
}
