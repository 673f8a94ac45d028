//! The reference that the page loads to check a result is tiktoken-rs indeed: it has its vocabulary
//! from our packed files, and gives what tiktoken-rs's own constructors give.

use keys_and_tokens::tokenizer::{Encoder, Encoding, Tokenization, segments};
use keys_and_tokens::worker::reference::Reference;

use super::support::{PAIRS, Pair};

fn judge(pair: &Pair) -> Reference {
    let ours = pair.ours();
    let vocabulary = ours.vocabulary();
    let tokens = (0..vocabulary.ranks()).filter_map(|rank| Some((rank, vocabulary.bytes_of(rank)?)));
    Reference::new(pair.encoding, tokens).expect("a whole vocabulary")
}

#[test]
fn the_judge_is_tiktoken() {
    let corpus = include_str!("../data/languages.txt");
    for pair in PAIRS.iter() {
        let judge = judge(pair);
        let mixed =
            format!("{corpus}<|endoftext|><|start|>\0\u{85}\u{feff}👩🏽‍🚀e\u{301}\r\n\t  DON'T 1234567 <|fim_prefix|>");
        for text in corpus.lines().chain([mixed.as_str(), corpus]) {
            let tokens = judge.encode(text);
            assert_eq!(tokens.ids, pair.theirs.encode_ordinary(text), "{}", pair.encoding.name());
            assert_eq!(judge.encode_with_special_tokens(text), pair.theirs.encode_with_special_tokens(text));
            let result = Tokenization::new(text, tokens);
            let joined: String =
                segments(&result.boundaries, 0..result.len()).map(|segment| &text[segment.bytes]).collect();
            assert_eq!(joined, text);
        }
    }
}

#[test]
fn published_examples_of_counts() {
    let count = |encoding: Encoding, text: &str| {
        let pair = PAIRS.iter().find(|pair| pair.encoding == encoding).expect("every encoding");
        pair.ours().encode(text).ids.len()
    };
    // Counted with tiktoken 0.14.0.
    for (text, r50k, cl100k, o200k) in [
        ("strawberry", 3, 3, 3),
        (" strawberry", 1, 1, 1),
        ("👍", 2, 3, 1),
        ("你好，世界", 11, 6, 3),
        ("🇬🇧", 6, 6, 4),
        ("1234567890", 4, 4, 4),
    ] {
        let counts = [Encoding::R50kBase, Encoding::Cl100kBase, Encoding::O200kBase].map(|it| count(it, text));
        assert_eq!(counts, [r50k, cl100k, o200k], "{text}");
    }
}

#[test]
fn a_vocabulary_of_another_encoding_is_refused() {
    assert!(Reference::new(Encoding::O200kBase, [(0, b"a".as_slice())].into_iter()).is_err());
    let repeated = (0..100_256).map(|rank| (rank, b"a".as_slice()));
    assert!(Reference::new(Encoding::Cl100kBase, repeated).is_err());
}
