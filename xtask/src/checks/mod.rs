//! `cargo xtask test`: everything that must hold, in the order of what is cheapest to know.
//!
//! Every check runs even when an earlier one failed, except those that need what it should have made.

pub(crate) mod browser;
pub(crate) mod chromium;
mod html;
mod hygiene;
mod lighthouse;
mod links;
pub(crate) mod machine;
pub(crate) mod node;
mod report;
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
use report::{Outcome, Report};

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

    /// The check's name and what it looks at.
    fn heading(self) -> String {
        let help = self.to_possible_value().and_then(|value| value.get_help().map(ToString::to_string));
        format!("{}: {}", name_of(&self), help.unwrap_or_default())
    }
}

/// Runs the selected checks and reports.
pub(crate) fn run(project: &Project, options: &TestOptions) -> ExitCode {
    let selected = select(&options.only);
    if let Err(error) = machine::install_missing(project, &selected) {
        // The checks that need what is missing say so themselves.
        eprintln!("error: {error:#}");
    }
    let context = Context { project, options };
    let mut report = Report::default();
    for check in selected {
        let start = Instant::now();
        let outcome = perform(check, &context, &report);
        report.add(check, outcome, start.elapsed());
    }
    freshness::warn(project);
    report.print();
    report.exit_code()
}

/// The named checks and what they need, in order; all when none is named.
fn select(only: &[Check]) -> Vec<Check> {
    let is_needed = |check: &Check| only.iter().any(|named| named == check || named.needs().contains(check));
    Check::value_variants().iter().copied().filter(|check| only.is_empty() || is_needed(check)).collect()
}

fn perform(check: Check, context: &Context, report: &Report) -> Outcome {
    println!("\n=== {}", check.heading());
    if let Some(missing) = check.needs().iter().find(|need| !report.has_passed(**need)) {
        println!("Skipped: it needs `{}`.", name_of(missing));
        return Outcome::Skipped { needs: *missing };
    }
    match check.run(context) {
        Ok(()) => Outcome::Passed,
        Err(error) => {
            eprintln!("error: {error:#}");
            Outcome::Failed
        }
    }
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
    fn what_a_check_needs_runs_before_it_and_needs_nothing_itself() {
        for check in Check::value_variants() {
            for need in check.needs() {
                assert!((*need as usize) < (*check as usize), "{need:?} runs after {check:?}");
                assert!(need.needs().is_empty());
            }
        }
    }
}
