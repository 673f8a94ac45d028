//! All models side by side. Only the rows are written as a string: the heads are buttons, which keep the focus while
//! the rows change their places.

use leptos::html;
use leptos::prelude::*;

use super::bill::{month, one};
use super::state::{CostState, Priced};
use crate::exhibits::markup::live_markup;
use crate::exhibits::proof::evidence_link;
use crate::journey::cost::{Column, Offer, Quote, Tariff, Times};
use crate::markup::escape;
use crate::pricing::{PricePerMtok, Usd};
use crate::ui::widgets::live_text;
use crate::words::fill;

pub(super) fn table(state: CostState) -> impl IntoView {
    let text = state.text();
    let (rows, first) = live_markup::<html::Tbody>(live_text(move || rows(state)));
    view! {
        <div class="table" role="region" tabindex="0" aria-label=text.models_caption()>
            <table class="comparison cost__models">
                <caption>{text.models_caption()}</caption>
                <thead>
                    <tr>
                        {head(state, Column::Model, text.name())}
                        {head(state, Column::Input, text.input_price())}
                        {head(state, Column::Output, text.output_price())}
                        {head(state, Column::Cost, text.one())}
                        <th scope="col">{text.month()}</th>
                        <th scope="col">{text.times_cheapest()}</th>
                        <th scope="col">{text.times_chosen()}</th>
                    </tr>
                </thead>
                <tbody node_ref=rows inner_html=first></tbody>
            </table>
        </div>
        <p class="evidence live-only">{text.sorted()}</p>
    }
}

/// A head that sorts.
fn head(state: CostState, column: Column, label: &'static str) -> impl IntoView {
    let sorted = move |one: &'static str, other: &'static str, neither: &'static str| {
        live_text(move || {
            let order = state.order.get();
            let words = if order.column != column {
                neither
            } else if order.is_descending {
                other
            } else {
                one
            };
            words.to_owned()
        })
    };
    view! {
        <th scope="col" aria-sort=sorted("ascending", "descending", "none")>
            <button
                type="button"
                class="sort live-only"
                data-sort=column.name()
                on:click=move |_| state.order.update(|order| *order = order.pressed(column))
            >
                {label}
                <span class="sort__sign" aria-hidden="true">{sorted("▲", "▼", "")}</span>
            </button>
            <span class="sort__name">{label}</span>
        </th>
    }
}

/// What is compared, with its price.
struct Compared {
    priced: Priced,
    tariff: Tariff<'static>,
    quote: Quote,
}

fn rows(state: CostState) -> String {
    let all: Option<Vec<Compared>> = state
        .compared()
        .into_iter()
        .map(|priced| Some(Compared { priced, tariff: state.tariff(priced), quote: state.quote_of(priced)? }))
        .collect();
    let Some(all) = all else { return "<tr><td>…</td></tr>".to_owned() };
    let offer = |(index, one): (usize, &Compared)| Offer {
        name: state.name(one.priced),
        input: one.tariff.input,
        output: one.tariff.output,
        cost: one.quote.middle(),
        index,
    };
    let mut offers: Vec<Offer> = all.iter().enumerate().map(offer).collect();
    state.order.get().sort(&mut offers);
    let cheapest = all.iter().filter(|one| one.quote.fits()).map(|one| one.quote.middle()).min().unwrap_or_default();
    let chosen = state.quote().map(|quote| quote.middle()).unwrap_or_default();
    offers.iter().filter_map(|offer| all.get(offer.index)).map(|one| row(state, one, cheapest, chosen)).collect()
}

fn row(state: CostState, compared: &Compared, cheapest: Usd, chosen: Usd) -> String {
    let (text, number) = (state.text(), state.context.text().number());
    let Compared { priced, tariff, quote } = compared;
    let price = |price: PricePerMtok| number.as_dollars(number.fraction(price));
    let times = |base: Usd| {
        let times = Times::of(quote.middle(), base);
        times.map(|times| fill(text.times(), &[("times", &number.fraction(times))])).unwrap_or_default()
    };
    let costs = if quote.fits() {
        [
            one(state, quote, quote.total),
            month(state, quote.many(state.requests.number())),
            times(cheapest),
            times(chosen),
        ]
    } else {
        [text.too_long_here().to_owned(), String::new(), String::new(), String::new()]
    };
    let cells = [price(tariff.input), price(tariff.output)].into_iter().chain(costs);
    let cells: String = cells.map(|cell| format!("<td>{}</td>", escape(&cell))).collect();
    let source = match priced {
        Priced::Model(model) => evidence_link(state.context, model.provider, &model.price.sourced),
        Priced::Own => String::new(),
    };
    let is_chosen = match (state.chosen(), priced) {
        (Priced::Model(one), Priced::Model(other)) => one.id == other.id,
        (Priced::Own, Priced::Own) => true,
        _ => false,
    };
    let mark = if is_chosen { " aria-current=\"true\"" } else { "" };
    let name = escape(state.name(*priced));
    format!("<tr{mark}><th scope=\"row\">{name}<small>{source}</small></th>{cells}</tr>")
}
