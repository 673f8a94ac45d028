//! Pages with a single widget, for frames on other sites, and the page for wrong addresses.

use leptos::prelude::*;

use super::frame::{PageLink, PageList};
use super::language_menu::LanguageMenu;
use super::{ExhibitRoot, Fallbacks, FigureRoot, NoticeRoot};
use crate::exhibits::{Exhibit, ExhibitContext};
use crate::site::languages::MenuLink;
use crate::ui::{Page, Shared, StageFigure};

/// A page that holds one widget and nothing else.
#[component]
pub fn EmbedPage(
    /// Words and data.
    page: Page,
    /// What the exhibits share.
    context: ExhibitContext,
    /// Which widget.
    figure: StageFigure,
) -> impl IntoView {
    let shared = Shared::new(page);
    // The journey's link to the lab is hidden where there is no lab; it still needs somewhere to lead.
    let is_journey = figure == StageFigure::Journey;
    let no_lab = is_journey.then(|| view! { <div id=StageFigure::TokenLab.name() hidden></div> });
    let exchange = is_journey.then(|| view! { <ExhibitRoot context exhibit=Exhibit::Exchange has_controls=true/> });
    view! {
        <main class="embed">
            <Fallbacks page/>
            <FigureRoot shared figure/>
            {exchange}
            <NoticeRoot shared/>
            {no_lab}
        </main>
    }
}

/// What stands where no page is.
#[component]
pub fn NotFoundPage(
    /// Words.
    page: Page,
    /// Address of the front page.
    home: String,
    /// The languages to choose from.
    menu: Vec<MenuLink>,
    /// All small pages.
    pages: Vec<PageLink>,
) -> impl IntoView {
    let text = page.text().page();
    view! {
        <main class="missing">
            <h1>{text.not_found()}</h1>
            <p>{text.not_found_text()}</p>
            <p><a href=home>{text.not_found_link()}</a></p>
            <PageList page pages/>
            <LanguageMenu page menu/>
        </main>
    }
}
