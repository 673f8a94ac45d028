//! How long ago a fact was read.
//!
//! Invariant: no age is shown before the browser has said what day it is, so the build's pages have none.

use leptos::prelude::*;

use crate::words::{Forms, NumberStrings};

/// A day in milliseconds.
const DAY_MS: f64 = 86_400_000.0;

/// What day it is: milliseconds since 1970-01-01, once that is known.
#[derive(Clone, Copy)]
pub(crate) struct Today(RwSignal<Option<f64>>);

impl Today {
    /// Not known yet.
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// From now on it is known.
    pub(crate) fn know(self) {
        self.0.set(Some(js_sys::Date::now()));
    }

    /// How long ago `date`, such as `2026-11-22`, was, in the form of `noun`; nothing on the day
    /// itself. Tracks it.
    pub(crate) fn age_words(self, number: NumberStrings, noun: Forms, date: &str) -> String {
        let age_ms = self.0.get().map_or(0.0, |today_ms| today_ms - js_sys::Date::parse(date));
        let days = (age_ms / DAY_MS) as u32;
        if days == 0 { String::new() } else { number.counted(noun, days) }
    }
}
