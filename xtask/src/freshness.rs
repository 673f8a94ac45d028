//! `cargo xtask freshness`: facts of `content/data/` that were read too long ago.
//!
//! A fact is a key `checked`, or one that ends in `_checked`; its value is the day of reading.
//! What changes soonest has limits of its own: each price, and each model that its provider
//! recommends, is named after [`NAMED_AFTER_DAYS`] and fails after [`FAILS_AFTER_DAYS`].
//! The day can be given, so that a result does not depend on the calendar; `cargo xtask test` only warns.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use toml::{Table, Value};
use walkdir::WalkDir;
use xshell::Shell;

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
    kind: ReadingKind,
    /// Where to read it again.
    source: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum ReadingKind {
    Price,
    /// A model that its provider recommends.
    Recommended,
    Other,
}

impl Reading {
    fn age_days(&self, today: Date) -> i32 {
        (today - self.date).get_days()
    }

    /// The age at which it is named, and the one at which it fails.
    fn limits(&self, days: i32) -> (i32, i32) {
        match self.kind {
            ReadingKind::Price | ReadingKind::Recommended => (NAMED_AFTER_DAYS, FAILS_AFTER_DAYS),
            ReadingKind::Other => (days, days),
        }
    }
}

/// Names what is old on the day `today`, which is the clock's if none is given, and fails if something
/// is too old; facts other than prices and recommended models may be `days` old.
pub(crate) fn run(project: &Project, days: i32, today: Option<Date>) -> Result<()> {
    let today = today.unwrap_or_else(clock);
    let readings = read_all(project)?;
    let report = report(&readings, days, today);
    println!("{}", report.text);
    ensure!(report.too_old == 0, "{} facts are too old on {today}: read their sources again", report.too_old);
    println!("{} facts; none is too old on {today}.", readings.len());
    Ok(())
}

/// Says so if something is old; never fails for that.
pub(crate) fn warn(project: &Project) {
    match read_all(project).map(|readings| report(&readings, DEFAULT_DAYS, clock()).named) {
        Ok(0) => {}
        Ok(named) => println!("note: {named} facts were read long ago; `cargo xtask freshness` names them"),
        Err(error) => println!("note: the age of the facts is unknown: {error:#}"),
    }
}

fn clock() -> Date {
    TimeZone::UTC.to_datetime(Timestamp::now()).date()
}

#[derive(Debug, Default)]
struct Report {
    text: String,
    named: usize,
    too_old: usize,
}

fn report(readings: &[Reading], days: i32, today: Date) -> Report {
    let mut report = Report::default();
    let mut old: Vec<_> = readings.iter().filter(|reading| reading.age_days(today) > reading.limits(days).0).collect();
    old.sort_by_key(|reading| reading.date);
    for reading in old {
        let age_days = reading.age_days(today);
        let is_too_old = age_days > reading.limits(days).1;
        report.named += 1;
        report.too_old += usize::from(is_too_old);
        let verdict = if is_too_old { "TOO OLD" } else { "old" };
        let Reading { date, place, source, .. } = reading;
        report.text.push_str(&format!("{date}  {age_days:>4} days  {verdict:<7}  {place}  {source}\n"));
    }
    report
}

fn read_all(project: &Project) -> Result<Vec<Reading>> {
    let shell = Shell::new()?;
    let mut readings = Vec::new();
    for entry in WalkDir::new(project.root().join("content/data")).sort_by_file_name() {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "toml") {
            readings.extend(readings_of(entry.path(), &shell.read_file(entry.path())?)?);
        }
    }
    Ok(readings)
}

fn readings_of(file: &Path, text: &str) -> Result<Vec<Reading>> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let table: Table = text.parse().with_context(|| format!("{name} is not TOML"))?;
    let mut readings = Vec::new();
    collect(&table, &name, &mut readings)?;
    Ok(readings)
}

/// Adds the readings of a table and of all tables in it.
fn collect(table: &Table, place: &str, readings: &mut Vec<Reading>) -> Result<()> {
    let source = table.get("listed").or_else(|| table.get("source")).and_then(Value::as_str).unwrap_or_default();
    for (key, value) in table {
        let place = format!("{place} {key}");
        match value {
            Value::Table(inner) => collect(inner, &place, readings)?,
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    if let Value::Table(inner) = item {
                        collect(inner, &format!("{place} {}", label(inner, index)), readings)?;
                    }
                }
            }
            _ if key == "checked" || key.ends_with("_checked") => {
                let date = date(value).with_context(|| format!("{place}: {value:?} is not a date"))?;
                let kind = kind_of(table, key);
                readings.push(Reading { place, date, kind, source: source.to_owned() });
            }
            _ => {}
        }
    }
    if let Some(reading) = recommended(table, place, readings) {
        readings.push(reading);
    }
    Ok(())
}

