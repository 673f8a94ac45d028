//! The headers in which an answer tells about its rate limits.
//!
//! A header's place in a [`RateLimiter`] is said by the data: what it is about, what it tells, in which form.
//! Invariant: a limit that is not one of the rate limiter's buckets is not written.

use super::Limit;
use super::bucket::{Admission, Bucket, RateLimiter};
use crate::names::named_enum;

named_enum! {
    /// What the limit of a header counts.
    pub enum HeaderOf {
        /// Requests.
        Requests = "requests",
        /// Input and output together.
        Tokens = "tokens",
        /// Tokens of the input.
        InputTokens = "input-tokens",
        /// Tokens of the output.
        OutputTokens = "output-tokens",
        /// Tokens of one project.
        ProjectTokens = "project-tokens",
        /// Whichever limit was reached.
        Any = "any",
    }
}

named_enum! {
    /// What a header tells about its limit.
    pub enum HeaderTells {
        /// What is allowed in a minute.
        Limit = "limit",
        /// What is left of it.
        Remaining = "remaining",
        /// When it is full again.
        Reset = "reset",
        /// How long to wait before the next attempt.
        Wait = "wait",
    }
}

named_enum! {
    /// How a header writes its value.
    pub enum HeaderForm {
        /// A whole number.
        Number = "number",
        /// A whole number, rounded to thousands.
        Thousands = "thousands",
        /// Seconds from now.
        Seconds = "seconds",
        /// Minutes and seconds from now: `6m0s`.
        Duration = "duration",
        /// A point in time: `2026-11-22T10:50:15Z`.
        Rfc3339 = "rfc-3339",
    }
}

/// One header of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitHeader {
    /// Its name.
    pub name: String,
    /// What its limit counts.
    pub of: HeaderOf,
    /// What it tells about it.
    pub tells: HeaderTells,
    /// How it writes that.
    pub form: HeaderForm,
}

impl HeaderForm {
    /// Whether it can write what a header `tells`: amounts are numbers, and times are not.
    pub const fn can_write(self, tells: HeaderTells) -> bool {
        let is_amount = matches!(tells, HeaderTells::Limit | HeaderTells::Remaining);
        is_amount == matches!(self, Self::Number | Self::Thousands)
    }

    /// An amount.
    fn amount(self, amount: u32) -> String {
        if self == Self::Thousands { (amount + 500) / 1_000 * 1_000 } else { amount }.to_string()
    }

    /// A time that is `seconds` after `now_s`.
    fn time(self, seconds: u64, now_s: u64) -> String {
        match self {
            Self::Duration => duration(seconds),
            Self::Rfc3339 => rfc3339(now_s + seconds),
            Self::Number | Self::Thousands | Self::Seconds => seconds.to_string(),
        }
    }
}

impl RateLimiter {
    /// The lines of an answer about `limit`, at `now_s` seconds of Unix time. `last` is what became of the
    /// request: after a refusal the status and the time to wait come first.
    pub fn header_lines(&self, limit: &Limit, last: Option<Admission>, now_s: u64) -> Vec<String> {
        let headers = &limit.headers;
        let mut lines = Vec::new();
        if let Some(Admission::Refused { retry_after_s }) = last {
            let waits = headers.iter().filter(|header| header.tells == HeaderTells::Wait);
            let waits = waits.map(|header| (&header.name, header.form.time(u64::from(retry_after_s), now_s)));
            lines.extend(waits.map(|(name, wait)| format!("HTTP/1.1 429\n{name}: {wait}")));
        }
        for header in headers {
            let bucket = match header.of {
                HeaderOf::Requests => &self.requests,
                of if of == limit.counted() => &self.tokens,
                _ => continue,
            };
            if let Some(value) = header.value(bucket, now_s) {
                lines.push(format!("{}: {value}", header.name));
            }
        }
        lines
    }
}

impl LimitHeader {
    /// What it says of its bucket; a time to wait is nothing that a bucket knows by itself.
    fn value(&self, bucket: &Bucket, now_s: u64) -> Option<String> {
        match self.tells {
            HeaderTells::Limit => Some(self.form.amount(bucket.limit_per_minute())),
            HeaderTells::Remaining => Some(self.form.amount(bucket.remaining())),
            HeaderTells::Reset => Some(self.form.time(bucket.full_after_s().ceil() as u64, now_s)),
            HeaderTells::Wait => None,
        }
    }
}

