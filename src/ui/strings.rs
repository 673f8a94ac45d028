//! Every word of the interface, typed: a missing or unknown key in `strings.toml` does not build.
//!
//! Words in braces are filled in by [`fill`]. Invariant: components hold no words of their own.

use serde::{Deserialize, Serialize};

use crate::journey::{Scenario, Stage};

/// Declares a table of strings, all required and none besides.
macro_rules! table {
    ($(#[$meta:meta])* $name:ident { $($field:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(missing_docs)] // each field is its key in strings.toml, where the words explain it
        pub struct $name { $(pub $field: String),+ }
    };
}

table!(
    /// How numbers are written.
    NumberStrings { group, decimal }
);
table!(
    /// The page around the figures.
    PageStrings {
        skip, contents, theme, theme_auto, theme_light, theme_dark, no_script, app_failed, sources, code,
        licence, not_found, not_found_text, not_found_link, table, verdict_counting, verdict_verifying,
        verdict_depends,
    }
);
table!(
    /// The token lab.
    LabStrings {
        title, intro, label, encoding, encoding_o200k, encoding_cl100k, clear, copy_link, private, tokens,
        characters, words, bytes, exact, exact_why, chips, show_ids, empty, pick, detail, detail_shared,
        status, loading, counting, send, back_to_sample,
    }
);
table!(
    /// What the page tells a reader who did something unusual, or whom something happened to.
    NoticeStrings {
        link_copied, link_ready, link_secret, link_too_long, link_bad, link_replaced, bring_back, surrogate,
        secret, download, damaged, crashed, retry, dismiss,
    }
);
table!(
    /// The journey.
    JourneyStrings {
        title, provider, model, scenario, carrying, carrying_empty, edit, diagram, who, how_much, play, pause,
        again, back, forward, position, controls, steps, simplified, answer_label, answer_why, tokens_in,
        tokens_out, tokens_range, exact, estimate, unknown, estimate_why, stops, not_reached, before_start,
    }
);
table!(
    /// The bill.
    BillStrings {
        title, item, tokens, price, amount, input, output, total, range, source, documented, reported, none,
        part, unknown, formatting,
    }
);
table!(
    /// How a journey ended.
    VerdictStrings {
        paid, refused, failed, refused_unknown, failed_unknown, cut, code, code_reported, also_reported,
        half_key, half_tokens, half_neither,
        retry_no, retry_wait, retry_yes, who_you, who_admin, who_provider, documented, reported, unknown,
    }
);
table!(
    /// A name and a sentence about it.
    Labelled { label, text }
);

/// A labelled sentence for each variant of an enumeration.
macro_rules! labelled_for {
    ($(#[$meta:meta])* $name:ident for $type:ident { $($field:ident = $variant:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($field: Labelled),+ }

        impl $name {
            /// The words for one of them.
            pub fn of(&self, variant: $type) -> &Labelled {
                match variant { $($type::$variant => &self.$field),+ }
            }
        }
    };
}

labelled_for!(
    /// The stages of the journey.
    StageStrings for Stage {
        create_key = CreateKey, send = Send, check_key = CheckKey, check_limits = CheckLimits,
        tokenize = Tokenize, generate = Generate, meter = Meter, bill = Bill,
    }
);
labelled_for!(
    /// What can happen on the way.
    ScenarioStrings for Scenario {
        paid = Paid, no_key = NoKey, mistyped = Mistyped, revoked = Revoked, expired = Expired,
        no_permission = NoPermission, address = Address, rate_limit = RateLimit, no_credit = NoCredit,
        spend_limit = SpendLimit, too_long = TooLong, overloaded = Overloaded, stream_cut = StreamCut,
        leaked = Leaked,
    }
);

/// All words of one language.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // one table each, named above
pub struct Strings {
    /// The language's own name.
    pub language_name: String,
    pub number: NumberStrings,
    pub page: PageStrings,
    pub lab: LabStrings,
    pub notice: NoticeStrings,
    pub journey: JourneyStrings,
    pub stages: StageStrings,
    pub bill: BillStrings,
    pub verdict: VerdictStrings,
    pub scenarios: ScenarioStrings,
}

impl Strings {
    /// A whole number with its thousands apart, the same natively and in the browser.
    pub fn number(&self, value: u32) -> String {
        let digits = value.to_string();
        let mut out = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push_str(&self.number.group);
            }
            out.push(digit);
        }
        out
    }

    /// An exact decimal number, such as an amount of money, with this language's decimal sign.
    pub fn decimal(&self, value: impl std::fmt::Display) -> String {
        value.to_string().replace('.', &self.number.decimal)
    }
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
