//! How much was used? The reader's text cut into tokens, the model, and the answer that leaves by the window.

use leptos::prelude::*;

use super::{chips, output_so_far, question};
use crate::journey::scene::Band;
use crate::ui::journey::context::JourneyContext;
use crate::ui::journey::model_text::written;
use crate::ui::widgets::{either, frozen, live_text};
use crate::words::fill;

/// The middle floor.
#[component]
pub(super) fn TokensBand(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().house();
    let number = context.page.text().number();
    let journey = context.page.text().journey();
    let how = either(move || context.is_exact(), journey.exact(), journey.estimate());
    let class = either(move || context.is_exact(), "band band--tokens", "band band--tokens band--estimate");
    let if_it_gets_in = live_text(move || match context.input() {
        Some(count) => {
            fill(number.plural(text.if_it_gets_in(), count.high()), &[("count", &context.count_words(Some(count)))])
        }
        None => "…".to_owned(),
    });
    let count_in = live_text(move || fill(text.count_in(), &[("count", &context.count_words(context.input()))]));
    let count_out =
        live_text(move || fill(text.count_out(), &[("count", &context.count_words(Some(output_so_far(context))))]));
    view! {
        <div class=class data-band=Band::Tokens.name()>
            <div class="band__out">
                <div class="answer-card">
                    <div inner_html=frozen(|| view! { <p class="out__label">{text.answer()}</p> })></div>
                    <p class="answer-card__text" translate="no">{live_text(move || written(context).to_owned())}</p>
                </div>
            </div>
            <div class="band__wall"><span class="window"></span></div>
            <div class="band__in">
                <div class="band__head" inner_html=question(context, Band::Tokens)></div>
                <p class="band__aside">{how}</p>
                <div class="text-in">
                    <span class="text-in__chips" dir="auto" translate="no" inner_html=live_text(move || chips::input(context))></span>
                    <span class="text-in__count text-in__count--outlined">{if_it_gets_in}</span>
                    <span class="text-in__count text-in__count--counted">{count_in}<span class="text-in__more">{text.at_once()}</span></span>
                </div>
                <div class="machine" inner_html=frozen(|| machine(context))></div>
                <div class="text-out">
                    <span class="text-out__chips" translate="no" inner_html=live_text(move || chips::output(context))></span>
                    <span class="text-out__count">{count_out}<span class="text-out__more">{text.one_by_one()}</span></span>
                </div>
            </div>
        </div>
    }
}

/// The model and what stands before it.
fn machine(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().house();
    view! {
        <p class="free">{text.free()}</p>
        <p class="kept"><b>{text.kept()}</b><span>{text.kept_why()}</span></p>
        <div class="overlong"><span class="overlong__text"></span><span class="overlong__frame"></span><b>{text.too_long()}</b></div>
        <div class="queue"><span class="drawing" inner_html=include_str!("queue.svg")></span><b>{text.full()}</b></div>
        <div class="model-box">
            <span class="model-box__arrow"></span>
            <span class="drawing" inner_html=include_str!("model.svg")></span>
            <p class="model-box__name">{text.model()}</p>
        </div>
        <span class="drawing drawing--scissors" inner_html=include_str!("scissors.svg")></span>
        <span class="stream"></span>
    }
}
