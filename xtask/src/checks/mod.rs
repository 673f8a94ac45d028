//! `cargo xtask test`: everything that must hold, in the order of what is cheapest to know.
//!
//! Every check runs even when an earlier one failed, except those that need what it should have made.

pub(crate) mod browser;
mod html;
mod hygiene;
mod lighthouse;
mod links;
pub(crate) mod machine;
pub(crate) mod node;
mod rust;
mod sizes;
mod trunk;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use clap::ValueEnum;

use crate::arguments::{TestOptions, name_of};
use crate::freshness;
use crate::project::Project;
use crate::site::{Build, Kind};

/// One step of the test; the variants stand in the order in which they run.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub(crate) enum Check {
    /// Rust is formatted.
    Fmt,
    /// Rust without warnings.
    Clippy,
    /// Rust tests and documentation.
    Unit,
    /// Node packages.
    Npm,
    /// The site, built for release.
    Build,
    /// Size budgets.
    Sizes,
    /// Valid HTML.
    Html,
    /// Links and anchors.
    Links,
    /// The site in a pseudo-language.
    Pseudo,
    /// In a browser.
    Browser,
    /// Lighthouse.
    Lighthouse,
    /// The same site by Trunk.
    Trunk,
    /// What no file may contain.
    Hygiene,
}

/// What a check may use.
struct Context<'a> {
    project: &'a Project,
    options: &'a TestOptions,
}

impl Check {
    /// Checks that must have passed before.
    fn needs(self) -> &'static [Self] {
        match self {
            Self::Sizes | Self::Links | Self::Trunk => &[Self::Build],
            Self::Html | Self::Lighthouse => &[Self::Npm, Self::Build],
            Self::Browser => &[Self::Npm, Self::Build, Self::Pseudo],
            Self::Fmt | Self::Clippy | Self::Unit | Self::Npm | Self::Build | Self::Pseudo | Self::Hygiene => &[],
        }
    }

    fn run(self, context: &Context) -> Result<()> {
        let build = |kind| Build::new(context.project, kind, None).run_if_stale();
        match self {
            Self::Fmt => rust::format(context),
            Self::Clippy => rust::clippy(context),
            Self::Unit => rust::unit(context),
            Self::Npm => node::install(&context.project.end_to_end()),
            Self::Build => build(Kind::Release),
            Self::Sizes => sizes::run(context),
            Self::Html => html::run(context),
            Self::Links => links::run(context),
            Self::Pseudo => build(Kind::Pseudo),
            Self::Browser => browser::run(context),
            Self::Lighthouse => lighthouse::run(context),
            Self::Trunk => trunk::run(context),
            Self::Hygiene => hygiene::run(context),
        }
    }

    /// Runs the check after those that it needs.
    fn perform(self, context: &Context, earlier: &[(Self, Outcome)]) -> Outcome {
        if let Some(missing) = self.needs().iter().find(|need| !earlier.contains(&(**need, Outcome::Passed))) {
            println!("Skipped: it needs `{}`.", name_of(missing));
            return Outcome::Skipped;
        }
        match self.run(context) {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                eprintln!("error: {error:#}");
                Outcome::Failed
            }
        }
    }
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Outcome {
    Passed,
    Failed,
    /// What it needs was not made.
    Skipped,
}

/// Runs the selected checks, and ends with a table and a line that machines read.
pub(crate) fn run(project: &Project, options: &TestOptions) -> ExitCode {
    let selected = select(&options.only);
    machine::install_missing(project, &selected);
    let context = Context { project, options };
    let (mut outcomes, mut table) = (Vec::new(), String::new());
    for check in selected {
        let start = Instant::now();
        let help = check.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string));
        println!("\n=== {}: {}", name_of(&check), help.unwrap_or_default());
        let outcome = check.perform(&context, &outcomes);
        let line = format!("{:<10} {:>7.1} s  {outcome:?}", name_of(&check), start.elapsed().as_secs_f32());
        println!("--- {line}");
        table.push_str(&line);
        table.push('\n');
        outcomes.push((check, outcome));
    }
    freshness::warn(project);
    println!("\n=== Summary\n{table}{}", counts(&outcomes));
    if outcomes.iter().all(|(_, outcome)| *outcome == Outcome::Passed) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The named checks and what they need, in order; all when none is named.
fn select(only: &[Check]) -> Vec<Check> {
    let is_needed = |check: &Check| only.iter().any(|named| named == check || named.needs().contains(check));
    Check::value_variants().iter().copied().filter(|check| only.is_empty() || is_needed(check)).collect()
}

/// A skipped check has neither passed nor failed.
fn counts(outcomes: &[(Check, Outcome)]) -> String {
    let count = |wanted| outcomes.iter().filter(|(_, outcome)| *outcome == wanted).count();
    format!("{} passed, {} failed", count(Outcome::Passed), count(Outcome::Failed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_check_brings_what_it_needs() {
        assert_eq!(select(&[Check::Fmt]), [Check::Fmt]);
        assert_eq!(select(&[Check::Html, Check::Fmt]), [Check::Fmt, Check::Npm, Check::Build, Check::Html]);
        assert_eq!(select(&[]), Check::value_variants());
    }

    #[test]
    fn a_skipped_check_has_neither_passed_nor_failed() {
        let outcomes =
            [(Check::Fmt, Outcome::Passed), (Check::Build, Outcome::Failed), (Check::Sizes, Outcome::Skipped)];
        assert_eq!(counts(&outcomes), "1 passed, 1 failed");
    }

    #[test]
    fn what_a_check_needs_runs_before_it_and_needs_nothing_itself() {
        for check in Check::value_variants() {
            for need in check.needs() {
                assert!((*need as usize) < (*check as usize), "{need:?} runs after {check:?}");
                assert!(need.needs().is_empty());
            }
        }
    }
}
