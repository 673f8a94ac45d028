//! Stand-ins for what the build compiles, so that a test can write a site in seconds.

use std::fs;
use std::path::{Path, PathBuf};

/// An empty folder of that name with stand-ins for the binaries, as the build stages them.
pub fn folder(name: &str) -> PathBuf {
    let staging = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if staging.exists() {
        fs::remove_dir_all(&staging).expect("removed");
    }
    fs::create_dir_all(&staging).expect("a folder");
    for (name, text) in [
        ("app.js", ""),
        ("app_bg.wasm", "a"),
        ("tokenizer.js", ""),
        ("tokenizer_bg.wasm", "t"),
        ("judge.js", ""),
        ("judge_bg.wasm", "j"),
    ] {
        fs::write(staging.join(name), text).expect("written");
    }
    staging
}
