//! How the journey ended: which side failed, who can fix it, and how well that is known.

use leptos::prelude::*;

use super::context::JourneyContext;
use crate::journey::{Ending, Fixer, Half, Outcome, Phase, Retry, Scenario};
use crate::pricing::Evidence;
use crate::ui::widgets::{live_bool, live_text, paragraph};
use crate::words::fill;

/// What can be said at this moment: where the request stands, or how it ended.
#[component]
pub(super) fn EndingLine(context: JourneyContext) -> impl IntoView {
    let ended = move |words: fn(JourneyContext, &Outcome) -> String| {
        live_text(move || match context.player.frame().phase {
            Phase::Idle | Phase::Running => String::new(),
            Phase::Ended(_) => words(context, context.outcome()),
        })
    };
    let under_way = live_text(move || match context.player.frame().phase {
        Phase::Idle => context.page.text().journey().before_start().to_owned(),
        Phase::Running => context.page.text().stages().of(context.player.frame().stage).label().to_owned(),
        Phase::Ended(_) => String::new(),
    });
    let class = live_text(move || format!("verdict verdict--{}", context.player.frame().phase.name()));
    let evidence = ended(evidence);
    view! {
        <div class=class role="status">
            {paragraph("verdict__stage", under_way)}
            {paragraph("verdict__headline", ended(headline))}
            {paragraph("verdict__text", ended(|context, outcome| context.page.text().scenarios().of(outcome.scenario).text().to_owned()))}
            {paragraph("verdict__code", ended(code))}
            {paragraph("verdict__text", ended(also_reported))}
            {paragraph("verdict__text", ended(advice))}
            <p class="evidence" hidden=live_bool(move || evidence.with(String::is_empty))>
                <a href=live_text(move || context.outcome().sourced.source.clone()) target="_blank" rel="noopener noreferrer">{evidence}</a>
            </p>
        </div>
    }
}

/// How it ended, in one line.
fn headline(context: JourneyContext, outcome: &Outcome) -> String {
    let text = context.page.text().ending();
    let template = match (outcome.ending, outcome.status) {
        (Ending::Paid, _) => text.paid(),
        (Ending::Failed, Some(_)) if outcome.breaks_off() => text.cut(),
        (Ending::Refused, Some(_)) => text.refused(),
        (Ending::Failed, Some(_)) => text.failed(),
        (Ending::Refused, None) => text.refused_unknown(),
        (Ending::Failed, None) => text.failed_unknown(),
    };
    fill(template, &[("status", &outcome.status.map(|status| status.to_string()).unwrap_or_default())])
}

fn code(context: JourneyContext, outcome: &Outcome) -> String {
    let text = context.page.text().ending();
    let template = if outcome.code_reported { text.code_reported() } else { text.code() };
    outcome.code.as_ref().map(|code| fill(template, &[("code", code)])).unwrap_or_default()
}

fn also_reported(context: JourneyContext, outcome: &Outcome) -> String {
    let other = outcome.reported_status.as_ref().filter(|(status, _)| Some(*status) != outcome.status);
    let words = |(status, date): &(u16, String)| {
        fill(context.page.text().ending().also_reported(), &[("status", &status.to_string()), ("date", date)])
    };
    other.map(words).unwrap_or_default()
}

/// Which side failed, who can fix it, whether a retry helps; nothing where all went well.
fn advice(context: JourneyContext, outcome: &Outcome) -> String {
    if outcome.scenario == Scenario::Paid {
        return String::new();
    }
    let text = context.page.text().ending();
    let half = match outcome.half {
        Half::Key => text.half_key(),
        Half::Tokens => text.half_tokens(),
        Half::Neither => text.half_neither(),
    };
    let fixer = match outcome.fixer {
        Fixer::You => text.who_you(),
        Fixer::Admin => text.who_admin(),
        Fixer::Provider => text.who_provider(),
    };
    let retry = match outcome.retry {
        Retry::No => text.retry_no(),
        Retry::Wait => text.retry_wait(),
        Retry::Yes => text.retry_yes(),
    };
    format!("{half} {fixer} {retry}")
}

/// Where status and code come from; nothing where all went well.
fn evidence(context: JourneyContext, outcome: &Outcome) -> String {
    if outcome.scenario == Scenario::Paid {
        return String::new();
    }
    let text = context.page.text().ending();
    let template = match outcome.sourced.evidence {
        Evidence::Documented => text.documented(),
        Evidence::Reported => text.reported(),
        Evidence::Unknown => text.unknown(),
    };
    let words = fill(template, &[("provider", &context.provider().name), ("date", &outcome.sourced.checked)]);
    if outcome.sourced.evidence == Evidence::Unknown {
        words
    } else {
        words + &context.age_words(&outcome.sourced.checked)
    }
}
