//! What no file of the project may contain, and how long a source file may be.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use xshell::cmd;

use super::Context;
use crate::project::Project;

/// Texts that tie the project to one machine or one registry.
/// They are put together here, or this file would contain them.
const FORBIDDEN: [(&str, &str); 9] = [
    (concat!("crates", ".io"), "a registry's host"),
    (concat!("npmjs", ".org"), "a registry's host"),
    (concat!("npmjs", ".com"), "a registry's host"),
    (concat!("pypi", ".org"), "a registry's host"),
    (concat!("pythonhosted", ".org"), "a registry's host"),
    (concat!("deb.debian", ".org"), "a registry's host"),
    (concat!("/wo", "rk/"), "a path of one machine"),
    (concat!("/ro", "ot/"), "a path of one machine"),
    (concat!("/Us", "ers/"), "a path of one machine"),
];

/// Cargo writes the registry's name into its lock files.
const WRITTEN_BY_CARGO: &str = "Cargo.lock";

/// Source folders whose files must stay short.
const SOURCES: [&str; 2] = ["src/", "xtask/src/"];

/// Lines of a source file, tests not counted.
const LONGEST: usize = 400;

pub(super) fn run(context: &Context) -> Result<()> {
    let mut problems = 0;
    let files = files(context.project)?;
    for path in &files {
        // Deleted files are still listed, and pictures are no text: neither has anything to find.
        let Ok(text) = fs::read_to_string(context.project.root().join(path)) else {
            continue;
        };
        for problem in problems_in(path, &text) {
            println!("  {path}{problem}");
            problems += 1;
        }
    }
    println!("{} files", files.len());
    ensure!(problems == 0, "{problems} problems in the project's files");
    Ok(())
}

/// Every file that is or could be committed.
fn files(project: &Project) -> Result<Vec<String>> {
    let shell = project.shell()?;
    let list = cmd!(shell, "git ls-files -z --cached --others --exclude-standard").quiet().read();
    let list = list.context("git is needed to know the project's files")?;
    Ok(list.split_terminator('\0').map(str::to_owned).collect())
}

fn problems_in(path: &str, text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    if !Path::new(path).ends_with(WRITTEN_BY_CARGO) {
        for (index, line) in text.lines().enumerate() {
            for (forbidden, what) in FORBIDDEN {
                if line.contains(forbidden) {
                    problems.push(format!(":{}: {forbidden} is {what}", index + 1));
                }
            }
        }
    }
    let length = length(text);
    if must_be_short(path) && length > LONGEST {
        problems.push(format!(": {length} lines, more than {LONGEST}"));
    }
    problems
}

/// Tests and tables may be as long as they need to be.
fn must_be_short(path: &str) -> bool {
    let folders = Path::new(path).with_extension("");
    SOURCES.iter().any(|source| path.starts_with(source))
        && !folders.iter().any(|name| name == "tests" || name == "data" || name == "generated")
}

/// Lines before the tests, which stand at the end of a file.
fn length(text: &str) -> usize {
    text.lines().take_while(|line| *line != "#[cfg(test)]").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_forbidden_text_is_found_with_its_line() {
        for (forbidden, _) in FORBIDDEN {
            let problems = problems_in("README.md", &format!("first\nsee {forbidden}x"));
            assert_eq!(problems.len(), 1);
            assert!(problems[0].starts_with(":2: "));
        }
    }

    #[test]
    fn cargos_lock_files_may_name_the_registry() {
        assert!(problems_in("Cargo.lock", FORBIDDEN[0].0).is_empty());
        assert!(problems_in("tests/some/Cargo.lock", FORBIDDEN[0].0).is_empty());
        assert!(!problems_in("Cargo.lock.md", FORBIDDEN[0].0).is_empty());
    }

    #[test]
    fn long_sources_are_found_but_not_long_tests() {
        let long = "\n".repeat(LONGEST + 1);
        assert_eq!(problems_in("src/lib.rs", &long).len(), 1);
        for path in ["src/a/tests.rs", "src/data/table.rs", "tests/laws.rs"] {
            assert!(problems_in(path, &long).is_empty(), "{path}");
        }
        let tested = format!("fn f() {{}}\n#[cfg(test)]\n{long}");
        assert!(problems_in("src/lib.rs", &tested).is_empty());
    }
}
