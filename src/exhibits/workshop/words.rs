//! The words of the workshop.

use crate::journey::KeyQuestion;
use crate::words::{Forms, table};

table!(
    /// What was looked for and not found.
    QuestionWords { expiry, last_used, audit_log, revocation_speed, spend_limit_delay, leak_blocking }
);
table!(
    /// The workshop.
    Words {
        title, keys, lifetime, never, hour, week, scope, scope_everything, scope_cheapest, create, key, shown, hidden,
        deploy, deployed, disable, disabled, expired, works, last_used, not_used, leak, leaked, program_runs,
        program_stands, answered, refused, wait_hour, wait_day, clock, days, rotated, rotate_hint, bill_none,
        bill_growing, bill_stopped, pace_tokens: Forms, pace_input_tokens: Forms, pace_output_tokens: Forms, pace, pace_money, pace_input, cap, restart, protection, none, address_list,
        spend_limit, project_limit, narrow, short_life, damage_caption, after_ten_minutes, after_hour, after_day,
        after_month, facts, not_found, questions: QuestionWords, wrong_deploy,
    }
);

impl QuestionWords {
    /// The words for one of them.
    pub fn of(self, question: KeyQuestion) -> &'static str {
        match question {
            KeyQuestion::Expiry => self.expiry(),
            KeyQuestion::LastUsed => self.last_used(),
            KeyQuestion::AuditLog => self.audit_log(),
            KeyQuestion::RevocationSpeed => self.revocation_speed(),
            KeyQuestion::SpendLimitDelay => self.spend_limit_delay(),
            KeyQuestion::LeakBlocking => self.leak_blocking(),
        }
    }
}
