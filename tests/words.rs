//! No word of the interface is kept that no component uses.

#![cfg(feature = "ssr")]

use std::fs;
use std::path::Path;

use keys_and_tokens::exhibits::ExhibitStrings;
use keys_and_tokens::words::{Strings, keys};

#[test]
fn every_word_is_used() {
    let mut sources = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut sources);
    for key in [keys::<Strings>(), keys::<ExhibitStrings>()].concat() {
        let field = key.rsplit('.').next().expect("a last part");
        assert!(sources.contains(&format!(".{field}")), "nothing uses `{key}`");
    }
}

fn read(folder: &Path, sources: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read(&path, sources);
        } else {
            sources.push_str(&fs::read_to_string(&path).expect("a source file"));
        }
    }
}
