//! The words of the calculator.

use crate::journey::cost::{BatchCacheRule, Task};
use crate::words::{Forms, Labelled, table};

table!(
    /// The calculator.
    Words {
        title, task, model, own, unit, unit_words, unit_tokens, input, output, reasoning, cached, batch, requests,
        own_input, own_cached, own_output, assumption, tokens: Forms, request, total, total_estimate, waits, beyond,
        bill_caption, item, count, price, one, month, sum, models_caption, name, input_price, output_price,
        times_cheapest, times_chosen, times, too_long_here, sorted, word_rule, list_price, own_note, price_then,
        price_before, estimated, cached_price, batch_price, inside, beside, remarks: RemarkWords,
        batch_rules: BatchRuleWords, tasks: TaskWords,
    }
);
table!(
    /// What changed the price, or would have.
    RemarkWords {
        too_long, long_context, long_context_perhaps, long_context_unknown, no_cache, cache_too_short, no_batch,
        no_reasoning,
    }
);
table!(
    /// What cached input costs in a batch.
    BatchRuleWords { discounted, ordinary, none }
);
table!(
    /// What a reader can start from: its name, and where its sizes come from.
    TaskWords {
        chat: Labelled, translation: Labelled, summary: Labelled, handbook: Labelled, agent: Labelled,
        own_text: Labelled,
    }
);

impl BatchRuleWords {
    /// The words for one of them.
    pub fn of(self, rule: BatchCacheRule) -> &'static str {
        match rule {
            BatchCacheRule::Discounted => self.discounted(),
            BatchCacheRule::Ordinary => self.ordinary(),
            BatchCacheRule::None => self.none(),
        }
    }
}

impl TaskWords {
    /// The words for one of them.
    pub fn of(self, task: Task) -> Labelled {
        match task {
            Task::Chat => self.chat(),
            Task::Translation => self.translation(),
            Task::Summary => self.summary(),
            Task::Handbook => self.handbook(),
            Task::Agent => self.agent(),
            Task::OwnText => self.own_text(),
        }
    }
}
