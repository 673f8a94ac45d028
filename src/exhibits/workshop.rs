//! The key workshop: create, deploy, rotate, leak and revoke keys, and see what each does to a program
//! and to the bill.
//!
//! A leak runs on a clock of two minutes a second until it is stopped. Nothing else moves by itself.

use leptos::prelude::*;

use super::ExhibitContext;
use super::clock::{TICK_MS, tick_while};
use super::markup::english;
use super::proof::evidence_link;
use crate::journey::{Key, Protection, Provider, Scope, Workshop};
use crate::markup::escape;
use crate::pricing::Usd;
use crate::ui::widgets::{button, choice, fixed, flag, line, live, menu};
use crate::words::fill;

/// Minutes of the story in a second of a leak.
const MINUTES_A_SECOND: f64 = 2.0;
pub(super) const HOUR_MIN: f64 = 60.0;
pub(super) const DAY_MIN: f64 = 24.0 * HOUR_MIN;
const WEEK_MIN: f64 = 7.0 * DAY_MIN;

/// The state of the exhibit.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub(super) context: ExhibitContext,
    pub(super) shop: RwSignal<Workshop>,
    pub(super) protection: RwSignal<Protection>,
    lifetime: RwSignal<usize>,
    scope: RwSignal<Scope>,
}

/// The workshop.
#[component]
pub fn WorkshopExhibit(
    /// Data and words.
    context: ExhibitContext,
) -> impl IntoView {
    let text = &context.text().exhibits.workshop;
    let state = State {
        context,
        shop: RwSignal::new(Workshop::default()),
        protection: RwSignal::new(Protection::Nothing),
        lifetime: RwSignal::new(0),
        scope: RwSignal::new(Scope::Everything),
    };
    let scopes = Scope::ALL.iter().map(|&scope| choice(scope.name(), &state.scope_words(scope))).collect();
    let lifetimes = [text.never, text.hour, text.week];
    let lifetimes = lifetimes.iter().enumerate().map(|(index, words)| choice(&index.to_string(), words)).collect();
    let protections = Protection::ALL.iter().map(|&p| choice(p.name(), &state.protection_words(p)));
    let no_theft = flag(move || state.shop.with(|shop| shop.theft.is_some()));
    let step = move |minutes: f64| move || state.shop.update(|shop| shop.pass(minutes));
    view! {
        <section
            class="workshop card"
            aria-labelledby="workshop-title"
            data-workshop=live(move || state.situation().to_owned())
            data-spent=live(move || format!("{}", state.spent()))
            on:click=move |event| state.press(&event)
        >
            <header class="card__header">
                <h3 class="card__title" id="workshop-title">{text.title}</h3>
                {button("button", fixed(text.restart), flag(|| false), move || state.shop.set(Workshop::default()))}
            </header>
            <div class="workshop__sides">
                <div class="workshop__side">
                    <h4 class="message__title">{text.keys}</h4>
                    <ul class="keys" inner_html=live(move || state.keys())></ul>
                    <div class="workshop__create">
                        {menu("lifetime", text.lifetime, lifetimes, live(move || state.lifetime.get().to_string()), move |v| state.lifetime.set(v.parse().unwrap_or(0)))}
                        {menu("scope", text.scope, scopes, live(move || state.scope.get().name().to_owned()), move |name| state.scope.set(Scope::from_name(&name).unwrap_or(Scope::Everything)))}
                        {button("button", fixed(text.create), flag(|| false), move || state.create())}
                    </div>
                    {line("workshop__hint", live(move || state.hint()))}
                </div>
                <div class="workshop__side">
                    <h4 class="message__title">{live(move || state.clock())}</h4>
                    <p class="workshop__program">{live(move || state.program())}</p>
                    <p class="workshop__bill" role="status">{live(move || state.bill())}</p>
                    <div class="buttons">
                        {button("button", fixed(text.wait_hour), flag(|| false), step(HOUR_MIN))}
                        {button("button", fixed(text.wait_day), flag(|| false), step(DAY_MIN))}
                        {button("button button--main", fixed(text.leak), no_theft, move || state.leak())}
                    </div>
                    {menu("protection", text.protection, protections.collect(), live(move || state.protection.get().name().to_owned()), move |name| state.protection.set(Protection::from_name(&name).unwrap_or(Protection::Nothing)))}
                    {line("evidence", live(move || state.pace()))}
                </div>
            </div>
            <div class="table" role="region" tabindex="0" aria-label=text.damage_caption inner_html=live(move || state.damage_table())></div>
            <details class="workshop__facts">
                <summary>{live(move || fill(text.facts, &[("provider", &state.facts_provider())]))}</summary>
                <ul class="proofs" inner_html=live(move || state.facts())></ul>
            </details>
        </section>
    }
}

