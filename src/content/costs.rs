//! `costs.toml`: what the calculator of costs starts from.
//!
//! Invariants: every provider has a rule for words and one for caches in batches; every task has its workload, and
//! its shares are shares.

use serde::Deserialize;

use super::exhibits::all;
use super::facts::sourced;
use crate::journey::cost::{BatchCache, BatchCacheRule, CostFacts, Preset, Task, WordFact, WordRule};
use crate::journey::{Model, Provider};
use crate::pricing::{Evidence, Sourced};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CostsFile {
    start_model: String,
    words_per_page: u32,
    word_rule: Vec<RawWordRule>,
    batch_cache: Vec<RawBatchCache>,
    workload: Vec<RawWorkload>,
}

impl CostsFile {
    /// The facts, if they speak of all providers and tasks and of no other model than `models`.
    pub(super) fn check(self, models: &[Model]) -> Result<CostFacts, String> {
        if !models.iter().any(|model| model.id == self.start_model) {
            return Err(format!("the start model `{}` is not sold", self.start_model));
        }
        let facts = CostFacts {
            start_model: self.start_model,
            words_per_page: self.words_per_page,
            word_rules: all(self.word_rule, RawWordRule::check)?,
            batch_caches: all(self.batch_cache, RawBatchCache::check)?,
            presets: all(self.workload, RawWorkload::check)?,
        };
        for &provider in Provider::ALL {
            if facts.word_rules.iter().filter(|fact| fact.provider == provider).count() != 1 {
                return Err(format!("{} has not one rule for words", provider.name()));
            }
            let general = |entry: &&BatchCache| entry.provider == provider && entry.models.is_empty();
            if facts.batch_caches.iter().filter(general).count() != 1 {
                return Err(format!("{} has not one general rule for caches in batches", provider.name()));
            }
        }
        for &task in Task::ALL {
            if facts.presets.iter().filter(|preset| preset.task == task).count() != 1 {
                return Err(format!("`{}` has not one workload", task.name()));
            }
        }
        Ok(facts)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWordRule {
    provider: Provider,
    fewest_words: u32,
    most_words: u32,
    evidence: Evidence,
    source: String,
    checked: String,
}

impl RawWordRule {
    fn check(self) -> Result<WordFact, String> {
        sourced(&self.source, &self.checked)?;
        if self.fewest_words == 0 || self.fewest_words > self.most_words {
            return Err(format!("{} to {} words are no range", self.fewest_words, self.most_words));
        }
        Ok(WordFact {
            provider: self.provider,
            rule: WordRule { fewest_words: self.fewest_words, most_words: self.most_words },
            sourced: Sourced { evidence: self.evidence, source: self.source, checked: self.checked },
        })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBatchCache {
    provider: Provider,
    #[serde(default)]
    models: Vec<String>,
    rule: BatchCacheRule,
    evidence: Evidence,
    source: String,
    checked: String,
}

impl RawBatchCache {
    fn check(self) -> Result<BatchCache, String> {
        sourced(&self.source, &self.checked)?;
        let sourced = Sourced { evidence: self.evidence, source: self.source, checked: self.checked };
        Ok(BatchCache { provider: self.provider, models: self.models, rule: self.rule, sourced })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWorkload {
    task: Task,
    #[serde(default)]
    input_pages: u32,
    #[serde(default)]
    input_words: u32,
    output_words: u32,
    #[serde(default)]
    reasoning_tokens: u32,
    #[serde(default)]
    cached_percent: u32,
    #[serde(default = "one")]
    steps: u32,
    times: u32,
}

const fn one() -> u32 {
    1
}

impl RawWorkload {
    fn check(self) -> Result<Preset, String> {
        if self.cached_percent > 100 {
            return Err(format!("`{}`: {} percent are more than all", self.task.name(), self.cached_percent));
        }
        Ok(Preset {
            task: self.task,
            input_pages: self.input_pages,
            input_words: self.input_words,
            output_words: self.output_words,
            reasoning_tokens: self.reasoning_tokens,
            cached_percent: self.cached_percent,
            steps: self.steps,
            times: self.times,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::CostsFile;
    use crate::content::day;
    use crate::journey::cost::CostFacts;
    use crate::journey::{Facts, Model};

    fn book() -> (Vec<Model>, String) {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/data");
        let (facts, _) = Facts::load(&dir, day::parse("2026-11-27").expect("a day")).expect("usable facts");
        (facts.models, std::fs::read_to_string(dir.join("costs.toml")).expect("the file"))
    }

    fn load(text: &str, models: &[Model]) -> Result<CostFacts, String> {
        toml::from_str::<CostsFile>(text).map_err(|error| error.to_string()).and_then(|file| file.check(models))
    }

    #[test]
    fn what_is_incomplete_or_impossible_does_not_build() {
        let (models, text) = book();
        assert!(load(&text, &models).is_ok());
        for (right, wrong) in [
            ("start_model = \"gpt-5.4-mini\"", "start_model = \"gpt-2\""),
            ("provider = \"gemini\"\nfewest_words", "provider = \"openai\"\nfewest_words"),
            ("fewest_words = 600", "fewest_words = 900"),
            ("models = [\"gpt-4o\", \"gpt-4o-mini\"]\n", ""),
            ("rule = \"ordinary\"", "rule = \"usual\""),
            ("task = \"agent\"", "task = \"chat\""),
            ("cached_percent = 99", "cached_percent = 101"),
            ("times = 500\n", ""),
            ("checked = \"2026-11-22\"", "checked = \"2026-02-31\""),
        ] {
            assert!(text.contains(right), "{right}");
            assert!(load(&text.replacen(right, wrong, 1), &models).is_err(), "{wrong}");
        }
    }
}
