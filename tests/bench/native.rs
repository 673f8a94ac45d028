//! How fast the engine is natively: megabytes a second, beside tiktoken-rs.
//!
//! `cargo bench --features reference --bench native` measures the test corpus and adversarial texts;
//! further arguments are text files to measure. WebAssembly in a browser is what counts in the end;
//! this shows quickly what a change does.

#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::time::Instant;

use keys_and_tokens::tokenizer::vocabulary::{Packed, Reader, pack};
use keys_and_tokens::tokenizer::{Encoder, Encoding, Tokenizer};
use keys_and_tokens::worker::reference::Reference;

/// Bytes of a measured text.
const SIZE: usize = 1 << 20;

/// What is repeated in adversarial texts, with its name.
const UNITS: [(&str, &str); 10] = [
    ("a", "a"),
    ("_", "_"),
    ("中", "中"),
    ("spaces", " "),
    ("digits", "1"),
    ("line breaks", "\n"),
    ("emoji", "👨\u{200D}👩\u{200D}👧\u{200D}👦"),
    ("marks", "\u{301}"),
    ("aB", "aB"),
    ("base64", "TWFueSBoYW5kcyBtYWtlIGxpZ2h0IHdvcmsu"),
];

fn main() {
    let encoding = Encoding::O200kBase;
    let reference = Reference::published(encoding).expect("tiktoken-rs carries its vocabularies");
    let tokens = Reference::published_tokens(encoding.vocabulary_file()).expect("a token for every rank");
    let packed = pack(&tokens).expect("tokens that are pairs");
    if let Ok(folder) = std::env::var("PACKED_TO") {
        for (part, bytes) in [("ascii", &packed.ascii), ("rest", &packed.rest)] {
            let path = format!("{folder}/{}.{part}", encoding.name());
            std::fs::write(path, bytes).expect("the folder can be written");
        }
    }
    let start = Instant::now();
    let reader = read(encoding, &packed);
    println!("tables from packed bytes: {:.1?}, {} KB", start.elapsed(), reader.vocabulary().memory() / 1000);

    let tokenizer = Tokenizer::new(encoding, &reader).expect("a whole vocabulary");
    println!("{:<16}{:>10}{:>14}   MB/s", "", "ours", "tiktoken-rs");
    for (name, text) in texts() {
        let ours = megabytes_a_second(&text, |text| tokenizer.encode(text).ids.len());
        // tiktoken-rs gives up on a megabyte of spaces.
        let theirs =
            if name == "spaces" { f64::NAN } else { once(&text, |text| reference.encode_ordinary(text).len()) };
        println!("{name:<16}{ours:>10.1}{theirs:>14.1}");
    }
}

fn read(encoding: Encoding, packed: &Packed) -> Reader {
    let mut reader = Reader::new(encoding);
    reader.push(&packed.ascii).and_then(|()| reader.push(&packed.rest)).expect("a good vocabulary");
    reader
}

/// Names and texts: files from the command line, or else lines of the corpus; then runs.
fn texts() -> Vec<(String, String)> {
    let files: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let mut texts: Vec<(String, String)> = if files.is_empty() {
        let lines = include_str!("../data/languages.txt").lines().skip(1);
        lines.map(|line| (line.chars().take(12).collect(), repeat(&format!("{line}\n")))).collect()
    } else {
        files.iter().map(|file| (file.clone(), std::fs::read_to_string(file).expect("a text file"))).collect()
    };
    texts.extend(UNITS.map(|(name, unit)| (name.to_owned(), repeat(unit))));
    texts
}

fn repeat(unit: &str) -> String {
    unit.repeat(SIZE / unit.len())
}

/// The best of some rounds: what disturbs a measurement only ever makes it slower.
fn megabytes_a_second(text: &str, encode: impl Fn(&str) -> usize) -> f64 {
    (0..5).map(|_| once(text, &encode)).fold(0.0, f64::max)
}

fn once(text: &str, encode: impl Fn(&str) -> usize) -> f64 {
    let start = Instant::now();
    black_box(encode(black_box(text)));
    text.len() as f64 / 1e6 / start.elapsed().as_secs_f64()
}
