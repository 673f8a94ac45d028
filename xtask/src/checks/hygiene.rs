//! What no file of the project may contain, and how long a source file may be.

use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use xshell::cmd;

use super::Context;

/// Registries' hosts and paths of one machine.
/// They are put together here, or this file would contain them.
const FORBIDDEN: [&str; 9] = [
    concat!("crates", ".io"),
    concat!("npmjs", ".org"),
    concat!("npmjs", ".com"),
    concat!("pypi", ".org"),
    concat!("pythonhosted", ".org"),
    concat!("deb.debian", ".org"),
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/Us", "ers/"),
];

/// Cargo writes the registry's name into its lock files.
const WRITTEN_BY_CARGO: &str = "Cargo.lock";

/// Source folders whose files must stay short.
const SOURCES: [&str; 2] = ["src/", "xtask/src/"];

/// Lines of a source file, tests not counted.
const LONGEST: usize = 400;

pub(super) fn run(context: &Context) -> Result<()> {
    let shell = context.project.shell()?;
    // Every file that is or could be committed.
    let files = cmd!(shell, "git ls-files -z --cached --others --exclude-standard").quiet().read();
    let files = files.context("git is needed to know the project's files")?;
    let mut problems = Vec::new();
    for path in files.split_terminator('\0') {
        // Deleted files are still listed, and pictures are no text: neither has anything to find.
        if let Ok(text) = shell.read_file(path) {
            problems.extend(problems_in(path, &text));
        }
    }
    println!("{} files", files.split_terminator('\0').count());
    ensure!(problems.is_empty(), "problems in the project's files:\n{}", problems.join("\n"));
    Ok(())
}

fn problems_in(path: &str, text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    if !Path::new(path).ends_with(WRITTEN_BY_CARGO) {
        for (index, line) in text.lines().enumerate() {
            let found = FORBIDDEN.iter().filter(|forbidden| line.contains(*forbidden));
            problems.extend(found.map(|forbidden| format!("{path}:{}: {forbidden}", index + 1)));
        }
    }
    // Up to the tests, which stand at the end of a file.
    let length = text.lines().take_while(|line| *line != "#[cfg(test)]").count();
    if must_be_short(path) && length > LONGEST {
        problems.push(format!("{path}: {length} lines, more than {LONGEST}"));
    }
    problems
}

/// Tests and tables may be as long as they need to be.
fn must_be_short(path: &str) -> bool {
    let folders = Path::new(path).with_extension("");
    SOURCES.iter().any(|source| path.starts_with(source))
        && !folders.iter().any(|name| name == "tests" || name == "data" || name == "generated")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_forbidden_text_is_found_with_its_line_but_in_cargos_lock_files() {
        for forbidden in FORBIDDEN {
            let text = format!("first\nsee {forbidden}x");
            assert_eq!(problems_in("Cargo.lock.md", &text), [format!("Cargo.lock.md:2: {forbidden}")]);
            assert!(problems_in("tests/some/Cargo.lock", &text).is_empty());
        }
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
