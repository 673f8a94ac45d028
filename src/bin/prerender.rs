//! Writes the site: run by Trunk after it has built the WebAssembly (see `Trunk.toml`).
//!
//! Reads `TRUNK_STAGING_DIR`, and where set `SITE_URL` (the site's address), `WASM_OPT` (the program)
//! and `PSEUDO_LANGUAGE=1` (also writes the tests' pseudo-language).

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use keys_and_tokens::site::{Options, write};

fn main() -> ExitCode {
    let Some(staging) = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        eprintln!("TRUNK_STAGING_DIR is not set: this program is run by `trunk build`, see Trunk.toml");
        return ExitCode::FAILURE;
    };
    let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let options = Options {
        site_url: set("SITE_URL").map(|url| if url.ends_with('/') { url } else { format!("{url}/") }),
        pseudo: set("PSEUDO_LANGUAGE").is_some(),
        wasm_opt: set("WASM_OPT"),
    };
    match write(Path::new(env!("CARGO_MANIFEST_DIR")), &staging, &options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The site could not be written.\n{error}");
            ExitCode::FAILURE
        }
    }
}
