//! The documents around the figures, rendered at build time only.
//!
//! The article is cut into chapters, one per figure: prose, the figure, prose. Style sheets put the
//! figure beside its prose where there is room, and inside it where there is not. Each figure is
//! rendered by itself into its root, exactly as the browser will hydrate it.

mod article;
mod embed;
mod theme;

pub use article::ArticlePage;
pub use embed::{EmbedPage, NotFoundPage, Widget};

use leptos::prelude::*;

use crate::content::Figure;
use crate::exhibits::{Answers, BucketExhibit, ExchangeExhibit, ExhibitContext, Receipts, WorkshopExhibit};
use crate::ui::journey::Journey;
use crate::ui::token_lab::TokenLab;
use crate::ui::{LinkNotice, Page, Shared};

/// A figure of the stage in the element that the browser hydrates.
#[component]
pub(super) fn FigureRoot(page: Page, shared: Shared, figure: Figure) -> impl IntoView {
    let (id, html) = match figure {
        Figure::TokenLab => ("token-lab-root", view! { <TokenLab page shared/> }.to_html()),
        _ => ("journey-root", view! { <Journey page shared/> }.to_html()),
    };
    view! { <div class="figure" id=figure.name()><div id=id inner_html=html></div></div> }
}

/// An exhibit in the text, in the element that the browser hydrates when it comes near.
#[component]
pub(super) fn ExhibitRoot(context: ExhibitContext, figure: Figure) -> impl IntoView {
    let html = match figure {
        Figure::Exchange => view! { <ExchangeExhibit context/> }.to_html(),
        Figure::Receipts => view! { <Receipts context/> }.to_html(),
        Figure::Bucket => view! { <BucketExhibit context/> }.to_html(),
        Figure::Workshop => view! { <WorkshopExhibit context/> }.to_html(),
        _ => view! { <Answers context/> }.to_html(),
    };
    let id = format!("{}-root", figure.name());
    view! {
        <div class="figure figure--inside" id=figure.name()>
            <div id=id data-exhibit="" inner_html=html></div>
        </div>
    }
}

/// The notice about links in the element that the browser hydrates.
#[component]
pub(super) fn NoticeRoot(page: Page, shared: Shared) -> impl IntoView {
    let html = view! { <LinkNotice page shared/> }.to_html();
    view! { <div class="link-notice" id="notice-root" inner_html=html></div> }
}

/// What to say where JavaScript is off, and where the app could not start.
#[component]
pub(super) fn Fallbacks(page: Page) -> impl IntoView {
    let text = &page.text().page;
    view! {
        <noscript>
            <p class="notice notice--warn">{text.no_script}</p>
        </noscript>
        <p class="notice notice--fail app-failed" role="alert">{text.app_failed}</p>
    }
}
