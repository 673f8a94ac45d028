//! `cargo xtask test`: everything that must hold, in the order of what is cheapest to know.
//!
//! Every check runs even when an earlier one failed, except those that need what it should have made.

pub(crate) mod browser;
pub(crate) mod chromium;
mod html;
mod html_tags;
mod hygiene;
mod lighthouse;
mod links;
pub(crate) mod machine;
pub(crate) mod node;
mod report;
mod rust;
mod site_files;
mod sizes;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::arguments::Selection;
use crate::freshness;
use crate::project::Project;
use crate::site::Build;
use crate::toolbox::Toolbox;
use report::{Outcome, Report};

/// One step of the test.
struct Check {
    name: &'static str,
    /// What it looks at, as a heading.
    title: &'static str,
    /// Checks that must have passed before.
    needs: &'static [&'static str],
    run: fn(&Context) -> Result<()>,
}

/// What a check may use.
struct Context<'a> {
    project: &'a Project,
    /// Whether the long comparison with tiktoken-rs runs too.
    long: bool,
    /// Arguments for Playwright.
    playwright: &'a [String],
}

const CHECKS: [Check; 12] = [
    check("fmt", "Rust is formatted", &[], rust::format),
    check("clippy", "Rust without warnings", &[], rust::clippy),
    check("unit", "Rust tests and documentation", &[], rust::unit),
    check("npm", "Node packages", &[], node::install_packages),
    check("build", "the site, built for release", &[], build),
    check("sizes", "size budgets", &["build"], sizes::run),
    check("html", "valid HTML", &["npm", "build"], html::run),
    check("links", "links and anchors", &["build"], links::run),
    check("pseudo", "the site in a pseudo-language", &[], pseudo_build),
    check("browser", "in a browser", &["npm", "build", "pseudo"], browser::run),
    check("lighthouse", "Lighthouse", &["npm", "build"], lighthouse::run),
    check("hygiene", "what no file may contain", &[], hygiene::run),
];

const fn check(
    name: &'static str,
    title: &'static str,
    needs: &'static [&'static str],
    run: fn(&Context) -> Result<()>,
) -> Check {
    Check { name, title, needs, run }
}

/// Runs the selected checks and reports.
pub(crate) fn run(project: &Project, selection: &Selection) -> Result<ExitCode> {
    let selected = select(&selection.only)?;
    let names: Vec<_> = selected.iter().map(|check| check.name).collect();
    if let Err(error) = machine::install_missing(&names) {
        // The checks that need what is missing say so themselves.
        eprintln!("error: {error:#}");
    }
    let context = Context { project, long: selection.long, playwright: &selection.playwright };
    let mut report = Report::default();
    for check in selected {
        let start = Instant::now();
        let outcome = perform(check, &context, &report);
        report.add(check.name, outcome, start.elapsed());
    }
    report.print();
    freshness::warn(project)?;
    Ok(report.exit_code())
}

/// The named checks and what they need, in order; all when none is named.
fn select(only: &[String]) -> Result<Vec<&'static Check>> {
    if let Some(unknown) = only.iter().find(|name| find(name).is_none()) {
        let known = CHECKS.map(|check| check.name).join(", ");
        bail!("there is no check `{unknown}`; there are {known}");
    }
    let named = |check: &Check| only.iter().any(|name| name == check.name);
    let needed = |check: &Check| {
        let mut named = CHECKS.iter().filter(|other| named(other));
        named.any(|other| other.needs.contains(&check.name))
    };
    Ok(CHECKS.iter().filter(|check| only.is_empty() || named(check) || needed(check)).collect())
}

fn find(name: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.name == name)
}

fn perform(check: &Check, context: &Context, report: &Report) -> Outcome {
    println!("\n=== {}: {}", check.name, check.title);
    if let Some(missing) = check.needs.iter().find(|need| !report.has_passed(need)) {
        println!("Skipped: it needs `{missing}`.");
        return Outcome::Skipped { needs: missing };
    }
    match (check.run)(context) {
        Ok(()) => Outcome::Passed,
        Err(error) => {
            eprintln!("error: {error:#}");
            Outcome::Failed
        }
    }
}

fn pseudo_build(context: &Context) -> Result<()> {
    let toolbox = Toolbox::prepare(context.project)?;
    Build::pseudo(context.project, &toolbox).run_if_stale()
}

fn build(context: &Context) -> Result<()> {
    let toolbox = Toolbox::prepare(context.project)?;
    Build::new(context.project, &toolbox, None).run_if_stale()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(only: &[&str]) -> Vec<&'static str> {
        let only: Vec<_> = only.iter().map(|name| (*name).to_owned()).collect();
        let selected = select(&only).expect("known names");
        selected.iter().map(|check| check.name).collect()
    }

    #[test]
    fn a_named_check_brings_what_it_needs() {
        assert_eq!(names(&["fmt"]), ["fmt"]);
        assert_eq!(names(&["html", "fmt"]), ["fmt", "npm", "build", "html"]);
        assert_eq!(names(&[]).len(), CHECKS.len());
    }

    #[test]
    fn an_unknown_check_is_named() {
        let error = select(&["format".to_owned()]).err().expect("unknown");
        assert!(error.to_string().contains("`format`"));
    }

    #[test]
    fn what_a_check_needs_runs_before_it_and_needs_nothing_itself() {
        for (index, check) in CHECKS.iter().enumerate() {
            for need in check.needs {
                let earlier = CHECKS[..index].iter().find(|other| other.name == *need);
                assert!(earlier.expect("runs before").needs.is_empty());
            }
        }
    }
}
