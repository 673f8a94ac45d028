//! The reader's choice of colors: as the system, light or dark.
//!
//! `public/theme.js` applies a stored choice before the first paint. Storage may be refused; the
//! choice then lasts as long as the page.

use leptos::prelude::*;
use leptos::web_sys;

use super::Page;

/// A menu of three.
#[component]
pub fn ThemeSwitch(
    /// Words.
    page: Page,
) -> impl IntoView {
    let text = &page.text().page;
    let menu = NodeRef::<leptos::html::Select>::new();
    Effect::new(move || {
        if let (Some(menu), Some(theme)) = (menu.get(), document_theme()) {
            menu.set_value(&theme);
        }
    });
    view! {
        <label class="theme">
            <span class="theme__label">{text.theme.as_str()}</span>
            <select name="theme" node_ref=menu on:change=move |event| apply(&event_target_value(&event))>
                <option value="auto">{text.theme_auto.as_str()}</option>
                <option value="light">{text.theme_light.as_str()}</option>
                <option value="dark">{text.theme_dark.as_str()}</option>
            </select>
        </label>
    }
}

fn root() -> Option<web_sys::Element> {
    document().document_element()
}

fn document_theme() -> Option<String> {
    root()?.get_attribute("data-theme")
}

fn apply(theme: &str) {
    let Some(root) = root() else { return };
    // An attribute of a fixed name is always accepted, and storage may refuse: both are fine.
    if theme == "auto" {
        let _ = root.remove_attribute("data-theme");
    } else {
        let _ = root.set_attribute("data-theme", theme);
    }
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item("theme", theme);
    }
}
