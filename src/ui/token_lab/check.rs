//! "Check with tiktoken-rs": the reader's own text, counted again by the authority, and compared.

use leptos::prelude::*;

use crate::ui::widgets::{button_when, constant_text, live_bool, live_text};
use crate::ui::{Check, Shared, Wish};
use crate::worker::protocol::{Comparison, Question};

/// The button and what came of it.
#[component]
pub(super) fn Checked(shared: Shared) -> impl IntoView {
    let text = shared.page.text().lab();
    let cannot = live_bool(move || {
        let nothing = shared.current().is_none_or(|result| result.tokenization.is_empty());
        nothing || check_state(shared) == Some(Check::Running)
    });
    let check = move || {
        shared.findings.update(|findings| findings.check = Some(Check::Running));
        shared.want(Wish::Ask(Question::Check));
    };
    let words = live_text(move || match check_state(shared) {
        None => String::new(),
        Some(Check::Running) => text.checking().to_owned(),
        Some(Check::Ended(Comparison::Same)) => {
            let count = shared.result.with(|result| result.tokenization.len() as u32);
            shared.page.text().number().counted(text.check_same(), count)
        }
        Some(Check::Ended(Comparison::Different)) => text.check_different().to_owned(),
        Some(Check::Ended(Comparison::Crashed)) => text.check_crashed().to_owned(),
        Some(Check::Ended(Comparison::Download)) => text.check_download().to_owned(),
    });
    view! {
        <div class="lab__check live-only">
            {button_when("button", constant_text(text.check()), cannot, check)}
            <p class="lab__checked" role="status">{words}</p>
        </div>
    }
}

fn check_state(shared: Shared) -> Option<Check> {
    shared.findings.with(|findings| findings.check)
}
