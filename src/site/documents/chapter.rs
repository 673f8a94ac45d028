//! A chapter: a figure of the stage with the prose before and after it, or prose alone.

use leptos::prelude::*;

use super::figure::{ExhibitRoot, Figure, FigureRoot};
use crate::content::{Piece, Term};
use crate::exhibits::ExhibitContext;
use crate::ui::{Page, Shared, StageFigure};

/// The highest class of length that `style/page.css` knows.
const LONGEST_PROSE: usize = 9;

/// What every chapter of a page is made with.
#[derive(Clone, Copy)]
pub(super) struct Maker {
    pub(super) shared: Shared,
    pub(super) context: ExhibitContext,
}

/// A chapter that is being filled in reading order.
#[derive(Default)]
pub(super) struct Chapter {
    before: Vec<AnyView>,
    pub(super) figure: Option<StageFigure>,
    after: Vec<AnyView>,
}

impl Chapter {
    /// Adds what is read next.
    pub(super) fn push(&mut self, view: impl IntoView + 'static) {
        let side = if self.figure.is_none() { &mut self.before } else { &mut self.after };
        side.push(view.into_any());
    }

    /// Adds a piece of prose, a figure, a button, or the list of `terms`.
    pub(super) fn push_piece(&mut self, piece: &Piece<Figure>, maker: Maker, terms: &[Term]) {
        match piece {
            Piece::Html(html) => self.push(view! { <div class=prose_class(html) inner_html=html.clone()></div> }),
            Piece::Figure(Figure::Stage(figure)) => self.figure = Some(*figure),
            Piece::Figure(Figure::Exhibit(exhibit)) => {
                let (context, exhibit) = (maker.context, *exhibit);
                self.push(view! { <ExhibitRoot context exhibit/> });
            }
            Piece::PrintButton => {
                let words = maker.shared.page.text().page().print_table();
                self.push(view! {
                    <p class="print-table live-only"><button type="button" class="button" data-print="">{words}</button></p>
                });
            }
            Piece::Glossary => self.push(term_list(maker.shared.page, terms)),
        }
    }

    /// The chapter with its figure beside the prose; without one, with what `beside` makes.
    pub(super) fn view(self, maker: Maker, beside: impl FnOnce() -> AnyView) -> AnyView {
        let shared = maker.shared;
        let Self { before, figure, after } = self;
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
                    {beside()}
                    <div class="chapter__before">{before}</div>
                </div>
            }
            .into_any(),
        }
    }
}

/// The style sheet keeps a place of about the right height for prose that is not laid out yet, by its hundreds of
/// words.
fn prose_class(html: &str) -> String {
    let words = html.split_whitespace().filter(|word| !word.contains('=')).count();
    format!("prose prose--{}", words.div_ceil(100).clamp(1, LONGEST_PROSE))
}

/// All terms with their definitions, and where the article explains them.
fn term_list(page: Page, terms: &[Term]) -> impl IntoView + use<> {
    let more = page.text().page().explained();
    let entry = |Term { id, name, definition, explained, .. }: &Term| {
        let label = format!("{more}: {name}");
        view! {
            <dt id=id.clone()>{name.clone()}</dt>
            <dd>{definition.clone()} " " <a href=format!("../#{explained}") aria-label=label>{more}</a></dd>
        }
    };
    let entries: Vec<_> = terms.iter().map(entry).collect();
    view! { <dl class="terms">{entries}</dl> }
}
