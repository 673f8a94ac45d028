//! Sizes over the network against the budgets of the design.
//!
//! Everything is measured as a good host would send it: gzip at its best level.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use flate2::Compression;
use html5gum::{Token, Tokenizer};
use regex_lite::Regex;
use walkdir::WalkDir;

use super::Context;
use crate::server;

const ARTICLE: &str = "index.html";
const EMBEDS: [&str; 2] = ["embed/v1/token-lab/index.html", "embed/v1/journey/index.html"];

/// Marks a small page.
const SMALL_PAGE: &str = "class=\"small-page\"";

/// What host pages load.
const LOADER: &str = "embed/v1/embed.js";

/// What one group of files may weigh.
struct Budget {
    name: String,
    /// Kilobytes of 1,000 bytes.
    kilobytes: usize,
    files: Vec<PathBuf>,
}

impl Budget {
    fn new(name: impl Into<String>, kilobytes: usize, files: Vec<PathBuf>) -> Self {
        Self { name: name.into(), kilobytes, files }
    }
}

pub(super) fn run(context: &Context) -> Result<()> {
    let dist = context.project.dist();
    let (wasm, page) = before_interaction(&dist, ARTICLE)?;
    ensure!(!wasm.is_empty(), "{ARTICLE} names no WebAssembly file");
    let front_page = read(&dist, ARTICLE)?;
    let mut tokenizer = named_by(&front_page, &[("script", "data-ahead")]);
    tokenizer.retain(|file| file.starts_with("assets"));
    ensure!(tokenizer.len() == 2, "{ARTICLE} names {} files of the tokenizer", tokenizer.len());
    let mut budgets = vec![
        Budget::new("the article before interaction: HTML, CSS, JavaScript", 110, page),
        Budget::new("before interaction: the app's WebAssembly", 140, wasm),
        Budget::new("when it is needed: the tokenizer with its glue", 45, tokenizer),
        Budget::new("on host pages: the widgets' loader", 3, vec![LOADER.into()]),
    ];
    let glue = named_by(&front_page, &[("script", "data-js")]);
    let chunks = chunks(&read(&dist, &glue.first().context("the front page names no glue")?.to_string_lossy())?)?;
    ensure!(!chunks.is_empty(), "the app was not cut up");
    for (name, file) in chunks {
        let name = match name.strip_prefix("__wasm_split_load_") {
            Some(exhibit) => format!("when {exhibit} comes near: its WebAssembly"),
            None => "when the first exhibit comes near: what several share".to_owned(),
        };
        budgets.push(Budget::new(name, 40, vec![file]));
    }
    for embed in EMBEDS {
        let (_, files) = before_interaction(&dist, embed)?;
        budgets.push(Budget::new("an embed before interaction: HTML, CSS, JavaScript", 45, files));
    }
    for page in small_pages(&dist)? {
        let (_, files) = before_interaction(&dist, &page)?;
        budgets.push(Budget::new("a small page before interaction: HTML, CSS, JavaScript", 50, files));
    }
    let mut broken = Vec::new();
    for budget in &budgets {
        if print_budget(&dist, budget)? > budget.kilobytes * 1000 {
            broken.push(budget.name.as_str());
        }
    }
    print_others(&dist, &budgets)?;
    ensure!(broken.is_empty(), "over budget: {}", broken.join("; "));
    Ok(())
}

fn read(dist: &Path, page: &str) -> Result<String> {
    fs::read_to_string(dist.join(page)).with_context(|| format!("cannot read {page} in dist/"))
}

/// The WebAssembly that a page loads by itself, and everything else including the page.
fn before_interaction(dist: &Path, page: &str) -> Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let files = files_at_start(&read(dist, page)?);
    let (wasm, mut others): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| has_extension(file, "wasm"));
    others.insert(0, page.into());
    Ok((wasm, others))
}

/// The first language's small pages, in folders of their own at the site's root.
fn small_pages(dist: &Path) -> Result<Vec<String>> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(dist)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let page = format!("{name}/index.html");
        if dist.join(&page).exists() && read(dist, &page)?.contains(SMALL_PAGE) {
            pages.push(page);
        }
    }
    pages.sort();
    Ok(pages)
}

