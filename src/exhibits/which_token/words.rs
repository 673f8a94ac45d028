//! The words of the sentences to sort.

use crate::journey::{Phrase, Sense};
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
    pub fn of(self, sentence: Phrase) -> Said {
        match sentence {
            Phrase::Used => self.used(),
            Phrase::EnterApiToken => self.enter_api_token(),
            Phrase::MaxTokens => self.max_tokens(),
            Phrase::Refresh => self.refresh(),
            Phrase::PerMinute => self.per_minute(),
            Phrase::PersonalAccess => self.personal_access(),
            Phrase::LimitExceeded => self.limit_exceeded(),
            Phrase::Bearer => self.bearer(),
            Phrase::Invalid => self.invalid(),
            Phrase::Csrf => self.csrf(),
            Phrase::Cache => self.cache(),
            Phrase::Balance => self.balance(),
        }
    }
}
