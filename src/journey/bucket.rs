//! A rate limit as a bucket of tokens that refills all the time.
//!
//! A request is let through if the bucket holds its estimate, which is then taken out. Anthropic
//! documents such a bucket; other providers publish only a number per minute, for which this is a model.
//! Invariants: the bucket is never fuller than its limit nor emptier than nothing, and what is let
//! through in any minute is at most the limit and what refilled meanwhile.

/// A bucket and its state.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bucket {
    /// Tokens a minute, and the most it holds.
    limit_per_minute: u32,
    /// Tokens in it; parts of tokens refill too.
    level: f64,
}

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Admission {
    /// It goes through.
    Admitted,
    /// There is too little in the bucket; it would be enough after so many seconds.
    Refused {
        /// Whole seconds to wait.
        retry_after_s: u32,
    },
    /// It is larger than the bucket: waiting does not help.
    NeverFits,
}

impl Bucket {
    /// A full bucket.
    pub fn full(limit_per_minute: u32) -> Self {
        Self { limit_per_minute, level: f64::from(limit_per_minute) }
    }

    /// Tokens a minute.
    pub const fn limit_per_minute(&self) -> u32 {
        self.limit_per_minute
    }

    /// Whole tokens in it.
    pub fn remaining(&self) -> u32 {
        self.level as u32
    }

    /// How full it is, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.level / f64::from(self.limit_per_minute.max(1))
    }

    /// Seconds until it is full again.
    pub fn full_after_s(&self) -> f64 {
        (f64::from(self.limit_per_minute) - self.level) / self.per_second()
    }

    /// Lets `elapsed_ms` milliseconds pass.
    pub fn refill(&mut self, elapsed_ms: f64) {
        let more = self.per_second() * elapsed_ms.max(0.0) / 1_000.0;
        self.level = (self.level + more).min(f64::from(self.limit_per_minute));
    }

    /// Asks for a request of `estimate` tokens.
    pub fn ask(&mut self, estimate: u32) -> Admission {
        let wanted = f64::from(estimate);
        if estimate > self.limit_per_minute {
            return Admission::NeverFits;
        }
        if wanted <= self.level {
            self.level -= wanted;
            return Admission::Admitted;
        }
        let wait_s = (wanted - self.level) / self.per_second();
        Admission::Refused { retry_after_s: (wait_s.ceil() as u32).max(1) }
    }

    fn per_second(&self) -> f64 {
        f64::from(self.limit_per_minute.max(1)) / 60.0
    }
}

/// The two limits that most accounts have: so many requests and so many tokens a minute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gate {
    /// A bucket of requests.
    pub requests: Bucket,
    /// A bucket of tokens.
    pub tokens: Bucket,
}

impl Gate {
    /// Both buckets full.
    pub fn open(requests_per_minute: u32, tokens_per_minute: u32) -> Self {
        Self { requests: Bucket::full(requests_per_minute), tokens: Bucket::full(tokens_per_minute) }
    }

    /// Asks for a request of `estimate` tokens; a refused one takes nothing out.
    pub fn ask(&mut self, estimate: u32) -> Admission {
        let (mut requests, mut tokens) = (self.requests, self.tokens);
        let admission = match (requests.ask(1), tokens.ask(estimate)) {
            (Admission::Admitted, other) | (other, Admission::Admitted) => other,
            (Admission::Refused { retry_after_s: one }, Admission::Refused { retry_after_s: two }) => {
                Admission::Refused { retry_after_s: one.max(two) }
            }
            _ => Admission::NeverFits,
        };
        if admission == Admission::Admitted {
            *self = Self { requests, tokens };
        }
        admission
    }

    /// Lets `elapsed_ms` milliseconds pass.
    pub fn refill(&mut self, elapsed_ms: f64) {
        self.requests.refill(elapsed_ms);
        self.tokens.refill(elapsed_ms);
    }

    /// Whether both are full.
    pub fn is_full(&self) -> bool {
        self.requests.share() >= 1.0 && self.tokens.share() >= 1.0
    }

