//! How the journey ended: which half failed, who can mend it, and how well that is known.

use leptos::prelude::*;

use super::player::Player;
use super::trip::Trip;
use crate::journey::{Half, Mender, Outcome, Phase, Retry, Scenario, Stage};
use crate::pricing::Evidence;
use crate::ui::Page;
use crate::ui::strings::fill;

/// What can be said at this moment: where the request stands, or how it ended.
#[component]
pub(super) fn VerdictLine(page: Page, trip: Trip, player: Player) -> impl IntoView {
    let phase = Memo::new(move |_| player.frame.get().phase);
    let stage = Memo::new(move |_| player.frame.get().stage);
    let content = move || match phase.get() {
        Phase::Idle => view! { <p>{page.text().journey.before_start.as_str()}</p> }.into_any(),
        Phase::Running => {
            let words = page.text().stages.of(stage.get()).label.as_str();
            view! { <p class="verdict__stage">{words}</p> }.into_any()
        }
        Phase::Paid | Phase::Refused | Phase::Failed => trip.outcome.with(|outcome| ending(page, trip, outcome)).into_any(),
    };
    view! { <div class=move || format!("verdict verdict--{}", phase.get().name()) role="status">{content}</div> }
}

fn ending(page: Page, trip: Trip, outcome: &Outcome) -> impl IntoView + use<> {
    let scenario = page.text().scenarios.of(outcome.scenario).text.as_str();
    let text = &page.text().verdict;
    let code = outcome.code.as_ref().map(|code| {
        let template = if outcome.code_reported { &text.code_reported } else { &text.code };
        let words = fill(template, &[("code", code)]);
        view! { <p class="verdict__code">{words}</p> }
    });
    let also = outcome.reported_status.as_ref().filter(|(status, _)| Some(*status) != outcome.status).map(|(status, date)| {
        view! { <p>{fill(&text.also_reported, &[("status", &status.to_string()), ("date", date)])}</p> }
    });
    view! {
        <p class="verdict__headline">{headline(page, outcome)}</p>
        <p>{scenario}</p>
        {code}
        {also}
        <p>{advice(page, outcome)}</p>
        {evidence(page, trip, outcome)}
    }
}

/// How it ended, in one line.
fn headline(page: Page, outcome: &Outcome) -> String {
    let text = &page.text().verdict;
    let status = outcome.status.map(|status| status.to_string());
    let template = match (outcome.verdict, &status) {
        (crate::journey::Verdict::Paid, _) => &text.paid,
        (crate::journey::Verdict::Failed, Some(_)) if outcome.stage == Stage::Generate => &text.cut,
        (crate::journey::Verdict::Refused, Some(_)) => &text.refused,
        (crate::journey::Verdict::Failed, Some(_)) => &text.failed,
        (crate::journey::Verdict::Refused, None) => &text.refused_unknown,
        (crate::journey::Verdict::Failed, None) => &text.failed_unknown,
    };
    fill(template, &[("status", status.as_deref().unwrap_or_default())])
}

/// Which half failed, whether a retry helps, who can mend it; nothing where all went well.
fn advice(page: Page, outcome: &Outcome) -> String {
    if outcome.scenario == Scenario::Paid {
        return String::new();
    }
    let text = &page.text().verdict;
    let half = match outcome.half {
        Half::Key => &text.half_key,
        Half::Tokens => &text.half_tokens,
        Half::Neither => &text.half_neither,
    };
    let mender = match outcome.mender {
        Mender::You => &text.who_you,
        Mender::Admin => &text.who_admin,
        Mender::Provider => &text.who_provider,
    };
    let retry = match outcome.retry {
        Retry::No => &text.retry_no,
        Retry::Wait => &text.retry_wait,
        Retry::Yes => &text.retry_yes,
    };
    format!("{half} {mender} {retry}")
}

/// Where status and code come from.
fn evidence(page: Page, trip: Trip, outcome: &Outcome) -> Option<AnyView> {
    if outcome.scenario == Scenario::Paid {
        return None;
    }
    let text = &page.text().verdict;
    let template = match outcome.evidence {
        Evidence::Documented => &text.documented,
        Evidence::Reported => &text.reported,
        Evidence::Unknown => &text.unknown,
    };
    let words = fill(template, &[("provider", &trip.provider().name), ("date", &outcome.checked)]);
    let kind = outcome.evidence.name();
    Some(if outcome.source.is_empty() {
        view! { <p class=format!("evidence evidence--{kind}")>{words}</p> }.into_any()
    } else {
        let source = outcome.source.clone();
        view! {
            <p class=format!("evidence evidence--{kind}")>
                <a href=source target="_blank" rel="noopener noreferrer">{words}</a>
            </p>
        }
        .into_any()
    })
}
