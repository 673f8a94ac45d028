//! A small page: a short text that stands alone, with a figure or without.

use leptos::prelude::*;

use super::chapter::{Chapter, Maker};
use super::frame::{Colophon, Definition, Masthead, PageLink};
use super::{Fallbacks, Figure, NoticeRoot};
use crate::content::{Piece, SmallPage, Term};
use crate::exhibits::ExhibitContext;
use crate::site::languages::MenuLink;
use crate::ui::{Page, Shared};
use crate::words::fill;

/// The address of the article from a small page.
const HOME: &str = "../";

/// The whole page.
#[component]
pub fn SmallPageView(
    /// Words and data.
    page: Page,
    /// What the exhibits share.
    context: ExhibitContext,
    /// The page's text.
    small_page: SmallPage<Figure>,
    /// The site's name.
    site: String,
    /// All terms, for the page that lists them.
    terms: Vec<Term>,
    /// The languages to choose from.
    menu: Vec<MenuLink>,
    /// All small pages.
    pages: Vec<PageLink>,
    /// From this page to the site's root.
    base: String,
) -> impl IntoView {
    let maker = Maker { context, shared: Shared::new(page) };
    let has_figure = small_page.pieces.iter().any(|piece| matches!(piece, Piece::Figure(_)));
    let mut chapter = Chapter::default();
    chapter.push(heading(page, &site, &small_page));
    for piece in &small_page.pieces {
        chapter.push_piece(piece, maker, &terms);
    }
    chapter.push(lesson(page, &small_page));
    chapter.push(sources(page, small_page.sources));
    view! {
        <Masthead page title=site home=HOME menu/>
        <main id="article" class="small-page">
            {has_figure.then(|| view! { <Fallbacks page/> })}
            {chapter.view(maker, || ().into_any())}
        </main>
        {has_figure.then(|| view! { <NoticeRoot shared=maker.shared/> })}
        <Colophon page pages base/>
        <Definition page up=HOME/>
    }
}

fn heading(page: Page, site: &str, small_page: &SmallPage<Figure>) -> impl IntoView + use<> {
    view! {
        <nav class="trail" aria-label=page.text().page().trail()>
            <ol>
                <li><a href=HOME>{site.to_owned()}</a></li>
                <li><a href="./" aria-current="page">{small_page.menu.clone()}</a></li>
            </ol>
        </nav>
        <h1 class="small-page__title">{small_page.title.clone()}</h1>
    }
}

/// Where the page's claims were read.
fn sources(page: Page, list: Option<String>) -> impl IntoView + use<> {
    list.map(|list| {
        view! {
            <section class="closing" aria-labelledby="sources">
                <h2 class="section-title" id="sources">{page.text().page().sources()}</h2>
                <div class="prose" inner_html=list></div>
            </section>
        }
    })
}

/// The way to the article: to the section about the same thing, or to its beginning.
fn lesson(page: Page, small_page: &SmallPage<Figure>) -> impl IntoView + use<> {
    let text = page.text().page();
    let (address, words) = match &small_page.lesson {
        Some((id, title)) => (format!("{HOME}#{id}"), fill(text.lesson_section(), &[("title", title)])),
        None => (HOME.to_owned(), text.lesson().to_owned()),
    };
    view! { <p class="small-page__lesson"><a href=address>{words}</a></p> }
}