impl State {
    pub(super) fn provider(self) -> Provider {
        self.context.journey_with(|journey| journey.provider)
    }

    fn facts_provider(self) -> String {
        self.context.provider(self.provider()).name.clone()
    }

    fn create(self) {
        let lifetime = match self.lifetime.get_untracked() {
            1 => Some(HOUR_MIN),
            2 => Some(WEEK_MIN),
            _ => None,
        };
        self.shop.update(|shop| shop.create(lifetime, self.scope.get_untracked()));
    }

    /// The key that the program uses leaks, and the clock starts.
    fn leak(self) {
        self.shop.update(|shop| {
            if let Some(number) = shop.deployed {
                shop.leak(number);
            }
        });
        tick_while(move || {
            self.shop.update(|shop| {
                if untrack(|| self.thief_is_on(shop)) {
                    shop.pass(MINUTES_A_SECOND * f64::from(TICK_MS) / 1_000.0);
                }
            });
            self.shop.with_untracked(|shop| untrack(|| self.thief_is_on(shop)))
        });
    }

    /// A button in the list of keys.
    fn press(self, event: &leptos::ev::MouseEvent) {
        let Some(number) = super::page_controls::attribute(event, "data-key").and_then(|n| n.parse().ok()) else {
            return;
        };
        let action = super::page_controls::attribute(event, "data-action");
        self.shop.update(|shop| match action.as_deref() {
            Some("deploy") => shop.deploy(number),
            Some("disable") => shop.disable(number),
            _ => shop.hide(),
        });
    }

