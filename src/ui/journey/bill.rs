//! The bill: counts times a dated price, or why there is none.

use leptos::prelude::*;

use super::carried::badge;
use super::context::JourneyContext;
use crate::journey::{Billed, OtherPrice, Receipt, ReceiptLine};
use crate::pricing::Evidence;
use crate::ui::Page;
use crate::ui::widgets::{either, flag, frozen, line, live};
use crate::words::fill;

/// The bill of this request.
#[component]
pub(super) fn Bill(page: Page, context: JourneyContext) -> impl IntoView {
    let text = page.text().bill();
    let no_bill = live(move || {
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
            {line("bill__none", no_bill)}
            <div hidden=flag(move || context.outcome().billed != Billed::All)>
                <Table page context/>
                <Source page context/>
            </div>
        </section>
    }
}

#[component]
fn Table(page: Page, context: JourneyContext) -> impl IntoView {
    let text = page.text().bill();
    let row = move |label: &'static str, pick: fn(Receipt) -> ReceiptLine| {
        let cell = move |words: fn(Page, JourneyContext, ReceiptLine) -> String| {
            live(move || {
                context.receipt().map(|receipt| words(page, context, pick(receipt))).unwrap_or_else(|| "…".to_owned())
            })
        };
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td>{cell(|_, context, line| context.count_words(Some(line.tokens)))}</td>
                <td>{cell(|page, _, line| page.text().number().fraction(line.price))}</td>
                <td>{cell(|_, context, line| context.plain_amount_words(line.cost()))}</td>
            </tr>
        }
    };
    let total = live(move || {
        context.receipt().map(|receipt| context.plain_amount_words(receipt.total())).unwrap_or_else(|| "…".to_owned())
    });
    view! {
        <table class="bill__table">
            <thead inner_html=frozen(|| heads(page))></thead>
            <tbody>
                {row(text.input(), |receipt| receipt.input)}
                {row(text.output(), |receipt| receipt.output)}
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{text.total()}</th>
                    <td colspan="2">{badge(page, context)}</td>
                    <td class="bill__total">{total}</td>
                </tr>
            </tfoot>
        </table>
    }
}

/// What the columns hold.
fn heads(page: Page) -> impl IntoView {
    let text = page.text().bill();
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
fn Source(page: Page, context: JourneyContext) -> impl IntoView {
    let text = page.text().bill();
    let words = live(move || {
        let model = context.model();
        let words = fill(text.source(), &[("model", &model.name), ("date", &model.price.sourced.checked)]);
        words + &context.age_words(&model.price.sourced.checked)
    });
    let evidence = live(move || {
        let documented = context.model().price.sourced.evidence == Evidence::Documented;
        format!("({}). ", if documented { text.documented() } else { text.reported() })
    });
    let formatting = either(move || context.is_exact(), text.formatting(), "");
    let note = live(move || context.model().note.clone().unwrap_or_default());
    let other_price = live(move || {
        context.model().other_price.as_ref().map(|other| other_price_words(page, other)).unwrap_or_default()
    });
    let end = live(move || {
        let last = context.model().sold_until.as_deref();
        last.map(|date| fill(text.ends(), &[("provider", &context.provider().name), ("date", date)]))
            .unwrap_or_default()
    });
    view! {
        <p class="evidence">
            <a href=live(move || context.model().price.sourced.source.clone()) target="_blank" rel="noopener noreferrer">{words}</a>
            " "
            <span>{evidence}</span>
            <span>{formatting}</span>
        </p>
        {line("evidence", other_price)}
        {line("evidence", end)}
        <div lang="en">{line("evidence", note)}</div>
    }
}

/// The price before or after an announced change.
fn other_price_words(page: Page, other: &OtherPrice) -> String {
    let (text, number) = (page.text().bill(), page.text().number());
    let template = if other.is_coming { text.price_then() } else { text.price_before() };
    let (input, output) =
        (number.as_dollars(number.fraction(other.input)), number.as_dollars(number.fraction(other.output)));
    fill(template, &[("date", &other.day), ("input", &input), ("output", &output)])
}
