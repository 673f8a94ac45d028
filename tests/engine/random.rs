//! Random text, biased to where the patterns change their minds.
//!
//! `cargo xtask test --long` runs ten million cases more and prints how far it is; `LONG_CASES` and
//! `LONG_SEED` choose how many, and which.

use std::time::Instant;

use proptest::prelude::*;

use super::support::{check_all, distinct};

/// Characters at the patterns' edges, with frequent ones repeated.
#[rustfmt::skip]
const EDGES: &[&str] = &[
    "a", "b", "s", "t", "e", "r", "l", "m", "d", "v", "x", "A", "B", "S", "T", "L", "M", "é", "É", "ß", "ſ", "K",
    "ǅ", "ǲ", "ʰ", "ª", "中", "文", "の", "カ", "ー", "한", "ا", "ل", "ש", "ก", "क", "\u{94D}", "\u{93F}", "\u{301}",
    "\u{308}", "\u{20DD}", "\u{903}", "\u{E31}", "0", "1", "9", "٣", "½", "Ⅷ", "²", " ", " ", " ", " ", "  ", "\t",
    "\n", "\n", "\r", "\r\n", "\u{85}", "\u{A0}", "\u{1680}", "\u{2003}", "\u{2028}", "\u{3000}", "\u{B}", "\u{C}",
    "\u{1C}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{FEFF}", "\u{FE0F}", "'", "'", "'s", "'S", "'ll", "'LL",
    "'Ve", "'re", "'ſ", "’", "/", "/", "!", "?", ".", ",", "-", "_", "=", "(", ")", "{", "}", "\"", "#", "$", "€",
    "+", "<", ">", "<|", "|>", "endoftext", "<|endoftext|>", "<|end|>", "👍", "🏽", "🇬", "🇧", "👩\u{200D}🚀", "\0",
    "\u{7F}", "\u{FFFD}", "\u{10FFFF}", "\u{E000}", "the", " the", " of", "ing", "tion", "HTTP", "camelCase",
    "return", "    ", "\n\n", "\n    ", "://", "www.", "--", "...", "我们", "，", "。", "です", "ます", "Привет", "мир",
    "مرحبا", "नमस्ते", "สวัสดี",
];

fn edgy(longest: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(EDGES), 0..longest).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn edges_of_the_patterns(text in edgy(24)) {
        check_all(&text);
    }

    #[test]
    fn random_unicode(text in any::<String>()) {
        check_all(&text);
    }

    #[test]
    fn repeated_phrases(phrase in edgy(4), times in 1_usize..60, end in edgy(3)) {
        check_all(&(phrase.repeat(times) + &end));
    }

    #[test]
    fn unbroken_letters(text in "[a-z]{20,200}|[A-Z]{20,90}|[a-zA-Z]{20,200}|[ぁ-ん一-十]{10,80}|[а-я]{20,80}|[=_#*-]{20,99}") {
        check_all(&text);
    }
}

/// `SplitMix64`: proptest's own machinery would take most of the time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ mixed >> 31) % limit as u64) as usize
    }

    /// Pieces of edges, of any Unicode, of runs.
    fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..=self.below(16) {
            match self.below(16) {
                0 => text.extend(char::from_u32(self.below(0x11_0000) as u32)),
                1 => text.extend(char::from_u32(self.below(0x3000) as u32)),
                2 => text += &EDGES[self.below(EDGES.len())].repeat(1 + self.below(40)),
                3 => text.extend((0..self.below(12)).map(|_| char::from(b'a' + self.below(26) as u8))),
                _ => text += EDGES[self.below(EDGES.len())],
            }
        }
        text
    }
}

#[test]
#[ignore = "takes long: set LONG_CASES"]
fn long_run() {
    let cases: usize = std::env::var("LONG_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(100_000);
    let seed: u64 = std::env::var("LONG_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let start = Instant::now();
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                let mut numbers = Numbers(seed << 32 | thread as u64);
                for case in 1..=cases / threads {
                    let text = numbers.text();
                    distinct().for_each(|pair| pair.check(&text));
                    if thread == 0 && case % 100_000 == 0 {
                        eprintln!("about {} of {cases} cases, {:.0?}", case * threads, start.elapsed());
                    }
                }
            });
        }
    });
}