/// A recommended model was read when the page that lists it was read, or else its price.
fn recommended(model: &Table, place: &str, readings: &[Reading]) -> Option<Reading> {
    if model.get("recommended").and_then(Value::as_bool) != Some(true) || model.contains_key("listed_checked") {
        return None;
    }
    let is_price = |reading: &&Reading| reading.kind == ReadingKind::Price && reading.place.starts_with(place);
    let price = readings.iter().rev().find(is_price)?;
    let listed = model.get("listed").and_then(Value::as_str).unwrap_or_default();
    Some(Reading {
        place: format!("{place} recommended"),
        date: price.date,
        kind: ReadingKind::Recommended,
        source: listed.to_owned(),
    })
}

fn kind_of(table: &Table, key: &str) -> ReadingKind {
    if key == "listed_checked" && table.get("recommended").and_then(Value::as_bool) == Some(true) {
        ReadingKind::Recommended
    } else if key == "checked" && table.keys().any(|key| key.contains("usd_per_mtok")) {
        ReadingKind::Price
    } else {
        ReadingKind::Other
    }
}

/// What a person would call an item of a list.
fn label(item: &Table, index: usize) -> String {
    let names = ["id", "model", "provider", "scenario", "name"];
    let known: Vec<_> = names.iter().filter_map(|name| item.get(*name)?.as_str()).take(2).collect();
    if known.is_empty() { (index + 1).to_string() } else { known.join("/") }
}

fn date(value: &Value) -> Option<Date> {
    value.as_str().and_then(|text| text.parse().ok())
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
        report(&readings_of(Path::new("models.toml"), MODELS).expect("facts"), days, today)
    }

    #[test]
    fn every_date_counts_with_its_place_and_source() {
        let readings = readings_of(Path::new("content/data/models.toml"), MODELS).expect("facts");
        let found: Vec<_> = readings.iter().map(|reading| (reading.place.as_str(), reading.kind)).collect();
        assert_eq!(
            found,
            [
                ("models.toml model new-1 encoding_checked", ReadingKind::Other),
                ("models.toml model new-1 price checked", ReadingKind::Price),
                ("models.toml model new-1 recommended", ReadingKind::Recommended),
                ("models.toml model old-1 price checked", ReadingKind::Price),
            ]
        );
        assert_eq!(readings[1].source, "https://example.org/prices");
        assert_eq!(readings[2].source, "https://example.org/models");
    }

    #[test]
    fn a_price_and_a_recommended_model_are_named_after_45_days_and_fail_after_90() {
        let on_day_45 = reported(date(2026, 10, 16), 400);
        assert_eq!((on_day_45.named, on_day_45.too_old), (0, 0), "{}", on_day_45.text);
        let on_day_46 = reported(date(2026, 10, 17), 400);
        assert_eq!((on_day_46.named, on_day_46.too_old), (2, 0), "{}", on_day_46.text);
        assert!(on_day_46.text.contains("new-1 recommended  https://example.org/models"), "{}", on_day_46.text);
        let on_day_91 = reported(date(2026, 12, 1), 400);
        assert_eq!((on_day_91.named, on_day_91.too_old), (2, 2), "{}", on_day_91.text);
    }

    #[test]
    fn other_facts_may_be_as_old_as_is_said() {
        assert_eq!(reported(date(2026, 9, 2), 244).too_old, 0);
        assert_eq!(reported(date(2026, 9, 2), 243).too_old, 1);
    }

    #[test]
    fn a_list_page_with_a_date_of_its_own_is_the_reading_of_the_model() {
        let model = "[[model]]\nid = \"a\"\nrecommended = true\nlisted = \"x\"\nlisted_checked = \"2026-11-27\"\n";
        let readings = readings_of(Path::new("models.toml"), model).expect("facts");
        let found: Vec<_> = readings.iter().map(|reading| (reading.kind, reading.date)).collect();
        assert_eq!(found, [(ReadingKind::Recommended, date(2026, 11, 27))]);
    }

    #[test]
    fn a_date_that_does_not_exist_is_named_with_its_place() {
        for wrong in ["soon", "2026-02-31", "2026-13-01"] {
            let error = readings_of(Path::new("a.toml"), &format!("[x]\nchecked = \"{wrong}\"")).expect_err("no date");
            let message = error.to_string();
            assert!(message.starts_with("a.toml x checked: ") && message.contains(wrong), "{message}");
        }
    }
}
