//! The exhibits' words: a table and a list of their own, so that the app does not carry them.

use crate::journey::{Item, Meaning, Scenario, Variation};
use crate::words::{Labelled, NumberStrings, ScenarioStrings, table};

table!(
    /// The exchange.
    ExchangeStrings {
        title, request, answer, streamed, copy, copied, not_copied, waiting, nothing, examples, cut,
        masked, disagree, too_long, status, headers, body, documented, reported, unknown, ranges,
    }
);
table!(
    /// The names of what is counted.
    MeaningStrings { input, cache_read, cache_write, output, reasoning, total }
);
table!(
    /// The lines of a bill.
    ItemStrings { input, cache_read, cache_write, output, reasoning, total }
);
table!(
    /// What else can change the meter.
    VariationStrings {
        plain: Labelled, cache_write: Labelled, cache_hit: Labelled, reasoning: Labelled, batch: Labelled,
        long_context: Labelled, image: Labelled,
    }
);
table!(
    /// The receipts.
    ReceiptStrings {
        title, variation, tokens, assumed, picture, record, record_caption, meaning, inside, no_field, bill,
        bill_caption, line, not_offered, exact, estimate, range, source, documented, reported,
        meanings: MeaningStrings, items: ItemStrings, variations: VariationStrings,
    }
);
table!(
    /// The matrix of answers.
    AnswerStrings { title, caption, scenario, unknown, reported, choose, also, show }
);
table!(
    /// The bucket.
    BucketStrings {
        title, provider, send, request, size, tokens_each, level, level_requests, idle, admitted, refused, never,
        no_limits, documented_bucket, model_bucket, example, counts, no_headers,
    }
);
table!(
    /// The workshop.
    WorkshopStrings {
        title, keys, lifetime, never, hour, week, scope, scope_everything, scope_cheapest, create, key, shown, hidden, deploy, deployed, disable, disabled, expired,
        works, last_used, not_used, leak, leaked, program_runs, program_stands, answered, refused, wait_hour, wait_day,
        clock, days, rotated, rotate_hint, bill_none, bill_growing, bill_stopped, pace, pace_money, pace_input, cap, restart,
        protection, none, address_list, spend_limit, project_limit, narrow, short_life, damage_caption, after_ten_minutes, after_hour, after_day,
        after_month, facts, not_found, wrong_deploy,
    }
);
table!(
    /// All words of the exhibits in one language.
    Exhibits {
        exchange: ExchangeStrings, receipts: ReceiptStrings, answers: AnswerStrings, bucket: BucketStrings,
        workshop: WorkshopStrings,
    }
);
table!(
    /// What the exhibits read of the words: their own, and those they share with the page.
    ExhibitStrings { age, number: NumberStrings, scenarios: ScenarioStrings, exhibits: Exhibits }
);

impl MeaningStrings {
    /// The name of one of them.
    pub fn of(&self, meaning: Meaning) -> &'static str {
        match meaning {
            Meaning::Input => self.input,
            Meaning::CacheRead => self.cache_read,
            Meaning::CacheWrite => self.cache_write,
            Meaning::Output => self.output,
            Meaning::Reasoning => self.reasoning,
            Meaning::Total => self.total,
        }
    }
}

impl ItemStrings {
    /// The name of one of them.
    pub fn of(&self, item: Item) -> &'static str {
        match item {
            Item::Input => self.input,
            Item::CacheRead => self.cache_read,
            Item::CacheWrite => self.cache_write,
            Item::Output => self.output,
            Item::Reasoning => self.reasoning,
        }
    }
}

impl VariationStrings {
    /// The words for one of them.
    pub fn of(&self, variation: Variation) -> &Labelled {
        match variation {
            Variation::Plain => &self.plain,
            Variation::CacheWrite => &self.cache_write,
            Variation::CacheHit => &self.cache_hit,
            Variation::Reasoning => &self.reasoning,
            Variation::Batch => &self.batch,
            Variation::LongContext => &self.long_context,
            Variation::Image => &self.image,
        }
    }
}

impl ExhibitStrings {
    /// The name of a scenario.
    pub fn scenario(&self, scenario: Scenario) -> &'static str {
        self.scenarios.of(scenario).label
    }
}
