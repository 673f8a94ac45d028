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

/// Every front page by its path, with the code of its language.
fn front_pages() -> Vec<(String, &'static str)> {
    let first = (String::new(), "en");
    std::iter::once(first).chain(LANGUAGES.iter().map(|language| (language.path(), language.code))).collect()
}

#[test]
fn every_front_page_names_all_of_them_and_so_does_the_sitemap() {
    let sitemap = page("sitemap.xml");
    for (path, _) in front_pages() {
        let html = page(&format!("{path}index.html"));
        assert!(
            html.contains(&format!("<link rel=\"canonical\" href=\"https://example.org/tokens/{path}\">")),
            "{path}"
        );
        assert!(sitemap.contains(&format!("<loc>https://example.org/tokens/{path}</loc>")), "{path}");
        for (other, code) in front_pages().into_iter().chain([(String::new(), "x-default")]) {
            let link = format!("rel=\"alternate\" hreflang=\"{code}\" href=\"https://example.org/tokens/{other}\"");
            assert_eq!(html.matches(&link).count(), 1, "{link} in /{path}");
            assert_eq!(sitemap.matches(&link).count(), front_pages().len(), "{link} in the sitemap");
        }
    }
}

#[test]
fn small_pages_come_in_every_language_and_name_each_other() {
    let sitemap = page("sitemap.xml");
    for (path, here) in front_pages() {
        let html = page(&format!("{path}ai-token/index.html"));
        let up = if path.is_empty() { "../" } else { "../../" };
        for (other, code) in front_pages() {
            let address = format!("https://example.org/tokens/{other}ai-token/");
            assert!(html.contains(&format!("hreflang=\"{code}\" href=\"{address}\"")), "{code} in /{path}");
            assert!(sitemap.contains(&format!("<loc>{address}</loc>")), "{address}");
            let current = if code == here { " aria-current=\"page\"" } else { "" };
            let link = format!("<a href=\"{up}{other}ai-token/\" hreflang=\"{code}\" lang=\"{code}\"{current}>");
            assert!(html.contains(&link), "{link}");
        }
        assert!(html.contains("href=\"../glossary/\"") && html.contains(&format!("src=\"{up}reading.js\"")), "{path}");
    }
}

#[test]
fn the_menu_leads_from_every_language_to_every_other() {
    for (path, here) in front_pages() {
        for (file, base) in
            [("index.html", if path.is_empty() { "./" } else { "../" }), ("404.html", "https://example.org/tokens/")]
        {
            let html = page(&format!("{path}{file}"));
            let (_, menu) = html.split_once("class=\"languages\">").expect("a menu");
            let (menu, _) = menu.split_once("</nav>").expect("an end");
            for (other, code) in front_pages() {
                let current = if code == here { " aria-current=\"page\"" } else { "" };
                let link = format!("<a href=\"{base}{other}\" hreflang=\"{code}\" lang=\"{code}\"{current}>");
                assert!(menu.contains(&link), "{link} in {menu}");
            }
        }
    }
}

#[test]
fn the_pages_for_wrong_addresses_and_the_notices_are_found_from_every_language() {
    for language in &LANGUAGES {
        let missing = page(&format!("{}404.html", language.path()));
        assert!(missing.contains(&format!("href=\"https://example.org/tokens/{}\"", language.path())), "{missing}");
        assert!(page(&format!("{}index.html", language.path())).contains("href=\"../third-party-notices.txt\""));
    }
}

#[test]
fn the_embeds_of_every_language_may_be_framed_by_anybody() {
    let headers = page("_headers");
    let rules: Vec<&str> = headers.split("\n/").collect();
    for (path, _) in front_pages() {
        let address = format!("{path}embed/v1/token-lab/");
        let matching = rules.iter().rfind(|rule| matches(rule.lines().next().unwrap_or_default(), &address));
        let rule = matching.expect("a rule");
        assert!(
            rule.contains("! Content-Security-Policy\n") && rule.contains("; frame-ancestors *\n"),
            "{path}: {rule}"
        );
    }
    assert!(!matches(":language/embed/*", "embed/v1/token-lab/"));
}

/// Whether a pattern of `_headers` is about `path`, both without their first slash.
fn matches(pattern: &str, path: &str) -> bool {
    let (piece, rest) = pattern.split_once('/').unwrap_or((pattern, ""));
    let (folder, inside) = path.split_once('/').unwrap_or((path, ""));
    piece == "*" || (pattern.contains('/') && (piece.starts_with(':') || piece == folder) && matches(rest, inside))
}

#[test]
fn the_loader_knows_where_the_widgets_of_each_language_are() {
    let script = page("embed/v1/embed.js");
    for (path, code) in front_pages() {
        assert!(script.contains(&format!("[\"{}\", \"{path}\"]", code.to_lowercase())), "{code}");
    }
}

/// Whole strings of the English interface, as they stand in a page: long enough not to be there by chance.
fn english() -> Vec<String> {
    fn collect(value: &toml::Value, found: &mut Vec<String>) {
        match value {
            toml::Value::Table(table) => table.values().for_each(|value| collect(value, found)),
            toml::Value::String(words) if words.len() > 12 && !words.contains('{') => {
                found.push(words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"));
            }
            _ => {}
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en/strings.toml");
    let mut found = Vec::new();
    collect(&toml::from_str(&fs::read_to_string(file).expect("strings")).expect("TOML"), &mut found);
    found
}

/// Those that a page shows or says, without those that are also words of the article, which stays English.
fn english_in(html: &str) -> Vec<String> {
    let article = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en")).expect("the article");
    let files =
        article.map(|entry| entry.expect("a file").path()).filter(|path| path.extension() == Some("md".as_ref()));
    let article: String = files.map(|path| fs::read_to_string(path).expect("a section")).collect();
    let says = |words: &String| html.contains(&format!(">{words}<")) || html.contains(&format!("=\"{words}\""));
    english().into_iter().filter(says).filter(|words| !article.contains(words)).collect()
}

#[test]
fn no_english_string_is_left_on_the_pages_of_another_language() {
    assert!(english_in(&page("embed/v1/token-lab/index.html")).len() > 10, "the look finds English on English pages");
    for language in &LANGUAGES {
        for file in [
            "index.html",
            "404.html",
            "ai-token/index.html",
            "glossary/index.html",
            "embed/v1/token-lab/index.html",
            "embed/v1/journey/index.html",
        ] {
            let path = format!("{}{file}", language.path());
            assert_eq!(english_in(&page(&path)), Vec::<String>::new(), "{path}");
        }
    }
}

#[test]
fn no_file_but_the_tests_own_names_the_languages_that_nobody_speaks() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let skipped = ["target", "dist", "node_modules", "test-results", ".git", "pseudo_language"];
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
