//! Finding and replacing words in a text of any length.
//!
//! Letters of ASCII match in either case, as readers expect of a search; everything else as it is.

use super::text::stretch;

/// Where `query` occurs in `text`, as byte offsets, none overlapping the one before; none for no query.
pub fn find(text: &str, query: &str) -> Vec<u32> {
    let (text, query) = (text.as_bytes(), query.as_bytes());
    let Some(first) = query.first() else { return Vec::new() };
    let either = [first.to_ascii_lowercase(), first.to_ascii_uppercase()];
    let mut found = Vec::new();
    let mut at = 0;
    while at + query.len() <= text.len() {
        if either.contains(&text[at]) && text[at..at + query.len()].eq_ignore_ascii_case(query) {
            found.push(at as u32);
            at += query.len();
        } else {
            at += 1;
        }
    }
    found
}

/// `text` with `words` in every place where [`find`] finds `query`.
pub fn replace(text: &str, query: &str, words: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for at in find(text, query) {
        out.push_str(stretch(text, from..at as usize));
        out.push_str(words);
        from = at as usize + query.len();
    }
    out.push_str(stretch(text, from..text.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::{find, replace};
    use proptest::prelude::*;

    #[test]
    fn letters_match_in_either_case() {
        assert_eq!(find("Key, key, KEY, kéy", "key"), [0, 5, 10]);
        assert_eq!(replace("Key, kéy", "KEY", "token"), "token, kéy");
    }

    #[test]
    fn matches_do_not_overlap_and_nothing_matches_nothing() {
        assert_eq!(find("aaaaa", "aa"), [0, 2]);
        assert!(find("aaa", "").is_empty() && find("", "a").is_empty());
    }

    proptest! {
        #[test]
        fn replacing_by_itself_changes_nothing(text in "[a-c中é]{0,30}", query in "[a-c中é]{1,2}") {
            prop_assert_eq!(replace(&text, &query, &query), text);
        }
    }
}
