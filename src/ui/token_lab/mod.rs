//! The token lab: the reader's text, cut into colored tokens.
//!
//! Hooks that host pages and tests rely on: the root is `[data-token-lab]` with `data-state`,
//! `data-encoding` and, while the result of the present text is on screen, `data-token-count`.

mod actions;
mod check;
mod chips;
mod counts;
mod detail;
mod drawn_range;
mod incoming;
mod input;
mod keyboard;
mod long_text;
mod models;
mod notices;

use leptos::prelude::*;

use super::Shared;
use super::widgets::{live_bool, live_text};
use actions::Actions;
use check::Checked;
use chips::Chips;
use counts::Counts;
use detail::Detail;
use drawn_range::DrawnRange;
pub use incoming::take_dropped;
use input::{EncodingMenu, TextBox};
use long_text::LongText;
use models::Models;
use notices::{Notices, Status};

/// A longer text is not put into a text box, which would block the page for seconds. It is kept as it
/// is and shown by its tokens.
const LONGEST_EDITABLE_BYTES: usize = 256 * 1024;

/// More is refused: the page would need several times as much memory.
pub(super) const MOST_MEGABYTES: usize = 64;

/// Whether the text is too long for the text box.
fn is_long(shared: Shared) -> Signal<bool> {
    live_bool(move || shared.request.with(|request| request.reading.text.len() > LONGEST_EDITABLE_BYTES))
}

/// The whole lab.
#[component]
pub fn TokenLab(
    /// The reader's request.
    shared: Shared,
) -> impl IntoView {
    let text = shared.page.text().lab();
    let active = RwSignal::new(None::<usize>);
    let drawn_range = RwSignal::new(DrawnRange::first(shared.result.with_untracked(|result| result.block_count())));
    let state = live_text(move || shared.progress.get().name().to_owned());
    let encoding = live_text(move || shared.request.with(|request| request.reading.encoding.name().to_owned()));
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
                <h2 class="card__title" id="token-lab-title">{text.title()}</h2>
                <EncodingMenu shared/>
            </header>
            <TextBox shared/>
            <LongText shared active drawn_range/>
            <Actions shared/>
            <Notices shared/>
            <Counts shared/>
            <Chips shared active drawn_range/>
            <Detail shared active/>
            <Checked shared/>
            <Models shared/>
            <Status shared/>
        </section>
    }
}
