//! The article page: masthead, chapters, closing block.

use leptos::prelude::*;

use super::language_menu::LanguageMenu;
use super::theme::ThemeMenu;
use super::{ExhibitRoot, Fallbacks, Figure, FigureRoot, NoticeRoot};
use crate::content::{Article, Piece, Section};
use crate::exhibits::ExhibitContext;
use crate::site::languages::MenuLink;
use crate::ui::{Page, Shared, StageFigure};

/// The highest class of length that `style/page.css` knows.
const LONGEST_PROSE: usize = 9;

/// A figure with the prose before and after it, or prose beside which the contents stand.
struct Chapter {
    before: Vec<AnyView>,
    figure: Option<StageFigure>,
    after: Vec<AnyView>,
}

impl Chapter {
    fn new() -> Self {
        Self { before: Vec::new(), figure: None, after: Vec::new() }
    }

    fn prose(&mut self, view: impl IntoView + 'static) {
        let side = if self.figure.is_none() { &mut self.before } else { &mut self.after };
        side.push(view.into_any());
    }
}

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
    /// From this page to the site's root.
    base: String,
) -> impl IntoView {
    let text = page.text().page();
    let shared = Shared::new(page);
    let chapters: Vec<_> =
        chapters(page, context, &article).into_iter().map(|chapter| chapter_view(shared, &article, chapter)).collect();
    view! {
        <a class="skip" href="#article">{text.skip()}</a>
        <header class="masthead">
            <a class="masthead__brand" href="./">{article.title.clone()}</a>
            <LanguageMenu page menu/>
            <ThemeMenu page/>
        </header>
        <main id="article">
            <Fallbacks page/>
            {chapters}
        </main>
        <NoticeRoot shared/>
        <footer class="colophon">
            <p>{text.licence()} " " <a href=format!("{base}third-party-notices.txt")>{text.third_party()}</a></p>
        </footer>
    }
}

fn chapters(page: Page, context: ExhibitContext, article: &Article<Figure>) -> Vec<Chapter> {
    let mut chapters = Vec::new();
    let mut current = Chapter::new();
    current.prose(opening(page, article));
    for section in &article.sections {
        let has_figure = section.pieces.iter().any(|piece| matches!(piece, Piece::Figure(Figure::Stage(_))));
        if current.figure.is_some() && (has_figure || section.alone) {
            chapters.push(std::mem::replace(&mut current, Chapter::new()));
        }
        current.prose(heading(section));
        for piece in &section.pieces {
            match piece {
                Piece::Html(html) => {
                    current.prose(view! { <div class=prose_class(html) inner_html=html.clone()></div> });
                }
                Piece::Figure(Figure::Stage(figure)) => current.figure = Some(*figure),
                Piece::Figure(Figure::Exhibit(exhibit)) => {
                    let exhibit = *exhibit;
                    current.prose(view! { <ExhibitRoot context exhibit/> });
                }
            }
        }
    }
    current.prose(closing(page, article));
    chapters.push(current);
    chapters
}

/// The style sheet keeps a place of about the right height for prose that is not laid out yet, by its hundreds of
/// words.
fn prose_class(html: &str) -> String {
    let words = html.split_whitespace().filter(|word| !word.contains('=')).count();
    format!("prose prose--{}", words.div_ceil(100).clamp(1, LONGEST_PROSE))
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

/// A list of all sections.
fn contents(page: Page, article: &Article<Figure>) -> impl IntoView + use<> {
    let entry = |id: &str, title: &str| view! { <li><a href=format!("#{id}")>{title.to_owned()}</a></li> };
    let sections: Vec<_> = article.sections.iter().map(|section| entry(&section.id, &section.title)).collect();
    view! { <ol>{sections}{entry("sources", page.text().page().sources())}</ol> }
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

fn chapter_view(shared: Shared, article: &Article<Figure>, chapter: Chapter) -> AnyView {
    let Chapter { before, figure, after } = chapter;
    match figure {
        Some(figure) => view! {
            <div class="chapter">
                <div class="chapter__before">{before}</div>
                <FigureRoot shared figure/>
                <div class="chapter__after">{after}</div>
            </div>
        }
        .into_any(),
        None => view! {
            <div class="chapter chapter--alone">
                <nav class="contents contents--beside" aria-label=shared.page.text().page().where_one_is()>
                    {contents(shared.page, article)}
                </nav>
                <div class="chapter__before">{before}</div>
            </div>
        }
        .into_any(),
    }
}
