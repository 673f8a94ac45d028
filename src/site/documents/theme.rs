//! The menu of colors, which `site/head.js` serves.

use leptos::prelude::*;

use crate::ui::Page;

/// As the system, light or dark.
#[component]
pub(super) fn ThemeMenu(page: Page) -> impl IntoView {
    let text = page.text().page();
    view! {
        <label class="menu theme-menu">
            <span class="menu__label">{text.theme()}</span>
            <select name="theme" autocomplete="off">
                <option value="auto">{text.theme_auto()}</option>
                <option value="light">{text.theme_light()}</option>
                <option value="dark">{text.theme_dark()}</option>
            </select>
        </label>
    }
}
