//! Real text: many languages and scripts, and this project's own sources.

use std::fs;
use std::path::Path;

use super::support::check_all;

#[test]
fn many_languages() {
    let corpus = include_str!("../data/languages.txt");
    check_all(corpus);
    assert!(corpus.lines().filter(|line| !line.starts_with('#')).count() >= 30);
    for line in corpus.lines() {
        check_all(line);
        check_all(&line.to_uppercase());
        check_all(&line.to_lowercase());
        check_all(&line.replace(' ', ""));
        check_all(&line.replace(' ', "\n\t "));
    }
}

#[test]
fn source_code_and_markup() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in [
        "Cargo.toml",
        "Cargo.lock",
        "ARCHITECTURE.md",
        "public/embed/v1/embed.js",
        "content/en/strings.toml",
        "src/tokenizer/tokenization.rs",
    ] {
        check_all(&fs::read_to_string(root.join(file)).expect("a file of the project"));
    }
}
