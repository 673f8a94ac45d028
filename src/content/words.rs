//! The interface's strings, and a pseudo-language that shows what was forgotten.
//!
//! 1. [`Words::load`] reads a language's `strings.toml`.
//! 2. Each table of words takes the words of its keys ([`Words::take`]).
//! 3. [`Words::check_all_taken`] finds words that no table has a use for.
//!
//! Invariant: a key that is missing, or that nothing knows, does not build.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::error::{ContentError, read};

/// The words of one language, by their dotted keys.
#[derive(Clone, Debug)]
pub struct Words {
    file: PathBuf,
    found: BTreeMap<String, String>,
    taken: BTreeSet<String>,
}

impl Words {
    /// Reads the words of the language in folder `dir`.
    ///
    /// # Errors
    /// If there is no such file, or it is not TOML.
    pub fn load(dir: &Path) -> Result<Self, ContentError> {
        let file = dir.join("strings.toml");
        let table: toml::Table = toml::from_str(&read(&file)?).map_err(|error| ContentError::new(&file, error))?;
        let mut found = BTreeMap::new();
        flatten("", &toml::Value::Table(table), &mut found);
        Ok(Self { file, found, taken: BTreeSet::new() })
    }

    /// The same words in a language nobody speaks: in brackets and with accents. What stays readable on
    /// such a page did not come from the strings.
    #[must_use]
    pub fn in_pseudo_language(mut self) -> Self {
        // How numbers are written is not a word.
        for (_, words) in self.found.iter_mut().filter(|(key, _)| !key.starts_with("number.")) {
            *words = format!("⟦{}⟧", accent(words));
        }
        self
    }

    /// The words of `keys`, in that order.
    ///
    /// # Errors
    /// The first key without words.
    pub fn take(&mut self, keys: &[String]) -> Result<Vec<String>, ContentError> {
        self.taken.extend(keys.iter().cloned());
        keys.iter()
            .map(|key| {
                let words = self.found.get(key).cloned();
                words.ok_or_else(|| ContentError::new(&self.file, format!("the key `{key}` is missing")))
            })
            .collect()
    }

    /// Every key must have been taken by some table.
    ///
    /// # Errors
    /// The first that was not.
    pub fn check_all_taken(&self) -> Result<(), ContentError> {
        match self.found.keys().find(|key| !self.taken.contains(*key)) {
            Some(unknown) => Err(ContentError::new(&self.file, format!("the key `{unknown}` is unknown"))),
            None => Ok(()),
        }
    }
}

fn flatten(key: &str, value: &toml::Value, found: &mut BTreeMap<String, String>) {
    match value {
        toml::Value::Table(table) => {
            let dot = if key.is_empty() { "" } else { "." };
            table.iter().for_each(|(name, value)| flatten(&format!("{key}{dot}{name}"), value, found));
        }
        toml::Value::String(words) => {
            found.insert(key.to_owned(), words.clone());
        }
        other => {
            found.insert(format!("{key} (a {}, not words)", other.type_str()), String::new());
        }
    }
}

/// Accents vowels outside braces; names in braces are filled in later.
fn accent(words: &str) -> String {
    let mut inside = false;
    words
        .chars()
        .map(|c| {
            inside = c == '{' || (inside && c != '}');
            match c {
                _ if inside => c,
                'a' => 'á',
                'e' => 'é',
                'i' => 'í',
                'o' => 'ó',
                'u' => 'ú',
                other => other,
            }
        })
        .collect()
}

/// English, for the tests of other modules.
#[cfg(test)]
pub(super) fn test_strings() -> crate::words::Strings {
    use crate::words::{Strings, from_words, keys};

    let mut words =
        Words::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en")).expect("English is readable");
    from_words(words.take(&keys::<Strings>()).expect("English is complete").leak())
}

#[cfg(test)]
mod tests {
    use super::{Words, accent, test_strings};

    fn words(text: &str) -> Result<Words, String> {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::write(dir.path().join("strings.toml"), text).expect("written");
        Words::load(dir.path()).map_err(|error| error.to_string())
    }

    fn keys(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn every_field_gets_the_words_of_its_key() {
        let text = test_strings();
        assert_eq!((text.number.group, text.lab.label, text.stages.bill.label), (",", "Your text", "Bill"));
    }

    #[test]
    fn braces_survive() {
        assert_eq!(accent("{count} tokens"), "{count} tókéns");
    }

    #[test]
    fn the_pseudo_language_changes_all_words_but_not_how_numbers_are_written() {
        let mut pseudo = words("[number]\ngroup = \"a\"\n[lab]\nlabel = \"a\"").expect("read").in_pseudo_language();
        assert_eq!(pseudo.take(&keys(&["number.group", "lab.label"])).expect("complete"), ["a", "⟦á⟧"]);
    }

    #[test]
    fn a_missing_key_is_named() {
        let error = words("a = \"x\"").expect("read").take(&keys(&["a", "b.c"])).expect_err("b.c is missing");
        assert!(error.to_string().contains("`b.c` is missing"), "{error}");
    }

    #[test]
    fn a_key_that_nothing_takes_is_named_and_so_is_what_is_not_words() {
        let mut words = words("a = \"x\"\n[b]\nc = \"y\"\nd = 1").expect("read");
        words.take(&keys(&["a", "b.c"])).expect("complete");
        let error = words.check_all_taken().expect_err("b.d is a number");
        assert!(error.to_string().contains("b.d (a integer, not words)` is unknown"), "{error}");
    }
}
