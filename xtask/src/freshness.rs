//! `cargo xtask freshness`: facts of `content/data/` that were read too long ago.
//!
//! A fact is a line `checked = "YYYY-MM-DD"`, or one whose key ends in `_checked`. The day can be given,
//! so that a result does not depend on the calendar; `cargo xtask test` only warns.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail, ensure};

use crate::project::Project;

/// How old a fact may be unless `--days` says otherwise.
pub(crate) const DEFAULT_DAYS: i64 = 120;

/// A date that a fact was read on.
#[derive(Debug, PartialEq)]
struct Dated {
    /// File name and line.
    place: String,
    /// The date as it is written.
    date: String,
    age_days: i64,
}

/// Fails if a fact is older than `days` on the day `today`, which is this day if none is given.
pub(crate) fn run(project: &Project, days: i64, today: Option<&str>) -> Result<()> {
    let old = too_old(project, days, today)?;
    for Dated { place, date, age_days } in &old {
        println!("{date}  {age_days:>5} days  {place}");
    }
    ensure!(old.is_empty(), "{} facts are older than {days} days: read their sources again", old.len());
    println!("No fact is older than {days} days.");
    Ok(())
}

/// Says so if facts are old; never fails for that.
pub(crate) fn warn(project: &Project) -> Result<()> {
    let old = too_old(project, DEFAULT_DAYS, None)?;
    if !old.is_empty() {
        println!("warning: {} facts are older than {DEFAULT_DAYS} days; `cargo xtask freshness` names them", old.len());
    }
    Ok(())
}

fn too_old(project: &Project, days: i64, today: Option<&str>) -> Result<Vec<Dated>> {
    let today = match today {
        Some(date) => day_number(date).with_context(|| format!("`{date}` is not a date such as 2026-11-22"))?,
        None => (SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / 86_400).cast_signed(),
    };
    let folder = project.root().join("content/data");
    let mut files: Vec<_> = fs::read_dir(&folder)
        .with_context(|| format!("cannot read {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    let mut old = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        old.extend(dates(&file, &text, today)?.into_iter().filter(|dated| dated.age_days > days));
    }
    old.sort_by(|one, two| one.date.cmp(&two.date));
    Ok(old)
}

fn dates(file: &Path, text: &str, today: i64) -> Result<Vec<Dated>> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let Some((key, value)) = line.split_once(" = ") else { continue };
        if key != "checked" && !key.ends_with("_checked") {
            continue;
        }
        let date = value.trim().trim_matches('"');
        let place = format!("{name}:{}", index + 1);
        let Some(day) = day_number(date) else { bail!("{place}: `{date}` is not a date") };
        found.push(Dated { place, date: date.to_owned(), age_days: today - day });
    }
    Ok(found)
}

/// Days since 1970-01-01, by Howard Hinnant's `days_from_civil`.
fn day_number(date: &str) -> Option<i64> {
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || !(1..=12).contains(&month) || !(1..=31).contains(&day) || year < 1970 {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year / 400, year % 400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    Some(era * 146_097 + day_of_era - 719_468)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_across_leap_years() {
        assert_eq!(day_number("1970-01-01"), Some(0));
        assert_eq!(day_number("2000-03-01").zip(day_number("2000-02-28")).map(|(a, b)| a - b), Some(2));
        assert_eq!(day_number("2026-11-22"), Some(20_779));
        for nonsense in ["", "2026-13-01", "2026-1", "yesterday", "2026-11-22-1"] {
            assert_eq!(day_number(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn every_date_of_a_fact_counts_and_nothing_else() {
        let text = "checked = \"2026-11-12\"\ncode_checked = \"2026-11-20\"\nsource = \"x\"\n# checked = old\n";
        let found = dates(Path::new("content/data/a.toml"), text, 20_779).expect("dates");
        let ages: Vec<_> = found.iter().map(|dated| (dated.place.as_str(), dated.age_days)).collect();
        assert_eq!(ages, [("a.toml:1", 10), ("a.toml:2", 2)]);
        assert!(dates(Path::new("a.toml"), "checked = \"soon\"", 0).is_err());
    }
}
