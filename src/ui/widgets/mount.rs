//! Bringing a figure to life in the element that the build rendered it into.

use leptos::mount::hydrate_from;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Hydrates the element `id`, if this page has it.
pub(crate) fn hydrate_root<V: IntoView + 'static>(id: &str, figure: impl FnOnce() -> V + 'static) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into().ok());
    if let Some(element) = element {
        hydrate_from(element, figure).forget();
    }
}
