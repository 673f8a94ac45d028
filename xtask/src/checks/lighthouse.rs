//! Lighthouse on the front page, as on a slow phone.
//!
//! What depends only on the page must be perfect; times depend on the machine and are only printed.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use xshell::cmd;

use super::{Context, browser};
use crate::server::Site;

/// Categories that must have the full score.
const PERFECT: [&str; 3] = ["accessibility", "best-practices", "seo"];

/// How much the layout may shift.
const LARGEST_SHIFT: f64 = 0.01;

/// What makes Chromium run anywhere, also as root without a screen.
const CHROMIUM_FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

pub(super) fn run(context: &Context) -> Result<()> {
    let project = context.project;
    let (program, report) = (project.node_module("lighthouse/cli/index.js"), project.scratch("lighthouse.json"));
    let (url, categories) = (browser::serve(Site::new(project.dist()), "/")?, PERFECT.join(","));
    let flags = format!("--chrome-flags={CHROMIUM_FLAGS}");
    let shell = project.shell()?;
    shell.change_dir(project.end_to_end());
    cmd!(shell, "node {program} {url} --quiet --no-enable-error-reporting --output=json --output-path={report}")
        .args([format!("--only-categories=performance,{categories}"), flags])
        .env("CHROME_PATH", browser::chromium(&shell)?)
        .run()?;
    let text = fs::read_to_string(&report).context("Lighthouse left no report")?;
    judge(&serde_json::from_str(&text).context("Lighthouse's report is no JSON")?)
}

fn judge(report: &Value) -> Result<()> {
    let mut failures = Vec::new();
    for category in PERFECT {
        let score = score(&report["categories"][category]);
        println!("  {category:<30} {score:>8.0}");
        if score < 100.0 {
            failures.push(format!("{category} {score:.0}"));
            print_failed_audits(report, category);
        }
    }
    let shift = measured(report, "cumulative-layout-shift");
    println!("  {:<30} {shift:>8.3}", "layout shift");
    println!("  {:<30} {:>8.0}", "performance (not judged)", score(&report["categories"]["performance"]));
    for (name, audit) in
        [("largest contentful paint", "largest-contentful-paint"), ("total blocking time", "total-blocking-time")]
    {
        println!("  {:<30} {:>8.0}", format!("{name}, ms"), measured(report, audit));
    }
    // A missing number is not a number and fails as well.
    if shift.is_nan() || shift > LARGEST_SHIFT {
        failures.push(format!("layout shift {shift:.3} > {LARGEST_SHIFT}"));
    }
    ensure!(failures.is_empty(), "{}", failures.join(", "));
    Ok(())
}

/// A score from 0 to 100; 0 for a category that could not be judged.
fn score(category: &Value) -> f64 {
    category["score"].as_f64().unwrap_or(0.0) * 100.0
}

fn measured(report: &Value, audit: &str) -> f64 {
    report["audits"][audit]["numericValue"].as_f64().unwrap_or(f64::NAN)
}

fn print_failed_audits(report: &Value, category: &str) {
    let references = report["categories"][category]["auditRefs"].as_array();
    for reference in references.into_iter().flatten() {
        let weight = reference["weight"].as_f64().unwrap_or(0.0);
        let audit = &report["audits"][reference["id"].as_str().unwrap_or_default()];
        // Audits that do not apply have no score.
        if weight > 0.0 && audit["score"].as_f64().is_some_and(|score| score < 1.0) {
            println!("    {}", describe(audit));
        }
    }
}

/// An audit's title and the places that it found.
fn describe(audit: &Value) -> String {
    let mut text = audit["title"].as_str().unwrap_or("unnamed audit").to_owned();
    for item in audit["details"]["items"].as_array().into_iter().flatten() {
        let place =
            [&item["node"]["snippet"], &item["source"], &item["description"]].into_iter().find_map(Value::as_str);
        if let Some(place) = place {
            text.push_str("\n      ");
            text.push_str(place);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn report(accessibility: f64, shift: f64) -> Value {
        json!({
            "categories": {
                "accessibility": { "score": accessibility, "auditRefs": [
                    { "id": "contrast", "weight": 7 },
                    { "id": "video-caption", "weight": 10 },
                ]},
                "best-practices": { "score": 1.0 },
                "seo": { "score": 1.0 },
            },
            "audits": {
                "cumulative-layout-shift": { "numericValue": shift },
                "contrast": { "title": "Contrast", "score": 0.0, "details": { "items": [
                    { "node": { "snippet": "<p>" } },
                ]}},
                "video-caption": { "title": "Captions", "score": null },
            },
        })
    }

    #[test]
    fn only_a_perfect_page_passes() {
        judge(&report(1.0, 0.01)).expect("passes");
        let error = judge(&report(0.93, 0.02)).expect_err("fails");
        assert_eq!(error.to_string(), "accessibility 93, layout shift 0.020 > 0.01");
        assert!(judge(&json!({})).is_err());
        assert_eq!(describe(&report(0.5, 0.0)["audits"]["contrast"]), "Contrast\n      <p>");
    }
}
