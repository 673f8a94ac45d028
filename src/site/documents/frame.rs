//! What stands around every text: the masthead, the links to the small pages, and the place where definitions show.

use leptos::prelude::*;

use super::language_menu::LanguageMenu;
use super::theme::ThemeMenu;
use crate::content::GLOSSARY_PAGE;
use crate::site::languages::MenuLink;
use crate::ui::Page;

/// A link to a small page.
#[derive(Clone, Debug)]
pub struct PageLink {
    /// From this page.
    pub address: String,
    /// What lists of pages call it.
    pub name: String,
    /// Whether this is the page.
    pub is_here: bool,
}

/// The site's name, which leads to the article at `home`, and the menus.
#[component]
pub(super) fn Masthead(page: Page, title: String, home: &'static str, menu: Vec<MenuLink>) -> impl IntoView {
    view! {
        <a class="skip" href="#article">{page.text().page().skip()}</a>
        <header class="masthead">
            <a class="masthead__brand" href=home>{title}</a>
            <LanguageMenu page menu/>
            <ThemeMenu page/>
        </header>
    }
}

/// A list of all small pages.
#[component]
pub(super) fn PageList(page: Page, pages: Vec<PageLink>) -> impl IntoView {
    let entry = |PageLink { address, name, is_here }: PageLink| {
        view! { <li><a href=address aria-current=is_here.then_some("page")>{name}</a></li> }
    };
    let entries: Vec<_> = pages.into_iter().map(entry).collect();
    view! { <nav class="page-list" aria-label=page.text().page().pages()><ul>{entries}</ul></nav> }
}

/// The end of a page; `base` leads to the site's root.
#[component]
pub(super) fn Colophon(page: Page, pages: Vec<PageLink>, base: String) -> impl IntoView {
    let text = page.text().page();
    view! {
        <footer class="colophon">
            <PageList page pages/>
            <p>{text.licence()} " " <a href=format!("{base}third-party-notices.txt")>{text.third_party()}</a></p>
        </footer>
    }
}

/// Where `public/definitions.js` shows the definition of a term; `up` leads to the folder of the language.
#[component]
pub(super) fn Definition(page: Page, up: &'static str) -> impl IntoView {
    view! {
        <div class="definition" id="definition" popover="manual" hidden>
            <p id="definition-text"><strong></strong>" "<span></span></p>
            // The term itself leads there too.
            <p><a href=format!("{up}{GLOSSARY_PAGE}/") tabindex="-1">{page.text().page().in_glossary()}</a></p>
        </div>
    }
}
