//! One sentence in several languages, how their tokens compare, and what everyday things come to.
//!
//! 1. A [`Sample`] is a [`Sentence`] in a [`SampleLanguage`], cut in some encodings.
//! 2. A [`Measure`] makes one number of it, in hundredths, so that languages can be compared.
//! 3. [`LongSample`] says how many tokens a longer text takes; by it a [`Size`] in words becomes tokens.
//!
//! Invariant: a comparison is rounded once, at its end, and what was not counted is an estimate.

use super::Count;
use crate::names::named_enum;
use crate::pricing::Sourced;
use crate::tokenizer::{Cut, Encoding, Text};

named_enum! {
    /// What is said in every language; named as its files in `content/texts/`.
    pub enum Sentence {
        /// Article 1 of the Universal Declaration of Human Rights.
        Rights = "udhr-1",
        /// Something that one says at home.
        Everyday = "everyday",
    }
}

named_enum! {
    /// A language of the samples; named as in their files.
    pub enum SampleLanguage {
        /// English, with which the others are compared.
        English = "en",
        /// Chinese, in simplified characters.
        Chinese = "zh",
        /// Spanish.
        Spanish = "es",
        /// German.
        German = "de",
        /// French.
        French = "fr",
        /// Russian.
        Russian = "ru",
        /// Arabic.
        Arabic = "ar",
        /// Vietnamese.
        Vietnamese = "vi",
        /// Korean.
        Korean = "ko",
        /// Hindi.
        Hindi = "hi",
        /// Thai.
        Thai = "th",
        /// Japanese.
        Japanese = "ja",
    }
}

impl SampleLanguage {
    /// What its own readers call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "中文",
            Self::Spanish => "español",
            Self::German => "Deutsch",
            Self::French => "français",
            Self::Russian => "русский",
            Self::Arabic => "العربية",
            Self::Vietnamese => "Tiếng Việt",
            Self::Korean => "한국어",
            Self::Hindi => "हिन्दी",
            Self::Thai => "ไทย",
            Self::Japanese => "日本語",
        }
    }

    /// Its tag by BCP 47, by which browsers choose a font.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-Hans",
            other => other.name(),
        }
    }

    /// Where its lines begin: a value of `dir`.
    pub const fn direction(self) -> &'static str {
        match self {
            Self::Arabic => "rtl",
            _ => "ltr",
        }
    }

    /// Whether spaces stand between its words. In Vietnamese they stand between syllables.
    pub const fn separates_words(self) -> bool {
        !matches!(self, Self::Chinese | Self::Japanese | Self::Thai | Self::Vietnamese)
    }
}

/// How many words stand between the spaces of `text`.
pub fn words_between_spaces(text: &str) -> u32 {
    text.split_whitespace().count() as u32
}

/// A sentence in one language, as it was counted beforehand.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// Which sentence.
    pub sentence: Sentence,
    /// In which language.
    pub language: SampleLanguage,
    /// The words.
    pub text: Text,
    /// How each encoding cuts them.
    pub cuts: Vec<(Encoding, Cut)>,
}

impl Sample {
    /// How `encoding` cuts it, if it was counted in that.
    pub fn cut(&self, encoding: Encoding) -> Option<&Cut> {
        self.cuts.iter().find(|(known, _)| *known == encoding).map(|(_, cut)| cut)
    }
}

/// What a text is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// Its tokens.
    pub tokens: u32,
    /// Its characters as a reader sees them.
    pub characters: u32,
    /// Its words, where spaces show them.
    pub words: Option<u32>,
}

named_enum! {
    /// What tokens are divided by.
    pub enum Measure {
        /// By nothing: all languages say the same thing.
        Meaning = "meaning",
        /// By characters.
        Character = "character",
        /// By words.
        Word = "word",
    }
}

impl Measure {
    /// Hundredths of a token for one of what it counts; nothing where there is none of it.
    pub fn hundredths(self, text: Measured) -> Option<u32> {
        match self {
            Self::Meaning => Some(text.tokens.saturating_mul(100)),
            Self::Character => hundredths(text.tokens, text.characters),
            Self::Word => hundredths(text.tokens, text.words?),
        }
    }
}

