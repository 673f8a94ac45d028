//! The command line.

use clap::{Args, Parser, ValueEnum};

use crate::checks::Check;
use crate::freshness;

/// The project's commands.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", disable_help_subcommand = true)]
pub(crate) enum Command {
    /// Sets up what is missing, builds the site when something changed, serves it on 127.0.0.1,
    /// and builds again whenever a file changes.
    Serve {
        /// The port, or the first free one after it.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Builds without optimization, which is quick; big and slow in the browser.
        #[arg(long)]
        debug: bool,
    },
    /// Sets up what is missing and builds the site into `dist/`.
    Build {
        /// Where the site will live, for links that must be absolute.
        #[arg(long, value_name = "URL")]
        site_url: Option<String>,
        /// Builds without optimization, which is quick; big and slow in the browser.
        #[arg(long)]
        debug: bool,
    },
    /// Runs every check, or the named ones with what they need.
    Test(TestOptions),
    /// Measures the site and other tokenizers in one browser session; a whole run, of half an hour,
    /// writes its tables to `docs/benchmark.md`.
    Bench {
        /// Only these parts, which are then only printed.
        #[arg(long, value_delimiter = ',', value_name = "NAME,…")]
        only: Vec<BenchPart>,
    },
    /// Names facts of `content/data/` that were read too long ago, and fails if one is too old.
    Freshness {
        /// How old a fact may be.
        #[arg(long, default_value_t = freshness::DEFAULT_DAYS)]
        days: i32,
        /// The day to judge for, as YYYY-MM-DD; the clock's if none is given.
        #[arg(long, value_name = "DATE")]
        today: Option<jiff::civil::Date>,
    },
}

/// Which checks to run.
#[derive(Debug, Args)]
pub(crate) struct TestOptions {
    /// Only these checks and what they need.
    #[arg(long, value_delimiter = ',', value_name = "NAME,…")]
    pub(crate) only: Vec<Check>,
    /// Compares the tokenizer with tiktoken-rs on ten million random texts more, for hours.
    #[arg(long)]
    pub(crate) long: bool,
    /// Arguments for Playwright, in the browser check.
    #[arg(last = true)]
    pub(crate) playwright: Vec<String>,
}

/// A part of the benchmark: a file in `tests/bench/measures/`.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub(crate) enum BenchPart {
    FirstTokens,
    Start,
    Throughput,
    Hard,
    Typing,
    Paste,
    Journey,
}

/// The name of a value as it is written on the command line.
pub(crate) fn name_of(value: &impl ValueEnum) -> String {
    value.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, clap::Error> {
        Command::try_parse_from(["xtask"].into_iter().chain(line.split_whitespace()))
    }

    #[test]
    fn names_addresses_days_and_arguments_for_playwright_are_read() {
        <Command as clap::CommandFactory>::command().debug_assert();
        let Ok(Command::Test(options)) = parse("test --only fmt,browser -- --grep smoke") else { panic!("parses") };
        assert_eq!(options.only, [Check::Fmt, Check::Browser]);
        assert_eq!(options.playwright, ["--grep", "smoke"]);
        let built = parse("build --site-url https://example.org/");
        assert!(matches!(built, Ok(Command::Build { site_url: Some(_), debug: false })));
        let day = jiff::civil::date(2026, 11, 22);
        let asked = parse("freshness --days 30 --today 2026-11-22");
        assert!(matches!(asked, Ok(Command::Freshness { days: 30, today: Some(today) }) if today == day));
    }

    #[test]
    fn unknown_words_wrong_values_and_days_that_do_not_exist_are_errors() {
        for line in [
            "deploy",
            "serve --port many",
            "build --site-url",
            "test fmt",
            "test --only format",
            "bench --only begin",
            "freshness --today 2026-02-31",
        ] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
