//! The interface's strings.
//!
//! 1. [`Words::load`] reads a language's `strings.toml`, and adds how the language writes numbers.
//! 2. Each table of words takes the words of its keys ([`Words::take`]).
//! 3. [`Words::check_all_taken`] finds words that no table has a use for.
//!
//! A noun has one string for each plural form of the language; they are handed over as one, joined by
//! [`BETWEEN_FORMS`].
//!
//! Invariant: a key that is missing, or that nothing knows, does not build; neither does a plural form.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::error::{ContentError, read};
use super::languages::Language;
use crate::words::{BETWEEN_FORMS, FORMS};

/// The table that comes from `languages.toml` and not from `strings.toml`.
const NUMBER: &str = "number.";

/// The words of one language, by their dotted keys.
#[derive(Clone, Debug)]
pub struct Words {
    file: PathBuf,
    found: BTreeMap<String, String>,
    taken: BTreeSet<String>,
    /// The names of the plural forms.
    categories: Vec<&'static str>,
}

impl Words {
    /// Reads the words of `language`.
    ///
    /// # Errors
    /// If there is no such file, or it is not TOML.
    pub fn load(language: &Language) -> Result<Self, ContentError> {
        let file = language.dir.join("strings.toml");
        let table: toml::Table = toml::from_str(&read(&file)?).map_err(|error| ContentError::new(&file, error))?;
        let mut found = BTreeMap::new();
        flatten("", &toml::Value::Table(table), &mut found);
        if let Some(key) = found.keys().find(|key| key.starts_with(NUMBER)) {
            return Err(ContentError::new(&file, format!("the key `{key}` belongs into languages.toml")));
        }
        found.extend(language.number.iter().map(|(key, words)| (format!("{NUMBER}{key}"), words.clone())));
        found.insert(format!("{NUMBER}plurals"), language.plurals.table.clone());
        Ok(Self { file, found, taken: BTreeSet::new(), categories: language.plurals.categories.clone() })
    }

    /// The words of `keys`, in that order.
    ///
    /// # Errors
    /// The first key without words.
    pub fn take(&mut self, keys: &[String]) -> Result<Vec<String>, ContentError> {
        keys.iter().map(|key| self.take_one(key)).collect()
    }

    fn take_one(&mut self, key: &str) -> Result<String, ContentError> {
        let Some(noun) = key.strip_suffix(FORMS) else { return self.find(key) };
        let keys: Vec<_> = self.categories.iter().map(|category| format!("{noun}.{category}")).collect();
        let forms = keys.iter().map(|key| self.find(key)).collect::<Result<Vec<_>, _>>()?;
        match forms.iter().find(|form| form.contains(BETWEEN_FORMS)) {
            Some(form) => Err(ContentError::new(&self.file, format!("`{form}` has a tab"))),
            None => Ok(forms.join(BETWEEN_FORMS)),
        }
    }

    fn find(&mut self, key: &str) -> Result<String, ContentError> {
        self.taken.insert(key.to_owned());
        let words = self.found.get(key).cloned();
        words.ok_or_else(|| ContentError::new(&self.file, format!("the key `{key}` is missing")))
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

/// English, for the tests of other modules.
#[cfg(test)]
pub(super) fn test_strings() -> crate::words::Strings {
    use crate::words::{Strings, from_words, keys};

    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let languages = Language::load_all(&content).expect("languages");
    let mut words = Words::load(&languages[0]).expect("English is readable");
    from_words(words.take(&keys::<Strings>()).expect("English is complete"))
}

#[cfg(test)]
mod tests {
    use super::{Words, test_strings};
    use crate::content::languages::{Direction, Language};
    use crate::content::plurals::Plurals;

    fn words(code: &str, text: &str) -> Result<Words, String> {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::write(dir.path().join("strings.toml"), text).expect("written");
        let language = Language {
            code: code.to_owned(),
            name: String::new(),
            direction: Direction::Ltr,
            path: String::new(),
            dir: dir.path().to_owned(),
            pages: Vec::new(),
            plurals: Plurals::of(code).expect("a language"),
            number: [("group".to_owned(), ".".to_owned())].into(),
        };
        Words::load(&language).map_err(|error| error.to_string())
    }

    fn keys(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn every_field_gets_the_words_of_its_key() {
        let text = test_strings();
        assert_eq!(
            (text.number().group(), text.lab().label(), text.stages().bill().label()),
            (",", "Your text", "Bill")
        );
    }

    #[test]
    fn how_numbers_are_written_belongs_to_the_language() {
        let mut found = words("de", "a = \"x\"").expect("read");
        assert_eq!(found.take(&keys(&["number.group", "a"])).expect("complete"), [".", "x"]);
        let error = words("de", "[number]\ngroup = \",\"").expect_err("said twice");
        assert!(error.contains("`number.group` belongs into languages.toml"), "{error}");
    }

    #[test]
    fn a_noun_has_the_forms_of_its_language_and_no_others() {
        let take = |code, text| words(code, text).expect("read").take(&keys(&["token.forms"]));
        let forms = take("en", "token = { one = \"token\", other = \"tokens\" }").expect("both forms");
        assert_eq!(forms, ["token\ttokens"]);
        let error = take("pl", "token = { one = \"token\", other = \"tokena\" }").expect_err("Polish has more");
        assert!(error.to_string().contains("`token.few` is missing"), "{error}");
        let mut more = words("ja", "token = { one = \"x\", other = \"y\" }").expect("read");
        more.take(&keys(&["token.forms", "number.group", "number.plurals"])).expect("the form that Japanese has");
        let error = more.check_all_taken().expect_err("Japanese has no `one`");
        assert!(error.to_string().contains("`token.one` is unknown"), "{error}");
    }

    #[test]
    fn a_missing_key_is_named() {
        let error = words("en", "a = \"x\"").expect("read").take(&keys(&["a", "b.c"])).expect_err("b.c is missing");
        assert!(error.to_string().contains("`b.c` is missing"), "{error}");
    }

    #[test]
    fn a_key_that_nothing_takes_is_named_and_so_is_what_is_not_words() {
        let mut words = words("en", "a = \"x\"\n[b]\nc = \"y\"\nd = 1").expect("read");
        words.take(&keys(&["a", "b.c", "number.group", "number.plurals"])).expect("complete");
        let error = words.check_all_taken().expect_err("b.d is a number");
        assert!(error.to_string().contains("b.d (a integer, not words)` is unknown"), "{error}");
    }
}
