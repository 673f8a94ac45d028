//! Pages with a single widget, for frames on other sites, and the page for wrong addresses.

use leptos::prelude::*;

use super::{ExhibitRoot, Fallbacks, FigureRoot, NoticeRoot};
use crate::content::Figure;
use crate::exhibits::ExhibitContext;
use crate::ui::{Page, Shared};

/// A widget that can be embedded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Widget {
    /// The token lab.
    TokenLab,
    /// The journey.
    Journey,
}

/// A page that holds one widget and nothing else.
#[component]
pub fn EmbedPage(
    /// Words and data.
    page: Page,
    /// What the exhibits share.
    context: ExhibitContext,
    /// Which widget.
    widget: Widget,
) -> impl IntoView {
    let shared = Shared::new(page);
    let figure = match widget {
        Widget::TokenLab => Figure::TokenLab,
        Widget::Journey => Figure::Journey,
    };
    // The journey's link to the lab is hidden where there is no lab; it still needs somewhere to lead.
    let no_lab = (widget == Widget::Journey).then(|| view! { <div id=Figure::TokenLab.name() hidden></div> });
    let exchange = (widget == Widget::Journey).then(|| view! { <ExhibitRoot context figure=Figure::Exchange/> });
    view! {
        <main class="embed">
            <Fallbacks page/>
            <FigureRoot page shared figure/>
            {exchange}
            <NoticeRoot page shared/>
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
) -> impl IntoView {
    let text = &page.text().page;
    view! {
        <main class="missing">
            <h1>{text.not_found}</h1>
            <p>{text.not_found_text}</p>
            <p><a href=home>{text.not_found_link}</a></p>
        </main>
    }
}
