//! The key workshop: create, deploy, rotate, leak and revoke keys, and see what each does to a program
//! and to the bill.
//!
//! A leak runs on a clock of two minutes a second until it is stopped. Nothing else moves by itself.
//! Invariant: a button is never replaced, whatever runs, so the one that the reader is about to press is
//! the one that is pressed.

mod costs;
mod key_row;
mod words;

use leptos::prelude::*;

use super::ExhibitContext;
use super::clock::{TICK_MS, spoken, tick_while};
use super::markup::{english, live_table};
use super::proof::{evidence_link, proofs};
use crate::journey::{Model, Protection, Provider, Scope, Situation, Thief, Workshop};
use crate::markup::escape;
use crate::pricing::Usd;
use crate::ui::widgets::{button, button_when, choice, constant_text, effect, live_bool, live_text, menu, paragraph};
use crate::words::fill;
use key_row::key_row;
pub use words::Words;

/// Minutes of the story in a second of a leak.
const MINUTES_A_SECOND: f64 = 2.0;
const HOUR_MIN: f64 = 60.0;
const DAY_MIN: f64 = 24.0 * HOUR_MIN;
const WEEK_MIN: f64 = 7.0 * DAY_MIN;

/// The state of the exhibit.
#[derive(Clone, Copy)]
struct WorkshopState {
    context: ExhibitContext,
    shop: RwSignal<Workshop>,
    protection: RwSignal<Protection>,
    /// Which of the lifetimes on offer a new key gets.
    lifetime: RwSignal<usize>,
    /// What a new key may do.
    scope: RwSignal<Scope>,
}

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let text = context.text().exhibits().workshop();
    let state = WorkshopState {
        context,
        shop: RwSignal::new(Workshop::default()),
        protection: RwSignal::new(Protection::Nothing),
        lifetime: RwSignal::new(0),
        scope: RwSignal::new(Scope::Everything),
    };
    state.run();
    let bill = live_text(move || state.bill());
    let has_leaked = live_bool(move || state.shop.with(|shop| shop.theft.is_some()));
    let step = move |minutes: f64| move || state.shop.update(|shop| shop.pass(minutes));
    view! {
        <section
            class="workshop card"
            aria-labelledby="workshop-title"
            data-workshop=live_text(move || state.situation().name().to_owned())
            data-spent=live_text(move || state.spent().to_string())
        >
            <header class="card__header">
                <h3 class="card__title" id="workshop-title">{text.title()}</h3>
                {button("button", text.restart(), move || state.shop.set(Workshop::default()))}
            </header>
            <div class="sides">
                <div class="workshop__side">
                    <h4 class="message__title">{text.keys()}</h4>
                    <ul class="keys">
                        <For each=move || state.numbers() key=|number| *number let:number>
                            {key_row(state, number)}
                        </For>
                    </ul>
                    <div class="workshop__create live-only">
                        {lifetime_menu(state)}
                        {scope_menu(state)}
                        {button("button", text.create(), move || state.create())}
                    </div>
                    {paragraph("workshop__hint", live_text(move || state.hint().to_owned()))}
                </div>
                <div class="workshop__side">
                    <h4 class="message__title">{live_text(move || state.clock())}</h4>
                    <p class="workshop__program">{live_text(move || state.program())}</p>
                    <p class="workshop__bill" aria-hidden="true">{bill}</p>
                    <p class="visually-hidden" role="status">{spoken(bill)}</p>
                    <div class="buttons live-only">
                        {button("button", text.wait_hour(), step(HOUR_MIN))}
                        {button("button", text.wait_day(), step(DAY_MIN))}
                        {button_when("button button--main", constant_text(text.leak()), has_leaked, move || state.leak())}
                    </div>
                    {protection_menu(state)}
                    {paragraph("evidence", live_text(move || costs::pace(state)))}
                </div>
            </div>
            {live_table(text.damage_caption(), live_text(move || costs::damage_table(state)))}
            <details class="workshop__facts">
                <summary>{live_text(move || fill(text.facts(), &[("provider", state.provider_name())]))}</summary>
                {proofs(live_text(move || state.facts()))}
            </details>
        </section>
    }
}

fn lifetime_menu(state: WorkshopState) -> impl IntoView {
    let text = state.text();
    let words = [text.never(), text.hour(), text.week()];
    let choices = words.iter().enumerate().map(|(index, words)| choice(&index.to_string(), words)).collect();
    let value = live_text(move || state.lifetime.get().to_string());
    menu("lifetime", text.lifetime(), choices, value, move |index| state.lifetime.set(index.parse().unwrap_or(0)))
}

fn scope_menu(state: WorkshopState) -> impl IntoView {
    let choices = Scope::ALL.iter().map(|&scope| choice(scope.name(), &state.scope_words(scope))).collect();
    let value = live_text(move || state.scope.get().name().to_owned());
    let choose = move |name: String| state.scope.set(Scope::from_name(&name).unwrap_or(Scope::Everything));
    menu("scope", state.text().scope(), choices, value, choose)
}

fn protection_menu(state: WorkshopState) -> impl IntoView {
    let text = state.text();
    let choices =
        Protection::ALL.iter().map(|&one| choice(one.name(), &costs::protection_words(state.context, one))).collect();
    let value = live_text(move || state.protection.get().name().to_owned());
    let choose = move |name: String| state.protection.set(Protection::from_name(&name).unwrap_or(Protection::Nothing));
    menu("protection", text.protection(), choices, value, choose)
}

impl WorkshopState {
    fn text(self) -> Words {
        self.context.text().exhibits().workshop()
    }