/// How many hundredths of `whole` are `part`, rounded; nothing of nothing.
pub fn hundredths(part: u32, whole: u32) -> Option<u32> {
    rounded(part, whole, 100)
}

/// How long a bar for `part` is where one for `whole` is full, in thousandths.
pub fn thousandths(part: u32, whole: u32) -> u32 {
    rounded(part, whole, 1_000).unwrap_or(0)
}

fn rounded(part: u32, whole: u32, parts: u64) -> Option<u32> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    (whole > 0).then(|| ((part * parts * 2 + whole) / (whole * 2)).min(u64::from(u32::MAX)) as u32)
}

/// All languages, those with the smallest value first and those without one last.
pub fn ascending(value: impl Fn(SampleLanguage) -> Option<u32>) -> Vec<SampleLanguage> {
    let mut order = Vec::new();
    for &language in SampleLanguage::ALL {
        let key = |language| value(language).unwrap_or(u32::MAX);
        let place = order.partition_point(|&before| key(before) <= key(language));
        order.insert(place, language);
    }
    order
}

/// A longer English text whose tokens were counted: by it tokens are estimated from words.
#[derive(Clone, Debug, PartialEq)]
pub struct LongSample {
    /// Its words between spaces.
    pub words: u32,
    /// Its tokens in some encodings.
    pub tokens: Vec<(Encoding, u32)>,
}

impl LongSample {
    /// About how many tokens `words` English words take; `ratio` is what another language takes for the same
    /// meaning, as tokens over tokens. Two digits, because more would pretend to know.
    pub fn estimate(&self, encoding: Encoding, words: u32, ratio: (u32, u32)) -> Option<Count> {
        let (_, tokens) = self.tokens.iter().find(|(known, _)| *known == encoding)?;
        let (part, whole) = (u128::from(*tokens) * u128::from(ratio.0), u128::from(self.words) * u128::from(ratio.1));
        let about = (u128::from(words) * part).checked_div(whole)?;
        let about = two_digits(about.min(u128::from(u32::MAX)) as u32);
        Some(Count::Estimate { low: about, high: about })
    }
}

/// A number rounded to its first two digits.
fn two_digits(number: u32) -> u32 {
    let unit = 10_u32.pow(number.checked_ilog10().unwrap_or(0).saturating_sub(1));
    (number / unit + u32::from(number % unit * 2 >= unit && unit > 1)).saturating_mul(unit)
}

named_enum! {
    /// Something whose words can be said in round numbers; named as in `content/data/sizes.toml`.
    pub enum SizeKind {
        /// An e-mail.
        Email = "email",
        /// A minute of talk.
        Minute = "minute",
        /// A page of text.
        Page = "page",
        /// A book.
        Book = "book",
    }
}

/// How long something is, by our choice, and who says about as much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// What.
    pub kind: SizeKind,
    /// English words.
    pub words: u32,
    /// Who says so.
    pub sourced: Sourced,
}

/// What is counted beforehand for the comparison of languages.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentences {
    /// Every sentence in every language.
    pub samples: Vec<Sample>,
    /// The longer text.
    pub long: LongSample,
    /// The sizes.
    pub sizes: Vec<Size>,
}

