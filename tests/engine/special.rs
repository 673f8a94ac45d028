//! Special tokens: the tables, and text that holds them.

use keys_and_tokens::tokenizer::{Encoder, SpecialTokens};
use proptest::prelude::*;

use super::support::PAIRS;

#[test]
fn the_tables_are_those_of_tiktoken_rs() {
    for pair in PAIRS.iter() {
        let mut theirs: Vec<&str> = pair.theirs.special_tokens().into_iter().collect();
        theirs.sort_unstable();
        let mut ours: Vec<String> =
            pair.encoding.special_tokens().into_iter().map(|token| token.text.into_owned()).collect();
        ours.sort_unstable();
        assert_eq!(ours, theirs);
        for token in pair.encoding.special_tokens() {
            assert_eq!(pair.theirs.encode_with_special_tokens(&token.text), [token.id]);
        }
    }
}

#[test]
fn every_ordinary_token_has_its_bytes_and_is_its_own_encoding() {
    for pair in PAIRS.iter() {
        let mut count = 0;
        for rank in 0..pair.encoding.ranks() {
            let ours = pair.ours().bytes_of(rank);
            assert_eq!(ours.as_deref().map(<[u8]>::to_vec), pair.theirs.decode_bytes(&[rank]).ok());
            count += u32::from(pair.encoding.special_text(rank).is_none());
        }
        assert_eq!(count, pair.encoding.ordinary_tokens());
        assert_eq!(pair.ours().encoding(), pair.encoding);
    }
}

proptest! {
    #[test]
    fn text_with_special_tokens(parts in prop::collection::vec(prop::sample::select(vec![
        "<|endoftext|>", "<|endofprompt|>", "<|fim_prefix|>", "<|start|>", "<|end|>", "<|reserved_200013|>", "<|", "|>", "<",
        " ", "\n", "  \n ", "hello", "'s", "中", "1",
    ]), 0..12)) {
        let text = parts.concat();
        for pair in PAIRS.iter() {
            let ours = pair.ours().encode_with(&text, SpecialTokens::AsSpecial);
            prop_assert_eq!(&ours.ids, &pair.theirs.encode_with_special_tokens(&text));
            prop_assert_eq!(pair.ours().decode(&ours.ids), Some(text.clone().into_bytes()));
        }
    }
}
