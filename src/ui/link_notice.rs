//! What there is to tell about links: copied, refused, read with losses. It stands over whatever
//! figure the page has.

use leptos::prelude::*;

use super::token_lab::MOST_MEGABYTES;
use super::widgets::{button, live_bool, live_text};
use super::{Notice, Shared};
use crate::request::LONGEST_LINK_BYTES;
use crate::words::fill;

/// What is told once and can be closed.
#[component]
pub fn LinkNotice(
    /// Holds the notice.
    shared: Shared,
) -> impl IntoView {
    let text = shared.page.text().notice();
    let notice = shared.notice;
    let words = live_text(move || {
        notice.with(|notice| notice.as_ref().map(|notice| words_of(shared, notice)).unwrap_or_default())
    });
    let class = live_text(move || {
        let good = notice.with(|n| {
            matches!(
                n,
                Some(Notice::LinkCopied | Notice::LinkReady(_) | Notice::LinkReplaced(_) | Notice::LongReplaced(_))
            )
        });
        (if good { "notice notice--good" } else { "notice notice--warn" }).to_owned()
    });
    let link = live_text(move || {
        notice.with(|n| if let Some(Notice::LinkReady(link)) = n { link.clone() } else { String::new() })
    });
    let no_link = live_bool(move || link.with(String::is_empty));
    let keeps_text =
        live_bool(move || notice.with(|n| matches!(n, Some(Notice::LinkReplaced(_) | Notice::LongReplaced(_)))));
    let bring_back = move || {
        if let Some(Notice::LinkReplaced(before) | Notice::LongReplaced(before)) = notice.get_untracked() {
            shared.set_text(before);
        }
        notice.set(None);
    };
    view! {
        <div class=class role="status" hidden=live_bool(move || words.with(String::is_empty))>
            <p>{words}</p>
            <input class="notice__link" readonly=true value=link hidden=no_link aria-label=text.link_ready()/>
            <div class="buttons live-only">
                <span hidden=live_bool(move || !keeps_text.get())>
                    {button("button", text.bring_back(), bring_back)}
                </span>
                {button("button", text.dismiss(), move || notice.set(None))}
            </div>
        </div>
    }
}

fn words_of(shared: Shared, notice: &Notice) -> String {
    let (text, number) = (shared.page.text().notice(), shared.page.text().number());
    match notice {
        Notice::LinkCopied => text.link_copied().to_owned(),
        Notice::LinkReady(_) => text.link_ready().to_owned(),
        Notice::LinkSecret => text.link_secret().to_owned(),
        Notice::LinkReplaced(_) => text.link_replaced().to_owned(),
        Notice::LongReplaced(_) => text.long_replaced().to_owned(),
        Notice::NotText => text.not_text().to_owned(),
        Notice::TooMuch => fill(text.too_much(), &[("limit", &number.as_megabytes(MOST_MEGABYTES as u32))]),
        Notice::LinkTooLong => number.counted(text.link_too_long(), LONGEST_LINK_BYTES as u32),
        Notice::LinkBad(fields) => {
            let names: Vec<_> = fields.iter().map(|field| field.name()).collect();
            fill(text.link_bad(), &[("names", &names.join(number.list()))])
        }
    }
}
