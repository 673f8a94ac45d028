//! A rate limit as a bucket of tokens that refills all the time.
//!
//! A request is let through if the bucket holds its estimate, which is then taken out. Anthropic
//! documents such a bucket; other providers publish only a number per minute, for which this is a model.
//! Invariants: the bucket is never fuller than its limit nor emptier than nothing, and what is let
//! through in any minute is at most the limit and what refilled meanwhile.

use super::Limit;
use crate::names::named_enum;

named_enum! {
    /// How a limit comes back, as far as its provider says.
    pub enum Refill {
        /// It is topped up all the time.
        TokenBucket = "token-bucket",
        /// What was used in the last minutes counts.
        RollingWindow = "rolling-window",
        /// The provider does not say.
        Unknown = "unknown",
    }
}

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
    /// There is too little in the bucket for now.
    Refused {
        /// Whole seconds until there is enough.
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

/// The two limits that most accounts have: a number of requests and a number of tokens a minute.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateLimiter {
    /// A bucket of requests.
    pub requests: Bucket,
    /// A bucket of tokens.
    pub tokens: Bucket,
}

impl RateLimiter {
    /// Both buckets full.
    pub fn open(requests_per_minute: u32, tokens_per_minute: u32) -> Self {
        Self { requests: Bucket::full(requests_per_minute), tokens: Bucket::full(tokens_per_minute) }
    }

    /// Both buckets of a limit, full; nothing where no numbers are published.
    pub fn of(limit: &Limit) -> Option<Self> {
        Some(Self::open(limit.requests_per_minute?, limit.tokens_per_minute?))
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
}

#[cfg(test)]
mod tests {
    use super::{Admission, Bucket, RateLimiter};
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
        let mut limiter = RateLimiter::open(2, 1_000);
        assert_eq!(limiter.ask(900), Admission::Admitted);
        assert!(matches!(limiter.ask(900), Admission::Refused { .. }));
        assert_eq!(limiter.requests.remaining(), 1);
        assert_eq!(limiter.ask(50), Admission::Admitted);
        assert_eq!(limiter.ask(1), Admission::Refused { retry_after_s: 30 });
        assert!(!limiter.is_full());
        limiter.refill(60_000.0);
        assert!(limiter.is_full());
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
