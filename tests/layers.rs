//! The rooms are walls: who may import whom, read from the sources.
//!
//! Cargo features enforce most of it; this catches what compiles all the same.

use std::fs;
use std::path::{Path, PathBuf};

/// A room and the rooms of this crate it may use.
const ROOMS: [(&str, &[&str]); 9] = [
    ("tokenizer", &["tokenizer", "names"]),
    ("pricing", &["pricing", "names"]),
    ("credentials", &["credentials"]),
    ("journey", &["journey", "pricing", "names"]),
    ("request", &["request", "tokenizer", "journey", "credentials", "names"]),
    ("worker", &["worker", "tokenizer", "names"]),
    ("ui", &["ui", "tokenizer", "pricing", "credentials", "journey", "request", "worker", "content"]),
    ("content", &["content", "ui", "tokenizer", "pricing", "journey", "names"]),
    ("site", &["site", "content", "ui", "tokenizer", "worker"]),
];

/// Crates that must never reach the app, and the rooms that may use them.
const HEAVY: [(&str, &[&str]); 2] = [("tiktoken_rs", &["worker", "site"]), ("pulldown_cmark", &["content"])];

#[test]
fn every_room_imports_only_what_it_may() {
    for (room, allowed) in ROOMS {
        for (file, line) in lines(room) {
            for used in line
                .split("crate::")
                .skip(1)
                .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next())
            {
                assert!(
                    used.is_empty() || allowed.contains(&used),
                    "{}: `{room}` may not use `{used}`",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn only_the_build_renders_documents() {
    for (file, line) in lines("ui") {
        let document = file.components().any(|part| part.as_os_str() == "page");
        assert!(document || !line.contains("crate::content"), "{}: figures know no content", file.display());
    }
}

#[test]
fn heavy_crates_stay_in_their_rooms() {
    for (heavy, rooms) in HEAVY {
        for (room, _) in ROOMS.iter().filter(|(room, _)| !rooms.contains(room)) {
            for (file, line) in lines(room) {
                assert!(!line.contains(heavy), "{}: {heavy} is not for `{room}`", file.display());
            }
        }
    }
}

/// The lines of a room's sources that are code.
fn lines(room: &str) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room), &mut files);
    assert!(!files.is_empty(), "no sources in `{room}`");
    let code = |line: &&str| !line.trim_start().starts_with("//");
    files
        .into_iter()
        .flat_map(|file| {
            let text = fs::read_to_string(&file).expect("a source file");
            text.lines().filter(code).map(|line| (file.clone(), line.to_owned())).collect::<Vec<_>>()
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}