    /// For tests and host pages.
    fn situation(self) -> &'static str {
        self.shop.with(|shop| {
            if shop.theft.is_some() {
                if self.thief_is_on(shop) { "leaking" } else { "stopped" }
            } else if shop.is_rotated() {
                "rotated"
            } else if shop.program_runs() {
                "running"
            } else {
                "down"
            }
        })
    }

    fn keys(self) -> String {
        self.shop.with(|shop| shop.keys.iter().map(|key| self.key(shop, key)).collect())
    }

    fn key(self, shop: &Workshop, key: &Key) -> String {
        let text = &self.context.text().exhibits.workshop;
        let number = key.number.to_string();
        let works = key.works(shop.now_min);
        let (class, state) = match (works, key.disabled_min) {
            (true, _) => ("works", text.works),
            (false, Some(_)) => ("ended", text.disabled),
            (false, None) => ("ended", text.expired),
        };
        let mut notes =
            vec![self.scope_words(key.scope), if key.shown { text.shown.to_owned() } else { text.hidden.to_owned() }];
        notes.push(match key.last_used_min {
            Some(minutes) => fill(text.last_used, &[("time", &clock_words(text.days, minutes))]),
            None => text.not_used.to_owned(),
        });
        if shop.deployed == Some(key.number) {
            notes.push(text.deployed.to_owned());
        }
        if shop.theft.is_some_and(|theft| theft.key == key.number) {
            notes.push(text.leaked.to_owned());
        }
        let example = &self.context.endpoint(self.context.journey_with(|journey| journey.provider)).key_example;
        let button = |action: &str, words: &str, offered: bool| {
            let words = escape(words);
            if offered {
                format!(
                    "<button type=\"button\" class=\"button\" data-key=\"{number}\" data-action=\"{action}\" aria-label=\"{words} {number}\">{words}</button>"
                )
            } else {
                String::new()
            }
        };
        format!(
            "<li class=\"keys__item keys__item--{class}\"><p><strong>{}</strong> <code class=\"term term--key\">{}</code> <span class=\"keys__state\">{}</span></p><p class=\"evidence\">{}</p><div class=\"buttons\">{}{}</div></li>",
            escape(&fill(text.key, &[("number", &number)])),
            if key.shown { escape(example) } else { "••••••••".to_owned() },
            escape(state),
            escape(&notes.join(" · ")),
            button("deploy", text.deploy, works && shop.deployed != Some(key.number)),
            button("disable", text.disable, works),
        )
    }

    fn clock(self) -> String {
        let text = &self.context.text().exhibits.workshop;
        fill(text.clock, &[("time", &self.shop.with(|shop| clock_words(text.days, shop.now_min)))])
    }

    fn program(self) -> String {
        let text = &self.context.text().exhibits.workshop;
        self.shop.with(|shop| {
            let state = if shop.program_runs() { text.program_runs } else { text.program_stands };
            let answered = fill(text.answered, &[("time", &clock_words(text.days, shop.answered_min))]);
            let refused = fill(text.refused, &[("time", &clock_words(text.days, shop.refused_min))]);
            let more = if shop.refused_min > 0.0 { format!(" {refused}") } else { String::new() };
            format!("{state} {answered}{more}")
        })
    }

    fn bill(self) -> String {
        let text = &self.context.text().exhibits.workshop;
        let template = match self.situation() {
            "leaking" => text.bill_growing,
            "stopped" => text.bill_stopped,
            _ => return text.bill_none.to_owned(),
        };
        fill(template, &[("amount", &self.cents(self.spent()))])
    }

    /// Dollars and cents: what grows by the second needs no more.
    pub(super) fn cents(self, amount: Usd) -> String {
        let words = amount.to_string();
        let cents = words.find('.').map_or(words.len(), |dot| dot + 3);
        format!("${}", self.context.text().number.fraction(&words[..cents.min(words.len())]))
    }

    fn hint(self) -> String {
        let text = &self.context.text().exhibits.workshop;
        let words = match self.situation() {
            "rotated" => text.rotated,
            "down" => text.wrong_deploy,
            "running" => text.rotate_hint,
            _ => "",
        };
        words.to_owned()
    }

    fn facts(self) -> String {
        let text = &self.context.text().exhibits.workshop;
        let provider = self.provider();
        let facts = self.context.data().more.key_facts.iter().filter(|fact| fact.provider == provider);
        facts
            .map(|fact| {
                let proof = evidence_link(self.context, provider, &fact.sourced);
                let words = match &fact.text {
                    Some(sentence) => format!("{} {proof}", english(sentence)),
                    None => fill(&escape(text.not_found), &[("topic", &english(&fact.topic.replace('-', " ")))]),
                };
                format!("<li>{words}</li>")
            })
            .collect()
    }
}

/// Minutes as hours and minutes, after whole days in the words `with_days`: `1 d 02:05`.
fn clock_words(with_days: &str, minutes: f64) -> String {
    let minutes = minutes as u32;
    let (days, hours, minutes) = (minutes / 1_440, minutes / 60 % 24, minutes % 60);
    let clock = format!("{hours:02}:{minutes:02}");
    if days == 0 { clock } else { fill(with_days, &[("days", &days.to_string()), ("clock", &clock)]) }
}

#[cfg(test)]
mod tests {
    use super::clock_words;

    #[test]
    fn a_clock_of_days() {
        let words = |minutes| clock_words("{days} d {clock}", minutes);
        assert_eq!([words(65.0), words(1_565.9)], ["01:05", "1 d 02:05"]);
    }
}
