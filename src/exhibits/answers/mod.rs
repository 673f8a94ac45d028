//! The matrix: what each provider answers when the same thing goes wrong. It is why no status means one
//! thing everywhere.
//!
//! Every cell is a link that sends the journey there; the journey's present place is marked.

mod words;

use leptos::prelude::*;

use super::ExhibitContext;
use super::journey_controls::choose_outcome;
use crate::journey::{Outcome, Provider, Scenario};
use crate::markup::escape;
use crate::pricing::Evidence;
use crate::ui::widgets::live_text;
use crate::words::fill;
pub use words::Words;

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let text = context.text().exhibits().answers();
    let here = Memo::new(move |_| context.journey_with(|journey| (journey.provider, journey.scenario)));
    view! {
        <section class="answers card" aria-labelledby="answers-title" on:click=choose_outcome>
            <header class="card__header">
                <h3 class="card__title" id="answers-title">{text.title()}</h3>
            </header>
            <div
                class="table"
                role="region"
                tabindex="0"
                aria-label=text.caption()
                inner_html=live_text(move || table(context, here.get()))
            ></div>
            <p class="evidence">{text.reported()}</p>
            <p class="evidence">{text.choose()}</p>
        </section>
    }
}

fn table(context: ExhibitContext, here: (Provider, Scenario)) -> String {
    let text = context.text().exhibits().answers();
    let columns: String = Provider::ALL
        .iter()
        .map(|&provider| format!("<th scope=\"col\">{}</th>", escape(&context.provider(provider).name)))
        .collect();
    let mut out = format!(
        "<table class=\"comparison answers__table\"><thead><tr><th scope=\"col\">{}</th>{columns}</tr></thead><tbody>",
        escape(text.scenario())
    );
    for &scenario in Scenario::ALL.iter().filter(|&&scenario| scenario != Scenario::Paid) {
        out += &format!("<tr><th scope=\"row\">{}</th>", escape(context.text().scenario(scenario)));
        for &provider in Provider::ALL {
            out += &cell(context, context.outcome(provider, scenario), here == (provider, scenario));
        }
        out += "</tr>";
    }
    out + "</tbody></table>"
}

fn cell(context: ExhibitContext, outcome: &Outcome, is_here: bool) -> String {
    let text = context.text().exhibits().answers();
    let status = outcome.status.map_or_else(|| text.unknown().to_owned(), |status| status.to_string());
    let mark = if outcome.sourced.evidence == Evidence::Reported { "*" } else { "" };
    let code = outcome.code.as_deref().map(|code| format!("<code>{}</code>", escape(code).replace('_', "_<wbr>")));
    let other = outcome.reported_status.as_ref().filter(|(other, _)| Some(*other) != outcome.status);
    let also = other
        .map(|(other, _)| format!("<small>{}</small>", escape(&fill(text.also(), &[("status", &other.to_string())]))));
    let name = fill(
        text.show(),
        &[
            ("provider", &context.provider(outcome.provider).name),
            ("scenario", context.text().scenario(outcome.scenario)),
        ],
    );
    format!(
        "<td><a href=\"#journey\" class=\"answers__cell answers__cell--{}\"{} data-provider=\"{}\" data-scenario=\"{}\">\
         <span class=\"visually-hidden\">{} </span><b>{}{mark}</b>{}{}</a></td>",
        outcome.status.map_or(0, |status| status / 100),
        if is_here { " aria-current=\"true\"" } else { "" },
        outcome.provider.name(),
        outcome.scenario.name(),
        escape(&name),
        escape(&status),
        code.unwrap_or_default(),
        also.unwrap_or_default(),
    )
}
