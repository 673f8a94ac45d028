//! The engine behind the page gives exactly what tiktoken-rs's own constructors give, although its
//! vocabulary came through our packed format.

#![cfg(feature = "ssr")]

use std::sync::LazyLock;

use keys_and_tokens::tokenizer::{Encoder, Encoding, Tokenization, segments, token_list};
use keys_and_tokens::worker::reference::Reference;
use proptest::prelude::*;
use tiktoken_rs::CoreBPE;

struct Pair {
    ours: Reference,
    theirs: CoreBPE,
}

static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| Encoding::ALL.into_iter().map(pair).collect());

fn pair(encoding: Encoding) -> Pair {
    let theirs = match encoding {
        Encoding::O200kHarmony => tiktoken_rs::o200k_harmony(),
        Encoding::O200kBase => tiktoken_rs::o200k_base(),
        Encoding::Cl100kBase => tiktoken_rs::cl100k_base(),
        Encoding::P50kEdit => tiktoken_rs::p50k_edit(),
        Encoding::P50kBase => tiktoken_rs::p50k_base(),
        Encoding::R50kBase => tiktoken_rs::r50k_base(),
    };
    let theirs = theirs.expect("tiktoken-rs carries its vocabulary");
    let bytes = |rank| theirs.decode_bytes(&[rank]).expect("a token for every rank");
    let ordinary = |rank| if encoding.special_text(rank).is_some() { Vec::new() } else { bytes(rank) };
    let tokens: Vec<Vec<u8>> = (0..encoding.ranks()).map(ordinary).collect();
    let packed = token_list::pack(&tokens);
    let ours = Reference::new(encoding, token_list::unpack(&packed).expect("whole")).expect("complete");
    Pair { ours, theirs }
}

#[track_caller]
fn assert_same(text: &str) {
    for pair in PAIRS.iter() {
        let tokens = pair.ours.encode(text);
        assert_eq!(tokens.ids, pair.theirs.encode_ordinary(text), "{} on {text:?}", pair.ours.encoding().name());
        assert_eq!(tokens.ends.last().copied().unwrap_or(0) as usize, text.len());
        let result = Tokenization::new(text, tokens);
        let joined: String = segments(&result, 0..result.len()).map(|segment| &text[segment.bytes]).collect();
        assert_eq!(joined, text);
    }
}

/// Article 1 of the Universal Declaration of Human Rights, or its beginning, and some traps.
const TEXTS: [&str; 30] = [
    "All human beings are born free and equal in dignity and rights.",
    "人人生而自由，在尊嚴和權利上一律平等。他們賦有理性和良心，並應以兄弟關係的精神相對待。",
    "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。",
    "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.",
    "Todos los seres humanos nacen libres e iguales en dignidad y derechos.",
    "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
    "Все люди рождаются свободными и равными в своем достоинстве и правах.",
    "يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.",
    "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
    "כל בני האדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
    "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
    "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền.",
    "Tous les êtres humains naissent libres et égaux en dignité et en droits.",
    "Kaikki ihmiset syntyvät vapaina ja tasavertaisina arvoltaan ja oikeuksiltaan.",
    "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα.",
    "ყველა ადამიანი იბადება თავისუფალი და თანასწორი თავისი ღირსებითა და უფლებებით.",
    "எல்லா மனிதர்களும் சுதந்திரமாகவும் சமமான கண்ணியத்துடனும் உரிமைகளுடனும் பிறந்தவர்கள்.",
    "ሁሉም ሰዎች በነጻነትና በእኩል ክብርና መብት ይወለዳሉ።",
    "Is an AI token the same as an API key?",
    "I'M DON'T we'll THEY'RE 's 'S 'ſ don’t",
    "👩🏽‍🚀👨‍👩‍👧‍👦🇬🇧🏳️‍🌈👍🏿 e\u{301} é \u{301}A\u{301}B",
    "\0\u{1}\u{7f}\u{85}\u{a0}\u{feff}\u{200b}\u{2028}end",
    "one\r\ntwo\rthree\n\n\n   four\t\t\tfive   \n  ",
    "1234567890 ١٢٣٤٥ ½ ⅷ 3.14159e-10",
    "fn main() { println!(\"{}\", x_y_z += 0xFF); } // comment\n\tif (a && b) { return; }",
    "<|endoftext|> <|im_start|>user<|fim_prefix|>",
    "https://example.org/a/b?c=d&e=%20#f \\\\server\\share C:\\dir",
    "{\"a\": [1, 2, {\"b\": null}],\n  \"c\": \"\\u00e9\"}",
    "strawberry  strawberry SolidGoldMagikarp HELLO ChatGPT is great!",
    "",
];

#[test]
fn real_text_in_many_languages() {
    TEXTS.into_iter().for_each(assert_same);
    assert_same(&TEXTS.join("\n"));
}

#[test]
fn long_runs_of_one_kind() {
    for unit in ["a", "_", "中", "1", "\n", "👍", "\u{301}", "aB", " a", "QUJD"] {
        assert_same(&unit.repeat(4_000));
    }
}

#[test]
fn published_examples_of_counts() {
    let of = |encoding| PAIRS.iter().find(|pair| pair.ours.encoding() == encoding).expect("every encoding");
    let count = |encoding, text: &str| of(encoding).ours.encode(text).ids.len();
    // Counted with tiktoken 0.14.0.
    for (text, o200k, cl100k) in [
        ("strawberry", 3, 3),
        (" strawberry", 1, 1),
        ("👍", 1, 3),
        ("你好，世界", 3, 6),
        ("ChatGPT is great!", 5, 6),
        ("🇬🇧", 4, 6),
    ] {
        assert_eq!((count(Encoding::O200kBase, text), count(Encoding::Cl100kBase, text)), (o200k, cl100k), "{text}");
    }
}

#[test]
fn a_vocabulary_of_another_encoding_is_refused() {
    assert!(Reference::new(Encoding::O200kBase, [b"a".as_slice()].into_iter()).is_err());
    assert!(Reference::new(Encoding::Cl100kBase, std::iter::repeat_n(b"a".as_slice(), 100_256)).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn random_unicode(text in "\\PC{0,60}") {
        assert_same(&text);
    }

    #[test]
    fn random_mixtures(parts in prop::collection::vec(prop::sample::select(TEXTS.to_vec()), 0..6), cut in any::<prop::sample::Index>()) {
        let text: String = parts.concat();
        let at = cut.index(text.len() + 1);
        let at = (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        assert_same(&text[at..]);
    }
}
