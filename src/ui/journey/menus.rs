//! Provider, model and scenario.

use leptos::prelude::*;

use super::trip::Trip;
use crate::journey::{Model, Provider, Scenario};
use crate::ui::parts::{live, menu};
use crate::ui::{Page, Shared};

/// The three menus.
#[component]
pub(super) fn Menus(page: Page, shared: Shared, trip: Trip) -> impl IntoView {
    let text = &page.text().journey;
    let request = shared.request;
    let providers = Signal::derive(move || {
        page.data().providers.iter().map(|facts| (facts.id.name().to_owned(), facts.name.clone())).collect()
    });
    let scenarios = Signal::derive(move || {
        let label = |scenario| page.text().scenarios.of(scenario).label.to_owned();
        Scenario::ALL.iter().map(|&scenario| (scenario.name().to_owned(), label(scenario))).collect()
    });
    let models = Signal::derive(move || {
        let (provider, encoding) = request.with(|r| (r.provider, r.encoding.name()));
        let offered = Model::offered(&page.data().models, provider, encoding);
        offered.map(|model| (model.id.clone(), model.name.clone())).collect::<Vec<_>>()
    });
    let choose_provider = move |name: String| {
        if let Some(provider) = Provider::from_name(&name) {
            request.update(|r| (r.provider, r.stage) = (provider, None));
        }
    };
    let choose_scenario = move |name: String| {
        if let Some(scenario) = Scenario::from_name(&name) {
            request.update(|r| (r.scenario, r.stage) = (scenario, None));
        }
    };
    let provider = live(move || request.with(|r| r.provider.name().to_owned()));
    let scenario = live(move || request.with(|r| r.scenario.name().to_owned()));
    let model = live(move || trip.model().id.clone());
    view! {
        <div class="menus">
            {menu("provider", text.provider, providers, provider, choose_provider)}
            {menu("model", text.model, models, model, move |id| request.update(|r| r.model = id))}
            {menu("scenario", text.scenario, scenarios, scenario, choose_scenario)}
        </div>
    }
}
