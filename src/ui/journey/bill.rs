//! The bill: counts times a dated price, or why there is none.

use leptos::prelude::*;

use super::carried::badge;
use super::context::JourneyContext;
use crate::journey::{Billed, OtherPrice, Receipt, ReceiptLine};
use crate::pricing::Evidence;
use crate::ui::widgets::{either, frozen, live_bool, live_text, paragraph};
use crate::words::fill;

/// The bill of this request.
#[component]
pub(super) fn Bill(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().bill();
    let no_bill = live_text(move || {
        let words = match context.outcome().billed {
            Billed::All => "",
            Billed::Nothing => text.none(),
            Billed::Part => text.part(),
            Billed::Unknown => text.unknown(),
        };
        words.to_owned()
    });
    view! {
        <section class="bill" aria-labelledby="bill-title">
            <h3 class="bill__title" id="bill-title">{text.title()}</h3>
            {paragraph("bill__none", no_bill)}
            <div hidden=live_bool(move || context.outcome().billed != Billed::All)>
                <Table context/>
                <Source context/>
            </div>
        </section>
    }
}

#[component]
fn Table(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().bill();
    let row = move |label: &'static str, pick: fn(Receipt) -> ReceiptLine| {
        let cell = move |words: fn(JourneyContext, ReceiptLine) -> String| {
            live_text(move || {
                context.receipt().map(|receipt| words(context, pick(receipt))).unwrap_or_else(|| "…".to_owned())
            })
        };
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td>{cell(|context, line| context.count_words(Some(line.tokens)))}</td>
                <td>{cell(|context, line| context.page.text().number().fraction(line.price))}</td>
                <td>{cell(|context, line| context.plain_amount_words(line.cost()))}</td>
            </tr>
        }
    };
    let total = live_text(move || {
        context.receipt().map(|receipt| context.plain_amount_words(receipt.total())).unwrap_or_else(|| "…".to_owned())
    });
    view! {
        <table class="bill__table">
            <thead inner_html=frozen(|| heads(context))></thead>
            <tbody>
                {row(text.input(), |receipt| receipt.input)}
                {row(text.output(), |receipt| receipt.output)}
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{text.total()}</th>
                    <td colspan="2">{badge(context)}</td>
                    <td class="bill__total">{total}</td>
                </tr>
            </tfoot>
        </table>
    }
}

/// What the columns hold.
fn heads(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().bill();
    view! {
        <tr>
            <th scope="col">{text.item()}</th>
            <th scope="col">{text.tokens()}</th>
            <th scope="col">{text.price()}</th>
            <th scope="col">{text.amount()}</th>
        </tr>
    }
}

/// Where the price was read, and when; conditions of the price.
#[component]
fn Source(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().bill();
    let words = live_text(move || {
        let model = context.model();
        let words = fill(text.source(), &[("model", &model.name), ("date", &model.price.sourced.checked)]);
        words + &context.age_words(&model.price.sourced.checked)
    });
    let evidence = live_text(move || {
        let documented = context.model().price.sourced.evidence == Evidence::Documented;
        format!("({}). ", if documented { text.documented() } else { text.reported() })
    });
    let formatting = either(move || context.is_exact(), text.formatting(), "");
    let note = live_text(move || context.model().note.clone().unwrap_or_default());
    let other_price = live_text(move || {
        context.model().other_price.as_ref().map(|other| other_price_words(context, other)).unwrap_or_default()
    });
    let end = live_text(move || {
        let last = context.model().sold_until.as_deref();
        last.map(|date| fill(text.ends(), &[("provider", &context.provider().name), ("date", date)]))
            .unwrap_or_default()
    });
    view! {
        <p class="evidence">
            <a href=live_text(move || context.model().price.sourced.source.clone()) target="_blank" rel="noopener noreferrer">{words}</a>
            " "
            <span>{evidence}</span>
            <span>{formatting}</span>
        </p>
        {paragraph("evidence", other_price)}
        {paragraph("evidence", end)}
        <div lang="en">{paragraph("evidence", note)}</div>
    }
}

/// The price before or after an announced change.
fn other_price_words(context: JourneyContext, other: &OtherPrice) -> String {
    let (text, number) = (context.page.text().bill(), context.page.text().number());
    let template = if other.is_coming { text.price_then() } else { text.price_before() };
    let (input, output) =
        (number.as_dollars(number.fraction(other.input)), number.as_dollars(number.fraction(other.output)));
    fill(template, &[("date", &other.day), ("input", &input), ("output", &output)])
}
