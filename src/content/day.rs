//! Days of the calendar: those in data files, and the one on which the site is built.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day that `text` names, such as `2026-11-22`.
///
/// # Errors
/// Anything that is not a day of the calendar in this form.
pub fn parse(text: &str) -> Result<Date, String> {
    let day = text.parse::<Date>().ok().filter(|day| day.to_string() == text);
    day.ok_or_else(|| format!("`{text}` is not a day such as 2026-11-22"))
}

/// Today, in universal time.
pub fn today() -> Date {
    TimeZone::UTC.to_datetime(Timestamp::now()).date()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn days_are_those_of_the_calendar() {
        assert!(parse("2026-11-22").is_ok() && parse("2028-02-29").is_ok());
        let wrong = ["", "2026", "2026-02-31", "2026-02-29", "2026-13-01", "2026-1-1", "22.11.2026", "20261122"];
        for text in wrong.into_iter().chain(["2026-11-22-1", "2026-11-22T00:00"]) {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