    /// The value of the header `name`, which is of the given `kind`, at `now_s` seconds of Unix time.
    /// Nothing for limits that are not drawn here.
    pub fn header(&self, name: &str, kind: &str, now_s: u64) -> Option<String> {
        let (_, rest) = name.split_once("ratelimit-")?;
        let words: Vec<&str> = rest.split('-').collect();
        if words.contains(&"output") || words.contains(&"project") {
            return None;
        }
        let bucket = if words.contains(&"requests") { &self.requests } else { &self.tokens };
        let full_after_s = bucket.full_after_s().ceil() as u64;
        Some(if words.contains(&"remaining") {
            let rounded = kind.contains("thousands").then(|| (bucket.remaining() + 500) / 1_000 * 1_000);
            rounded.unwrap_or(bucket.remaining()).to_string()
        } else if words.contains(&"reset") {
            if kind.contains("RFC 3339") { rfc3339(now_s + full_after_s) } else { duration(full_after_s) }
        } else {
            bucket.limit_per_minute().to_string()
        })
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
    use super::{Admission, Bucket, Gate, duration, rfc3339};
    use proptest::prelude::*;

    #[test]
    fn an_empty_bucket_says_how_long_to_wait_and_means_it() {
        let mut bucket = Bucket::full(60_000);
        assert_eq!(bucket.ask(59_000), Admission::Admitted);
        assert_eq!(bucket.ask(5_000), Admission::Refused { retry_after_s: 4 });
        bucket.refill(4_000.0);
        assert_eq!(bucket.ask(5_000), Admission::Admitted);
        assert_eq!(bucket.remaining(), 0);
    }

    #[test]
    fn either_limit_refuses_and_a_refusal_takes_nothing() {
        let mut gate = Gate::open(2, 1_000);
        assert_eq!(gate.ask(900), Admission::Admitted);
        assert!(matches!(gate.ask(900), Admission::Refused { .. }));
        assert_eq!(gate.requests.remaining(), 1);
        assert_eq!(gate.ask(50), Admission::Admitted);
        assert_eq!(gate.ask(1), Admission::Refused { retry_after_s: 30 });
        assert!(!gate.is_full());
        gate.refill(60_000.0);
        assert!(gate.is_full());
    }

    #[test]
    fn headers_tell_what_is_left_in_each_providers_form() {
        let mut gate = Gate::open(500, 500_000);
        gate.ask(120_400);
        let header = |name: &str, kind: &str| gate.header(name, kind, 1_795_344_600);
        assert_eq!(header("x-ratelimit-limit-requests", "number").as_deref(), Some("500"));
        assert_eq!(header("x-ratelimit-remaining-tokens", "number").as_deref(), Some("379600"));
        assert_eq!(header("x-ratelimit-reset-tokens", "duration").as_deref(), Some("15s"));
        let rounded = "number rounded to thousands";
        assert_eq!(header("anthropic-ratelimit-input-tokens-remaining", rounded).as_deref(), Some("380000"));
        let reset = header("anthropic-ratelimit-input-tokens-reset", "RFC 3339 time");
        assert_eq!(reset.as_deref(), Some("2026-11-22T10:50:15Z"));
        assert_eq!(header("anthropic-ratelimit-output-tokens-limit", "number"), None);
        assert_eq!(header("retry-after", "seconds"), None);
    }

    #[test]
    fn times_are_written_as_documented() {
        assert_eq!((duration(1), duration(360)), ("1s".to_owned(), "6m0s".to_owned()));
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00Z");
        assert_eq!(rfc3339(951_782_400 + 86_399), "2000-02-29T23:59:59Z");
    }

    #[test]
    fn what_is_larger_than_the_bucket_never_fits() {
        assert_eq!(Bucket::full(1_000).ask(1_001), Admission::NeverFits);
    }

    proptest! {
        #[test]
        fn no_minute_lets_more_through_than_two_limits(
            asks in prop::collection::vec((0_u32..400, 0.0_f64..2_000.0), 1..200),
        ) {
            let mut bucket = Bucket::full(1_000);
            let (mut passed_ms, mut admitted) = (0.0, 0_u64);
            for (estimate, wait_ms) in asks {
                if passed_ms + wait_ms > 60_000.0 { break; }
                passed_ms += wait_ms;
                bucket.refill(wait_ms);
                if bucket.ask(estimate) == Admission::Admitted { admitted += u64::from(estimate); }
                prop_assert!((0.0..=1.0).contains(&bucket.share()));
            }
            prop_assert!(admitted <= 2_000);
        }
    }
}
