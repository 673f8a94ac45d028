//! The words of the conversation's bill.

use crate::journey::conversation::Memory;
use crate::words::{Forms, table};

table!(
    /// The conversation's bill.
    Words {
        title, model, turns, question, answer, background, memory, keep, summary, caching,
        turns_unit: Forms, tokens_unit: Forms, assumed, not_cached,
        sends, sends_once, grows, costs, costs_plain, with_cache, answers_alone,
        tokens_title, tokens_says, money_title, money_says, step,
        series: SeriesStrings, memories: MemoryStrings, table: TableStrings, rules: RuleStrings,
    }
);
table!(
    /// What the charts show.
    SeriesStrings { background, history, question, answer, summarizing, cached, plain, measured, answers }
);
table!(
    /// What a turn sends of those before it.
    MemoryStrings { everything, last_turns, summary }
);
table!(
    /// The table of the same numbers.
    TableStrings { open, caption, turn, sent, again, cached, summarizing, cost, plain }
);
table!(
    /// The prices and rules behind the numbers.
    RuleStrings { price, read, read_minimum, write, write_free, long, record }
);

impl MemoryStrings {
    /// The words for one of them.
    pub fn of(self, memory: Memory) -> &'static str {
        match memory {
            Memory::Everything => self.everything(),
            Memory::LastTurns => self.last_turns(),
            Memory::Summary => self.summary(),
        }
    }
}
