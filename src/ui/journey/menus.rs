//! Provider, model and scenario.

use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;

use super::trip::Trip;
use crate::journey::{Model, Provider, Scenario};
use crate::ui::{Page, Shared};

/// The three menus.
#[component]
pub(super) fn Menus(page: Page, shared: Shared, trip: Trip) -> impl IntoView {
    let text = &page.text().journey;
    let provider_menu = follow(move || shared.request.with(|request| request.provider.name().to_owned()));
    let scenario_menu = follow(move || shared.request.with(|request| request.scenario.name().to_owned()));
    let model_menu = follow(move || trip.model.with(|model| model.id.clone()));
    let providers: Vec<_> = page
        .data()
        .providers
        .iter()
        .map(|facts| view! { <option value=facts.id.name()>{facts.name.as_str()}</option> })
        .collect();
    let scenarios: Vec<_> = Scenario::ALL
        .iter()
        .map(|&scenario| {
            let label = page.text().scenarios.of(scenario).label.as_str();
            view! { <option value=scenario.name()>{label}</option> }
        })
        .collect();
    let models = move || {
        let (provider, encoding) = shared.request.with(|request| (request.provider, request.encoding.name()));
        Model::offered(&page.data().models, provider, encoding)
            .map(|model| view! { <option value=model.id.as_str()>{model.name.as_str()}</option> })
            .collect::<Vec<_>>()
    };
    let choose_provider = move |event: Event| {
        if let Some(provider) = Provider::from_name(&event_target_value(&event)) {
            shared.request.update(|request| request.provider = provider);
        }
    };
    let choose_scenario = move |event: Event| {
        if let Some(scenario) = Scenario::from_name(&event_target_value(&event)) {
            shared.request.update(|request| request.scenario = scenario);
        }
    };
    let choose_model = move |event: Event| {
        let id = event_target_value(&event);
        shared.request.update(|request| request.model = id);
    };
    view! {
        <div class="menus">
            <label class="menu">
                <span class="menu__label">{text.provider.as_str()}</span>
                <select name="provider" node_ref=provider_menu on:change=choose_provider>{providers}</select>
            </label>
            <label class="menu">
                <span class="menu__label">{text.model.as_str()}</span>
                <select name="model" node_ref=model_menu on:change=choose_model translate="no">{models}</select>
            </label>
            <label class="menu">
                <span class="menu__label">{text.scenario.as_str()}</span>
                <select name="scenario" node_ref=scenario_menu on:change=choose_scenario>{scenarios}</select>
            </label>
        </div>
    }
}

/// A menu that shows `value`, also when something else than the menu changed it.
fn follow(value: impl Fn() -> String + Send + Sync + 'static) -> NodeRef<html::Select> {
    let menu = NodeRef::<html::Select>::new();
    Effect::new(move |_| {
        let value = value();
        if let Some(menu) = menu.get() {
            // After the options of this very change are in place.
            request_animation_frame(move || menu.set_value(&value));
        }
    });
    menu
}
