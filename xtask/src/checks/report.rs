//! How the checks went, and the closing lines.

use std::process::ExitCode;
use std::time::Duration;

/// How a check ended.
#[derive(PartialEq)]
pub(super) enum Outcome {
    Passed,
    Failed,
    /// What it needs was not made.
    Skipped {
        needs: &'static str,
    },
}

/// The outcomes so far.
#[derive(Default)]
pub(super) struct Report(Vec<Line>);

struct Line {
    name: &'static str,
    outcome: Outcome,
    time: Duration,
}

impl Report {
    pub(super) fn add(&mut self, name: &'static str, outcome: Outcome, time: Duration) {
        println!("--- {}", line(name, &outcome, time));
        self.0.push(Line { name, outcome, time });
    }

    pub(super) fn has_passed(&self, name: &str) -> bool {
        self.0.iter().any(|line| line.name == name && line.outcome == Outcome::Passed)
    }

    /// The table, and as the last line what machines read.
    pub(super) fn print(&self) {
        println!("\n=== Summary");
        for Line { name, outcome, time } in &self.0 {
            println!("{}", line(name, outcome, *time));
        }
        println!("{} passed, {} failed", self.count(&Outcome::Passed), self.count(&Outcome::Failed));
    }

    pub(super) fn exit_code(&self) -> ExitCode {
        if self.count(&Outcome::Failed) == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn count(&self, outcome: &Outcome) -> usize {
        let same = |line: &&Line| line.outcome == *outcome;
        self.0.iter().filter(same).count()
    }
}

fn line(name: &str, outcome: &Outcome, time: Duration) -> String {
    let outcome = match outcome {
        Outcome::Passed => "passed".to_owned(),
        Outcome::Failed => "FAILED".to_owned(),
        Outcome::Skipped { needs } => format!("skipped: needs {needs}"),
    };
    format!("{name:<10} {:>7.1} s  {outcome}", time.as_secs_f32())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skipped_check_has_neither_passed_nor_failed() {
        let mut report = Report::default();
        report.add("build", Outcome::Failed, Duration::ZERO);
        report.add("sizes", Outcome::Skipped { needs: "build" }, Duration::ZERO);
        assert_eq!(report.count(&Outcome::Failed), 1);
        assert!(!report.has_passed("build") && !report.has_passed("sizes"));
    }
}
