//! The figures that the article places, each in the element that the browser hydrates.

use leptos::prelude::*;

use crate::exhibits::{Exhibit, ExhibitContext};
use crate::ui::{Page, Shared, StageFigure};

/// A figure, by where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Beside the text where there is room.
    Stage(StageFigure),
    /// In the text.
    Exhibit(Exhibit),
}

impl Figure {
    /// Every figure with the name under which the article places it.
    pub fn all() -> Vec<(&'static str, Self)> {
        let stage = StageFigure::ALL.iter().map(|&figure| (figure.name(), Self::Stage(figure)));
        stage.chain(Exhibit::ALL.iter().map(|&exhibit| (exhibit.name(), Self::Exhibit(exhibit)))).collect()
    }
}

/// A figure of the stage.
#[component]
pub(super) fn FigureRoot(page: Page, shared: Shared, figure: StageFigure) -> impl IntoView {
    let html = figure.html(page, shared);
    view! { <div class="figure" id=figure.name()><div id=figure.root_id() inner_html=html></div></div> }
}

/// An exhibit in the text, which comes alive when it comes near.
#[component]
pub(super) fn ExhibitRoot(context: ExhibitContext, exhibit: Exhibit) -> impl IntoView {
    let html = exhibit.html(context);
    view! {
        <div class="figure figure--inside" id=exhibit.name()>
            <div id=exhibit.root_id() data-exhibit=exhibit.name() inner_html=html></div>
        </div>
    }
}
