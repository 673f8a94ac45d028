//! An invented company's ledger: a month of one bill, its parts, a budget with an alert, and a leak to find.
//!
//! The numbers are [`Month`]'s. Invariant: what is written comes from the record until today, which does not say that a
//! use was stolen, until the key that leaked is revoked.

mod allocation;
mod charts;
mod findings;
mod words;

use leptos::html::Div;
use leptos::prelude::*;

use super::ExhibitContext;
use super::chart::chart;
use super::clock::spoken;
use super::controls::{Slider, slider};
use super::markup::{live_markup, live_table};
use crate::journey::ledger::{Case, Company, CompanyKey, DAYS, Grouping, Month, Revoked};
use crate::pricing::Usd;
use crate::ui::widgets::{button, button_when, choice, constant_text, live_bool, live_text, menu, paragraph};
use crate::words::fill;
pub use words::Words;

/// The day on which the reader comes in.
const FIRST_TODAY: u32 = 17;

/// What the reader has set.
#[derive(Clone, Copy)]
struct LedgerState {
    context: ExhibitContext,
    case: RwSignal<Case>,
    grouping: RwSignal<Grouping>,
    today: RwSignal<u32>,
    budget_usd: RwSignal<u32>,
    alert_percent: RwSignal<u32>,
    chosen: RwSignal<CompanyKey>,
    revoked: RwSignal<Revoked>,
}

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let state = LedgerState::new(context);
    let text = state.text();
    let findings = live_text(move || findings::words(state));
    let (all, first_all) = live_markup::<Div>(live_text(move || allocation::all(state)));
    view! {
        <section
            class="ledger card"
            aria-labelledby="ledger-title"
            data-ledger=live_text(move || state.month().leak_state().name().to_owned())
            data-bill=live_text(move || state.month().bill().to_string())
        >
            <header class="card__header">
                <h3 class="card__title" id="ledger-title">{text.title()}</h3>
                {button("button", text.restart(), move || state.restart())}
            </header>
            <p class="ledger__invented">{text.invented()}</p>
            {controls(state)}
            <p class="ledger__findings" aria-hidden="true">{findings}</p>
            <p class="visually-hidden" role="status">{spoken(findings)}</p>
            <div class="sides">
                {chart(text.days_title(), live_text(move || charts::days(state)))}
                {chart(text.total_title(), live_text(move || charts::total(state)))}
            </div>
            {live_table(text.allocation(), live_text(move || allocation::chosen(state)))}
            {revoking(state)}
            <details class="numbers-too">
                <summary>{text.all()}</summary>
                <div class="table" role="region" tabindex="0" aria-label=text.all() node_ref=all inner_html=first_all></div>
            </details>
            {paragraph("evidence", live_text(move || state.models()))}
        </section>
    }
}

fn controls(state: LedgerState) -> impl IntoView {
    let text = state.text();
    let number = state.context.text().number();
    let cases = Case::ALL.iter().map(|&case| choice(case.name(), text.cases().of(case))).collect();
    let groupings = Grouping::ALL.iter().map(|&one| choice(one.name(), text.groupings().of(one))).collect();
    let day = live_text(move || fill(text.day(), &[("day", &number.whole(state.today.get()))]));
    let shown = live_bool(|| false);
    let (today, budget) = (state.today, state.budget_usd);
    let choose_case = move |name: String| {
        state.case.set(Case::from_name(&name).unwrap_or(Case::Ordinary));
        state.revoked.set(Revoked::default());
    };
    let group = move |name: String| state.grouping.set(Grouping::from_name(&name).unwrap_or(Grouping::Department));
    view! {
        <div class="menus live-only">
            {menu("case", text.case(), cases, live_text(move || state.case.get().name().to_owned()), choose_case)}
            {slider(Slider {
                name: "today", label: text.today(), range: (1, DAYS, 1), value: today, words: day, hidden: shown,
            })}
            {menu("grouping", text.grouping(), groupings, live_text(move || state.grouping.get().name().to_owned()), group)}
            {slider(Slider {
                name: "budget",
                label: text.budget(),
                range: (500, 5_000, 100),
                value: budget,
                words: live_text(move || number.as_dollars(number.whole(budget.get()))),
                hidden: shown,
            })}
            {slider(Slider {
                name: "alert",
                label: text.alert(),
                range: (10, 100, 5),
                value: state.alert_percent,
                words: live_text(move || {
                    fill(
                        text.alert_words(),
                        &[
                            ("percent", &number.as_percent(state.alert_percent.get())),
                            ("amount", &state.amount(state.alert())),
                        ],
                    )
                }),
                hidden: shown,
            })}
        </div>
    }
}

fn revoking(state: LedgerState) -> impl IntoView {
    let text = state.text();
    let keys = CompanyKey::ALL.iter().map(|key| choice(key.name(), key.name())).collect();
    let choose = move |name: String| state.chosen.set(CompanyKey::from_name(&name).unwrap_or(CompanyKey::Shared));
    let is_revoked = live_bool(move || state.month().revoked_on(state.chosen.get()).is_some());
    view! {
        <div class="ledger__revoke live-only">
            {menu("revoke", text.key(), keys, live_text(move || state.chosen.get().name().to_owned()), choose)}
            {button_when("button button--main", constant_text(text.revoke()), is_revoked, move || state.revoke())}
        </div>
    }
}

impl LedgerState {
    fn new(context: ExhibitContext) -> Self {
        Self {
            context,
            case: RwSignal::new(Case::OwnKey),
            grouping: RwSignal::new(Grouping::Department),
            today: RwSignal::new(FIRST_TODAY),
            budget_usd: RwSignal::new(2_000),
            alert_percent: RwSignal::new(80),
            chosen: RwSignal::new(CompanyKey::SupportChatProd),
            revoked: RwSignal::new(Revoked::default()),
        }
    }

    /// The same month once more.
    fn restart(self) {
        self.revoked.set(Revoked::default());
        self.today.set(FIRST_TODAY);
    }

    /// From this evening on the chosen key does not work.
    fn revoke(self) {
        let (key, today) = (self.chosen.get_untracked(), self.today.get_untracked());
        self.revoked.update(|revoked| revoked[key as usize] = Some(today));
    }

    fn text(self) -> Words {
        self.context.text().exhibits().ledger()
    }

    fn company(self) -> Company<'static> {
        let data = self.context.data();
        Company::new(&data.facts.models, &data.more).expect("models")
    }

    /// The month until today. Tracks it.
    fn month(self) -> Month<'static> {
        Month { company: self.company(), case: self.case.get(), today: self.today.get(), revoked: self.revoked.get() }
    }

    fn budget(self) -> Usd {
        Usd::from_dollars(self.budget_usd.get())
    }

    /// The amount at which the alert comes.
    fn alert(self) -> Usd {
        self.budget().share(u64::from(self.alert_percent.get()), 100)
    }

    /// An amount exactly: the parts that are written add up to the whole.
    fn amount(self, amount: Usd) -> String {
        self.context.text().number().exact_amount(amount)
    }

    fn day(self, day: u32) -> String {
        self.context.text().number().whole(day)
    }

    /// Which models at which prices.
    fn models(self) -> String {
        let number = self.context.text().number();
        let price = |price| number.as_dollars(number.fraction(price));
        let company = self.company();
        let models: Vec<String> = company
            .different_models()
            .iter()
            .map(|model| {
                fill(
                    self.text().models(),
                    &[
                        ("model", &model.name),
                        ("input", &price(model.price.input)),
                        ("output", &price(model.price.output)),
                        ("date", &model.price.sourced.checked),
                    ],
                )
            })
            .collect();
        models.join(" ")
    }
}
