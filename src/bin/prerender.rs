//! Writes the site: run by `cargo xtask` or Trunk when the WebAssembly is built.
//!
//! Its argument, or `TRUNK_STAGING_DIR`, which Trunk sets for its hooks, is the folder with the binaries, which
//! becomes the site. It reads, where set, `SITE_URL` (the site's address), `CONTENT_DIR` (the content, if it is
//! not in `content/`) and `BUILD_DAY` (such as `2026-11-27`: shows the models and prices of that day in place of
//! today's, so that tests do not depend on the calendar).

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use keys_and_tokens::content::day;
use keys_and_tokens::site::{Options, write};

fn main() -> ExitCode {
    let Some(staging) = env::args_os().nth(1).or_else(|| env::var_os("TRUNK_STAGING_DIR")).map(PathBuf::from) else {
        eprintln!("The folder with the binaries is missing: run `cargo xtask build` or `trunk build`.");
        return ExitCode::FAILURE;
    };
    let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let today = match set("BUILD_DAY").map(|text| day::parse(&text)).transpose() {
        Ok(today) => today,
        Err(problem) => {
            eprintln!("BUILD_DAY: {problem}");
            return ExitCode::FAILURE;
        }
    };
    let options = Options {
        today,
        site_url: set("SITE_URL").map(|url| if url.ends_with('/') { url } else { format!("{url}/") }),
        content: set("CONTENT_DIR").map(PathBuf::from),
    };
    match write(Path::new(env!("CARGO_MANIFEST_DIR")), &staging, &options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The site could not be written.\n{error}");
            ExitCode::FAILURE
        }
    }
}
