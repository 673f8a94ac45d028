//! The same sentence in twelve languages: what it takes in tokens, per meaning, per character and per word.
//!
//! 1. A [`Figure`] holds the choices and what the reader typed; each language is a row, and so is a sentence of
//!    the reader's own.
//! 2. What the build counted is there at once; any other text is counted by the page's tokenizer in both encodings.
//! 3. Below, everyday things in tokens, estimated from a longer text.
//!
//! Invariant: rows change places only when the reader chooses what is compared, never while one types in a row.

mod row;
mod sizes;
mod words;

use leptos::prelude::*;

use super::ExhibitContext;
use super::clock::spoken;
use super::counting::{Counting, Progress};
use crate::journey::{
    Measure, Measured, SampleLanguage, Sentence, Sentences, ascending, hundredths, thousandths, words_between_spaces,
};
use crate::tokenizer::{Cut, Encoding, Reading, Text};
use crate::ui::widgets::{choice, effect, live_text, menu, paragraph};
use crate::words::fill;
pub use words::Words;

/// A language's row, or that of the reader's own sentence.
type Row = Option<SampleLanguage>;

/// What the reader typed into a row in place of a sentence.
#[derive(Clone)]
struct Edit {
    row: Row,
    sentence: Sentence,
    text: Text,
}

/// The state of the exhibit.
#[derive(Clone, Copy)]
struct Figure {
    context: ExhibitContext,
    counting: Counting,
    sentence: RwSignal<Sentence>,
    encoding: RwSignal<Encoding>,
    measure: RwSignal<Measure>,
    edits: RwSignal<Vec<Edit>>,
    order: RwSignal<Vec<SampleLanguage>>,
    /// Where the reader typed last.
    touched: RwSignal<Option<Row>>,
}

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let figure = Figure::new(context);
    let text = figure.text();
    effect(move || figure.counting.want(figure.readings()));
    let about = move || {
        let (sentence, measure) =
            (text.sentences().of(figure.sentence.get()), text.measures().of(figure.measure.get()));
        [sentence.text(), measure.text()].join(" ")
    };
    view! {
        <section class="sentences card" aria-labelledby="languages-title" data-languages=live_text(move || figure.state().to_owned())>
            <header class="card__header">
                <h3 class="card__title" id="languages-title">{text.title()}</h3>
            </header>
            {menus(figure)}
            {paragraph("sentences__about", live_text(about))}
            <p class="sentences__legend" aria-hidden="true">
                <span class="sentences__key"></span>
                {live_text(move || figure.encoding.get().name().to_owned())}
                <span class="sentences__key sentences__key--other"></span>
                {live_text(move || figure.other_encoding().name().to_owned())}
            </p>
            <ul class="sentences__rows">
                <For each=move || figure.order.get() key=|language| language.name() let:language>
                    {row::row(figure, Some(language))}
                </For>
                {row::row(figure, None)}
            </ul>
            <p class="evidence">{text.hint()}</p>
            <p class="visually-hidden" role="status">{spoken(live_text(move || figure.last_count()))}</p>
            {sizes::sizes(figure)}
        </section>
    }
}

fn menus(figure: Figure) -> impl IntoView {
    let text = figure.text();
    let sentences = Sentence::ALL.iter().map(|&one| choice(one.name(), text.sentences().of(one).label())).collect();
    let measures = Measure::ALL.iter().map(|&one| choice(one.name(), text.measures().of(one).label())).collect();
    let encoding_words = |one: Encoding| [one.name(), " (", one.best_known_models(), ")"].concat();
    let encodings = figure.data().encodings().map(|one| choice(one.name(), &encoding_words(one))).collect();
    view! {
        <div class="menus live-only">
            {menu("sentence", text.sentence(), sentences, live_text(move || figure.sentence.get().name().to_owned()), move |name| {
                figure.choose(|| figure.sentence.set(Sentence::from_name(&name).unwrap_or(Sentence::Rights)));
            })}
            {menu("tokenizer", figure.context.text().lab().encoding(), encodings, live_text(move || figure.encoding.get().name().to_owned()), move |name| {
                figure.choose(|| figure.encoding.set(Encoding::from_name(&name).unwrap_or_default()));
            })}
            {menu("measure", text.measure(), measures, live_text(move || figure.measure.get().name().to_owned()), move |name| {
                figure.choose(|| figure.measure.set(Measure::from_name(&name).unwrap_or(Measure::Meaning)));
            })}
        </div>
    }
}

impl Figure {
    fn new(context: ExhibitContext) -> Self {
        let samples = &context.data().sentences.samples;
        let known = samples.iter().flat_map(|sample| {
            sample.cuts.iter().map(|(encoding, cut)| (reading(sample.text.clone(), *encoding), cut.clone()))
        });
        let figure = Self {
            context,
            counting: Counting::new(known.collect()),
            sentence: RwSignal::new(Sentence::Rights),
            encoding: RwSignal::new(Encoding::default()),
            measure: RwSignal::new(Measure::Meaning),
            edits: RwSignal::new(Vec::new()),
            order: RwSignal::new(Vec::new()),
            touched: RwSignal::new(None),
        };
        figure.choose(|| ());
        figure
    }

    fn text(self) -> Words {
        self.context.text().exhibits().languages()
    }