/// Seconds as OpenAI writes them: `6m0s`.
fn duration(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds}s"),
        (minutes, seconds) => format!("{minutes}m{seconds}s"),
    }
}

/// Seconds of Unix time as RFC 3339 in UTC. The date is found by Howard Hinnant's `civil_from_days`.
fn rfc3339(unix_s: u64) -> String {
    let (days, second) = (unix_s / 86_400 + 719_468, unix_s % 86_400);
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", second / 3_600, second / 60 % 60, second % 60)
}

#[cfg(test)]
mod tests {
    use super::{HeaderForm, HeaderOf, HeaderTells, LimitHeader, duration, rfc3339};
    use crate::journey::facts::tests::limit;
    use crate::journey::{Admission, Limit, RateLimiter};

    fn header(name: &str, of: HeaderOf, tells: HeaderTells, form: HeaderForm) -> LimitHeader {
        assert!(form.can_write(tells));
        LimitHeader { name: name.to_owned(), of, tells, form }
    }

    /// The lines about these headers, where output has a limit of its own or not.
    fn lines(headers: &[LimitHeader], has_output_limit: bool, last: Option<Admission>) -> Vec<String> {
        let limit = Limit {
            requests_per_minute: Some(500),
            tokens_per_minute: Some(500_000),
            output_per_minute: has_output_limit.then_some(80_000),
            headers: headers.to_vec(),
            ..limit()
        };
        let mut limiter = RateLimiter::of(&limit).expect("two buckets");
        limiter.ask(120_400);
        limiter.header_lines(&limit, last, 1_795_344_600)
    }

    #[test]
    fn headers_tell_what_is_left_in_each_providers_form() {
        let headers = [
            header("requests", HeaderOf::Requests, HeaderTells::Limit, HeaderForm::Number),
            header("left", HeaderOf::Tokens, HeaderTells::Remaining, HeaderForm::Number),
            header("about", HeaderOf::Tokens, HeaderTells::Remaining, HeaderForm::Thousands),
            header("in", HeaderOf::Tokens, HeaderTells::Reset, HeaderForm::Duration),
            header("at", HeaderOf::Tokens, HeaderTells::Reset, HeaderForm::Rfc3339),
        ];
        let expected = ["requests: 500", "left: 379600", "about: 380000", "in: 15s", "at: 2026-11-22T10:50:15Z"];
        assert_eq!(lines(&headers, false, None), expected);
    }

    #[test]
    fn a_limit_without_a_bucket_is_not_written() {
        let limit = |name: &str, of| header(name, of, HeaderTells::Limit, HeaderForm::Number);
        let headers = [
            limit("all", HeaderOf::Tokens),
            limit("input", HeaderOf::InputTokens),
            limit("output", HeaderOf::OutputTokens),
            limit("project", HeaderOf::ProjectTokens),
        ];
        assert_eq!(lines(&headers, true, None), ["input: 500000"]);
        assert_eq!(lines(&headers, false, None), ["all: 500000"]);
    }

    #[test]
    fn only_a_refusal_says_how_long_to_wait() {
        let wait = [header("retry-after", HeaderOf::Any, HeaderTells::Wait, HeaderForm::Seconds)];
        let refused = Some(Admission::Refused { retry_after_s: 7 });
        assert_eq!(lines(&wait, false, refused), ["HTTP/1.1 429\nretry-after: 7"]);
        assert_eq!(lines(&wait, false, Some(Admission::Admitted)), [""; 0]);
        assert_eq!(lines(&[], false, refused), [""; 0]);
    }

    #[test]
    fn amounts_are_not_times() {
        assert!(!HeaderForm::Rfc3339.can_write(HeaderTells::Limit) && !HeaderForm::Number.can_write(HeaderTells::Wait));
    }

    #[test]
    fn times_are_written_as_documented() {
        assert_eq!((duration(1), duration(360)), ("1s".to_owned(), "6m0s".to_owned()));
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00Z");
        assert_eq!(rfc3339(951_782_400 + 86_399), "2000-02-29T23:59:59Z");
    }
}
