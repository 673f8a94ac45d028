//! The command line: five commands with few options, parsed by hand.

use anyhow::{Context, Result, bail};

use crate::freshness::DEFAULT_DAYS;

/// What `cargo xtask` alone prints.
pub(crate) const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N]        set up what is missing, build the site when something changed,
                          serve it on 127.0.0.1 (port 8080, or the next free one)
                          and build again whenever a file changes
  build [--site-url URL]  set up what is missing and build the site into dist/;
                          URL is where the site will live, for links that must be absolute
  test [--only NAME,...] [--long] [-- ARGUMENTS]
                          run every check, or the named ones with what they need:
                          fmt, clippy, unit, npm, build, sizes, html, links, pseudo,
                          browser, lighthouse, hygiene;
                          --long compares the tokenizer with tiktoken-rs on ten
                          million random texts more, for hours;
                          ARGUMENTS go to Playwright in the browser check
  bench [--only NAME,...] measure the site and other tokenizers in one browser session,
                          all or only the named parts: first-tokens, start, throughput,
                          hard, typing, paste, journey; a whole run, of half
                          an hour, writes its tables to docs/benchmark.md
  freshness [--days N] [--today DATE]
                          fail if a fact in content/data/ was read more than N days
                          (120) before today, or before the day given as YYYY-MM-DD";

/// A command with its options; `Bench` has the parts to measure, none meaning all.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Help,
    Serve { port: u16 },
    Build { site_url: Option<String> },
    Test(Selection),
    Bench(Vec<String>),
    Freshness { days: i64, today: Option<String> },
}

/// Which checks to run.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Selection {
    /// Names given by `--only`; empty means all.
    pub(crate) only: Vec<String>,
    /// Whether the engine is compared with tiktoken-rs on ten million random texts more.
    pub(crate) long: bool,
    /// What follows `--`.
    pub(crate) playwright: Vec<String>,
}

const DEFAULT_PORT: u16 = 8080;

/// Reads the words after `cargo xtask`.
pub(crate) fn parse(mut words: impl Iterator<Item = String>) -> Result<Command> {
    match words.next().as_deref() {
        None | Some("help" | "--help" | "-h") => Ok(Command::Help),
        Some("serve") => parse_serve(words),
        Some("build") => parse_build(words),
        Some("test") => parse_test(words),
        Some("bench") => parse_bench(words),
        Some("freshness") => parse_freshness(words),
        Some(other) => bail!("there is no command `{other}`"),
    }
}

fn parse_serve(mut words: impl Iterator<Item = String>) -> Result<Command> {
    let mut port = DEFAULT_PORT;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--port" => {
                let value = value_of("--port", &mut words)?;
                port = value.parse().with_context(|| format!("`{value}` is not a port number"))?;
            }
            "--help" | "-h" => return Ok(Command::Help),
            other => bail!("`serve` has no option `{other}`"),
        }
    }
    Ok(Command::Serve { port })
}

fn parse_build(mut words: impl Iterator<Item = String>) -> Result<Command> {
    let mut site_url = None;
    while let Some(word) = words.next() {
        match word.as_str() {
            "--site-url" => site_url = Some(value_of("--site-url", &mut words)?),
            "--help" | "-h" => return Ok(Command::Help),
            other => bail!("`build` has no option `{other}`"),
        }
    }
    Ok(Command::Build { site_url })
}

fn parse_test(mut words: impl Iterator<Item = String>) -> Result<Command> {
    let mut selection = Selection::default();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--only" => selection.only.extend(names_of("--only", &mut words)?),
            "--long" => selection.long = true,
            "--" => selection.playwright.extend(words.by_ref()),
            "--help" | "-h" => return Ok(Command::Help),
            other => bail!("`test` has no option `{other}`"),
        }
    }
    Ok(Command::Test(selection))
}

fn parse_bench(mut words: impl Iterator<Item = String>) -> Result<Command> {
    let mut only = Vec::new();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--only" => only.extend(names_of("--only", &mut words)?),
            "--help" | "-h" => return Ok(Command::Help),
            other => bail!("`bench` has no option `{other}`"),
        }
    }
    Ok(Command::Bench(only))
}

fn parse_freshness(mut words: impl Iterator<Item = String>) -> Result<Command> {
    let (mut days, mut today) = (DEFAULT_DAYS, None);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--days" => {
                let value = value_of("--days", &mut words)?;
                days = value.parse().with_context(|| format!("`{value}` is not a number of days"))?;
            }
            "--today" => today = Some(value_of("--today", &mut words)?),
            "--help" | "-h" => return Ok(Command::Help),
            other => bail!("`freshness` has no option `{other}`"),
        }
    }
    Ok(Command::Freshness { days, today })
}

/// Names with commas between them.
fn names_of(option: &str, words: &mut impl Iterator<Item = String>) -> Result<Vec<String>> {
    Ok(value_of(option, words)?.split(',').map(str::to_owned).collect())
}

fn value_of(option: &str, words: &mut impl Iterator<Item = String>) -> Result<String> {
    words.next().with_context(|| format!("`{option}` needs a value"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_line(line: &str) -> Result<Command> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn no_command_asks_for_help() {
        assert_eq!(parse_line("").expect("parses"), Command::Help);
    }

    #[test]
    fn serve_has_a_default_port() {
        let expected = Command::Serve { port: DEFAULT_PORT };
        assert_eq!(parse_line("serve").expect("parses"), expected);
        let expected = Command::Serve { port: 9000 };
        assert_eq!(parse_line("serve --port 9000").expect("parses"), expected);
    }

    #[test]
    fn a_wrong_port_is_named_in_the_error() {
        let error = parse_line("serve --port many").expect_err("not a number");
        assert!(error.to_string().contains("`many`"));
    }

    #[test]
    fn only_takes_several_names_and_the_rest_goes_to_playwright() {
        let parsed = parse_line("test --only fmt,browser -- --grep smoke").expect("parses");
        let expected = Selection {
            only: vec!["fmt".into(), "browser".into()],
            playwright: vec!["--grep".into(), "smoke".into()],
            ..Selection::default()
        };
        assert_eq!(parsed, Command::Test(expected));
    }

    #[test]
    fn bench_takes_names_too() {
        let expected = Command::Bench(vec!["start".into(), "hard".into()]);
        assert_eq!(parse_line("bench --only start,hard").expect("parses"), expected);
    }

    #[test]
    fn freshness_can_be_told_the_day() {
        let expected = Command::Freshness { days: 30, today: Some("2026-11-22".into()) };
        assert_eq!(parse_line("freshness --days 30 --today 2026-11-22").expect("parses"), expected);
    }

    #[test]
    fn unknown_words_and_missing_values_are_errors() {
        for line in ["deploy", "serve --fast", "build --site-url", "test fmt", "bench start"] {
            assert!(parse_line(line).is_err(), "{line}");
        }
    }
}
