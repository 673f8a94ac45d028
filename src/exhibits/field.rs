//! A field for a number, as several exhibits have it: what is typed stays as it is, and the figure goes on with the
//! last number that could be read.
//!
//! 1. A [`NumberField`] holds that number and, if what is typed now is none, the reason.
//! 2. [`number_field`] shows both: the box, and below it a message that says what is wrong and what is used.
//!
//! Invariant: only the page's own values (a preset) are ever written into the box.

use std::cell::Cell;

use leptos::html;
use leptos::prelude::*;

use super::ExhibitContext;
use crate::pricing::PricePerMtok;
use crate::ui::widgets::{effect, live_bool, live_text};
use crate::words::{Kind, Misread, fill};

/// The state of a field.
#[derive(Clone, Copy)]
pub(super) struct NumberField {
    context: ExhibitContext,
    /// Its name in the document, and the beginning of its ids.
    name: &'static str,
    kind: Kind,
    most: u64,
    value: RwSignal<u64>,
    problem: RwSignal<Option<Misread>>,
    /// What the page itself wrote into the box last.
    written: RwSignal<u64>,
}

impl NumberField {
    /// A field with a first number, and the most that it takes; dollars in millionths.
    pub(super) fn new(context: ExhibitContext, name: &'static str, kind: Kind, most: u64, first: u64) -> Self {
        let (value, written) = (RwSignal::new(first), RwSignal::new(first));
        Self { context, name, kind, most, value, problem: RwSignal::new(None), written }
    }

    /// The last number that could be read. Tracks it.
    pub(super) fn value(self) -> u64 {
        self.value.get()
    }

    /// The same where at most 32 bits are allowed. Tracks it.
    pub(super) fn number(self) -> u32 {
        u32::try_from(self.value.get()).unwrap_or(u32::MAX)
    }

    /// Whether what stands in the box is no number. Tracks it.
    pub(super) fn is_misread(self) -> bool {
        self.problem.with(Option::is_some)
    }

    /// Writes a number of the page's own into the box.
    pub(super) fn write(self, value: u64) {
        self.value.set(value);
        self.problem.set(None);
        self.written.set(value);
    }

    /// The reader typed something.
    fn read(self, typed: &str) {
        match self.context.text().number().read(typed, self.kind, self.most) {
            Ok(value) => {
                self.value.set(value);
                self.problem.set(None);
            }
            Err(misread) => self.problem.set(Some(misread)),
        }
    }

    /// A number as it stands in the box.
    fn words(self, value: u64) -> String {
        let number = self.context.text().number();
        match self.kind {
            Kind::Whole | Kind::Percent => number.whole(u32::try_from(value).unwrap_or(u32::MAX)),
            Kind::Dollars => number.fraction(PricePerMtok::from_micro_usd(value)),
        }
    }

    /// A number as a sentence has it.
    fn named(self, value: u64) -> String {
        let number = self.context.text().number();
        match self.kind {
            Kind::Whole => self.words(value),
            Kind::Percent => number.as_percent(u32::try_from(value).unwrap_or(u32::MAX)),
            Kind::Dollars => number.as_dollars(self.words(value)),
        }
    }

    /// What is wrong and what is used meanwhile; nothing where nothing is wrong. Tracks both.
    pub(super) fn message(self) -> String {
        let text = self.context.text().exhibits().field();
        let Some(misread) = self.problem.get() else { return String::new() };
        let template = match misread {
            Misread::Empty => text.empty(),
            Misread::NotANumber => text.not_a_number(),
            Misread::Negative => text.negative(),
            Misread::Exponent => text.exponent(),
            Misread::Unclear => text.unclear(),
            Misread::NotWhole => text.not_whole(),
            Misread::TooLarge => text.too_large(),
            Misread::TooPrecise => text.too_precise(),
        };
        let (most, last) = (self.named(self.most), self.named(self.value.get()));
        let words = fill(template, &[("most", &most)]);
        format!("{words} {}", fill(text.last(), &[("last", &last)]))
    }
}

/// The box with its name above and its message below.
pub(super) fn number_field(field: NumberField, label: Signal<String>) -> impl IntoView {
    let place = NodeRef::<html::Input>::new();
    let first = field.words(field.value.get_untracked());
    let mode = if field.kind == Kind::Dollars { "decimal" } else { "numeric" };
    let message_id = format!("{}-message", field.name);
    let is_first = Cell::new(true);
    effect(move || {
        let words = field.words(field.written.get());
        if let Some(place) = place.get() {
            // The reader may have typed before the figure came alive.
            if is_first.replace(false) && place.value() != words {
                field.read(&place.value());
            } else {
                place.set_value(&words);
            }
        }
    });
    view! {
        <div class="menu number-field">
            <label class="menu__label" for=field.name>{label}</label>
            <input
                class="field__number"
                id=field.name
                name=field.name
                type="text"
                inputmode=mode
                autocomplete="off"
                spellcheck="false"
                value=first
                aria-describedby=message_id.clone()
                aria-invalid=live_text(move || field.is_misread().to_string())
                node_ref=place
                on:input=move |event| field.read(&event_target_value(&event))
            />
            <p class="field__message" id=message_id hidden=live_bool(move || !field.is_misread())>
                {live_text(move || field.message())}
            </p>
        </div>
    }
}
