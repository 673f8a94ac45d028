//! The token lab: the reader's text, cut into colored tokens.
//!
//! Hooks that host pages and tests rely on: the root is `[data-token-lab]` with `data-state`,
//! `data-encoding` and, while the result of the present text is on screen, `data-token-count`.

mod actions;
mod chip;
mod chips;
mod counts;
mod detail;
mod input;
mod keyboard;
mod notices;
mod window;

use leptos::prelude::*;

use super::parts::live;
use super::{Page, Shared};
use actions::Actions;
use chips::Chips;
use counts::Counts;
use detail::Detail;
use input::{EncodingMenu, TextBox};
use notices::{Notices, Status};

/// The whole lab.
#[component]
pub fn TokenLab(
    /// Words and the precomputed example.
    page: Page,
    /// The reader's request.
    shared: Shared,
) -> impl IntoView {
    let text = &page.text().lab;
    let active = RwSignal::new(None::<usize>);
    let state = live(move || shared.progress.get().name().to_owned());
    let encoding = live(move || shared.request.with(|request| request.encoding.name().to_owned()));
    let count = Signal::derive(move || shared.current().map(|result| result.tokenization.len().to_string()));
    view! {
        <section
            class="lab card"
            aria-labelledby="token-lab-title"
            data-token-lab=""
            data-state=state
            data-encoding=encoding
            data-token-count=count
        >
            <header class="card__header">
                <h2 class="card__title" id="token-lab-title">{text.title}</h2>
                <EncodingMenu page shared/>
            </header>
            <TextBox page shared/>
            <Actions page shared/>
            <Notices page shared/>
            <Counts page shared/>
            <Chips page shared active/>
            <Detail page shared active/>
            <Status page shared/>
        </section>
    }
}
