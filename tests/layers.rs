//! The rooms are walls: who may import whom, read from the sources.
//!
//! Cargo features enforce most of it; this catches what compiles all the same. A path may be written
//! `crate::room::…` or inside `use crate::{room::…, …}`; comments do not count.

use std::fs;
use std::path::Path;

use walkdir::WalkDir;

/// A room and what it may use of this crate; `room::module` allows that module only.
const ROOMS: [(&str, &[&str]); 13] = [
    ("tokenizer", &[]),
    ("pricing", &[]),
    ("credentials", &[]),
    ("journey", &["tokenizer", "pricing"]),
    ("request", &["tokenizer", "journey", "credentials"]),
    ("words", &["journey", "pricing"]),
    ("worker", &["tokenizer"]),
    ("handover", &["tokenizer", "pricing", "journey", "worker::protocol"]),
    ("content", &["tokenizer", "pricing", "journey", "words", "markup"]),
    (
        "ui",
        &[
            "tokenizer",
            "pricing",
            "credentials",
            "journey",
            "request",
            "words",
            "handover",
            "markup",
            "worker::protocol",
            "worker::client",
            "worker::spawn",
        ],
    ),
    (
        "exhibits",
        &[
            "tokenizer",
            "pricing",
            "credentials",
            "journey",
            "words",
            "handover",
            "markup",
            "ui::widgets",
            "ui::clipboard",
            "ui::follow",
            "ui::ask_tokenizer",
            "worker::protocol",
        ],
    ),
    (
        "site",
        &[
            "tokenizer",
            "journey",
            "words",
            "handover",
            "markup",
            "content",
            "ui",
            "exhibits",
            "worker::protocol",
            "worker::reference",
        ],
    ),
    ("bin", &[]),
];

/// What every room may use: the macro for enumerations with published names.
const EVERYWHERE: &str = "names";

/// Crates that must never reach the app, and the rooms that may use them.
const HEAVY: [(&str, &[&str]); 2] = [("tiktoken_rs", &["worker"]), ("pulldown_cmark", &["content"])];

#[test]
fn every_room_imports_only_what_it_may() {
    for (room, allowed) in ROOMS {
        for (file, source) in sources(room) {
            let breaches = breaches(room, allowed, &source);
            assert!(breaches.is_empty(), "{file}: `{room}` may not use {breaches:?}");
        }
    }
}

#[test]
fn every_room_is_in_the_table() {
    for entry in fs::read_dir(source_folder()).expect("the sources") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a name");
        let listed = ROOMS.iter().any(|(room, _)| *room == name);
        assert!(listed || entry.path().is_file(), "the table does not know the room `{name}`");
    }
}

#[test]
fn the_map_has_the_same_table() {
    let map = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).expect("the map");
    for (room, allowed) in ROOMS {
        let row = map.lines().find(|line| line.starts_with(&format!("| `src/{room}/` |")));
        let cell = row.and_then(|row| row.split('|').nth(3)).expect("a row of the room");
        let listed: Vec<&str> = cell.split('`').skip(1).step_by(2).collect();
        assert_eq!(listed, allowed, "what `{room}` may import, in ARCHITECTURE.md");
    }
}

#[test]
fn heavy_crates_stay_in_their_rooms() {
    for (heavy, rooms) in HEAVY {
        for (room, _) in ROOMS.iter().filter(|(room, _)| !rooms.contains(room)) {
            for (file, source) in sources(room) {
                assert!(!source.contains(heavy), "{file}: {heavy} is not for `{room}`");
            }
        }
    }
}

#[test]
fn a_breach_of_each_kind_is_found() {
    let allowed = ["tokenizer", "worker::protocol"];
    let found = |source: &str| breaches("ui", &allowed, source);
    assert_eq!(found("use crate::content::Article;"), ["content::Article"]);
    assert_eq!(found("use crate::{tokenizer::Text, content::Facts};"), ["content::Facts"]);
    assert_eq!(
        found("use crate::{\n    content::{Facts, Words},\n    ui::Page,\n};"),
        ["content::Facts", "content::Words"]
    );
    assert_eq!(found("let x = crate::site::write(a);"), ["site::write"]);
    assert_eq!(found("use crate::worker::reference::Reference;"), ["worker::reference::Reference"]);
    assert_eq!(found("use crate::worker::{client::Client, protocol::Job};"), ["worker::client::Client"]);
    assert_eq!(found("use crate::{self as all};"), ["self as all"]);
    assert!(found("use crate::{tokenizer::{Encoding, Text}, worker::protocol::Job, ui::Page};").is_empty());
}

/// The paths in `source` that `room` may not use.
fn breaches(room: &str, allowed: &[&str], source: &str) -> Vec<String> {
    let is_allowed = |path: &String| {
        [room, EVERYWHERE]
            .iter()
            .chain(allowed)
            .any(|allowed| path.strip_prefix(*allowed).is_some_and(|rest| rest.is_empty() || rest.starts_with("::")))
    };
    source.split("crate::").skip(1).flat_map(paths).filter(|path| !is_allowed(path)).collect()
}

/// Every path that begins here, behind `crate::`: one, or as many as the braces hold.
fn paths(rest: &str) -> Vec<String> {
    let plain = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(rest.len());
    let (path, after) = rest.split_at(plain);
    let Some(inside) = after.strip_prefix('{').filter(|_| path.is_empty() || path.ends_with("::")) else {
        return vec![path.trim_end_matches(':').to_owned()];
    };
    items(inside)
        .into_iter()
        .flat_map(|item| if item.contains('{') { nested(item) } else { vec![item.to_owned()] })
        .map(|item| format!("{path}{item}"))
        .collect()
}

/// An item with braces of its own, such as `content::{Facts, Words}`.
fn nested(item: &str) -> Vec<String> {
    let (path, inside) = item.split_once('{').expect("a brace");
    paths(&format!("{{{inside}")).into_iter().map(|rest| format!("{path}{rest}")).collect()
}

/// What stands between commas up to the brace that closes the list.
fn items(inside: &str) -> Vec<&str> {
    let (mut items, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            ',' if depth == 0 => {
                items.push(&inside[start..at]);
                start = at + 1;
            }
            '}' if depth == 0 => {
                items.push(&inside[start..at]);
                break;
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    items.into_iter().map(str::trim).filter(|item| !item.is_empty()).collect()
}

fn source_folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The name and the code of each of a room's sources, without comments.
fn sources(room: &str) -> Vec<(String, String)> {
    let files: Vec<_> = WalkDir::new(source_folder().join(room))
        .into_iter()
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "rs"))
        .collect();
    assert!(!files.is_empty(), "no sources in `{room}`");
    let code =
        |text: String| text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    files
        .into_iter()
        .map(|file| (file.path().display().to_string(), code(fs::read_to_string(file.path()).expect("a source file"))))
        .collect()
}
