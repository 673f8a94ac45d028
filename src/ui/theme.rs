//! The reader's choice of colors: as the system, light or dark.
//!
//! `public/theme.js` applies a stored choice before the first paint. Storage may be refused; the
//! choice then lasts as long as the page.

use leptos::prelude::*;

use super::Page;
use super::parts::{choice, effect, live, menu};

/// A menu of three.
#[component]
pub fn ThemeSwitch(
    /// Words.
    page: Page,
) -> impl IntoView {
    let text = &page.text().page;
    let theme = RwSignal::new("auto".to_owned());
    effect(move || {
        if let Some(stored) = document().document_element().and_then(|root| root.get_attribute("data-theme")) {
            theme.set(stored);
        }
    });
    let choices =
        vec![choice("auto", text.theme_auto), choice("light", text.theme_light), choice("dark", text.theme_dark)];
    let choose = move |chosen: String| {
        apply(&chosen);
        theme.set(chosen);
    };
    menu("theme", text.theme, choices, live(move || theme.get()), choose)
}

fn apply(theme: &str) {
    let Some(root) = document().document_element() else { return };
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
