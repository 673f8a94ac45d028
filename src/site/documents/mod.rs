//! The documents around the figures, rendered at build time only.
//!
//! The article is cut into chapters, one per figure: prose, the figure, prose; a small page is one chapter. Style
//! sheets put the figure beside its prose where there is room, and inside it where there is not. Each figure is
//! rendered by itself into its root, exactly as the browser will hydrate it.

mod article;
mod chapter;
mod embed;
mod figure;
mod frame;
mod language_menu;
mod small_page;
mod theme;

pub use article::ArticlePage;
pub use embed::{EmbedPage, NotFoundPage};
pub use figure::Figure;
pub(super) use figure::exhibit_controls;
pub use frame::PageLink;
pub use small_page::SmallPageView;

use leptos::prelude::*;

use crate::ui::{LinkNotice, Page, Shared};
use figure::{ExhibitRoot, FigureRoot};

/// The notice about links in the element that the browser hydrates.
#[component]
pub(super) fn NoticeRoot(shared: Shared) -> impl IntoView {
    let html = view! { <LinkNotice shared/> }.to_html();
    view! { <div class="link-notice" id="notice-root" inner_html=html></div> }
}

/// What to say where JavaScript is off, and where the app could not start.
#[component]
pub(super) fn Fallbacks(page: Page) -> impl IntoView {
    let text = page.text().page();
    view! {
        <noscript>
            <p class="notice notice--warn">{text.no_script()}</p>
        </noscript>
        <p class="notice notice--fail app-failed" role="alert">{text.app_failed()}</p>
    }
}