impl Sentences {
    /// The encodings that are compared, the newest first.
    pub fn encodings(&self) -> impl Iterator<Item = Encoding> + '_ {
        self.long.tokens.iter().map(|(encoding, _)| *encoding)
    }

    /// The sentence in that language.
    ///
    /// # Panics
    /// If the build left it out, which it cannot.
    pub fn sample(&self, sentence: Sentence, language: SampleLanguage) -> &Sample {
        let is_it = |sample: &&Sample| (sample.sentence, sample.language) == (sentence, language);
        self.samples.iter().find(is_it).expect("a sample")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        LongSample, Measure, Measured, SampleLanguage, ascending, hundredths, thousandths, two_digits,
        words_between_spaces,
    };
    use crate::journey::Count;
    use crate::tokenizer::Encoding;

    /// The Chinese and the English of the declaration's first article, by hand.
    const CHINESE: Measured = Measured { tokens: 35, characters: 43, words: None };
    const ENGLISH: Measured = Measured { tokens: 33, characters: 170, words: Some(30) };

    #[test]
    fn a_character_says_more_in_chinese_and_a_sentence_as_much() {
        let both = |measure: Measure| (measure.hundredths(CHINESE), measure.hundredths(ENGLISH));
        assert_eq!(both(Measure::Character), (Some(81), Some(19)));
        assert_eq!(both(Measure::Meaning), (Some(3_500), Some(3_300)));
        assert_eq!(both(Measure::Word), (None, Some(110)));
        assert_eq!(hundredths(35, 33), Some(106));
    }

    #[test]
    fn nothing_is_compared_with_nothing() {
        let empty = Measured { tokens: 0, characters: 0, words: Some(0) };
        assert_eq!(
            Measure::ALL.iter().map(|measure| measure.hundredths(empty)).collect::<Vec<_>>(),
            [Some(0), None, None]
        );
    }

    #[test]
    fn languages_stand_in_the_order_of_their_values() {
        let value = |language| match language {
            SampleLanguage::Hindi => None,
            SampleLanguage::Thai => Some(1),
            SampleLanguage::Chinese => Some(3),
            _ => Some(2),
        };
        let order = ascending(value);
        assert_eq!(order.len(), SampleLanguage::ALL.len());
        assert_eq!(order[..3], [SampleLanguage::Thai, SampleLanguage::English, SampleLanguage::Spanish]);
        assert_eq!(order[10..], [SampleLanguage::Chinese, SampleLanguage::Hindi]);
    }

    #[test]
    fn a_bar_is_full_at_the_greatest_and_absent_at_nothing() {
        assert_eq!(
            [thousandths(180, 180), thousandths(54, 180), thousandths(0, 180), thousandths(1, 0)],
            [1_000, 300, 0, 0]
        );
    }

    #[test]
    fn a_size_is_estimated_from_the_longer_text() {
        let long = LongSample { words: 1_000, tokens: vec![(Encoding::O200kBase, 1_234)] };
        let about = |count| Some(Count::Estimate { low: count, high: count });
        assert_eq!(long.estimate(Encoding::O200kBase, 500, (1, 1)), about(620));
        assert_eq!(long.estimate(Encoding::O200kBase, 90_000, (54, 33)), about(180_000));
        assert_eq!(long.estimate(Encoding::Cl100kBase, 500, (1, 1)), None);
        assert_eq!(long.estimate(Encoding::O200kBase, 500, (1, 0)), None);
    }

    #[test]
    fn estimates_have_two_digits() {
        let rounded = [0, 7, 42, 99, 104, 105, 994, 995, 123_456].map(two_digits);
        assert_eq!(rounded, [0, 7, 42, 99, 100, 110, 990, 1_000, 120_000]);
    }

    #[test]
    fn words_stand_between_spaces_where_a_language_puts_them() {
        assert_eq!(words_between_spaces(" two  words\n"), 2);
        let without: Vec<_> =
            SampleLanguage::ALL.iter().filter(|language| !language.separates_words()).map(|one| one.name()).collect();
        assert_eq!(without, ["zh", "vi", "th", "ja"]);
    }

    proptest! {
        #[test]
        fn a_share_is_rounded_to_the_nearest(part in 0_u32..1_000_000, whole in 1_u32..1_000_000) {
            let exact = f64::from(part) * 100.0 / f64::from(whole);
            let ours = f64::from(hundredths(part, whole).expect("a share"));
            prop_assert!((ours - exact).abs() <= 0.5 + 1e-9, "{ours} for {exact}");
        }

        #[test]
        fn two_digits_are_near(number in 0_u32..4_000_000_000) {
            let near = two_digits(number);
            prop_assert!(u64::from(near.abs_diff(number)) * 20 <= u64::from(number), "{near} for {number}");
        }
    }
}
