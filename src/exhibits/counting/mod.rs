//! Texts of an exhibit, counted by the page's own tokenizer beside the reader's request.
//!
//! 1. A [`Ledger`] knows what the build counted, what is wanted, and what to ask next.
//! 2. The tokenizer is asked through the app (`ui::ask_tokenizer`), and only when something is wanted that is not
//!    known.
//!
//! Invariant: what is shown of a text is of exactly that text.

mod ledger;

use std::rc::Rc;

use leptos::prelude::*;

use crate::tokenizer::{Cut, Reading};
#[cfg(feature = "hydrate")]
use crate::ui::ask_tokenizer;
use ledger::Ledger;
pub(super) use ledger::Progress;

/// The build renders what it counted itself.
#[cfg(not(feature = "hydrate"))]
fn ask_tokenizer(_: impl Fn(crate::worker::protocol::Reply, Reading) + 'static) -> Option<Box<dyn Fn(Reading)>> {
    None
}

type Ask = Option<Rc<dyn Fn(Reading)>>;

/// A handle on the texts of one exhibit.
#[derive(Clone, Copy)]
pub(super) struct Counting {
    ledger: RwSignal<Ledger>,
    /// Made when the first text is to be counted.
    ask: StoredValue<Ask, LocalStorage>,
}

impl Counting {
    /// Texts of which the build counted `known`.
    pub(super) fn new(known: Vec<(Reading, Cut)>) -> Self {
        Self { ledger: RwSignal::new(Ledger::new(known)), ask: StoredValue::new_local(None) }
    }

    /// Something about how a text is cut, once that is known. Tracks it.
    pub(super) fn cut_with<T>(self, reading: &Reading, part: impl FnOnce(&Cut) -> T) -> Option<T> {
        self.ledger.with(|ledger| ledger.cut(reading).map(part))
    }

    /// How the counting stands, and of what. Tracks it.
    pub(super) fn progress(self) -> (Progress, Option<Reading>) {
        self.ledger.with(|ledger| (ledger.progress(), ledger.asked().cloned()))
    }

    /// From now on these texts are wanted, the first one first.
    pub(super) fn want(self, readings: Vec<Reading>) {
        self.change(|ledger| ledger.want(readings));
    }

    /// Tries again what failed.
    pub(super) fn retry(self) {
        self.change(Ledger::next);
    }

    fn change(self, event: impl FnOnce(&mut Ledger) -> Option<Reading>) {
        let next = self.ledger.try_update(event).flatten();
        if let Some(reading) = next
            && let Some(ask) = self.road()
        {
            ask(reading);
        }
    }

    fn road(self) -> Ask {
        if self.ask.with_value(Option::is_none) {
            let road = ask_tokenizer(move |reply, reading| self.change(|ledger| ledger.receive(reply, reading)));
            self.ask.set_value(road.map(Rc::from));
        }
        self.ask.get_value()
    }
}