    fn provider(self) -> Provider {
        self.context.journey_with(|journey| journey.provider)
    }

    fn provider_name(self) -> &'static str {
        &self.context.data().facts.provider(self.provider()).name
    }

    fn cheapest_model(self) -> &'static Model {
        Model::cheapest(&self.context.data().facts.models, self.provider()).expect("a model")
    }

    /// The numbers of all keys.
    fn numbers(self) -> Vec<u32> {
        self.shop.with(|shop| shop.keys.iter().map(|key| key.number).collect())
    }

    fn create(self) {
        let lifetime_min = [None, Some(HOUR_MIN), Some(WEEK_MIN)][self.lifetime.get_untracked().min(2)];
        self.shop.update(|shop| shop.create(lifetime_min, self.scope.get_untracked()));
    }

    /// The key that the program uses leaks.
    fn leak(self) {
        self.shop.update(|shop| {
            if let Some(number) = shop.deployed {
                shop.leak(number);
            }
        });
    }

    /// From now on time passes while a thief is on, and only then.
    fn run(self) {
        let is_running = StoredValue::new(false);
        effect(move || {
            if self.situation() != Situation::Leaking || is_running.get_value() {
                return;
            }
            is_running.set_value(true);
            tick_while(move || {
                let is_on = || untrack(|| self.situation()) == Situation::Leaking;
                // A moment ago the reader may have stopped it.
                if is_on() {
                    self.shop.update(|shop| shop.pass(MINUTES_A_SECOND * f64::from(TICK_MS) / 1_000.0));
                }
                is_running.set_value(is_on());
                is_on()
            });
        });
    }

    /// The thief, under what the owner has set up.
    fn thief(self) -> Thief<'static> {
        costs::thief(self, self.protection.get())
    }

    fn situation(self) -> Situation {
        self.shop.with(|shop| shop.situation(self.thief().is_on(shop)))
    }

    fn spent(self) -> Usd {
        self.shop.with(|shop| self.thief().spent(shop))
    }

    fn scope_words(self, scope: Scope) -> String {
        let text = self.text();
        match scope {
            Scope::Everything => text.scope_everything().to_owned(),
            Scope::CheapestModel => fill(text.scope_cheapest(), &[("model", &untrack(|| self.cheapest_model()).name)]),
        }
    }

    /// A time of the workshop's clock: the day, and hours and minutes.
    fn clock_words(self, minutes: f64) -> String {
        clock_words(self.text().days(), minutes)
    }

    fn clock(self) -> String {
        fill(self.text().clock(), &[("time", &self.shop.with(|shop| self.clock_words(shop.now_min)))])
    }

    fn program(self) -> String {
        let text = self.text();
        self.shop.with(|shop| {
            let state = if shop.program_runs() { text.program_runs() } else { text.program_stands() };
            let answered = fill(text.answered(), &[("time", &hours_words(shop.answered_min))]);
            let mut words = format!("{state} {answered}");
            if shop.refused_min > 0.0 {
                words += " ";
                words += &fill(text.refused(), &[("time", &hours_words(shop.refused_min))]);
            }
            words
        })
    }

    fn bill(self) -> String {
        let text = self.text();
        let template = match self.situation() {
            Situation::Leaking => text.bill_growing(),
            Situation::Stopped => text.bill_stopped(),
            Situation::Running | Situation::Down | Situation::Rotated => return text.bill_none().to_owned(),
        };
        fill(template, &[("amount", &self.cents(self.spent()))])
    }

    /// Dollars and cents: what grows by the second needs no more.
    fn cents(self, amount: Usd) -> String {
        let words = amount.to_string();
        let number = self.context.text().number();
        let cents = words.find('.').map_or(words.len(), |dot| dot + 3);
        number.as_dollars(number.fraction(&words[..cents.min(words.len())]))
    }

    fn hint(self) -> &'static str {
        let text = self.text();
        match self.situation() {
            Situation::Rotated => text.rotated(),
            Situation::Down => text.wrong_deploy(),
            Situation::Running => text.rotate_hint(),
            Situation::Leaking | Situation::Stopped => "",
        }
    }

    fn facts(self) -> String {
        let text = self.text();
        let provider = self.provider();
        let facts = self.context.data().more.key_facts.iter().filter(|fact| fact.provider == provider);
        facts
            .map(|fact| {
                let words = if let Some(sentence) = &fact.text {
                    format!("{} {}", english(sentence), evidence_link(self.context, provider, &fact.sourced))
                } else {
                    let topic = fact.question.map_or("", |question| text.questions().of(question));
                    escape(&fill(text.not_found(), &[("topic", topic)]))
                };
                format!("<li>{words}</li>")
            })
            .collect()
    }
}

/// A time, in minutes since the beginning, in the words of `template`: `Day 2, 02:05`.
fn clock_words(template: &str, minutes: f64) -> String {
    let (day, clock) = (minutes as u32 / 1_440 + 1, hours_words(minutes % 1_440.0));
    fill(template, &[("day", &day.to_string()), ("clock", &clock)])
}

/// A stretch of minutes as hours and minutes: `26:05`.
fn hours_words(minutes: f64) -> String {
    let minutes = minutes as u32;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::{clock_words, hours_words};

    #[test]
    fn a_clock_of_days() {
        let words = |minutes| clock_words("Day {day}, {clock}", minutes);
        assert_eq!([words(65.0), words(1_565.9)], ["Day 1, 01:05", "Day 2, 02:05"]);
        assert_eq!([hours_words(65.0), hours_words(1_565.9)], ["01:05", "26:05"]);
    }
}
