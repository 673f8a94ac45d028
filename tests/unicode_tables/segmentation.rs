//! The kinds of characters, found by asking unicode-segmentation: two characters are of one kind if
//! it cuts both in the same way wherever they stand.
//!
//! 1. Each class has a character that everybody knows to be in it.
//! 2. What the crate does with a character in some contexts tells the classes apart.
//! 3. A character is of the class whose example is treated as it is.

use std::fmt::Write;
use std::sync::LazyLock;

use keys_and_tokens::tokenizer::segmentation::{Grapheme as G, Kind, Word as W};
use unicode_segmentation::UnicodeSegmentation;

use super::two_stage;

const FILE: &str = "src/tokenizer/segmentation/tables.rs";

const GRAPHEMES: [(char, G); 18] = [
    ('a', G::Other),
    ('\r', G::Cr),
    ('\n', G::Lf),
    ('\u{1}', G::Control),
    ('\u{200c}', G::Extend),
    ('\u{300}', G::ConjunctExtend),
    ('\u{94d}', G::Linker),
    ('\u{200d}', G::Zwj),
    ('🇦', G::RegionalIndicator),
    ('\u{600}', G::Prepend),
    ('\u{903}', G::SpacingMark),
    ('ᄀ', G::HangulL),
    ('ᅡ', G::HangulV),
    ('ᆨ', G::HangulT),
    ('가', G::HangulLv),
    ('각', G::HangulLvt),
    ('⌚', G::Pictographic),
    ('क', G::Consonant),
];

const GRAPHEME_CONTEXTS: [&str; 17] = [
    "a*",
    "*a",
    "*\u{301}",
    "*\n",
    "\r*",
    "ᄀ*",
    "ᅡ*",
    "ᆨ*",
    "*ᅡ",
    "*ᆨ",
    "🇦*",
    "⌚\u{200d}*",
    "⌚*⌚",
    "⌚*\u{200d}⌚",
    "क*क",
    "क\u{94d}*क",
    "क\u{94d}*",
];

const WORDS: [(char, W); 14] = [
    ('!', W::Other),
    ('\u{301}', W::Extend),
    ('\u{200d}', W::Zwj),
    ('🇦', W::RegionalIndicator),
    ('ア', W::Katakana),
    ('א', W::Hebrew),
    ('a', W::Letter),
    ('\'', W::SingleQuote),
    ('"', W::DoubleQuote),
    ('.', W::MidNumLet),
    (':', W::MidLetter),
    (',', W::MidNum),
    ('0', W::Numeric),
    ('_', W::ExtendNumLet),
];

const WORD_CONTEXTS: [&str; 15] =
    ["*\"א", "*,1", "a*", "*a", "a*a", "1*", "*1", "1*1", "א*", "א*א", "ア*", "*ア", "_*", "🇦*", "*⌚"];

#[test]
fn every_character_has_the_kind_that_unicode_segmentation_gives_it() {
    for &(character, kind) in KINDS.iter() {
        assert_eq!(Kind::of(character), kind, "{character:?}");
    }
}

#[test]
fn the_generated_file_is_up_to_date() {
    let mut distinct: Vec<Kind> = Vec::new();
    let mut values = Vec::new();
    for &(character, kind) in KINDS.iter() {
        let known = distinct.iter().position(|other| *other == kind);
        let index = known.unwrap_or_else(|| {
            distinct.push(kind);
            distinct.len() - 1
        });
        // What stands before a character and was not asked about is as the last that was: surrogates,
        // which are no characters, and the planes that `asked_about` passes over.
        let last = values.last().copied().unwrap_or_default();
        values.resize(character as usize, last);
        values.push(u8::try_from(index).expect("fewer than 256 kinds"));
    }

    let mut file = two_stage::file("unicode-segmentation", &values);
    let count = distinct.len();
    let _ = writeln!(file, "\nuse super::{{Grapheme as G, Kind, Word as W}};\n");
    let _ = writeln!(file, "#[rustfmt::skip]\npub(super) const KINDS: [Kind; {count}] = [");
    for Kind { grapheme, word, is_alphanumeric } in distinct {
        let _ = writeln!(
            file,
            "    Kind {{ grapheme: G::{grapheme:?}, word: W::{word:?}, is_alphanumeric: {is_alphanumeric} }},"
        );
    }
    file += "];\n";
    two_stage::check(FILE, &file);
}

/// The kinds of the characters that the crate was asked about.
static KINDS: LazyLock<Vec<(char, Kind)>> = LazyLock::new(|| {
    let graphemes = Probe::new(&GRAPHEME_CONTEXTS, &GRAPHEMES, |text| text.graphemes(true).map(str::len).collect());
    let words = Probe::new(&WORD_CONTEXTS, &WORDS, |text| text.split_word_bounds().map(str::len).collect());
    let kind = |character: char| Kind {
        grapheme: graphemes.class_of(character),
        word: words.class_of(character),
        is_alphanumeric: character.to_string().unicode_words().next().is_some(),
    };
    ('\0'..=char::MAX)
        .filter(|&character| is_asked_about(character))
        .map(|character| (character, kind(character)))
        .collect()
});

/// All of the planes that have characters, and some of those that have none or are for private use.
fn is_asked_about(character: char) -> bool {
    let code_point = u32::from(character);
    matches!(code_point >> 16, 0..=3 | 14) || code_point % 128 == 127
}

type Cut = fn(&str) -> Vec<usize>;

/// Tells the class of a character by how it is cut.
struct Probe<C: 'static> {
    contexts: &'static [&'static str],
    cut: Cut,
    examples: Vec<(Vec<u8>, C)>,
}

impl<C: Copy> Probe<C> {
    fn new(contexts: &'static [&'static str], examples: &[(char, C)], cut: Cut) -> Self {
        let mut probe = Self { contexts, cut, examples: Vec::new() };
        for &(character, class) in examples {
            let behavior = probe.behavior(character);
            assert!(probe.known(&behavior).is_none(), "the contexts tell {character:?} from the others");
            probe.examples.push((behavior, class));
        }
        probe
    }

    fn class_of(&self, character: char) -> C {
        self.known(&self.behavior(character)).unwrap_or_else(|| panic!("{character:?} is of no class"))
    }

    fn known(&self, behavior: &[u8]) -> Option<C> {
        self.examples.iter().find(|(known, _)| known == behavior).map(|&(_, class)| class)
    }

    /// For each context, between which of its characters it is cut, as bits.
    fn behavior(&self, character: char) -> Vec<u8> {
        let one = |context: &&str| {
            let text = context.replace('*', character.encode_utf8(&mut [0; 4]));
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let mut at = 0;
            (self.cut)(&text).iter().fold(0, |bits, length| {
                at += length;
                bits | places.iter().position(|&place| place == at).map_or(0, |index| 1 << index)
            })
        };
        self.contexts.iter().map(one).collect()
    }
}
