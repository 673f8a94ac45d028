//! `cargo xtask freshness`: facts of `content/data/` and claims of the lesson that were read too long ago.
//!
//! A fact is a key `checked`, or one that ends in `_checked`; its value is the day of reading.
//! What changes soonest has limits of its own: each price, and each model that its provider
//! recommends, is named after [`NAMED_AFTER_DAYS`] and fails after [`FAILS_AFTER_DAYS`].
//! The day can be given, so that a result does not depend on the calendar; `cargo xtask test` only warns.

use std::fs;

use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use toml::{Table, Value};
use walkdir::WalkDir;

use crate::project::Project;

/// How old other facts may be unless `--days` says otherwise.
pub(crate) const DEFAULT_DAYS: i32 = 120;

/// When a price or a recommended model is named.
const NAMED_AFTER_DAYS: i32 = 45;

/// When it fails.
const FAILS_AFTER_DAYS: i32 = 90;

/// A day that a fact was read on.
#[derive(Debug, PartialEq)]
struct Reading {
    /// File and keys.
    place: String,
    date: Date,
    /// Whether it is a price, or a model that its provider recommends.
    changes_soon: bool,
    /// Where to read it again.
    source: String,
}

/// Names what is old on the day `today`, which is the clock's if none is given, and fails if something
/// is too old; facts other than prices and recommended models may be `days` old.
pub(crate) fn run(project: &Project, days: i32, today: Option<Date>) -> Result<()> {
    let (readings, today) = (read_all(project)?, today.unwrap_or_else(clock));
    let report = report(&readings, days, today);
    println!("{}", report.lines.join("\n"));
    ensure!(report.too_old == 0, "{} facts are too old on {today}: read their sources again", report.too_old);
    println!("{} facts; none is too old on {today}.", readings.len());
    Ok(())
}

/// Says so if something is old; never fails for that.
pub(crate) fn warn(project: &Project) {
    match read_all(project).map(|readings| report(&readings, DEFAULT_DAYS, clock()).lines.len()) {
        Ok(0) => {}
        Ok(old) => println!("note: {old} facts were read long ago; `cargo xtask freshness` names them"),
        Err(error) => println!("note: the age of the facts is unknown: {error:#}"),
    }
}

pub(crate) fn clock() -> Date {
    TimeZone::UTC.to_datetime(Timestamp::now()).date()
}

/// What is old, a line for each, and how many facts are too old.
#[derive(Debug, Default)]
struct Report {
    lines: Vec<String>,
    too_old: usize,
}

fn report(readings: &[Reading], days: i32, today: Date) -> Report {
    let mut report = Report::default();
    let mut readings: Vec<_> = readings.iter().collect();
    readings.sort_by_key(|reading| reading.date);
    for Reading { place, date, changes_soon, source } in readings {
        let age_days = (today - *date).get_days();
        let (named, fails) = if *changes_soon { (NAMED_AFTER_DAYS, FAILS_AFTER_DAYS) } else { (days, days) };
        if age_days > named {
            let verdict = if age_days > fails { "TOO OLD" } else { "old" };
            report.too_old += usize::from(age_days > fails);
            report.lines.push(format!("{date}  {age_days:>4} days  {verdict:<7}  {place}  {source}"));
        }
    }
    report
}

fn read_all(project: &Project) -> Result<Vec<Reading>> {
    let mut readings = Vec::new();
    let files = |place: &str| WalkDir::new(project.root().join(place)).sort_by_file_name();
    for entry in files("content/data").into_iter().chain(files("content/claims.toml")) {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "toml") {
            let name = entry.file_name().to_string_lossy();
            let text = fs::read_to_string(entry.path()).with_context(|| format!("cannot read {name}"))?;
            readings.extend(readings_of(&name, &text)?);
        }
    }
    Ok(readings)
}

fn readings_of(name: &str, text: &str) -> Result<Vec<Reading>> {
    let table: Table = text.parse().with_context(|| format!("{name} is not TOML"))?;
    let mut readings = Vec::new();
    collect(&table, name, &mut readings)?;
    Ok(readings)
}

