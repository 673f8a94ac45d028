//! Messages about the text, written once each, and the status line for screen readers.

use std::time::Duration;

use leptos::prelude::*;

use crate::credentials;
use crate::request::LONGEST_LINK_BYTES;
use crate::ui::strings::fill;
use crate::ui::{Notice, Page, Progress, Shared};
use crate::worker::protocol::Failure;

/// Everything there is to tell at the moment.
#[component]
pub(super) fn Notices(page: Page, shared: Shared) -> impl IntoView {
    let issuer = Memo::new(move |_| {
        shared.request.with(|request| credentials::detect(&request.text).first().map(|found| found.issuer.name))
    });
    let secret = move || issuer.get().map(|name| message("warn", fill(&page.text().notice.secret, &[("issuer", name)])));
    let surrogate = move || shared.lone_surrogate.get().then(|| message("warn", page.text().notice.surrogate.clone()));
    let progress = move || progress_view(page, shared, shared.progress.get());
    let notice = move || shared.notice.get().map(|notice| notice_view(page, shared, notice));
    view! { <div class="notices" aria-live="polite">{secret}{surrogate}{progress}{notice}</div> }
}

fn message(kind: &'static str, words: String) -> impl IntoView {
    view! { <p class=format!("notice notice--{kind}")>{words}</p> }
}

fn progress_view(page: Page, shared: Shared, progress: Progress) -> Option<AnyView> {
    let text = page.text();
    let failure = match progress {
        Progress::Static | Progress::Ready | Progress::Busy => return None,
        Progress::Loading(percent) => {
            let encoding = shared.request.with(|request| request.encoding.name());
            let words = fill(&text.lab.loading, &[("encoding", encoding), ("percent", &percent.to_string())]);
            return Some(
                view! {
                    <p class="notice notice--progress">
                        <span>{words}</span>
                        <progress max="100" value=percent aria-hidden="true"></progress>
                    </p>
                }
                .into_any(),
            );
        }
        Progress::Failed(failure) => failure,
    };
    let words = match failure {
        Failure::Download => &text.notice.download,
        Failure::Damaged => &text.notice.damaged,
        Failure::Crashed => &text.notice.crashed,
    };
    Some(
        view! {
            <div class="notice notice--fail" role="alert">
                <p>{words.as_str()}</p>
                <button type="button" class="button" on:click=move |_| shared.retries.update(|times| *times += 1)>
                    {text.notice.retry.as_str()}
                </button>
            </div>
        }
        .into_any(),
    )
}

fn notice_view(page: Page, shared: Shared, notice: Notice) -> impl IntoView {
    let text = &page.text().notice;
    let close = move |_| shared.notice.set(None);
    let (kind, words) = match &notice {
        Notice::LinkCopied => ("good", text.link_copied.clone()),
        Notice::LinkReady(_) => ("good", text.link_ready.clone()),
        Notice::LinkSecret => ("warn", text.link_secret.clone()),
        Notice::LinkTooLong => {
            let limit = page.text().number(LONGEST_LINK_BYTES as u32);
            ("warn", fill(&text.link_too_long, &[("limit", &limit)]))
        }
        Notice::LinkBad(fields) => {
            let names: Vec<_> = fields.iter().map(|field| field.name()).collect();
            ("warn", fill(&text.link_bad, &[("names", &names.join(", "))]))
        }
        Notice::LinkReplaced(_) => ("good", text.link_replaced.clone()),
    };
    let more = match notice {
        Notice::LinkReady(link) => {
            view! { <input class="notice__link" readonly=true value=link aria-label=text.link_ready.as_str()/> }.into_any()
        }
        Notice::LinkReplaced(before) => {
            let bring_back = move |_| {
                shared.rewrite_text(&before);
                shared.notice.set(None);
            };
            view! { <button type="button" class="button" on:click=bring_back>{text.bring_back.as_str()}</button> }.into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <div class=format!("notice notice--{kind}")>
            <p>{words}</p>
            {more}
            <button type="button" class="button" on:click=close>{text.dismiss.as_str()}</button>
        </div>
    }
}

/// How long the text must rest before its count is read out.
const REST: Duration = Duration::from_millis(700);

/// One polite line with the counts; it waits until the reader pauses.
#[component]
pub(super) fn Status(page: Page, shared: Shared) -> impl IntoView {
    let line = RwSignal::new(String::new());
    Effect::new(move |before: Option<()>| {
        let words = shared.result.with(|result| {
            let text = page.text();
            let tokens = text.number(result.tokenization.len() as u32);
            let characters = text.number(result.tokenization.counts.characters);
            fill(&text.lab.status, &[("tokens", &tokens), ("characters", &characters)])
        });
        if before.is_some()
            && let Ok(timer) = set_timeout_with_handle(move || line.set(words), REST)
        {
            on_cleanup(move || timer.clear());
        }
    });
    view! { <p class="visually-hidden" role="status">{line}</p> }
}
