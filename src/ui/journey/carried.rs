//! The text on its way: the reader's own words and how many tokens they are.

use leptos::prelude::*;

use super::trip::Trip;
use crate::ui::{Page, Shared};

/// So many characters of the text are shown.
const EXCERPT: usize = 90;

/// The request's text, with a way back to the lab.
#[component]
pub(super) fn Carried(page: Page, shared: Shared, trip: Trip) -> impl IntoView {
    let text = &page.text().journey;
    let excerpt = move || shared.request.with(|request| shorten(&request.text));
    let empty = move || shared.request.with(|request| request.text.is_empty());
    let exact = Memo::new(move |_| trip.input.get().is_none_or(|count| count.is_exact()));
    let why = move || {
        (!exact.get()).then(|| {
            let words = crate::ui::strings::fill(&text.estimate_why, &[("provider", &trip.provider().name)]);
            view! { <p class="carried__why">{words}</p> }
        })
    };
    view! {
        <div class="carried">
            <p class="carried__line">
                <span class="carried__label">{move || if empty() { text.carrying_empty.as_str() } else { text.carrying.as_str() }}</span>
                " "
                <q class="carried__text" dir="auto" translate="no" hidden=empty>{excerpt}</q>
            </p>
            <p class="carried__line">
                <span class="carried__count" translate="no">{move || trip.count_words(trip.input.get())}</span>
                " "
                <span>{page.text().lab.tokens.as_str()}</span>
                " "
                <span class=move || if exact.get() { "badge badge--exact" } else { "badge badge--estimate" }>
                    {move || if exact.get() { text.exact.as_str() } else { text.estimate.as_str() }}
                </span>
                " "
                <a class="carried__edit" href="#token-lab-text">{text.edit.as_str()}</a>
            </p>
            {why}
        </div>
    }
}

/// The beginning of a text, on one line.
fn shorten(text: &str) -> String {
    let mut short: String = text.chars().take(EXCERPT).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(EXCERPT).is_some() {
        short.push('…');
    }
    short
}
