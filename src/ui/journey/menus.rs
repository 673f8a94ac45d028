//! Provider, model and scenario.

use leptos::prelude::*;

use super::context::JourneyContext;
use crate::journey::{Model, Provider, Scenario};
use crate::ui::widgets::{Choice, choice, live_bool, live_text, menu};
use crate::words::{JourneyStrings, fill};

/// The three menus.
#[component]
pub(super) fn Menus(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().journey();
    let request = context.shared.request;
    let providers =
        context.page.data().facts.providers.iter().map(|facts| choice(facts.id.name(), &facts.name)).collect();
    let scenarios =
        Scenario::ALL.iter().map(|&s| choice(s.name(), context.page.text().scenarios().of(s).label())).collect();
    let model_choice = |model: &'static Model| Choice {
        offered: live_bool(move || request.with(|r| model.is_offered(r.provider, r.reading.encoding))),
        ..choice(&model.id, &model_words(text, model))
    };
    let models = context.page.data().facts.models.iter().map(model_choice).collect();
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
    let provider = live_text(move || request.with(|r| r.provider.name().to_owned()));
    let scenario = live_text(move || request.with(|r| r.scenario.name().to_owned()));
    let model = live_text(move || context.model().id.clone());
    view! {
        <div class="menus live-only">
            {menu("provider", text.provider(), providers, provider, choose_provider)}
            {menu("model", text.model(), models, model, move |id| request.update(|r| r.model = id))}
            {menu("scenario", text.scenario(), scenarios, scenario, choose_scenario)}
        </div>
    }
}

/// The model's name, marked where the provider recommends it or has announced its end.
fn model_words(text: JourneyStrings, model: &Model) -> String {
    let template = if model.is_recommended {
        text.model_recommended()
    } else if model.sold_until.is_some() {
        text.model_until()
    } else {
        return model.name.clone();
    };
    fill(template, &[("model", &model.name), ("date", model.sold_until.as_deref().unwrap_or_default())])
}
