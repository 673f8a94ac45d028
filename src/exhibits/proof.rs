//! How well a fact is known, as a line with a link to its source.

use leptos::html;
use leptos::prelude::*;

use super::ExhibitContext;
use super::markup::live_markup;
use crate::journey::Provider;
use crate::markup::escape;
use crate::pricing::{Evidence, Sourced};
use crate::words::fill;

/// A list of proofs, which is markup.
pub(super) fn proofs(items: Signal<String>) -> impl IntoView {
    let (place, first) = live_markup::<html::Ul>(items);
    view! { <ul class="proofs" node_ref=place inner_html=first></ul> }
}

/// `label`, which is markup, then the evidence, as an item of a list.
pub(super) fn proof(context: ExhibitContext, provider: Provider, label: &str, sourced: &Sourced) -> String {
    format!("<li>{label} {}</li>", evidence_link(context, provider, sourced))
}

/// The evidence with a link to its source, where there is one.
pub(super) fn evidence_link(context: ExhibitContext, provider: Provider, sourced: &Sourced) -> String {
    evidence_by(context, &context.data().facts.provider(provider).name, sourced)
}

/// The same for what somebody else than a provider documents.
pub(super) fn evidence_by(context: ExhibitContext, by: &str, sourced: &Sourced) -> String {
    let Sourced { evidence, source, checked } = sourced;
    let text = context.text().exhibits().evidence();
    let template = match evidence {
        Evidence::Documented => text.documented(),
        Evidence::Reported => text.reported(),
        Evidence::Unknown => text.unknown(),
    };
    let words = fill(template, &[("provider", by), ("date", checked)]);
    if *evidence == Evidence::Unknown {
        return escape(&words);
    }
    let text = context.text();
    let words = escape(&(words + &context.today().age_words(text.number(), text.age(), checked)));
    if source.is_empty() {
        return words;
    }
    format!("<a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">{words}</a>", escape(source))
}
