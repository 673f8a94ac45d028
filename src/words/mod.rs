//! Every word of the interface, typed: a missing or unknown key in `strings.toml` does not build.
//!
//! The build reads `strings.toml` by the keys of [`Strings`] and hands the words over as one list in that
//! order; here they get their names back. The exhibits have a table and a list of their own. Words in braces
//! are filled in by [`fill`].
//!
//! Invariant: components hold no words of their own.

mod number;
mod typed;

pub use number::{BETWEEN_FORMS, FORMS, Forms, NumberStrings, plural_index};
pub use typed::{Kind, Misread};

use crate::journey::{Scenario, Stage};

/// Words with names: a single string, or a table of them.
///
/// A table is a window on the list of all words and nothing else, so that making one costs nothing: reading
/// the words field by field would be 4 KB of the app.
pub trait Table: Copy {
    /// How many words it has.
    const WORDS: usize;

    /// Appends the table's keys, each after `prefix`.
    fn keys(prefix: &str, keys: &mut Vec<String>);

    /// The table whose words are the first of `words`.
    fn of_words(words: &'static [&'static str]) -> Self;
}

impl Table for &'static str {
    const WORDS: usize = 1;

    fn keys(prefix: &str, keys: &mut Vec<String>) {
        keys.push(prefix.to_owned());
    }

    #[inline]
    fn of_words(words: &'static [&'static str]) -> Self {
        words[0]
    }
}

/// Declares a table; its entries are strings unless they name another table.
macro_rules! table {
    (@type) => { &'static str };
    (@type $type:ty) => { $type };
    (@entries $offset:expr;) => {};
    (@entries $offset:expr; $entry:ident $(: $type:ty)?, $($rest:tt)*) => {
        // Each entry is its key in strings.toml, where the words explain it.
        #[allow(missing_docs)]
        #[inline]
        pub fn $entry(self) -> $crate::words::table!(@type $($type)?) {
            const OFFSET: usize = $offset;
            <$crate::words::table!(@type $($type)?) as $crate::words::Table>::of_words(&self.0[OFFSET..])
        }
        $crate::words::table!(
            @entries $offset + <$crate::words::table!(@type $($type)?) as $crate::words::Table>::WORDS; $($rest)*
        );
    };
    ($(#[$meta:meta])* $name:ident { $($entry:ident $(: $type:ty)?),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name(
            &'static [&'static str; 0 $(+ <$crate::words::table!(@type $($type)?) as $crate::words::Table>::WORDS)+],
        );

        impl $name {
            $crate::words::table!(@entries 0; $($entry $(: $type)?,)+);
        }

        impl $crate::words::Table for $name {
            const WORDS: usize = 0 $(+ <$crate::words::table!(@type $($type)?) as $crate::words::Table>::WORDS)+;

            fn keys(prefix: &str, keys: &mut Vec<String>) {
                let dot = if prefix.is_empty() { "" } else { "." };
                $(<$crate::words::table!(@type $($type)?) as $crate::words::Table>::keys(
                    &format!("{prefix}{dot}{}", stringify!($entry)), keys,
                );)+
            }

            #[inline]
            fn of_words(words: &'static [&'static str]) -> Self {
                Self(words.first_chunk().expect("one word per key"))
            }
        }
    };
}

pub(super) use table;

table!(
    /// The page around the figures.
    PageStrings {
        skip, contents, where_one_is, languages, theme, theme_auto, theme_light, theme_dark, no_script, app_failed, sources, third_party,
        licence, not_found, not_found_text, not_found_link, table, check, check_right, check_wrong, source_newest, source_mark,
        source_back, source, source_reported, source_measured, source_inference, source_unknown, part, sections, trail, pages,
        lesson, lesson_section, explained, in_glossary, print_table,
    }
);
table!(
    /// The token lab.
    LabStrings {
        title, label, encoding, clear, copy_link, private, tokens: Forms, characters: Forms,
        words: Forms, bytes: Forms, exact,
        exact_why, chips, show_ids, special_tokens, empty, pick, detail, detail_shared, status, status_tokens: Forms,
        status_characters: Forms, loading, counting,
        cancel, back_to_sample, check, checking, check_same: Forms, check_different, check_crashed, check_download,
        models, encoding_help, models_none, models_source,
    }
);
table!(
    /// The controls of a text that is too long for a text box.
    LongStrings {
        title, why, find, found, none, before, next, replace, replace_all, edit,
    }
);
table!(
    /// What the page tells a reader who did something unusual, or whom something happened to.
    NoticeStrings {
        link_copied, link_ready, link_secret, link_too_long: Forms, link_bad, link_replaced, long_replaced, bring_back,
        not_text, too_much, surrogate, secret, download, damaged, crashed, cancelled, retry, dismiss,
    }
);
table!(
    /// The journey.
    JourneyStrings {
        title, provider, model, scenario, carrying, carrying_empty, edit, diagram, who, how_much, play, pause,
        again, back, forward, position, speed, controls, steps, simplified, answer_label, answer_why,
        answer_estimated, tokens_in, tokens_out, exact, estimate, estimate_no_encoding, estimate_no_tokenizer,
        estimate_sdk, estimate_rule, estimate_other, model_recommended, model_until, stops, not_reached, before_start,
        key_once, key_again,
    }
);
table!(
    /// The house in the picture.
    HouseStrings {
        who, how_much, cost, provider, you, unchanged, keys, yours, chatbot, website, others_account, active, revoked, expired,
        blocked, nobody, today, limits, requests_left, tokens_left, left, none_left, models, locked, addresses,
        address_sent, header, found, if_it_gets_in: Forms, free, kept, kept_why, count_in, at_once, count_out, one_by_one, model,
        answer, too_long, full, input, output, per_million, total, list_prices, account, all_keys, requests: Forms,
        others, unknown, times, not_yet,
    }
);
table!(
    /// The bill.
    BillStrings {
        title, item, tokens, price, amount, input, output, total, source, documented, reported, none,
        part, unknown, price_then, price_before, ends, formatting,
    }
);
table!(
    /// How a journey ended.
    EndingStrings {
        paid, refused, failed, refused_unknown, failed_unknown, cut, code, code_reported, also_reported,
        half_key, half_tokens, half_neither,
        retry_no, retry_wait, retry_yes, who_you, who_admin, who_provider, documented, reported, unknown,
    }
);
table!(
    /// A name and a sentence about it.
    Labelled { label, text }
);

