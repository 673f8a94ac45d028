//! The rule on claims over the real lesson, and breaches planted into it.

#![cfg(feature = "ssr")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use keys_and_tokens::content::{Claims, Rule, day};
use keys_and_tokens::journey::Facts;

/// Between the standfirst and the end of the page.
const CUT: &str = "\n---8<---\n";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn claims() -> Claims {
    Claims::load(&root().join("content")).expect("usable claims")
}

/// The Markdown of the lesson, by file name.
fn lesson() -> BTreeMap<String, String> {
    let files = fs::read_dir(root().join("content/en")).expect("the English folder");
    let paths = files.map(|file| file.expect("a file").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    texts.map(|path| text_of(&path)).collect()
}

/// The Markdown of the small pages, by address.
fn small_pages() -> BTreeMap<String, String> {
    let files = fs::read_dir(root().join("content/en/pages")).expect("the folder of small pages");
    files.map(|file| text_of(&file.expect("a file").path())).collect()
}

/// A file's name and its text without front matter.
fn text_of(path: &Path) -> (String, String) {
    let text = fs::read_to_string(path).expect("text");
    let body = text.splitn(3, "+++\n").nth(2).expect("front matter").replace(CUT, "\n");
    (path.file_name().expect("a name").to_string_lossy().into_owned(), body)
}

/// Every breach of the rule in these files.
fn breaches(claims: &Claims, lesson: &BTreeMap<String, String>) -> Vec<String> {
    let rule = Rule::load(&root().join("content/en"), claims).expect("number words");
    let mut used = BTreeSet::new();
    let mut problems = Vec::new();
    for (file, text) in lesson {
        match rule.apply(text) {
            Ok(ids) => used.extend(ids),
            Err(problem) => problems.push(format!("{file}: {problem}")),
        }
    }
    if problems.is_empty() {
        problems.extend(rule.check_all_used(&used).err());
    }
    problems
}

#[test]
fn every_sentence_that_needs_a_claim_names_one_and_every_claim_is_named() {
    let problems = breaches(&claims(), &lesson());
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn small_pages_keep_the_same_rule() {
    let (claims, pages) = (claims(), small_pages());
    let rule = Rule::load(&root().join("content/en"), &claims).expect("number words");
    let problems = pages.iter().filter_map(|(page, text)| Some(format!("{page}: {}", rule.apply(text).err()?)));
    let problems: Vec<_> = problems.collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(rule.apply(&format!("{}\nOpenAI says so.", pages["about.md"])).is_err());
}

#[test]
fn breaches_planted_into_the_lesson_are_found() {
    let (claims, lesson) = (claims(), lesson());
    let planted = |file: &str, change: &dyn Fn(&str) -> String| {
        let mut lesson = lesson.clone();
        let text = lesson.get_mut(file).expect("a file");
        *text = change(text);
        breaches(&claims, &lesson).join("\n")
    };
    let with = |sentence: &'static str| planted("10-looking-after-tokens.md", &|text| format!("{text}\n{sentence}\n"));
    assert!(with("A book has 120,000 tokens.").contains("the figure `120,000"));
    assert!(with("A book has half a million.").contains("the figure `half`"));
    assert!(with("Anthropic says so.").contains("the name `Anthropic`"));
    assert!(with("Gemini 4 Argon costs {price:gemini-4-argon input}.{example}").contains("the name `Gemini`"));
    assert!(with("See [there](https://example.org/).{claim:gpt-6-2-sol}").contains("no source of a claim"));
    assert!(with("It is so.{claim:no-such-row}").contains("`no-such-row` has no row"));
    assert!(
        planted("07-what-it-costs.md", &|text| text.replacen("{claim:openai-rule}", "", 1))
            .contains("the name `OpenAI`")
    );
    let unmarked = planted("09-looking-after-keys.md", &|text| text.replace("{claim:vite}", ""));
    assert!(unmarked.contains("the name `Vite`"), "{unmarked}");
    let mut more = claims.clone();
    let mut row = more.claims[0].clone();
    "nowhere".clone_into(&mut row.id);
    more.claims.push(row);
    assert!(breaches(&more, &lesson).join("\n").ends_with("no mark in the text: nowhere"));
    let mut fewer = claims.clone();
    fewer.claims.retain(|claim| claim.id != "vite");
    assert!(breaches(&fewer, &lesson).join("\n").contains("`vite` has no row"));
}

#[test]
fn every_provider_and_model_is_among_the_names() {
    let (facts, _) =
        Facts::load(&root().join("content/data"), day::parse("2026-11-27").expect("a day")).expect("usable facts");
    let names = claims().names;
    let provided = facts.providers.iter().map(|provider| &provider.name);
    for name in provided.chain(facts.models.iter().map(|model| &model.name)) {
        assert!(names.iter().any(|known| name.contains(known)), "{name}");
    }
}

#[test]
fn what_was_measured_names_a_test_that_exists() {
    for claim in claims().claims {
        let Some(test) = claim.test else { continue };
        let (file, name) = test.split_once(' ').expect("a file and a name");
        let text = fs::read_to_string(root().join(file)).expect(file);
        assert!(text.contains(&format!("fn {name}()")), "{}: {test}", claim.id);
    }
}

#[test]
fn the_rule_that_contributors_read_names_both_exemptions() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("CONTRIBUTING.md")).expect("a document");
    for mark in ["{claim:id}", "{example}", "{structure}"] {
        assert!(text.contains(mark), "{mark}");
    }
}
