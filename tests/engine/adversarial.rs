//! Texts made to be slow or to break a shortcut: long runs, and runs with something at the ends.

use super::support::{check_all, distinct};
use keys_and_tokens::tokenizer::{Encoding, SpecialTokens};

/// What is repeated.
const UNITS: [&str; 40] = [
    "a",
    "A",
    "_",
    "中",
    " ",
    "1",
    "\n",
    "\r\n",
    "\t",
    "/",
    "👍",
    "👨\u{200D}👩\u{200D}👧",
    "🇬🇧",
    "\u{301}",
    "e\u{301}",
    "aB",
    "Ab",
    "AB ",
    " a",
    "QUJD",
    "abc",
    "ab1",
    "=-",
    "'",
    "'s",
    "ſ",
    "\u{85}",
    "\u{3000}",
    " \n",
    "\n ",
    "\u{FEFF}",
    "ก",
    "की",
    "ا",
    "한",
    "\0",
    "0x",
    "....",
    "  \t",
    "－",
];

#[test]
fn long_runs() {
    for unit in UNITS {
        for length in [3, 17, 40, 300, 5000] {
            let run = unit.repeat(length);
            check_all(&run);
            check_all(&format!("x{run}y"));
            check_all(&format!(" {run} "));
        }
    }
}

#[test]
fn pairs_of_runs() {
    for first in UNITS {
        for second in UNITS {
            check_all(&[first.repeat(9), second.repeat(11), first.repeat(2), second.repeat(3)].concat());
        }
    }
}

/// A megabyte of spaces makes tiktoken-rs give up in `o200k_base`. All but the last space of a run
/// before a word are one piece there, as they are in `cl100k_base`, and a token of 2^n spaces and
/// merging work alike, so shorter runs show the pattern: whole groups of the longest token.
#[test]
fn a_megabyte_of_spaces() {
    for pair in distinct().filter(|pair| pair.encoding == Encoding::O200kBase) {
        let count = |length: usize| pair.ours().encode_with(&" ".repeat(length), SpecialTokens::AsText).ids;
        let (long, short) = (count(1 << 20), count(1 << 13));
        assert_eq!(short, pair.theirs.encode_ordinary(&" ".repeat(1 << 13)));
        assert!(long.iter().all(|id| short.contains(id)));
        let bytes = pair.ours().decode(&long).expect("tokens");
        assert!(bytes.len() == 1 << 20 && bytes.iter().all(|&byte| byte == b' '));
    }
}