table!(
    /// The stages of the journey.
    StageStrings {
        create_key: Labelled, send: Labelled, check_key: Labelled, check_limits: Labelled, tokenize: Labelled,
        generate: Labelled, meter: Labelled, bill: Labelled,
    }
);
table!(
    /// What can happen on the way.
    ScenarioStrings {
        paid: Labelled, no_key: Labelled, mistyped: Labelled, revoked: Labelled, expired: Labelled,
        no_permission: Labelled, address: Labelled, rate_limit: Labelled, no_credit: Labelled,
        spend_limit: Labelled, too_long: Labelled, overloaded: Labelled, stream_cut: Labelled, leaked: Labelled,
    }
);
table!(
    /// All words of one language.
    Strings {
        age: Forms, number: NumberStrings, page: PageStrings, lab: LabStrings, long: LongStrings, notice: NoticeStrings,
        journey: JourneyStrings, house: HouseStrings, stages: StageStrings, bill: BillStrings, ending: EndingStrings,
        scenarios: ScenarioStrings,
    }
);

impl StageStrings {
    /// The words for one of them.
    pub fn of(self, stage: Stage) -> Labelled {
        match stage {
            Stage::CreateKey => self.create_key(),
            Stage::Send => self.send(),
            Stage::CheckKey => self.check_key(),
            Stage::CheckLimits => self.check_limits(),
            Stage::Tokenize => self.tokenize(),
            Stage::Generate => self.generate(),
            Stage::Meter => self.meter(),
            Stage::Bill => self.bill(),
        }
    }
}

impl ScenarioStrings {
    /// The words for one of them.
    pub fn of(self, scenario: Scenario) -> Labelled {
        match scenario {
            Scenario::Paid => self.paid(),
            Scenario::NoKey => self.no_key(),
            Scenario::Mistyped => self.mistyped(),
            Scenario::Revoked => self.revoked(),
            Scenario::Expired => self.expired(),
            Scenario::NoPermission => self.no_permission(),
            Scenario::Address => self.address(),
            Scenario::RateLimit => self.rate_limit(),
            Scenario::NoCredit => self.no_credit(),
            Scenario::SpendLimit => self.spend_limit(),
            Scenario::TooLong => self.too_long(),
            Scenario::Overloaded => self.overloaded(),
            Scenario::StreamCut => self.stream_cut(),
            Scenario::Leaked => self.leaked(),
        }
    }
}

/// Every key of the table `T` in `strings.toml`, in the order of the list of words.
pub fn keys<T: Table>() -> Vec<String> {
    let mut keys = Vec::new();
    T::keys("", &mut keys);
    keys
}

/// Gives the words of the list their names; they live as long as the page.
///
/// # Panics
/// If the list is not as long as [`keys`]; the build writes it by them.
pub fn from_words<T: Table>(words: Vec<String>) -> T {
    let words: Vec<&'static str> = words.into_iter().map(|words| &*words.leak()).collect();
    assert!(words.len() == T::WORDS, "one word per key");
    T::of_words(words.leak())
}

/// Puts `values` into a template's braces.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(values.iter().find(|(key, _)| *key == name).map_or("", |(_, value)| value));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn braces_are_filled_once_and_never_again() {
        assert_eq!(fill("{a} of {b}", &[("a", "{b}"), ("b", "2")]), "{b} of 2");
        assert_eq!(fill("no braces", &[]), "no braces");
    }
}
