//! The bill: counts times a dated price, or why there is none.

use leptos::prelude::*;

use super::trip::Trip;
use crate::journey::{Billed, ReceiptLine};
use crate::pricing::Evidence;
use crate::ui::Page;
use crate::ui::strings::fill;

/// The bill of this request.
#[component]
pub(super) fn Bill(page: Page, trip: Trip) -> impl IntoView {
    let text = &page.text().bill;
    let content = move || match trip.outcome.with(|outcome| outcome.billed) {
        Billed::All => table(page, trip).into_any(),
        Billed::Nothing => view! { <p>{text.none.as_str()}</p> }.into_any(),
        Billed::Part => view! { <p>{text.part.as_str()}</p> }.into_any(),
        Billed::Unknown => view! { <p>{text.unknown.as_str()}</p> }.into_any(),
    };
    view! {
        <section class="bill" aria-labelledby="bill-title">
            <h3 class="bill__title" id="bill-title">{text.title.as_str()}</h3>
            {content}
        </section>
    }
}

fn table(page: Page, trip: Trip) -> impl IntoView {
    let text = &page.text().bill;
    let line = move |label: &'static str, pick: fn(crate::journey::Receipt) -> ReceiptLine| {
        let receipt = move || trip.receipt().map(pick);
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td>{move || trip.count_words(receipt().map(|line| line.tokens))}</td>
                <td>{move || receipt().map(|line| page.text().decimal(line.price)).unwrap_or_default()}</td>
                <td>{move || receipt().map(|line| amount(page, line.cost())).unwrap_or_default()}</td>
            </tr>
        }
    };
    let badge = Memo::new(move |_| trip.output.get().is_exact());
    view! {
        <table class="bill__table" translate="no">
            <thead>
                <tr>
                    <th scope="col">{text.item.as_str()}</th>
                    <th scope="col">{text.tokens.as_str()}</th>
                    <th scope="col">{text.price.as_str()}</th>
                    <th scope="col">{text.amount.as_str()}</th>
                </tr>
            </thead>
            <tbody>
                {line(text.input.as_str(), |receipt| receipt.input)}
                {line(text.output.as_str(), |receipt| receipt.output)}
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{text.total.as_str()}</th>
                    <td colspan="2">
                        <span class=move || if badge.get() { "badge badge--exact" } else { "badge badge--estimate" }>
                            {move || {
                                let words = &page.text().journey;
                                if badge.get() { words.exact.as_str() } else { words.estimate.as_str() }
                            }}
                        </span>
                    </td>
                    <td class="bill__total">{move || trip.receipt().map(|receipt| amount(page, receipt.total())).unwrap_or_default()}</td>
                </tr>
            </tfoot>
        </table>
        {move || source(page, trip)}
    }
}

/// One amount, or a range where the counts are estimates.
fn amount(page: Page, (least, most): (crate::pricing::Usd, crate::pricing::Usd)) -> String {
    let text = page.text();
    if least == most {
        return text.decimal(least);
    }
    fill(&text.bill.range, &[("low", &text.decimal(least)), ("high", &text.decimal(most))])
}

/// Where the price was read, and when.
fn source(page: Page, trip: Trip) -> impl IntoView {
    let text = page.text();
    trip.model.with(|model| {
        let words = fill(&text.bill.source, &[("model", &model.name), ("date", &model.price.checked)]);
        let evidence = match model.price.evidence {
            Evidence::Documented => text.bill.documented.as_str(),
            Evidence::Reported | Evidence::Unknown => text.bill.reported.as_str(),
        };
        let formatting = model.encoding.is_some().then_some(text.bill.formatting.as_str());
        let note = model.note.clone().map(|note| view! { <p class="evidence" lang="en">{note}</p> });
        view! {
            <p class="evidence">
                <a href=model.price.source.clone() target="_blank" rel="noopener noreferrer">{words}</a>
                ", "
                {evidence}
                ". "
                {formatting}
            </p>
            {note}
        }
    })
}