    fn data(self) -> &'static Sentences {
        &self.context.data().sentences
    }

    /// Makes a choice, and puts the rows into the order that it gives.
    fn choose(self, choice: impl FnOnce()) {
        choice();
        let encoding = self.encoding.get_untracked();
        self.order.set(untrack(|| ascending(|language| self.value(Some(language), encoding))));
    }

    /// The one of the two encodings that is not chosen. Tracks the choice.
    fn other_encoding(self) -> Encoding {
        let chosen = self.encoding.get();
        self.data().encodings().find(|&encoding| encoding != chosen).unwrap_or(chosen)
    }

    /// The sentence that a row has by itself.
    fn original(self, row: Row, sentence: Sentence) -> Text {
        row.map(|language| self.data().sample(sentence, language).text.clone()).unwrap_or_default()
    }

    /// What stands in a row. Tracks it.
    fn row_text(self, row: Row) -> Text {
        let sentence = self.sentence_of(row);
        let is_it = |edit: &&Edit| (edit.row, edit.sentence) == (row, sentence);
        let edited = self.edits.with(|edits| edits.iter().find(is_it).map(|edit| edit.text.clone()));
        edited.unwrap_or_else(|| self.original(row, sentence))
    }

    /// The reader's own sentence stays when another is chosen for the others.
    fn sentence_of(self, row: Row) -> Sentence {
        let chosen = self.sentence.get();
        if row.is_some() { chosen } else { Sentence::Rights }
    }

    /// The reader types in a row; nothing: it shall be as it was.
    fn edit(self, row: Row, text: Option<String>) {
        let sentence = untrack(|| self.sentence_of(row));
        let original = self.original(row, sentence);
        self.edits.update(|edits| {
            edits.retain(|edit| (edit.row, edit.sentence) != (row, sentence));
            let text = text.map(Text::from).filter(|text| *text != original);
            edits.extend(text.map(|text| Edit { row, sentence, text }));
        });
        self.touched.set(Some(row));
    }

    /// All texts in both encodings, the chosen one first. Tracks them.
    fn readings(self) -> Vec<Reading> {
        let rows = || SampleLanguage::ALL.iter().map(|&language| Some(language)).chain([None]);
        let in_encoding = |encoding| rows().map(move |row| reading(self.row_text(row), encoding));
        in_encoding(self.encoding.get()).chain(in_encoding(self.other_encoding())).collect()
    }

    /// Something about how a row's text is cut, once that is known. Tracks it.
    fn cut_with<T>(self, row: Row, encoding: Encoding, part: impl FnOnce(&Cut) -> T) -> Option<T> {
        self.counting.cut_with(&reading(self.row_text(row), encoding), part)
    }

    /// A row's tokens, once they are counted. Tracks it.
    fn tokens(self, row: Row, encoding: Encoding) -> Option<u32> {
        self.cut_with(row, encoding, Cut::tokens)
    }

    /// What a row's text is measured by, once it is counted. Tracks it.
    fn measured(self, row: Row, encoding: Encoding) -> Option<Measured> {
        let (tokens, characters) = self.cut_with(row, encoding, |cut| (cut.tokens(), cut.counts.characters))?;
        let has_words = row.is_none_or(SampleLanguage::separates_words);
        let words = has_words.then(|| words_between_spaces(&self.row_text(row)));
        Some(Measured { tokens, characters, words })
    }

    /// What is compared, in hundredths of a token. Tracks it.
    fn value(self, row: Row, encoding: Encoding) -> Option<u32> {
        self.measure.get().hundredths(self.measured(row, encoding)?)
    }

    /// The value over that of English, in hundredths. Tracks both.
    fn ratio(self, row: Row) -> Option<u32> {
        let encoding = self.encoding.get();
        hundredths(self.value(row, encoding)?, self.value(Some(SampleLanguage::English), encoding)?)
    }

    /// The length of a row's bar for `encoding`, of what the longest of all has, for an attribute. Tracks all.
    fn bar(self, row: Row, encoding: Encoding) -> String {
        let rows = SampleLanguage::ALL.iter().map(|&language| Some(language)).chain([None]);
        let values = rows.flat_map(|row| self.data().encodings().filter_map(move |one| self.value(row, one)));
        let length = thousandths(self.value(row, encoding).unwrap_or(0), values.max().unwrap_or(0));
        format!("{}.{}%", length / 10, length % 10)
    }

    /// The name of a row. Never changes.
    fn name(self, row: Row) -> &'static str {
        row.map_or(self.text().own(), |language| self.text().names().of(language))
    }

    /// How the counting stands, for `data-languages`.
    fn state(self) -> &'static str {
        match self.counting.progress().0 {
            Progress::Counted => "counted",
            Progress::Waiting(_) => "waiting",
            Progress::Failed(_) => "failed",
        }
    }

    /// Hundredths as a decimal number.
    fn decimal(self, hundredths: u32) -> String {
        self.context.text().number().fraction(format!("{}.{:02}", hundredths / 100, hundredths % 100))
    }

    /// What is read out after the reader typed.
    fn last_count(self) -> String {
        let Some(row) = self.touched.get() else { return String::new() };
        let Some(tokens) = self.tokens(row, self.encoding.get()) else { return String::new() };
        let text = self.context.text();
        let tokens = text.number().counted(text.lab().status_tokens(), tokens);
        fill(self.text().counted(), &[("language", self.name(row)), ("tokens", &tokens)])
    }
}

fn reading(text: Text, encoding: Encoding) -> Reading {
    Reading { text, encoding, ..Reading::default() }
}
