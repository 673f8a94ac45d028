//! Both engines for every encoding, built once, and the comparison.

use std::collections::HashMap;
use std::sync::LazyLock;

use keys_and_tokens::tokenizer::vocabulary::{Packed, Reader, pack};
use keys_and_tokens::tokenizer::{Encoding, SpecialTokens, Tokenizer, Tokens, VocabularyFile};
use keys_and_tokens::worker::reference::Reference;
use tiktoken_rs::CoreBPE;

/// The same encoding twice.
pub struct Pair {
    pub encoding: Encoding,
    pub theirs: CoreBPE,
    reader: Reader,
}

pub static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    let files = VocabularyFile::ALL.iter().map(|&file| (file, packed(file)));
    let packed: HashMap<_, _> = files.collect();
    let pair = |&encoding: &Encoding| {
        let Packed { ascii, rest } = &packed[&encoding.vocabulary_file()];
        let mut reader = Reader::new(encoding);
        reader.push(ascii).and_then(|()| reader.push(rest)).expect("a good vocabulary");
        let theirs = Reference::published(encoding).expect("tiktoken-rs carries its vocabularies");
        Pair { encoding, theirs, reader }
    };
    Encoding::ALL.iter().map(pair).collect()
});

fn packed(file: VocabularyFile) -> Packed {
    pack(&Reference::published_tokens(file).expect("a token for every rank")).expect("tokens that are pairs")
}

impl Pair {
    pub fn ours(&self) -> Tokenizer<'_> {
        Tokenizer::new(self.encoding, &self.reader).expect("a whole vocabulary")
    }

    /// Compares on `text`, read as text.
    #[track_caller]
    pub fn check(&self, text: &str) {
        let ours = self.ours().encode_with(text, SpecialTokens::AsText);
        let theirs = self.theirs.encode_ordinary(text);
        assert!(ours.ids == theirs, "{}: {}", self.encoding.name(), first_difference(text, &ours, &theirs));
        assert_eq!(ours.ends.last().copied().unwrap_or(0) as usize, text.len());
    }
}

/// The part of a long text where the results part, for reading.
fn first_difference(text: &str, ours: &Tokens, theirs: &[u32]) -> String {
    let same = ours.ids.iter().zip(theirs).take_while(|(a, b)| a == b).count();
    let at = same.checked_sub(1).map_or(0, |last| ours.ends[last] as usize);
    let near: String = text.char_indices().skip_while(|(i, _)| i + 20 < at).take(60).map(|(_, c)| c).collect();
    let (ours, theirs) = (ours.ids.get(same..), theirs.get(same..));
    format!("at byte {at}, near {near:?}: {:?}, tiktoken-rs {:?}", ours.map(few), theirs.map(few))
}

fn few(ids: &[u32]) -> &[u32] {
    &ids[..ids.len().min(8)]
}

/// Compares in every encoding.
#[track_caller]
pub fn check_all(text: &str) {
    PAIRS.iter().for_each(|pair| pair.check(text));
}

/// Where both encodings of a pair of names share tables and pattern, one is enough.
pub fn distinct() -> impl Iterator<Item = &'static Pair> {
    let twice = [Encoding::O200kHarmony, Encoding::P50kEdit];
    PAIRS.iter().filter(move |pair| !twice.contains(&pair.encoding))
}
