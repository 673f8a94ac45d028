//! The journey's own controls, set from here by their published hooks, as a host page would.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlSelectElement, MouseEvent};

/// Shows the stage that the pressed mark belongs to: presses its button in the journey's list of steps.
pub(super) fn show_stage(event: MouseEvent) {
    let Some(stage) = attribute(&event, "data-to-stage") else { return };
    event.prevent_default();
    press(&format!("[data-journey] [data-step=\"{stage}\"] button"));
}

/// Chooses the provider and the scenario that the pressed cell stands for, and brings the journey into
/// view.
pub(super) fn choose_outcome(event: MouseEvent) {
    let (Some(provider), Some(scenario)) = (attribute(&event, "data-provider"), attribute(&event, "data-scenario"))
    else {
        return;
    };
    event.prevent_default();
    choose("provider", &provider);
    choose("scenario", &scenario);
    if let Some(journey) = find::<Element>("[data-journey]") {
        journey.scroll_into_view();
    }
    if let Some(play) = find::<HtmlElement>("[data-journey] [data-play]") {
        let _ = play.focus();
    }
}

/// Makes a choice in one of the journey's menus, as a reader would.
fn choose(name: &str, value: &str) {
    if let Some(menu) = find::<HtmlSelectElement>(&format!("[data-journey] select[name={name}]")) {
        menu.set_value(value);
        if let Ok(change) = Event::new("change") {
            let _ = menu.dispatch_event(&change);
        }
    }
}

fn press(selector: &str) {
    if let Some(button) = find::<HtmlElement>(selector) {
        button.click();
    }
}

fn find<T: JsCast>(selector: &str) -> Option<T> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The attribute of the pressed element, or of one around it.
pub(super) fn attribute(event: &MouseEvent, name: &str) -> Option<String> {
    let pressed: Element = event.target()?.dyn_into().ok()?;
    pressed.closest(&format!("[{name}]")).ok().flatten()?.get_attribute(name)
}
