//! Facts and assumptions that only costs need, as `content/data/costs.toml` has them.

use super::super::{Model, Provider};
use super::WordRule;
use crate::names::named_enum;
use crate::pricing::Sourced;

/// All of them.
#[derive(Clone, Debug)]
pub struct CostFacts {
    /// The id of the model that is chosen on arrival.
    pub start_model: String,
    /// Words on a full page; an assumption.
    pub words_per_page: u32,
    /// How many words a token is, one entry per provider.
    pub word_rules: Vec<WordFact>,
    /// What cached input costs in a batch.
    pub batch_caches: Vec<BatchCache>,
    /// What a reader can start from, one for each task.
    pub presets: Vec<Preset>,
}

/// A provider's rule for words, and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordFact {
    /// Whose.
    pub provider: Provider,
    /// The rule.
    pub rule: WordRule,
    /// Where it was read.
    pub sourced: Sourced,
}

named_enum! {
    /// What becomes of the price of cached input in a batch.
    pub enum BatchCacheRule {
        /// Both discounts are multiplied.
        Discounted = "discounted",
        /// It is the same as outside a batch.
        Ordinary = "ordinary",
        /// There is none: it costs as much as other input of the batch.
        None = "none",
    }
}

/// What cached input costs in a batch of some models.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchCache {
    /// Whose models.
    pub provider: Provider,
    /// Their ids; none: all others of the provider.
    pub models: Vec<String>,
    /// The rule.
    pub rule: BatchCacheRule,
    /// Where it was read.
    pub sourced: Sourced,
}

named_enum! {
    /// What somebody could use a model for.
    pub enum Task {
        /// A question and an answer.
        Chat = "chat",
        /// A text of 1,000 words in another language.
        Translation = "translation",
        /// A long document made short.
        Summary = "summary",
        /// Questions over a handbook that goes along with each.
        Handbook = "handbook",
        /// A program that works in many steps.
        Agent = "agent",
        /// The text in the token lab.
        OwnText = "own-text",
    }
}

/// Sizes to start from; assumptions, and labelled as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// What for.
    pub task: Task,
    /// Full pages sent.
    pub input_pages: u32,
    /// Words sent besides.
    pub input_words: u32,
    /// Words of the answer.
    pub output_words: u32,
    /// Tokens that the model writes for itself.
    pub reasoning_tokens: u32,
    /// The share of the input that comes from a cache, in percent.
    pub cached_percent: u32,
    /// Requests that one use makes.
    pub steps: u32,
    /// How often in a month.
    pub times: u32,
}

impl Preset {
    /// Requests in a month.
    pub const fn requests(&self) -> u32 {
        self.steps.saturating_mul(self.times)
    }
}

impl CostFacts {
    /// The rule for words of `provider`.
    ///
    /// # Panics
    /// If the build left it out, which its checks exclude.
    pub fn word_fact(&self, provider: Provider) -> &WordFact {
        self.word_rules.iter().find(|fact| fact.provider == provider).expect("a rule for words")
    }

    /// A rule for words that holds for every provider here.
    ///
    /// # Panics
    /// If there is none, which the build's checks exclude.
    pub fn any_word_rule(&self) -> WordRule {
        WordRule::spanning(self.word_rules.iter().map(|fact| fact.rule)).expect("a rule for words")
    }

    /// What cached input of `model` costs in a batch: the entry that names it, or else that of its provider.
    ///
    /// # Panics
    /// If the build left it out, which its checks exclude.
    pub fn batch_cache(&self, model: &Model) -> &BatchCache {
        let mut own = self.batch_caches.iter().filter(|entry| entry.provider == model.provider);
        let named = own.clone().find(|entry| entry.models.contains(&model.id));
        named.or_else(|| own.find(|entry| entry.models.is_empty())).expect("a rule for caches in batches")
    }

    /// What to start from for `task`.
    ///
    /// # Panics
    /// If the build left it out, which its checks exclude.
    pub fn preset(&self, task: Task) -> &Preset {
        self.presets.iter().find(|preset| preset.task == task).expect("a workload")
    }

    /// The words that are sent.
    pub fn words_sent(&self, preset: &Preset) -> u32 {
        preset.input_pages.saturating_mul(self.words_per_page).saturating_add(preset.input_words)
    }
}
