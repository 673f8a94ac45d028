//! A site in several languages: built from a copy of the content with a folder and an entry more for each,
//! as a translator would add them.

#![cfg(feature = "ssr")]

mod pseudo_language;
mod staging;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use keys_and_tokens::site::{Options, write};
use pseudo_language::LANGUAGES;

static SITE: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content = Path::new(env!("CARGO_TARGET_TMPDIR")).join("content-in-several-languages");
    pseudo_language::write(&root.join("content"), &content).expect("the content is written");
    let staging = staging::folder("site-in-several-languages");
    let site_url = Some("https://example.org/tokens/".to_owned());
    let options = Options { site_url, content: Some(content), ..Options::default() };
    write(root, &staging, &options).expect("the site is written");
    staging
});

fn page(path: &str) -> String {
    fs::read_to_string(SITE.join(path)).expect(path)
}

#[test]
fn every_language_has_the_article_and_the_embeds() {
    for language in &LANGUAGES {
        let path = language.path();
        let html = page(&format!("{path}index.html"));
        assert!(html.contains(&format!("<html lang=\"{}\" dir=\"", language.code)), "{path}");
        assert!(html.contains("src=\"../boot.js\""), "{path}");
        for embed in ["token-lab", "journey"] {
            let html = page(&format!("{path}embed/v1/{embed}/index.html"));
            assert!(html.contains("src=\"../../../../boot.js\""), "{path}{embed}");
        }
    }
    assert!(page("index.html").contains("<html lang=\"en\" dir=\"ltr\""));
}

#[test]
fn no_file_but_the_tests_own_names_the_languages_that_nobody_speaks() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let skipped = ["target", "dist", "node_modules", ".git", "pseudo_language"];
    let files = walkdir::WalkDir::new(root)
        .into_iter()
        .filter_entry(|entry| !skipped.contains(&entry.file_name().to_str().unwrap_or_default()));
    for file in files.map(|entry| entry.expect("a file")).filter(|entry| entry.file_type().is_file()) {
        let Ok(text) = fs::read_to_string(file.path()) else { continue };
        let text = text.to_lowercase();
        for language in &LANGUAGES {
            assert!(!text.contains(&language.code.to_lowercase()), "{} in {}", language.code, file.path().display());
        }
    }
}