/// The style sheets, scripts, data and WebAssembly that a page loads by itself, each once.
fn files_at_start(html: &str) -> Vec<PathBuf> {
    let of_script =
        ["src", "data-js", "data-page", "data-wasm", "data-controls"].map(|attribute| ("script", attribute));
    let loading = [[("link", "href")].as_slice(), &of_script].concat();
    let mut files = named_by(html, &loading);
    files.retain(|path| {
        ["css", "js", "mjs", "txt", "json", "wasm"].iter().any(|extension| has_extension(path, extension))
    });
    let mut seen = Vec::new();
    files.retain(|path| {
        !seen.contains(path) && {
            seen.push(path.clone());
            true
        }
    });
    files
}

/// The files that a page names in these attributes of these tags, in its order, from the site's root.
fn named_by(html: &str, attributes: &[(&str, &str)]) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        let Token::StartTag(tag) = token else { continue };
        for (name, attribute) in attributes {
            let Some(value) = tag.attributes.get(attribute.as_bytes()) else { continue };
            if *tag.name == *name.as_bytes() {
                for address in String::from_utf8_lossy(value).split_whitespace() {
                    let path = address.split(['?', '#']).next().unwrap_or_default();
                    files.push(PathBuf::from(path.trim_start_matches(['.', '/'])));
                }
            }
        }
    }
    files
}

/// The files that the app's glue fetches for exhibits, with the names of their loaders.
fn chunks(glue: &str) -> Result<Vec<(String, PathBuf)>> {
    // As `wasm_split_cli_support` writes it.
    let loader = Regex::new(r#"const (\w+) = (?:wrapAsyncCb\()?makeLoad\([^"]*"\./([^"]+\.wasm)""#)?;
    let found = loader.captures_iter(glue).map(|found| found.extract().1);
    Ok(found.map(|[name, file]| (name.to_owned(), Path::new("assets").join(file))).collect())
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|known| known == extension)
}

/// Prints a group's files and returns its size.
fn print_budget(dist: &Path, budget: &Budget) -> Result<usize> {
    println!("{} (at most {} KB)", budget.name, budget.kilobytes);
    let mut total = 0;
    for file in &budget.files {
        let size = compressed_size(&dist.join(file))?;
        print_line(&file.display().to_string(), size);
        total += size;
    }
    print_line("together", total);
    Ok(total)
}

/// Everything else but pictures and fonts.
fn print_others(dist: &Path, budgets: &[Budget]) -> Result<()> {
    println!("later, or on other pages (no budget)");
    let extensions = ["html", "css", "js", "mjs", "wasm", "json", "bin", "gz"];
    for entry in WalkDir::new(dist).sort_by_file_name() {
        let entry = entry?;
        let path = entry.path().strip_prefix(dist)?;
        let counts = extensions.iter().any(|extension| has_extension(path, extension));
        let has_budget = budgets.iter().any(|budget| budget.files.iter().any(|known| known == path));
        if counts && !has_budget {
            print_line(&path.display().to_string(), compressed_size(entry.path())?);
        }
    }
    Ok(())
}

fn print_line(name: &str, bytes: usize) {
    println!("  {name:<50} {:>9.1} KB", bytes as f64 / 1000.0);
}

fn compressed_size(file: &Path) -> Result<usize> {
    let bytes = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(server::gzip(&bytes, Compression::best())?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chunk_is_found() {
        let load = |file: &str| format!("makeLoad(() => {{\nfetch(new URL(\"./{file}\", import.meta.url));\n}}\n");
        let glue = format!(
            "function makeLoad(fetcher, deps) {{}}\nconst __shared = {}, []);\n\
             const __wasm_split_load_bucket = wrapAsyncCb({}, [__shared]));\n",
            load("s.wasm"),
            load("b.wasm"),
        );
        let expected = [("__shared", "assets/s.wasm"), ("__wasm_split_load_bucket", "assets/b.wasm")];
        assert_eq!(chunks(&glue).expect("a glue"), expected.map(|(name, file)| (name.to_owned(), file.into())));
    }

    #[test]
    fn only_what_a_page_loads_by_itself_counts() {
        let html = r#"
            <link rel="stylesheet" href="./style.css?v=1"><link rel="icon" href="icon.svg">
            <link rel="preload" as="fetch" href="../../app.wasm"><!-- <script src="old.js"></script> -->
            <script type="module" src="boot.js" data-js="./app.js" data-page="words.txt" data-wasm="./app.wasm"></script>
            <a href="embed/v1/embed.js">the loader</a>"#;
        let expected = ["style.css", "app.wasm", "boot.js", "app.js", "words.txt"].map(PathBuf::from);
        assert_eq!(files_at_start(html), expected);
    }
}
