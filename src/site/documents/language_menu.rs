//! The menu of languages: plain links, which work without scripts.

use leptos::prelude::*;

use crate::site::languages::MenuLink;
use crate::ui::Page;

/// A link for each language by its own name; nothing where there is only one.
#[component]
pub(super) fn LanguageMenu(page: Page, menu: Vec<MenuLink>) -> impl IntoView {
    let label = page.text().page().languages();
    let entry = |link: MenuLink| {
        let (lang, current) = (link.code.clone(), link.is_here.then_some("page"));
        view! { <li><a href=link.address hreflang=link.code lang=lang aria-current=current>{link.name}</a></li> }
    };
    (!menu.is_empty()).then(|| {
        let entries: Vec<_> = menu.into_iter().map(entry).collect();
        view! { <nav class="languages" aria-label=label><ul>{entries}</ul></nav> }
    })
}
