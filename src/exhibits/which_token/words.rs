//! The words of the sentences to sort.

use crate::journey::{Sense, Sentence};
use crate::words::table;

table!(
    /// A sentence, and why "token" means in it what it means.
    Said { said, why }
);
table!(
    /// The sentences.
    Sentences {
        used: Said, enter_api_token: Said, max_tokens: Said, refresh: Said, per_minute: Said, personal_access: Said,
        limit_exceeded: Said, bearer: Said, invalid: Said, csrf: Said, cache: Said, balance: Said,
    }
);
table!(
    /// What "token" can mean.
    Senses { counting, verifying, depends }
);
table!(
    /// Which token is meant?
    Words {
        title, progress, ask, right, wrong, first, later, hint_counting, hint_verifying, hint_depends, hint_certain, back, next, finish,
        restart, result, look_title, look_counting, look_verifying, look_depends, list, senses: Senses,
        sentences: Sentences,
    }
);

impl Senses {
    /// The name of one of them.
    pub fn of(self, sense: Sense) -> &'static str {
        match sense {
            Sense::Counting => self.counting(),
            Sense::Verifying => self.verifying(),
            Sense::Depends => self.depends(),
        }
    }
}

impl Sentences {
    /// The words of one of them.
    pub fn of(self, sentence: Sentence) -> Said {
        match sentence {
            Sentence::Used => self.used(),
            Sentence::EnterApiToken => self.enter_api_token(),
            Sentence::MaxTokens => self.max_tokens(),
            Sentence::Refresh => self.refresh(),
            Sentence::PerMinute => self.per_minute(),
            Sentence::PersonalAccess => self.personal_access(),
            Sentence::LimitExceeded => self.limit_exceeded(),
            Sentence::Bearer => self.bearer(),
            Sentence::Invalid => self.invalid(),
            Sentence::Csrf => self.csrf(),
            Sentence::Cache => self.cache(),
            Sentence::Balance => self.balance(),
        }
    }
}
