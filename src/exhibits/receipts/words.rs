//! The words of the receipts.

use crate::journey::{Item, Meaning, Variation};
use crate::words::{Labelled, table};

table!(
    /// The receipts.
    Words {
        title, variation, tokens, assumed, picture, record, record_caption, meaning, not_known, inside, no_field, bill,
        bill_caption, line, not_offered, exact, estimate, source, documented, reported,
        meanings: MeaningStrings, items: ItemStrings, variations: VariationStrings,
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

impl MeaningStrings {
    /// The name of one of them.
    pub fn of(self, meaning: Meaning) -> &'static str {
        match meaning {
            Meaning::Input => self.input(),
            Meaning::CacheRead => self.cache_read(),
            Meaning::CacheWrite => self.cache_write(),
            Meaning::Output => self.output(),
            Meaning::Reasoning => self.reasoning(),
            Meaning::Total => self.total(),
        }
    }
}

impl ItemStrings {
    /// The name of one of them.
    pub fn of(self, item: Item) -> &'static str {
        match item {
            Item::Input => self.input(),
            Item::CacheRead => self.cache_read(),
            Item::CacheWrite => self.cache_write(),
            Item::Output => self.output(),
            Item::Reasoning => self.reasoning(),
        }
    }
}

impl VariationStrings {
    /// The words for one of them.
    pub fn of(self, variation: Variation) -> Labelled {
        match variation {
            Variation::Plain => self.plain(),
            Variation::CacheWrite => self.cache_write(),
            Variation::CacheHit => self.cache_hit(),
            Variation::Reasoning => self.reasoning(),
            Variation::Batch => self.batch(),
            Variation::LongContext => self.long_context(),
            Variation::Image => self.image(),
        }
    }
}
