//! One request from key to bill, without a browser.
//!
//! 1. A [`Provider`] and a [`Scenario`] select an [`Outcome`]: where the request stops, and how.
//! 2. A [`Timeline`] lays the [`Stage`]s out on one clock; [`Timeline::at`] gives the [`Frame`].
//!    A [`scene::Scene`] says what everything in the picture does in it.
//! 3. A [`Receipt`] prices what was counted, exactly or as a range; a [`Usage`] is what each provider
//!    writes down of it, and [`itemize`] its bill in other circumstances ([`Variation`]).
//! 4. [`cost`] estimates what work costs before it is done, and compares models.
//! 5. [`exchange`] writes request and answer out as HTTP.
//! 6. [`Sentences`] in several languages are compared by their tokens.
//! 7. A [`Workshop`] of keys and a [`Bucket`] of tokens are small worlds of their own; so are the bill of a
//!    [`conversation`] and the [`ledger`] of a company. [`KeyPlace`] says who can read a key, and [`Sorting`] how well
//!    somebody tells the meanings of "token" apart.
//!
//! Invariant: everything drawn is a function of these values and the clock, so scrubbing, still
//! frames, tests and the picture without JavaScript come from the same code.

mod account;
mod bucket;
pub mod conversation;
pub mod cost;
mod count;
pub mod exchange;
mod facts;
mod itemized;
mod key_place;
mod leak;
pub mod ledger;
mod limit_headers;
mod model;
mod outcome;
mod provider;
mod receipt;
mod scenario;
pub mod scene;
mod sentences;
mod sorting;
mod stage;
mod thief;
mod timeline;
mod usage;
mod variation;
mod workshop;

pub use account::Account;
pub use bucket::{Admission, Bucket, RateLimiter, Refill};
pub use count::{CharsPerToken, Count, Letters};
pub use facts::{ExhibitFacts, Facts, KeyFact, KeyQuestion, Limit, ProviderFacts, RecordSource, Window};
pub use itemized::{Item, itemize, total};
pub use key_place::{KeyPlace, PlaceFact, Readers, Station};
pub use leak::{Leak, OWN_RATE_LIMIT_PERCENT, OWN_SPEND_LIMIT_USD, Protection, Protections};
pub use limit_headers::{HeaderForm, HeaderOf, HeaderTells, LimitHeader};
pub use model::{EstimateReason, EstimateRule, Model, OtherPrice};
pub use outcome::{Billed, Ending, Fixer, Half, Outcome, Retry};
pub use provider::Provider;
pub use receipt::{Receipt, ReceiptLine};
pub use scenario::Scenario;
pub use sentences::{
    LongSample, Measure, Measured, Sample, SampleLanguage, Sentence, Sentences, Size, SizeKind, ascending, hundredths,
    thousandths, words_between_spaces,
};
pub use sorting::{Phrase, Sense, Sorting};
pub use stage::Stage;
pub use thief::Thief;
pub use timeline::{Frame, Phase, Timeline};
pub use usage::{Meaning, Role, Usage, UsageField};
pub use variation::{Terms, Variation};
pub use workshop::{Key, Scope, Situation, Theft, Workshop};
