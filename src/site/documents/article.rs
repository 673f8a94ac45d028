//! The article page: masthead, chapters, closing block.

use leptos::prelude::*;

use super::chapter::{Chapter, Maker};
use super::frame::{Colophon, Definition, Masthead, PageLink};
use super::{Fallbacks, Figure, NoticeRoot};
use crate::content::{Article, Piece, Section};
use crate::exhibits::ExhibitContext;
use crate::site::languages::MenuLink;
use crate::ui::{Page, Shared};
use crate::words::fill;

/// The whole page.
#[component]
pub fn ArticlePage(
    /// Words and data.
    page: Page,
    /// What the exhibits share.
    context: ExhibitContext,
    /// The article.
    article: Article<Figure>,
    /// The languages to choose from.
    menu: Vec<MenuLink>,
    /// All small pages.
    pages: Vec<PageLink>,
    /// From this page to the site's root.
    base: String,
) -> impl IntoView {
    let maker = Maker { context, shared: Shared::new(page) };
    let beside = || beside(page, &article);
    let chapters: Vec<_> = chapters(maker, &article).into_iter().map(|chapter| chapter.view(maker, beside)).collect();
    view! {
        <Masthead page title=article.title.clone() home="./" menu/>
        <NoticeRoot shared=maker.shared/>
        <main id="article">
            <Fallbacks page/>
            {where_one_is(page, &article)}
            {chapters}
        </main>
        <Colophon page pages base/>
        <Definition page up="./"/>
    }
}

fn chapters(maker: Maker, article: &Article<Figure>) -> Vec<Chapter> {
    let page = maker.shared.page;
    let mut chapters = Vec::new();
    let mut current = Chapter::default();
    current.push(opening(page, article));
    for section in &article.sections {
        let has_figure = section.pieces.iter().any(|piece| matches!(piece, Piece::Figure(Figure::Stage(_))));
        if current.figure.is_some() && (has_figure || section.alone) {
            chapters.push(std::mem::take(&mut current));
        }
        current.push(heading(section));
        section.pieces.iter().for_each(|piece| current.push_piece(piece, maker, &[]));
    }
    current.push(closing(page, article));
    chapters.push(current);
    chapters
}

fn opening(page: Page, article: &Article<Figure>) -> impl IntoView + use<> {
    let text = page.text().page();
    view! {
        <div class="opening">
            <h1 class="opening__title">{article.title.clone()}</h1>
            <div class="opening__standfirst" inner_html=article.standfirst.clone()></div>
            <nav class="contents" aria-labelledby="contents-title">
                <h2 class="contents__title" id="contents-title">{text.contents()}</h2>
                {contents(page, article)}
            </nav>
        </div>
    }
}

/// A list of all sections. Each says which of how many it is, for `public/contents.js`.
fn contents(page: Page, article: &Article<Figure>) -> impl IntoView + use<> {
    let text = page.text().page();
    let entry = |id: &str, title: &str, part: Option<String>| {
        view! { <li><a href=format!("#{id}") data-part=part>{title.to_owned()}</a></li> }
    };
    let count = article.sections.len().to_string();
    let part = |index: usize| fill(text.part(), &[("index", &(index + 1).to_string()), ("count", &count)]);
    let sections: Vec<_> = article
        .sections
        .iter()
        .enumerate()
        .map(|(index, section)| entry(&section.id, &section.title, Some(part(index))))
        .collect();
    view! { <ol>{sections}{entry("sources", text.sources(), None)}</ol> }
}

/// The contents beside the text, where no figure stands there. What they say of the place is filled in while the text
/// is read.
fn beside(page: Page, article: &Article<Figure>) -> AnyView {
    view! {
        <nav class="contents contents--beside" aria-label=page.text().page().where_one_is() data-contents="">
            <p class="contents__part" data-part-shown=""></p>
            {contents(page, article)}
        </nav>
    }
    .into_any()
}

/// The same as a line above the text, which opens as a menu; on wide screens only, and hidden until the first section
/// is read.
fn where_one_is(page: Page, article: &Article<Figure>) -> impl IntoView + use<> {
    view! {
        <nav class="where" aria-label=page.text().page().sections() data-contents="" hidden>
            <details class="where__menu">
                <summary class="where__line">
                    <span class="contents__part" data-part-shown=""></span>
                    " "
                    <span class="where__title" data-title-shown=""></span>
                </summary>
                <div class="contents contents--menu">{contents(page, article)}</div>
            </details>
        </nav>
    }
}

fn heading(section: &Section<Figure>) -> impl IntoView + use<> {
    let (id, title) = (section.id.clone(), section.title.clone());
    view! {
        <h2 class="section-title" id=id.clone()>
            <a class="anchor" href=format!("#{id}")>{title}</a>
        </h2>
    }
}

fn closing(page: Page, article: &Article<Figure>) -> impl IntoView + use<> {
    view! {
        <section class="closing" aria-labelledby="sources">
            <h2 class="section-title" id="sources">
                <a class="anchor" href="#sources">{page.text().page().sources()}</a>
            </h2>
            <div class="prose" inner_html=article.closing.clone()></div>
        </section>
    }
}
