//! The words of the comparison of languages.

use crate::journey::{Measure, SampleLanguage, Sentence, SizeKind};
use crate::words::{Forms, Labelled, table};

table!(
    /// The names of the languages.
    NameStrings { en, zh, es, de, fr, ru, ar, vi, ko, hi, th, ja }
);
table!(
    /// The sentences.
    SentenceStrings { rights: Labelled, everyday: Labelled }
);
table!(
    /// What tokens are divided by.
    MeasureStrings { meaning: Labelled, character: Labelled, word: Labelled }
);
table!(
    /// What everyday things are, and why they are so long.
    SizeStrings { email: Labelled, minute: Labelled, page: Labelled, book: Labelled }
);
table!(
    /// The comparison of languages.
    Words {
        title, sentence, measure, hint, per_character, per_word, ratio, no_words, words: Forms, in_encoding,
        own, own_label, clear, label, restore, limit, counted, sizes_caption, thing, assumed, in_language, language,
        estimate, source, method, names: NameStrings, sentences: SentenceStrings, measures: MeasureStrings,
        sizes: SizeStrings,
    }
);

impl NameStrings {
    /// The name of one of them.
    pub fn of(self, language: SampleLanguage) -> &'static str {
        match language {
            SampleLanguage::English => self.en(),
            SampleLanguage::Chinese => self.zh(),
            SampleLanguage::Spanish => self.es(),
            SampleLanguage::German => self.de(),
            SampleLanguage::French => self.fr(),
            SampleLanguage::Russian => self.ru(),
            SampleLanguage::Arabic => self.ar(),
            SampleLanguage::Vietnamese => self.vi(),
            SampleLanguage::Korean => self.ko(),
            SampleLanguage::Hindi => self.hi(),
            SampleLanguage::Thai => self.th(),
            SampleLanguage::Japanese => self.ja(),
        }
    }
}

impl SentenceStrings {
    /// What it is called, and where it is from.
    pub fn of(self, sentence: Sentence) -> Labelled {
        match sentence {
            Sentence::Rights => self.rights(),
            Sentence::Everyday => self.everyday(),
        }
    }
}

impl MeasureStrings {
    /// What it is called, and what it shows.
    pub fn of(self, measure: Measure) -> Labelled {
        match measure {
            Measure::Meaning => self.meaning(),
            Measure::Character => self.character(),
            Measure::Word => self.word(),
        }
    }
}

impl SizeStrings {
    /// What it is called, and what is assumed.
    pub fn of(self, kind: SizeKind) -> Labelled {
        match kind {
            SizeKind::Email => self.email(),
            SizeKind::Minute => self.minute(),
            SizeKind::Page => self.page(),
            SizeKind::Book => self.book(),
        }
    }
}
