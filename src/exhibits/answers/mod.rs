//! The matrix: what each provider answers when the same thing goes wrong. It is why no status means one
//! thing everywhere.
//!
//! Every cell is a link that sends the journey there; the journey's present place is marked.

mod words;

use std::cell::RefCell;

use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use super::ExhibitContext;
use super::journey_controls::choose_outcome;
use crate::journey::{Outcome, Provider, Scenario};
use crate::markup::escape;
use crate::pricing::Evidence;
use crate::ui::widgets::{effect, frozen};
use crate::words::fill;
pub use words::Words;

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let text = context.text().exhibits().answers();
    let place = NodeRef::<html::Div>::new();
    let marked = RefCell::new(None::<Element>);
    effect(move || {
        let here = context.journey_with(|journey| (journey.provider, journey.scenario));
        if let Some(table) = place.get() {
            mark(&marked, cell_of(&table, here));
        }
    });
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
                node_ref=place
                inner_html=frozen(|| table(context))
            ></div>
            <p class="evidence">{text.reported()}</p>
            <p class="evidence">{text.choose()}</p>
        </section>
    }
}

/// The cell in which the journey is; none for a request that is paid.
fn cell_of(table: &Element, (provider, scenario): (Provider, Scenario)) -> Option<Element> {
    let selector = format!("[data-provider={}][data-scenario={}]", provider.name(), scenario.name());
    table.query_selector(&selector).ok().flatten()
}

/// Moves the mark to `cell`. Nothing else of the table ever changes, so whatever has the focus keeps it.
fn mark(marked: &RefCell<Option<Element>>, cell: Option<Element>) {
    if let Some(before) = marked.replace(cell.clone()) {
        let _ = before.remove_attribute("aria-current");
    }
    if let Some(cell) = cell {
        let _ = cell.set_attribute("aria-current", "true");
    }
}

fn table(context: ExhibitContext) -> impl IntoView {
    let text = context.text().exhibits().answers();
    let columns: Vec<_> = Provider::ALL
        .iter()
        .map(|&provider| view! { <th scope="col">{context.data().facts.provider(provider).name.clone()}</th> })
        .collect();
    let failures = Scenario::ALL.iter().filter(|&&scenario| scenario != Scenario::Paid);
    let rows: Vec<_> = failures.map(|&scenario| row(context, scenario)).collect();
    view! {
        <table class="comparison answers__table">
            <thead><tr><th scope="col">{text.scenario()}</th>{columns}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn row(context: ExhibitContext, scenario: Scenario) -> impl IntoView {
    let outcome = |&provider: &Provider| context.data().facts.outcome(provider, scenario);
    let cells: Vec<_> = Provider::ALL.iter().map(|provider| cell(context, outcome(provider))).collect();
    view! { <tr><th scope="row">{context.text().scenario(scenario)}</th>{cells}</tr> }
}

fn cell(context: ExhibitContext, outcome: &Outcome) -> impl IntoView {
    let text = context.text().exhibits().answers();
    let status = outcome.status.map_or_else(|| text.unknown().to_owned(), |status| status.to_string());
    let mark = if outcome.sourced.evidence == Evidence::Reported { "*" } else { "" };
    let code = outcome.code.as_deref().map(|code| view! { <code inner_html=breakable(code)></code> });
    let other = outcome.reported_status.as_ref().filter(|(other, _)| Some(*other) != outcome.status);
    let also = other.map(|(other, _)| view! { <small>{fill(text.also(), &[("status", &other.to_string())])}</small> });
    let name = fill(
        text.show(),
        &[
            ("provider", &context.data().facts.provider(outcome.provider).name),
            ("scenario", context.text().scenario(outcome.scenario)),
        ],
    );
    let class = format!("answers__cell answers__cell--{}", outcome.status.map_or(0, |status| status / 100));
    view! {
        <td>
            <a href="#journey" class=class data-provider=outcome.provider.name() data-scenario=outcome.scenario.name()>
                <span class="visually-hidden">{name} " "</span>
                <b>{status + mark}</b>
                {code}
                {also}
            </a>
        </td>
    }
}

/// A code that may break where its words meet.
fn breakable(code: &str) -> String {
    escape(code).replace('_', "_<wbr>")
}
