//! How the checks went, and the closing lines.

use std::process::ExitCode;
use std::time::Duration;

use super::Check;
use crate::arguments::name_of;

/// How a check ended.
#[derive(PartialEq)]
pub(super) enum Outcome {
    Passed,
    Failed,
    /// What it needs was not made.
    Skipped {
        needs: Check,
    },
}

/// The outcomes so far.
#[derive(Default)]
pub(super) struct Report(Vec<Line>);

struct Line {
    check: Check,
    outcome: Outcome,
    time: Duration,
}

impl Report {
    pub(super) fn add(&mut self, check: Check, outcome: Outcome, time: Duration) {
        let line = Line { check, outcome, time };
        println!("--- {}", line.text());
        self.0.push(line);
    }

    pub(super) fn has_passed(&self, check: Check) -> bool {
        self.0.iter().any(|line| line.check == check && line.outcome == Outcome::Passed)
    }

    /// The table, and as the last line what machines read.
    pub(super) fn print(&self) {
        println!("\n=== Summary");
        for line in &self.0 {
            println!("{}", line.text());
        }
        println!("{}", self.counts());
    }

    pub(super) fn exit_code(&self) -> ExitCode {
        if self.count(&Outcome::Failed) == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn counts(&self) -> String {
        format!("{} passed, {} failed", self.count(&Outcome::Passed), self.count(&Outcome::Failed))
    }

    fn count(&self, outcome: &Outcome) -> usize {
        self.0.iter().filter(|line| line.outcome == *outcome).count()
    }
}

impl Line {
    fn text(&self) -> String {
        let outcome = match &self.outcome {
            Outcome::Passed => "passed".to_owned(),
            Outcome::Failed => "FAILED".to_owned(),
            Outcome::Skipped { needs } => format!("skipped: needs {}", name_of(needs)),
        };
        format!("{:<10} {:>7.1} s  {outcome}", name_of(&self.check), self.time.as_secs_f32())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skipped_check_has_neither_passed_nor_failed() {
        let mut report = Report::default();
        report.add(Check::Fmt, Outcome::Passed, Duration::ZERO);
        report.add(Check::Build, Outcome::Failed, Duration::ZERO);
        report.add(Check::Sizes, Outcome::Skipped { needs: Check::Build }, Duration::ZERO);
        assert_eq!(report.counts(), "1 passed, 1 failed");
        assert!(report.has_passed(Check::Fmt));
        assert!(!report.has_passed(Check::Build) && !report.has_passed(Check::Sizes));
    }
}
