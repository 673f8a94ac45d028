//! Markup that the figures write as strings: marked text with its links into the picture, and how a string takes
//! the place of an earlier one.
//!
//! Invariant: an element stays as long as its place has one of its kind, so whatever has the focus keeps it while
//! an answer grows, and when a figure comes alive with the reader's own request and the age of its facts.

use std::cell::RefCell;

use leptos::html::{Div, ElementType};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node};

use crate::journey::Stage;
use crate::journey::exchange::{Mark, Span};
use crate::markup::escape;
use crate::ui::widgets::effect;

/// `spans` as HTML: marked pieces are links that lead to their stage, or emphasized. Without JavaScript they
/// lead to the picture.
pub(super) fn html(spans: &[Span], tokens_stage: Stage) -> String {
    let mut out = String::new();
    for Span { text, mark } in spans {
        let text = escape(text);
        match mark {
            Mark::Plain => out.push_str(&text),
            Mark::Key => out.push_str(&link(&text, "key", Stage::CheckKey)),
            Mark::Token => out.push_str(&link(&text, "token", tokens_stage)),
            Mark::Fail => out.push_str(&format!("<strong class=\"term term--fail\">{text}</strong>")),
            Mark::Absent => out.push_str(&format!("<del class=\"message__absent\">{text}</del>")),
        }
    }
    out
}

fn link(text: &str, mark: &str, stage: Stage) -> String {
    let stage = stage.name();
    format!("<a href=\"#journey\" class=\"message__mark term term--{mark}\" data-to-stage=\"{stage}\">{text}</a>")
}

/// Words of the data files, which are in English on every page.
pub(super) fn english(words: &str) -> String {
    format!("<span lang=\"en\">{}</span>", escape(words))
}

/// A table in a region that can be scrolled.
pub(super) fn live_table(caption: &'static str, table: Signal<String>) -> impl IntoView {
    let (place, first) = live_markup::<Div>(table);
    view! {
        <div class="table" role="region" tabindex="0" aria-label=caption node_ref=place inner_html=first></div>
    }
}

/// For an element that holds `markup`: its reference and its first `inner_html`. As views the same would make the
/// exhibits a tenth larger.
pub(super) fn live_markup<E>(markup: Signal<String>) -> (NodeRef<E>, String)
where
    E: ElementType + 'static,
    E::Output: JsCast + Clone + 'static,
{
    let place = NodeRef::<E>::new();
    let first = markup.get_untracked();
    follow(move || place.get().map(JsCast::unchecked_into), markup, first.clone());
    (place, first)
}

fn follow(place: impl Fn() -> Option<Element> + 'static, markup: Signal<String>, first: String) {
    let place: Box<dyn Fn() -> Option<Element>> = Box::new(place);
    let last = RefCell::new(first);
    effect(move || {
        let now = markup.get();
        if let Some(place) = place()
            && last.replace(now.clone()) != now
            && let Ok(new) = place.clone_node()
        {
            let new: Element = new.unchecked_into();
            new.set_inner_html(&now);
            // It fails only where a node is no child of its parent.
            let _ = become_like(&place, &new);
        }
    });
}

/// Gives `old` the children of `new`; those of the same kind stay and only change what they say.
fn become_like(old: &Node, new: &Node) -> Result<(), JsValue> {
    let (mut before, mut after) = (old.first_child(), new.first_child());
    loop {
        let rest = (before.as_ref().and_then(Node::next_sibling), after.as_ref().and_then(Node::next_sibling));
        match (before, after) {
            (None, None) => return Ok(()),
            (Some(gone), None) => drop(old.remove_child(&gone)?),
            (None, Some(added)) => drop(old.append_child(&added)?),
            (Some(kept), Some(model)) if kept.node_name() == model.node_name() => {
                copy_own(&kept, &model)?;
                become_like(&kept, &model)?;
            }
            (Some(gone), Some(added)) => drop(old.replace_child(&added, &gone)?),
        }
        (before, after) = rest;
    }
}

/// Gives `kept` the text, if it is one, and the attributes of `model`.
fn copy_own(kept: &Node, model: &Node) -> Result<(), JsValue> {
    let (Some(kept), Some(model)) = (kept.dyn_ref::<Element>(), model.dyn_ref::<Element>()) else {
        if kept.node_value() != model.node_value() {
            kept.set_node_value(model.node_value().as_deref());
        }
        return Ok(());
    };
    let names = |element: &Element| element.get_attribute_names().into_iter().filter_map(|name| name.as_string());
    for name in names(kept).filter(|name| !model.has_attribute(name)) {
        kept.remove_attribute(&name)?;
    }
    for name in names(model) {
        let value = model.get_attribute(&name);
        if kept.get_attribute(&name) != value {
            kept.set_attribute(&name, &value.unwrap_or_default())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::journey::Stage;
    use crate::journey::exchange::{Mark, Span};

    #[test]
    fn a_text_stays_a_text() {
        let span = |text: &str, mark| Span { text: text.to_owned(), mark };
        let spans = [span("a<b>&", Mark::Plain), span("\"<i>\"", Mark::Token)];
        let markup = html(&spans, Stage::Tokenize);
        assert!(markup.starts_with("a&lt;b&gt;&amp;<a"), "{markup}");
        assert!(markup.contains(">&quot;&lt;i&gt;&quot;</a>"), "{markup}");
    }
}
