//! A text too long for a text box: what it is, words to find and replace in it, and ways out of it.
//!
//! The text itself is shown by the chips below, which draw only what is near the reader's eyes.

use leptos::html;
use leptos::prelude::*;

use super::drawn_range::DrawnRange;
use super::is_long;
use crate::ui::widgets::{beginning, button_when, constant_text, live_bool, live_text, on_change};
use crate::ui::{LabResult, Shared, Wish};
use crate::words::fill;
use crate::worker::protocol::Question;

/// Stands where the text box stands for shorter texts.
#[component]
pub(super) fn LongText(
    shared: Shared,
    active: RwSignal<Option<usize>>,
    drawn_range: RwSignal<DrawnRange>,
) -> impl IntoView {
    let text = shared.page.text().long();
    let long = is_long(shared);
    let title = live_text(move || {
        if !long.get() {
            return String::new();
        }
        shared.request.with(|request| {
            let whole = &request.reading.text;
            fill(
                text.title(),
                &[("size", &shared.page.text().number().size(whole.len())), ("words", &beginning(whole))],
            )
        })
    });
    let edit = move || {
        let shown = drawn_range.with_untracked(|drawn_range| drawn_range.blocks.clone());
        let passage = shared.result.with_untracked(|result| passage(result, shown.start, shown.end).to_owned());
        shared.replace_long(passage.into());
    };
    view! {
        <div class="long live-only" hidden=live_bool(move || !long.get())>
            <p class="long__title" dir="auto">{title}</p>
            <p class="long__why">{text.why()}</p>
            <Search shared active/>
            <div class="buttons live-only">{button_when("button", constant_text(text.edit()), live_bool(move || shared.current().is_none()), edit)}</div>
        </div>
    }
}

/// The text of the blocks from `first` up to `last`, which begin and end with whole characters.
fn passage(result: &LabResult, first: usize, last: usize) -> &str {
    let place = |block: usize| {
        let token = result.blocks.get(block.min(result.block_count())).copied().unwrap_or(0);
        result.tokenization.bytes_of(token).start
    };
    let end = if last >= result.block_count() { result.text().len() } else { place(last) };
    result.text().get(place(first)..end).unwrap_or_default()
}

/// Find and replace. The tokenizer holds the text and looks; this asks and goes to the places.
#[component]
fn Search(shared: Shared, active: RwSignal<Option<usize>>) -> impl IntoView {
    let text = shared.page.text().long();
    let (words, other) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let value = |field: NodeRef<html::Input>| field.get_untracked().map(|field| field.value()).unwrap_or_default();
    let at = RwSignal::new(None::<usize>);
    let count = move || shared.findings.with(|findings| findings.found.len());
    let go = move |index: usize| {
        let place = shared.findings.with_untracked(|findings| findings.found.get(index).copied());
        at.set(place.map(|_| index));
        if let Some(place) = place {
            active.set(Some(shared.result.with_untracked(|result| result.token_at(place as usize))));
        }
    };
    on_change(move || shared.findings.with(|findings| findings.ended_searches), move |_| go(0));
    let look = move || {
        at.set(None);
        shared.want(Wish::Ask(Question::Find(value(words))));
    };
    on_change(
        move || shared.result.get(),
        move |_| {
            if !value(words).is_empty() && is_long(shared).get_untracked() {
                look();
            }
        },
    );
    let step = move |forward: bool| {
        let (index, last) = (at.get_untracked().unwrap_or(0), untrack(count).saturating_sub(1));
        go(if forward { if index < last { index + 1 } else { 0 } } else { index.checked_sub(1).unwrap_or(last) });
    };
    let told = live_text(move || match at.get() {
        Some(index) => {
            let number = |number: usize| shared.page.text().number().whole(number as u32);
            fill(text.found(), &[("index", &number(index + 1)), ("count", &number(count()))])
        }
        None if value(words).is_empty() => String::new(),
        None => text.none().to_owned(),
    });
    let nothing = live_bool(move || count() == 0);
    let replace = move || shared.want(Wish::Ask(Question::Replace(value(words), value(other))));
    view! {
        <div class="long__search" role="search">
            <label class="long__field">
                <span>{text.find()}</span>
                <input type="search" autocomplete="off" spellcheck="false" node_ref=words on:input=move |_| look()/>
            </label>
            <div class="buttons live-only">
                {button_when("button", constant_text(text.before()), nothing, move || step(false))}
                {button_when("button", constant_text(text.next()), nothing, move || step(true))}
                <span class="long__told" role="status">{told}</span>
            </div>
            <label class="long__field">
                <span>{text.replace()}</span>
                <input type="text" autocomplete="off" spellcheck="false" node_ref=other/>
            </label>
            <div class="buttons live-only">{button_when("button", constant_text(text.replace_all()), nothing, replace)}</div>
        </div>
    }
}
