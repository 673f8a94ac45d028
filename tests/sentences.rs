//! The comparison of languages, as the site ships it, against the authorities: every cell of both encodings against
//! tiktoken-rs as it is published, characters against the crate unicode-segmentation.

#![cfg(feature = "ssr")]

mod staging;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use keys_and_tokens::handover::ExhibitData;
use keys_and_tokens::journey::{SampleLanguage, Sentence, Sentences};
use keys_and_tokens::site::{Options, write};
use keys_and_tokens::tokenizer::Encoding;
use keys_and_tokens::worker::reference::Reference;
use unicode_segmentation::UnicodeSegmentation;

const ENCODINGS: [Encoding; 2] = [Encoding::O200kBase, Encoding::Cl100kBase];

static SITE: LazyLock<PathBuf> = LazyLock::new(|| {
    let staging = staging::folder("site-for-sentences");
    write(Path::new(env!("CARGO_MANIFEST_DIR")), &staging, &Options::default()).expect("the site is written");
    staging
});

/// What the exhibits get, as the browser reads it.
static SENTENCES: LazyLock<Sentences> = LazyLock::new(|| {
    let mut files = fs::read_dir(SITE.join("assets")).expect("the assets").map(|entry| entry.expect("an entry").path());
    let is_ours =
        |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("exhibits-en-"));
    let file = files.find(is_ours).expect("the exhibits' data");
    ExhibitData::from_text(&fs::read_to_string(file).expect("text")).sentences
});

/// The text's file.
fn text(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/texts").join(format!("{name}.txt"));
    fs::read_to_string(file).expect("a text").trim_end_matches('\n').to_owned()
}

#[test]
fn every_cell_is_what_tiktoken_rs_counts() {
    assert_eq!(SENTENCES.samples.len(), Sentence::ALL.len() * SampleLanguage::ALL.len());
    assert_eq!(SENTENCES.encodings().collect::<Vec<_>>(), ENCODINGS);
    for encoding in ENCODINGS {
        let tiktoken = Reference::published(encoding).expect("tiktoken-rs carries its vocabularies");
        for &sentence in Sentence::ALL {
            for &language in SampleLanguage::ALL {
                let name = format!("{}.{}", sentence.name(), language.name());
                let sample = SENTENCES.sample(sentence, language);
                assert_eq!(*sample.text, *text(&name), "{name}");
                let cut = sample.cut(encoding).expect("a count");
                let mut end = 0;
                let ends: Vec<u32> = tiktoken
                    .encode_ordinary(&sample.text)
                    .iter()
                    .map(|&id| {
                        end += tiktoken.decode_bytes(&[id]).expect("a token").len() as u32;
                        end
                    })
                    .collect();
                let ours: Vec<u32> = cut.boundaries.iter().map(|boundary| boundary.end()).collect();
                assert_eq!(ours, ends, "{name} in {}", encoding.name());
                assert_eq!(cut.counts.characters as usize, sample.text.graphemes(true).count(), "{name}");
            }
        }
    }
}

#[test]
fn the_longer_text_is_counted_whole() {
    let long = text("udhr-2-25.en");
    assert_eq!(SENTENCES.long.words as usize, long.split_whitespace().count());
    for (encoding, tokens) in &SENTENCES.long.tokens {
        let tiktoken = Reference::published(*encoding).expect("tiktoken-rs carries its vocabularies");
        assert_eq!(*tokens as usize, tiktoken.encode_ordinary(&long).len());
    }
}

#[test]
fn the_page_shows_these_numbers_before_anything_runs() {
    let html = fs::read_to_string(SITE.join("index.html")).expect("the article");
    for &language in SampleLanguage::ALL {
        let sample = SENTENCES.sample(Sentence::Rights, language);
        let (_, row) = html.split_once(&format!("data-language=\"{}\"", language.name())).expect("a row");
        let (row, _) = row.split_once("</li>").expect("its end");
        let tokens = sample.cut(Encoding::O200kBase).expect("a count").tokens();
        assert!(row.contains(&format!(">{tokens} tokens<")), "{}: {tokens} in {row}", language.name());
        let (_, chips) = row.split_once("class=\"sentences__chips\"").expect("the tokens");
        let (chips, _) = chips.split_once("</p>").expect("their end");
        assert_eq!(chips.matches("<span class=\"chip ").count(), tokens as usize, "{}", language.name());
        assert!(
            row.contains(&format!("lang=\"{}\"", language.tag()))
                && row.contains(&format!("dir=\"{}\"", language.direction()))
        );
    }
}

#[test]
fn the_texts_are_composed_as_keyboards_write_them_and_end_with_one_line_break() {
    for &sentence in Sentence::ALL {
        for &language in SampleLanguage::ALL {
            let file = format!("content/texts/{}.{}.txt", sentence.name(), language.name());
            let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file)).expect("a text");
            assert!(text.ends_with('\n') && text.trim_end_matches('\n').len() + 1 == text.len(), "{file}");
            assert!(!text.contains("  ") && text.lines().count() == 1, "{file}");
        }
    }
}
