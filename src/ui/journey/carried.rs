//! The text on its way: the reader's own words and how many tokens they are.

use leptos::prelude::*;

use super::context::JourneyContext;
use crate::journey::Count;
use crate::ui::widgets::{beginning, either, live_bool, live_text, paragraph};

/// The request's text, with a way back to the lab.
#[component]
pub(super) fn Carried(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().journey();
    let is_empty = move || context.shared.request.with(|request| request.reading.text.is_empty());
    let label = either(is_empty, text.carrying_empty(), text.carrying());
    let unit = live_text(move || {
        let count = context.input().map_or(0, Count::high);
        context.page.text().number().plural(context.page.text().lab().tokens(), count).to_owned()
    });
    let why = live_text(move || context.why_estimated());
    let rule = live_text(move || context.rule_words());
    view! {
        <div class="carried">
            <p class="carried__line">
                <span class="carried__label">{label}</span>
                " "
                <q class="carried__text" dir="auto" translate="no" hidden=live_bool(is_empty)>
                    {live_text(move || context.shared.request.with(|request| beginning(&request.reading.text)))}
                </q>
            </p>
            <p class="carried__line">
                <span class="carried__count" translate="no">{live_text(move || context.count_words(context.input()))}</span>
                " "
                <span>{unit}</span>
                " "
                {badge(context)}
                " "
                <a class="carried__edit live-only" href="#token-lab">{text.edit()}</a>
            </p>
            {paragraph("carried__why", why)}
            <p class="evidence" hidden=live_bool(move || rule.with(String::is_empty))>
                <a href=live_text(move || context.model().rule.sourced.source.clone()) target="_blank" rel="noopener noreferrer">{rule}</a>
            </p>
        </div>
    }
}

/// Whether the numbers are exact or estimates.
pub(super) fn badge(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().journey();
    let class = either(move || context.is_exact(), "badge badge--exact", "badge badge--estimate");
    let words = either(move || context.is_exact(), text.exact(), text.estimate());
    view! { <span class=class>{words}</span> }
}
