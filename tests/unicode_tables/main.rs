//! The generated tables are what their sources say: the classes of the pre-tokenizers are those of
//! the regular expressions that tiktoken-rs uses, the kinds of the segmentation those of the crate
//! unicode-segmentation.
//!
//! `UPDATE_TABLES=1 cargo test --test unicode_tables` writes the tables anew.

mod segmentation;
mod two_stage;

use keys_and_tokens::tokenizer::unicode::Class;
use regex_syntax::hir::{Class as Set, HirKind};

/// Patterns and the bit of their class, as in `src/tokenizer/unicode/mod.rs`.
const PATTERNS: [(&str, u8, Class); 7] = [
    (r"[\p{Lu}\p{Lt}]", 1, Class::UPPER),
    (r"\p{Ll}", 2, Class::LOWER),
    (r"[\p{Lm}\p{Lo}]", 4, Class::CASELESS),
    (r"\p{M}", 8, Class::MARK),
    (r"\p{N}", 16, Class::NUMBER),
    (r"[\s--\r\n]", 32, Class::SPACE),
    (r"[\r\n]", 64, Class::NEWLINE),
];
const OTHER: u8 = 128;
const FILE: &str = "src/tokenizer/unicode/tables.rs";

#[test]
fn every_character_has_the_class_that_regex_syntax_gives_it() {
    for (pattern, _, class) in PATTERNS {
        let members = members(pattern);
        for character in '\0'..=char::MAX {
            assert_eq!(Class::of(character) == class, members[character as usize], "{pattern} {character:?}");
        }
    }
}

#[test]
fn the_generated_file_is_up_to_date() {
    two_stage::check(FILE, &two_stage::file("regex-syntax", &classes()));
}

fn members(pattern: &str) -> Vec<bool> {
    let hir = regex_syntax::parse(pattern).expect("a pattern");
    let HirKind::Class(Set::Unicode(set)) = hir.kind() else { panic!("{pattern} is one class") };
    let mut members = vec![false; 0x11_0000];
    for range in set.ranges() {
        members[range.start() as usize..=range.end() as usize].fill(true);
    }
    members
}

fn classes() -> Vec<u8> {
    let mut classes = vec![OTHER; 0x11_0000];
    for (pattern, bit, _) in PATTERNS {
        for (class, member) in classes.iter_mut().zip(members(pattern)) {
            if member {
                *class = bit;
            }
        }
    }
    classes
}
