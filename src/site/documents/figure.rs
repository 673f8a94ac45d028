//! The figures that the article places, each in the element that the browser hydrates.
//!
//! Menus and fields of a figure that is out of sight when the page opens are kept away until they can be used
//! (`public/controls.js`): browsers lay out every part of a page that has one, however far away it is, to see
//! whether they could fill it in. Those of the journey wait in templates; those of the exhibits in a file of their
//! own, [`exhibit_controls`], with an empty template in the place of each, because few readers need them all. A page
//! that is one figure keeps the few that it has.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde_json::json;

use crate::exhibits::{Exhibit, ExhibitContext};
use crate::ui::{Shared, StageFigure};

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
pub(super) fn FigureRoot(shared: Shared, figure: StageFigure) -> impl IntoView {
    let html = figure.html(shared);
    // What is typed into the lab before the app arrives must not be lost.
    let html = if figure == StageFigure::Journey { controls_in_templates(&html) } else { html };
    view! { <div class="figure" id=figure.name()><div id=figure.root_id() inner_html=html></div></div> }
}

/// An exhibit in the text, which comes alive when it comes near.
#[component]
pub(super) fn ExhibitRoot(
    context: ExhibitContext,
    exhibit: Exhibit,
    /// Whether its menus and fields wait in it, and not in their file.
    #[prop(optional)]
    has_controls: bool,
) -> impl IntoView {
    let html = exhibit.html(context);
    let html = if has_controls { controls_in_templates(&html) } else { without_controls(&html).0 };
    view! {
        <div class="figure figure--inside" id=exhibit.name()>
            <div id=exhibit.root_id() data-exhibit=exhibit.name() inner_html=html></div>
        </div>
    }
}

/// The menus and fields of every exhibit: JSON, an array for each, in their order.
pub(in crate::site) fn exhibit_controls(context: ExhibitContext) -> String {
    let html = |exhibit: Exhibit| Owner::new().with(|| exhibit.html(context));
    let of = |&exhibit: &Exhibit| (exhibit.name(), without_controls(&html(exhibit)).1);
    json!(Exhibit::ALL.iter().map(of).collect::<BTreeMap<_, _>>()).to_string()
}

/// Puts each menu and each field of `html` into a template, and each label that names its field by its id.
fn controls_in_templates(html: &str) -> String {
    let (html, controls) = without_controls(html);
    let mut parts = html.split(PLACE);
    let first = parts.next().unwrap_or_default().to_owned();
    parts
        .zip(controls)
        .fold(first, |out, (part, control)| out + "<template data-control>" + &control + "</template>" + part)
}

/// Stands in the place of a control.
const PLACE: &str = "<template data-control></template>";

/// `html` with an empty template in the place of each menu, each field and each label that names its field by its
/// id, and what stood there.
fn without_controls(html: &str) -> (String, Vec<String>) {
    let (mut out, mut controls) = (String::with_capacity(html.len()), Vec::new());
    let mut rest = html;
    while let Some((before, control, after)) = next_control(rest) {
        out.push_str(before);
        out.push_str(PLACE);
        controls.push(control.to_owned());
        rest = after;
    }
    (out + rest, controls)
}

/// What comes before the first menu or field, itself, and what comes after it. Text is escaped in `html`, so a
/// sign that opens a tag is one.
fn next_control(html: &str) -> Option<(&str, &str, &str)> {
    const CONTROLS: [(&str, &str); 4] =
        [("<select", "</select>"), ("<textarea", "</textarea>"), ("<input", ">"), ("<label for", "</label>")];
    let found = CONTROLS.iter().filter_map(|(open, close)| Some((html.find(open)?, close)));
    let (start, close) = found.min_by_key(|&(start, _)| start)?;
    let end = start + html[start..].find(close)? + close.len();
    Some((&html[..start], &html[start..end], &html[end..]))
}

#[cfg(test)]
mod tests {
    use super::{PLACE, controls_in_templates, without_controls};

    #[test]
    fn every_control_is_kept_and_nothing_else_changes() {
        let html = "<p>&lt;input&gt;</p><label>a<select name=b><option>c</option></select></label><input type=range><b>d</b><label for=e>f</label>";
        let kept = controls_in_templates(html);
        assert_eq!(kept.matches("<template data-control>").count(), 3, "{kept}");
        assert!(kept.contains("<template data-control><input type=range></template><b>"), "{kept}");
        assert!(kept.ends_with("<template data-control><label for=e>f</label></template>"), "{kept}");
        assert_eq!(kept.replace("<template data-control>", "").replace("</template>", ""), html);

        let (without, controls) = without_controls(html);
        assert_eq!(controls.concat().len() + without.replace(PLACE, "").len(), html.len());
        assert_eq!(controls[1], "<input type=range>");
    }
}
