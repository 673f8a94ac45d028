//! How the journey ended: which side failed, who can fix it, and how well that is known.

use leptos::prelude::*;

use super::context::JourneyContext;
use super::player::Player;
use crate::journey::{Ending, Fixer, Half, Outcome, Phase, Retry, Scenario};
use crate::pricing::Evidence;
use crate::ui::Page;
use crate::ui::widgets::{flag, line, live};
use crate::words::fill;

/// What can be said at this moment: where the request stands, or how it ended.
#[component]
pub(super) fn EndingLine(page: Page, context: JourneyContext, player: Player) -> impl IntoView {
    let ended = move |words: fn(Page, JourneyContext, &Outcome) -> String| {
        live(move || match player.frame().phase {
            Phase::Idle | Phase::Running => String::new(),
            Phase::Ended(_) => words(page, context, context.outcome()),
        })
    };
    let under_way = live(move || match player.frame().phase {
        Phase::Idle => page.text().journey().before_start().to_owned(),
        Phase::Running => page.text().stages().of(player.frame().stage).label().to_owned(),
        Phase::Ended(_) => String::new(),
    });
    let class = live(move || format!("verdict verdict--{}", player.frame().phase.name()));
    let evidence = ended(evidence);
    view! {
        <div class=class role="status">
            {line("verdict__stage", under_way)}
            {line("verdict__headline", ended(|page, _, outcome| headline(page, outcome)))}
            {line("verdict__text", ended(|page, _, outcome| page.text().scenarios().of(outcome.scenario).text().to_owned()))}
            {line("verdict__code", ended(|page, _, outcome| code(page, outcome)))}
            {line("verdict__text", ended(|page, _, outcome| also_reported(page, outcome)))}
            {line("verdict__text", ended(|page, _, outcome| advice(page, outcome)))}
            <p class="evidence" hidden=flag(move || evidence.with(String::is_empty))>
                <a href=live(move || context.outcome().sourced.source.clone()) target="_blank" rel="noopener noreferrer">{evidence}</a>
            </p>
        </div>
    }
}

/// How it ended, in one line.
fn headline(page: Page, outcome: &Outcome) -> String {
    let text = page.text().ending();
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

fn code(page: Page, outcome: &Outcome) -> String {
    let text = page.text().ending();
    let template = if outcome.code_reported { text.code_reported() } else { text.code() };
    outcome.code.as_ref().map(|code| fill(template, &[("code", code)])).unwrap_or_default()
}

fn also_reported(page: Page, outcome: &Outcome) -> String {
    let other = outcome.reported_status.as_ref().filter(|(status, _)| Some(*status) != outcome.status);
    let words = |(status, date): &(u16, String)| {
        fill(page.text().ending().also_reported(), &[("status", &status.to_string()), ("date", date)])
    };
    other.map(words).unwrap_or_default()
}

/// Which side failed, who can fix it, whether a retry helps; nothing where all went well.
fn advice(page: Page, outcome: &Outcome) -> String {
    if outcome.scenario == Scenario::Paid {
        return String::new();
    }
    let text = page.text().ending();
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
fn evidence(page: Page, context: JourneyContext, outcome: &Outcome) -> String {
    if outcome.scenario == Scenario::Paid {
        return String::new();
    }
    let text = page.text().ending();
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
