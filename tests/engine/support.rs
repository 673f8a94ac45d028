//! Both engines for every encoding, built once, and the comparison.

use std::sync::LazyLock;

use keys_and_tokens::tokenizer::vocabulary::{Reader, pack};
use keys_and_tokens::tokenizer::{Encoding, SpecialTokens, Tokenizer, Tokens, VocabularyFile};
use tiktoken_rs::CoreBPE;

/// The same encoding twice.
pub struct Pair {
    pub encoding: Encoding,
    pub theirs: CoreBPE,
    reader: Reader,
}

pub static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    let packed = VocabularyFile::ALL.map(|file| pack(&tokens(file)).expect("tokens that are pairs"));
    let index = |encoding: Encoding| VocabularyFile::ALL.iter().position(|&file| file == encoding.vocabulary_file());
    let pair = |encoding: Encoding| {
        let packed = &packed[index(encoding).expect("a file")];
        let mut reader = Reader::new(encoding);
        reader.push(&packed.ascii).and_then(|()| reader.push(&packed.rest)).expect("a good vocabulary");
        Pair { encoding, theirs: theirs(encoding), reader }
    };
    Encoding::ALL.map(pair).into()
});

pub fn theirs(encoding: Encoding) -> CoreBPE {
    let engine = match encoding {
        Encoding::O200kHarmony => tiktoken_rs::o200k_harmony(),
        Encoding::O200kBase => tiktoken_rs::o200k_base(),
        Encoding::Cl100kBase => tiktoken_rs::cl100k_base(),
        Encoding::P50kEdit => tiktoken_rs::p50k_edit(),
        Encoding::P50kBase => tiktoken_rs::p50k_base(),
        Encoding::R50kBase => tiktoken_rs::r50k_base(),
    };
    engine.expect("tiktoken-rs carries its vocabularies")
}

/// All tokens of a file by rank, empty where the rank is a special token's.
pub fn tokens(file: VocabularyFile) -> Vec<Vec<u8>> {
    let (encoding, engine) = (file.encoding(), theirs(file.encoding()));
    let bytes = |rank| engine.decode_bytes(&[rank]).expect("a token for every rank");
    let ordinary = |rank| if encoding.special_text(rank).is_some() { Vec::new() } else { bytes(rank) };
    (0..file.ranks()).map(ordinary).collect()
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
