//! Messages about the text, written once each, and the status line for screen readers.

use std::cell::Cell;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::is_long;
use crate::credentials;
use crate::tokenizer::stretch;
use crate::ui::widgets::{button, live_bool, live_text, on_change, paragraph};
use crate::ui::{Progress, Shared, Wish};
use crate::words::fill;
use crate::worker::protocol::Failure;

/// How much of a text is looked through for secrets: all of a very long one would block the page.
const LOOKED_THROUGH_BYTES: usize = 1 << 20;

fn looked_through(text: &str) -> &str {
    stretch(text, 0..text.floor_char_boundary(LOOKED_THROUGH_BYTES))
}

/// Everything there is to tell at the moment. Each message has its place and is absent while it has
/// no words.
#[component]
pub(super) fn Notices(shared: Shared) -> impl IntoView {
    let text = shared.page.text().notice();
    let secret = live_text(move || {
        let issuer = shared
            .request
            .with(|r| credentials::detect(looked_through(&r.reading.text)).first().map(|found| found.issuer.name));
        issuer.map(|name| fill(text.secret(), &[("issuer", name)])).unwrap_or_default()
    });
    let surrogate =
        live_text(move || if shared.lone_surrogate.get() { text.surrogate().to_owned() } else { String::new() });
    view! {
        <div class="notices" aria-live="polite">
            {paragraph("notice notice--warn", secret)}
            {paragraph("notice notice--warn", surrogate)}
            <Waiting shared/>
            <Failed shared/>
        </div>
    }
}

/// How much of the vocabulary has arrived, or of a long text has been counted.
#[component]
fn Waiting(shared: Shared) -> impl IntoView {
    let text = shared.page.text().lab();
    let long = is_long(shared);
    let percent = move || match shared.progress.get() {
        Progress::Loading(percent) => Some(percent),
        Progress::Busy(percent) if long.get() => Some(percent),
        _ => None,
    };
    let words = live_text(move || {
        let encoding = shared.request.with(|request| request.reading.encoding.name());
        let loading = matches!(shared.progress.get(), Progress::Loading(_));
        let template = if loading { text.loading() } else { text.counting() };
        let filled = |percent: u32| {
            fill(template, &[("encoding", encoding), ("percent", &shared.page.text().number().as_percent(percent))])
        };
        percent().map(filled).unwrap_or_default()
    });
    let value = live_text(move || percent().unwrap_or(0).to_string());
    view! {
        <div class="notice notice--progress" hidden=live_bool(move || percent().is_none())>
            <p>{words}</p>
            <progress max="100" value=value aria-hidden="true"></progress>
            <div class="buttons live-only" hidden=live_bool(move || !long.get())>
                {button("button", text.cancel(), move || shared.want(Wish::Stop))}
            </div>
        </div>
    }
}

/// Why there is no result, and a way to try again.
#[component]
fn Failed(shared: Shared) -> impl IntoView {
    let text = shared.page.text().notice();
    let words = live_text(move || {
        let words = match shared.progress.get() {
            Progress::Failed(Failure::Download) => text.download(),
            Progress::Failed(Failure::Damaged) => text.damaged(),
            Progress::Failed(Failure::Crashed) => text.crashed(),
            Progress::Failed(Failure::Cancelled) => text.cancelled(),
            _ => "",
        };
        words.to_owned()
    });
    let retry = move || shared.want(Wish::Retry);
    view! {
        <div class="notice notice--fail" role="alert" hidden=live_bool(move || words.with(String::is_empty))>
            <p>{words}</p>
            {button("button", text.retry(), retry)}
        </div>
    }
}

/// How long the text must rest before its count is read out.
const REST: Duration = Duration::from_millis(700);

/// One polite line with the counts; it waits until the reader pauses.
#[component]
pub(super) fn Status(shared: Shared) -> impl IntoView {
    let line = RwSignal::new(String::new());
    let waiting = Cell::new(None::<TimeoutHandle>);
    on_change(
        move || shared.result.get(),
        move |result| {
            let text = shared.page.text();
            let tokens = text.number().counted(text.lab().status_tokens(), result.tokenization.len() as u32);
            let characters =
                text.number().counted(text.lab().status_characters(), result.tokenization.counts.characters);
            let words = fill(text.lab().status(), &[("tokens", &tokens), ("characters", &characters)]);
            let timer = set_timeout_with_handle(move || line.set(words), REST).ok();
            if let Some(earlier) = waiting.replace(timer) {
                earlier.clear();
            }
        },
    );
    view! { <p class="visually-hidden" role="status">{live_text(move || line.get())}</p> }
}
