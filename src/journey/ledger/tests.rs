//! What holds of every month, and one day worked by hand.

use proptest::prelude::*;

use super::{Case, Company, CompanyKey, DAYS, Entry, Group, Grouping, LeakState, Month, Revoked, Role};
use crate::journey::model::tests::model;
use crate::journey::{Model, Provider};
use crate::pricing::Usd;

fn at(id: &str, input: &str, output: &str) -> Model {
    let mut model = model(id, Provider::OpenAi, None);
    model.price.input = input.parse().expect("a price");
    model.price.output = output.parse().expect("a price");
    model
}

/// $8 and $40, $2 and $10, $0.10 and $0.50.
fn models() -> [Model; 3] {
    [at("large", "8", "40"), at("middle", "2", "10"), at("small", "0.10", "0.50")]
}

fn month(models: &[Model; 3], case: Case, today: u32) -> Month<'_> {
    let company = Company { models: [&models[0], &models[1], &models[2]] };
    Month { company, case, today, revoked: Revoked::default() }
}

fn revoke(month: Month<'_>, key: CompanyKey, evening: u32) -> Month<'_> {
    let mut revoked = month.revoked;
    revoked[key as usize] = Some(evening);
    Month { revoked, ..month }
}

fn sum(amounts: impl IntoIterator<Item = Usd>) -> Usd {
    amounts.into_iter().sum()
}

#[test]
fn the_first_day_worked_by_hand() {
    let models = models();
    let month = month(&models, Case::Ordinary, 1);
    let of = |key| month.entries().into_iter().find(|entry: &Entry| entry.key == key).expect("an entry");
    // Day 1 of the first key: 90 + (3 + 7 + 0) % 21 = 100 percent of its habit.
    let chat = of(CompanyKey::SupportChatProd);
    assert_eq!((chat.role, chat.input, chat.output), (Role::Middle, 10_000_000, 1_300_000));
    // 10 × $2 + 1.3 × $10.
    assert_eq!(month.cost(&chat).to_string(), "33.00");
    // Of the drafts, the fifth key: 90 + (10 + 44) % 21 = 102 percent of 6 units, rounded.
    let drafts = of(CompanyKey::ReportDraftsProd);
    assert_eq!((drafts.role, drafts.input, drafts.output), (Role::Large, 600_000, 600_000));
    // 0.6 × $8 + 0.6 × $40.
    assert_eq!(month.cost(&drafts).to_string(), "28.80");
}

#[test]
fn weekends_are_quiet_in_the_office_and_not_in_the_shop() {
    let models = models();
    let entries = month(&models, Case::Ordinary, 7).entries();
    let input = |day, key| entries.iter().find(|e| e.day == day && e.key == key).map_or(0, |e| e.input);
    for day in [6, 7] {
        assert_eq!(input(day, CompanyKey::ReportDraftsProd), 0);
        assert!(input(day, CompanyKey::ShopSearchProd) > input(5, CompanyKey::ShopSearchProd));
    }
}

#[test]
fn a_leak_is_on_one_key_and_on_no_other() {
    let models = models();
    for (case, leaked) in [(Case::OwnKey, CompanyKey::SupportChatTest), (Case::SharedKey, CompanyKey::Shared)] {
        let (ordinary, strange) = (month(&models, Case::Ordinary, DAYS), month(&models, case, DAYS));
        for (before, after) in ordinary.rows(Grouping::Key).iter().zip(strange.rows(Grouping::Key)) {
            assert_eq!(before.group, after.group);
            let is_leaked = after.group == Group::Key { key: leaked, is_new: false };
            assert_eq!(*before != after, is_leaked, "{:?}", after.group);
        }
        assert_eq!(strange.leak().map(|leak| leak.key), Some(leaked));
    }
}

#[test]
fn a_spike_of_a_shared_key_belongs_to_nobody() {
    let models = models();
    let (ordinary, strange) = (month(&models, Case::Ordinary, DAYS), month(&models, Case::SharedKey, DAYS));
    for grouping in [Grouping::Department, Grouping::Product] {
        let changed: Vec<_> =
            strange.rows(grouping).into_iter().filter(|row| !ordinary.rows(grouping).contains(row)).collect();
        assert_eq!(changed.iter().map(|row| row.group).collect::<Vec<_>>(), [Group::Unallocated]);
    }
}

#[test]
fn a_spike_stands_out_from_the_same_day_a_week_before() {
    let models = models();
    let (today, before) = month(&models, Case::OwnKey, 17).today_and_a_week_before().expect("two days");
    assert!(today > before.share(2, 1), "{today} after {before}");
    assert_eq!(month(&models, Case::OwnKey, 7).today_and_a_week_before(), None);
}

#[test]
fn revoking_the_right_key_ends_it_and_another_does_not() {
    let models = models();
    let leaking = month(&models, Case::OwnKey, DAYS);
    let wrong = revoke(leaking, CompanyKey::SupportChatProd, 17);
    assert_eq!((wrong.leak_state(), wrong.bill()), (LeakState::Leaking, leaking.bill()));
    let right = revoke(wrong, CompanyKey::SupportChatTest, 18);
    let leak = right.leak().expect("a leak");
    assert_eq!((right.leak_state(), leak.first, leak.last), (LeakState::Stopped, 12, 18));
    assert_eq!(right.last_revoked(), Some((CompanyKey::SupportChatTest, 18)));
    assert!(
        right
            .rows(Grouping::Key)
            .iter()
            .any(|row| row.group == Group::Key { key: CompanyKey::SupportChatTest, is_new: true })
    );
    let unnoticed = right.leak_unnoticed().expect("a leak");
    assert_eq!((unnoticed.last, unnoticed.cost), (DAYS, leaking.leak().expect("a leak").cost));
    // The evening has not come on the day before.
    let earlier = Month { today: 17, ..right };
    assert_eq!((earlier.leak_state(), earlier.revoked_on(CompanyKey::SupportChatTest)), (LeakState::Leaking, None));
}

#[test]
fn nothing_leaks_before_its_day() {
    let models = models();
    let early = month(&models, Case::OwnKey, 11);
    assert_eq!((early.leak_state(), early.leak()), (LeakState::Quiet, None));
    assert_eq!(early.bill(), month(&models, Case::Ordinary, 11).bill());
}

#[test]
fn an_alert_comes_on_the_day_on_which_its_amount_is_reached() {
    let models = models();
    let month = month(&models, Case::Ordinary, DAYS);
    let totals = month.running_totals();
    assert_eq!(month.day_reaching(totals[9]), Some(10));
    assert_eq!(month.day_reaching(totals[9] + Usd::from_cents(1)), Some(11));
    assert_eq!(month.day_reaching(month.bill() + Usd::from_cents(1)), None);
    assert_eq!(totals.last(), Some(&month.bill()));
}

proptest! {
    #[test]
    fn the_parts_are_the_bill_exactly(
        case in 0_usize..3, today in 1_u32..=DAYS, key in 0_usize..7, evening in 1_u32..=DAYS,
    ) {
        let models = models();
        let month = revoke(month(&models, Case::ALL[case], today), CompanyKey::ALL[key], evening);
        for &grouping in Grouping::ALL {
            let rows = month.rows(grouping);
            prop_assert_eq!(sum(rows.iter().map(|row| row.cost)), month.bill());
            for row in &rows {
                prop_assert_eq!(sum(row.days.iter().copied()), row.cost);
                prop_assert_eq!(row.days.len() as u32, today);
            }
            let tokens: u32 = rows.iter().map(|row| row.input + row.output).sum();
            prop_assert_eq!(tokens, month.entries().iter().map(|e| e.input + e.output).sum::<u32>());
        }
        let stolen = month.leak().map_or(Usd::default(), |leak| leak.cost);
        prop_assert_eq!(Month { case: Case::Ordinary, ..month }.bill() + stolen, month.bill());
    }
}
