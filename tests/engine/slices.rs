//! However the work is divided, the result is the same.

use keys_and_tokens::tokenizer::{Run, SpecialTokens};
use proptest::prelude::*;

use super::support::{PAIRS, distinct};

fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => prop::sample::select(vec![
            "hello", " world", "中文，", "日本語。", " ", "\n", "\n\n", "'ll", "a", "\u{301}", "!", "123", "<|endoftext|>",
            "<|end|>", "<|", "|>", "\t", " \n ", "é", "👍", "<|start|>user<|message|>",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-z]{30,120}",
        1 => " {20,150}",
    ];
    prop::collection::vec(part, 0..30).prop_map(|parts| parts.concat())
}

fn reading() -> impl Strategy<Value = SpecialTokens> {
    prop_oneof![Just(SpecialTokens::AsText), Just(SpecialTokens::AsSpecial)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn slices_cannot_be_seen(text in words(), bytes in 1_usize..40, special in reading()) {
        for pair in PAIRS.iter() {
            let mut run = Run::new(special);
            while !pair.ours().advance(&mut run, &text, bytes) {}
            prop_assert_eq!(run.into_tokens(), pair.ours().encode_with(&text, special));
        }
    }

    #[test]
    fn an_edit_gives_what_a_fresh_start_gives(
        text in words(),
        cuts in any::<[prop::sample::Index; 2]>(),
        insert in words(),
        special in reading(),
    ) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut cut = cuts.map(|cut| places[cut.index(places.len())]);
        cut.sort_unstable();
        let small = [&text[..cut[0]], &insert[..insert.chars().next().map_or(0, char::len_utf8)], &text[cut[0]..]].concat();
        let large = [&text[..cut[0]], &insert, &text[cut[1]..]].concat();
        for pair in distinct() {
            let old = pair.ours().encode_with(&text, special);
            for new in [&small, &large] {
                let fresh = pair.ours().encode_with(new, special);
                prop_assert_eq!(pair.ours().retokenize(&old, &text, new, special), Some(fresh));
            }
        }
    }
}

#[test]
fn a_whole_new_text_is_no_edit() {
    let [old, new] = ["one two ", "three four "].map(|words| words.repeat(20_000));
    for pair in distinct() {
        let tokens = pair.ours().encode_with(&old, SpecialTokens::AsText);
        assert_eq!(pair.ours().retokenize(&tokens, &old, &new, SpecialTokens::AsText), None);
    }
}
