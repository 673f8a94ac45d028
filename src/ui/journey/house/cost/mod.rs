//! What does it cost? Two counters with their prices, the receipt, and your account.

use leptos::prelude::*;

use super::{output_so_far, question};
use crate::journey::scene::Band;
use crate::journey::{Account, Count, Receipt, ReceiptLine};
use crate::pricing::Usd;
use crate::ui::journey::context::JourneyContext;
use crate::ui::widgets::{frozen, live_text};
use crate::words::fill;

/// The lower floor.
#[component]
pub(super) fn CostBand(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().house();
    let number = context.page.text().number();
    let price = move |pick: fn(Receipt) -> ReceiptLine| {
        live_text(move || {
            let price = number.as_dollars(number.fraction(pick(so_far(context)).price));
            fill(text.per_million(), &[("price", &price)])
        })
    };
    let counter = move |kind: &'static str, name: &'static str, pick: fn(Receipt) -> ReceiptLine| {
        view! {
            <div class=format!("counter counter--{kind}")>
                <p class="counter__name">{name}</p>
                <p class="counter__digits">{live_text(move || context.count_words(Some(pick(so_far(context)).tokens)))}</p>
                <p class="counter__price">{price(pick)}</p>
            </div>
        }
    };
    let line = move |pick: fn(Receipt) -> ReceiptLine| {
        let times = live_text(move || {
            let line = pick(so_far(context));
            let price = number.as_dollars(number.fraction(line.price));
            fill(text.times(), &[("count", &context.count_words(Some(line.tokens))), ("price", &price)])
        });
        let amount = live_text(move || context.plain_amount_words(pick(so_far(context)).cost()));
        view! { <p class="paper__line"><span>{times}</span><span>{amount}</span></p> }
    };
    let money = live_text(move || number.amount(money(context)));
    let read = live_text(move || fill(text.list_prices(), &[("date", &context.model().price.sourced.checked)]));
    let requests = live_text(move || number.counted(text.requests(), shown(context).requests));
    let spent = live_text(move || number.amount(shown(context).spent));
    view! {
        <div class="band band--cost" data-band=Band::Cost.name()>
            <div class="band__out">
                <div class="account">
                    <div inner_html=frozen(|| account(context))></div>
                    <p data-account-requests=live_text(move || context.account().requests.to_string())>{requests}</p>
                    <p class="account__sum" data-account-usd=live_text(move || context.account().spent.1.to_string())>{spent}</p>
                    <div inner_html=frozen(|| view! { <p class="account__others">{text.others()}</p> })></div>
                </div>
            </div>
            <div class="band__wall"><span class="slot"></span></div>
            <div class="band__in">
                <div class="band__head" inner_html=question(context, Band::Cost)></div>
                <p class="band__aside">{read}</p>
                <div class="counters">
                    {counter("input", text.input(), |receipt| receipt.input)}
                    {counter("output", text.output(), |receipt| receipt.output)}
                </div>
                <div class="paper">
                    {line(|receipt| receipt.input)}
                    {line(|receipt| receipt.output)}
                    <p class="paper__line paper__sum">
                        <span inner_html=frozen(|| text.total())></span>
                        <span>{live_text(move || context.plain_amount_words(so_far(context).total()))}</span>
                    </p>
                    <div inner_html=frozen(|| view! { <p class="paper__unknown">{text.unknown()}</p> })></div>
                </div>
                <div class="fall"><span></span></div>
                <p class="money">{money}</p>
                <div inner_html=frozen(|| view! { <p class="not-yet">{text.not_yet()}</p> })></div>
            </div>
        </div>
    }
}

/// A program of somebody else with a copy of the same key.
const STRANGER: &str = concat!(include_str!("../key/laptop.svg"), include_str!("../key/card.svg"));

/// The account in the picture: with the request that it shows billed, also where nobody has sent that.
fn shown(context: JourneyContext) -> Account {
    let is_shown = context.scene().cost.drop >= 1.0 && !context.player.is_counted();
    let receipt = context.receipt().filter(|_| is_shown);
    receipt.map_or(context.account(), |receipt| context.account().with(receipt))
}

fn account(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().house();
    view! {
        <span class="account__stranger" translate="no" inner_html=STRANGER></span>
        <span class="drawing" inner_html=include_str!("purse.svg")></span>
        <span class="month"><span class="month__spent"></span><span class="month__line"></span></span>
        <p class="out__label">{text.account()}</p>
        <p class="account__keys">{text.all_keys()}</p>
    }
}

/// Prices with what is on the counters at this moment.
fn so_far(context: JourneyContext) -> Receipt {
    let input = match (context.input(), context.scene().cost.input) {
        (Some(count), share) if share >= 1.0 => count,
        (Some(Count::Exact(count)), share) => Count::Exact((f64::from(count) * share) as u32),
        _ => Count::Exact(0),
    };
    Receipt::new(&context.model().price, input, output_so_far(context))
}

/// What the request costs at this moment: nothing until the model has accepted it.
fn money(context: JourneyContext) -> (Usd, Usd) {
    if context.scene().cost.is_charged { so_far(context).total() } else { Default::default() }
}
