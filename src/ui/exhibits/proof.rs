//! How well a fact is known, as a line with a link to its source.

use super::Hall;
use super::markup::escape;
use crate::journey::Provider;
use crate::pricing::Evidence;
use crate::ui::strings::fill;

/// `label`, which is markup, then the evidence, as an item of a list.
pub(super) fn proof(
    hall: Hall,
    provider: Provider,
    label: &str,
    evidence: Evidence,
    source: &str,
    checked: &str,
) -> String {
    format!("<li>{label} {}</li>", evidence_link(hall, provider, evidence, source, checked))
}

/// The evidence with a link to its source, where there is one.
pub(super) fn evidence_link(hall: Hall, provider: Provider, evidence: Evidence, source: &str, checked: &str) -> String {
    let text = &hall.text().exhibits.exchange;
    let template = match evidence {
        Evidence::Documented => text.documented,
        Evidence::Reported => text.reported,
        Evidence::Unknown => text.unknown,
    };
    let words = fill(template, &[("provider", &hall.provider(provider).name), ("date", checked)]);
    if evidence == Evidence::Unknown {
        return escape(&words);
    }
    let words = escape(&(words + &hall.today().age_words(hall.text().age, checked)));
    if source.is_empty() {
        return words;
    }
    format!("<a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">{words}</a>", escape(source))
}