/// Adds the readings of a table and of all tables in it.
fn collect(table: &Table, place: &str, readings: &mut Vec<Reading>) -> Result<()> {
    let text = |key| table.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let first = readings.len();
    for (key, value) in table {
        let place = format!("{place} {key}");
        match value {
            Value::Table(inner) => collect(inner, &place, readings)?,
            Value::Array(items) => {
                let tables = items.iter().filter_map(Value::as_table);
                tables.enumerate().try_for_each(|(index, item)| {
                    collect(item, &format!("{place} {}", label(item, index)), readings)
                })?;
            }
            _ if key == "checked" || key.ends_with("_checked") => {
                let date = value.as_str().and_then(|text| text.parse().ok());
                let date = date.with_context(|| format!("{place}: {value:?} is not a date"))?;
                let changes_soon = key == "checked" && table.keys().any(|key| key.contains("usd_per_mtok"));
                readings.push(Reading { place, date, changes_soon, source: text("source") });
            }
            _ => {}
        }
    }
    // A recommended model was read when the page that lists it was read, or else its price.
    if table.get("recommended").and_then(Value::as_bool) == Some(true) {
        let listed = text("listed_checked").parse().ok();
        let price = || readings[first..].iter().find(|reading| reading.changes_soon).map(|reading| reading.date);
        let date = listed.or_else(price).with_context(|| format!("{place} is recommended, without a date"))?;
        readings.push(Reading {
            place: format!("{place} recommended"),
            date,
            changes_soon: true,
            source: text("listed"),
        });
    }
    Ok(())
}

/// What a person would call an item of a list.
fn label(item: &Table, index: usize) -> String {
    let names = ["id", "model", "provider", "scenario", "name"];
    let known: Vec<_> = names.iter().filter_map(|name| item.get(*name)?.as_str()).take(2).collect();
    if known.is_empty() { (index + 1).to_string() } else { known.join("/") }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const MODELS: &str = r#"
[[model]]
id = "new-1"
recommended = true
listed = "https://example.org/models"
encoding_checked = "2026-01-01"
[model.price]
input_usd_per_mtok = "1.00"
source = "https://example.org/prices"
checked = "2026-09-01"

[[model]]
id = "old-1"
[model.price]
input_usd_per_mtok = "1.00"
source = "https://example.org/prices"
checked = "2026-11-01"
"#;

    fn reported(today: Date, days: i32) -> Report {
        report(&readings_of("models.toml", MODELS).expect("facts"), days, today)
    }

    #[test]
    fn every_date_counts_with_its_place_and_source() {
        let readings = readings_of("models.toml", MODELS).expect("facts");
        let found: Vec<_> = readings.iter().map(|reading| (reading.place.as_str(), reading.source.as_str())).collect();
        let (listed, priced) = ("https://example.org/models", "https://example.org/prices");
        assert_eq!(
            found,
            [
                ("models.toml model new-1 encoding_checked", ""),
                ("models.toml model new-1 price checked", priced),
                ("models.toml model new-1 recommended", listed),
                ("models.toml model old-1 price checked", priced),
            ]
        );
    }

    #[test]
    fn a_price_and_a_recommended_model_are_named_after_45_days_and_fail_after_90() {
        for (today, named, too_old) in [
            (date(2026, 10, 16), 0, 0),
            (date(2026, 10, 17), 2, 0),
            (date(2026, 11, 30), 2, 0),
            (date(2026, 12, 1), 2, 2),
        ] {
            let report = reported(today, 400);
            assert_eq!((report.lines.len(), report.too_old), (named, too_old), "{today}: {report:?}");
        }
    }

    #[test]
    fn other_facts_may_be_as_old_as_is_said() {
        assert_eq!(reported(date(2026, 9, 2), 244).too_old, 0);
        assert_eq!(reported(date(2026, 9, 2), 243).too_old, 1);
    }

    #[test]
    fn a_list_page_with_a_date_of_its_own_is_the_reading_of_the_model() {
        let listed = MODELS.replace("recommended = true", "recommended = true\nlisted_checked = \"2026-11-27\"");
        let readings = readings_of("models.toml", &listed).expect("facts");
        let model = readings.iter().find(|reading| reading.place.ends_with("recommended")).expect("recommended");
        assert_eq!(model.date, date(2026, 11, 27));
    }

    #[test]
    fn every_source_of_a_claim_is_a_fact() {
        let claim = r#"
[[claim]]
id = "a"
read = [
    { source = "https://example.org/a", checked = "2026-11-22" },
    { source = "https://example.org/b", checked = "2026-08-20" },
]
"#;
        let readings = readings_of("claims.toml", claim).expect("claims");
        let found: Vec<_> = readings.iter().map(|reading| (reading.place.as_str(), reading.source.as_str())).collect();
        let expected = [("1", "https://example.org/a"), ("2", "https://example.org/b")];
        assert_eq!(
            found,
            expected
                .map(|(n, source)| (format!("claims.toml claim a read {n} checked"), source))
                .each_ref()
                .map(|(place, source)| (place.as_str(), *source))
        );
        assert_eq!(report(&readings, 90, date(2026, 11, 27)).too_old, 1);
    }

    #[test]
    fn a_date_that_does_not_exist_is_named_with_its_place() {
        for wrong in ["soon", "2026-02-31", "2026-13-01"] {
            let error = readings_of("a.toml", &format!("[x]\nchecked = \"{wrong}\"")).expect_err("no date");
            let message = error.to_string();
            assert!(message.starts_with("a.toml x checked: ") && message.contains(wrong), "{message}");
        }
    }
}
