//! The exhibits' words: a table and a list of their own, so that the app does not carry them.
//!
//! Each figure's own table is in its folder; here is what several of them say.

use super::Exhibits;
use crate::journey::Scenario;
use crate::words::{Forms, LabStrings, NoticeStrings, NumberStrings, ScenarioStrings, table};

table!(
    /// How well a fact is known.
    EvidenceStrings { documented, reported, unknown }
);
table!(
    /// What a field for a number says of what it cannot read.
    FieldStrings {
        empty, not_a_number, negative, exponent, unclear, not_whole, too_large, too_precise, last,
    }
);
table!(
    /// What the exhibits read of the words: their own, and those they share with the page.
    ExhibitStrings {
        age: Forms, number: NumberStrings, lab: LabStrings, notice: NoticeStrings, scenarios: ScenarioStrings,
        exhibits: Exhibits,
    }
);

impl ExhibitStrings {
    /// The name of a scenario.
    pub fn scenario(self, scenario: Scenario) -> &'static str {
        self.scenarios().of(scenario).label()
    }
}
