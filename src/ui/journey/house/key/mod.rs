//! Who is asking? You with your key, the door, the list of keys and the limits of the account.

use leptos::prelude::*;

use super::question;
use crate::journey::scene::Band;
use crate::ui::journey::context::JourneyContext;
use crate::ui::widgets::{frozen, live_text};
use crate::words::fill;

/// The upper floor.
#[component]
pub(super) fn KeyBand(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().house();
    let provider = live_text(move || fill(text.provider(), &[("provider", &context.provider().name)]));
    let key = live_text(move || context.provider().key_example().to_owned());
    let header = live_text(move || context.provider().key_header.clone());
    view! {
        <div class="band band--key" data-band=Band::Key.name()>
            <div class="band__out" inner_html=frozen(|| outside(context))></div>
            <div class="band__wall" inner_html=frozen(|| drawing(include_str!("door.svg")))></div>
            <div class="band__in">
                <div class="band__head" inner_html=question(context, Band::Key)></div>
                <p class="band__aside">{provider}</p>
                <div class="look" inner_html=frozen(look)></div>
                <div class="issued">
                    <div inner_html=frozen(|| view! { <p class="card-title">{text.keys()}</p> })></div>
                    <div inner_html=frozen(|| other_row(context, "…7Q2K", text.yours(), text.website()))></div>
                    <p class="issued__row issued__row--yours">
                        <span class="issued__key" translate="no">{key}</span>
                        <span class="issued__rest" inner_html=frozen(|| your_row(context))></span>
                    </p>
                    <div inner_html=frozen(|| other_row(context, "…M0F3", text.others_account(), ""))></div>
                    <div inner_html=frozen(|| view! { <p class="issued__nobody">{text.nobody()}</p> })></div>
                </div>
                <div class="behind" inner_html=frozen(|| behind(context))></div>
                <p class="header-line"><span>{text.header()}</span> " " <code translate="no">{header}</code></p>
                <div class="brief" inner_html=frozen(|| brief(context))></div>
            </div>
        </div>
    }
}

fn drawing(svg: &'static str) -> impl IntoView {
    view! { <span class="drawing" inner_html=svg></span> }
}

/// You, your program, your key, and what sets out.
fn outside(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().house();
    let desk = [include_str!("laptop.svg"), include_str!("key.svg")].concat();
    view! {
        <p class="out__you">{text.you()}</p>
        <div class="desk" translate="no" inner_html=desk></div>
        <p class="out__unchanged">{text.unchanged()}</p>
        <div class="lane" translate="no">
            <svg class="lane__way" viewBox="0 0 100 100" preserveAspectRatio="none"><path vector-effect="non-scaling-stroke" d="M18 2C18 50 60 30 84 84"></path></svg>
            <div class="lane__stranger" inner_html=[include_str!("laptop.svg"), include_str!("card.svg")].concat()></div>
            <div class="lane__letter" inner_html=include_str!("copy.svg")></div>
            <div class="lane__card" inner_html=include_str!("card.svg")></div>
            <div class="lane__barrier" inner_html=include_str!("barrier.svg")></div>
        </div>
        <div class="reader" inner_html=include_str!("lamp.svg")></div>
    }
}

/// The line from the door to the row.
fn look() -> impl IntoView {
    view! {
        <svg viewBox="0 0 30 100" preserveAspectRatio="none"><path vector-effect="non-scaling-stroke" d="M1 97C28 92 0 8 29 3"></path></svg>
    }
}

fn other_row(context: JourneyContext, key: &'static str, whose: &'static str, project: &'static str) -> impl IntoView {
    view! {
        <p class="issued__row">
            <span class="issued__key" translate="no">{key}</span>
            <span class="issued__whose">{whose}{project_words(project)}</span>
            <span class="issued__state">{context.page.text().house().active()}</span>
            <span class="issued__until"></span>
        </p>
    }
}

/// A project of the account.
fn project_words(project: &'static str) -> impl IntoView {
    (!project.is_empty()).then(|| view! { <span class="issued__project">" · "{project}</span> })
}

/// Your key's row, but for the key: all its states, of which the style sheet shows one.
fn your_row(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().house();
    view! {
        <span class="issued__whose">{text.yours()}{project_words(text.chatbot())}</span>
        <span class="issued__state state state--active">{text.active()}</span>
        <span class="issued__state state state--revoked">{text.revoked()}</span>
        <span class="issued__state state state--expired">{text.expired()}</span>
        <span class="issued__state state state--blocked">{text.blocked()}</span>
        <span class="issued__until"></span>
        <span class="issued__today">{text.today()}</span>
    }
}

/// What is looked at after the list: limits, or what stands in their place.
fn behind(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().house();
    let bucket = |kind: &'static str, name: &'static str| {
        view! {
            <div class=format!("limit limit--{kind}")>
                <span class="drawing" inner_html=include_str!("bucket.svg")></span>
                <p><b>{name}</b><span class="limit__left">{text.left()}</span><span class="limit__none">{text.none_left()}</span></p>
            </div>
        }
    };
    view! {
        <div class="behind__limits">
            <p class="card-title">{text.limits()}<span class="limits__more">", "{text.all_keys()}</span></p>
            {bucket("requests", text.requests_left())}
            {bucket("tokens", text.tokens_left())}
        </div>
        <div class="behind__models">
            <p class="card-title">{text.models()}</p>
            <span class="drawing" inner_html=include_str!("models.svg")></span>
            <p class="behind__no">{text.locked()}</p>
        </div>
        <div class="behind__addresses">
            <p class="card-title">{text.addresses()}</p>
            <span class="drawing" inner_html=include_str!("map.svg")></span>
            <p class="address" translate="no">"192.0.2.10"</p>
            <p class="address" translate="no">"192.0.2.11"</p>
            <p class="address address--sent">{text.address_sent()} " " <span translate="no">"198.51.100.7"</span></p>
        </div>
    }
}

/// The same in a line, when another floor has the room.
fn brief(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().house();
    view! {
        <p class="brief__line"><b>{text.yours()}{project_words(text.chatbot())}</b></p>
        <p class="brief__line">{text.found()}</p>
    }
}
