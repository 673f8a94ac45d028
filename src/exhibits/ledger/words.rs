//! The words of the company's ledger.

use crate::journey::ledger::{Case, Department, Grouping};
use crate::words::table;

table!(
    /// The company's ledger.
    Words {
        title, invented, case, grouping, today, day, budget, alert, alert_words, key, revoke, restart,
        bill, week_before, alert_came, alert_to_come, used_up, not_used_up, models,
        days_title, days_says, total_title, total_says, step, spent, alert_level, budget_level,
        allocation, input, output, cost, by_day, total, highest, unallocated, new_key, all,
        cases: CaseStrings, groupings: GroupingStrings, departments: DepartmentStrings, finds: FindStrings,
    }
);
table!(
    /// What happens in the month.
    CaseStrings { ordinary, own_key, shared_key }
);
table!(
    /// What the bill is grouped by.
    GroupingStrings { department, product, key, model }
);
table!(
    /// Who pays.
    DepartmentStrings { customer_care, shop, finance }
);
table!(
    /// What can be found out.
    FindStrings {
        quiet, department, product, key, model, shared, revoked, wrong, stopped, stopped_shared,
    }
);

impl CaseStrings {
    /// The words for one of them.
    pub fn of(self, case: Case) -> &'static str {
        match case {
            Case::Ordinary => self.ordinary(),
            Case::OwnKey => self.own_key(),
            Case::SharedKey => self.shared_key(),
        }
    }
}

impl GroupingStrings {
    /// The words for one of them.
    pub fn of(self, grouping: Grouping) -> &'static str {
        match grouping {
            Grouping::Department => self.department(),
            Grouping::Product => self.product(),
            Grouping::Key => self.key(),
            Grouping::Model => self.model(),
        }
    }
}

impl DepartmentStrings {
    /// The name of one of them.
    pub fn of(self, department: Department) -> &'static str {
        match department {
            Department::CustomerCare => self.customer_care(),
            Department::Shop => self.shop(),
            Department::Finance => self.finance(),
        }
    }
}
