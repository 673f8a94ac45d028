//! The interface's strings, and a pseudo-language that shows what was forgotten.

use std::collections::BTreeMap;
use std::path::Path;

use super::error::{ContentError, read};
use crate::ui::exhibits::ExhibitStrings;
use crate::ui::strings::{Strings, keys};

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Words {
    /// Those of the app and its pages, in the order of the keys of [`Strings`].
    pub page: Vec<String>,
    /// Those of the exhibits, in the order of the keys of [`ExhibitStrings`].
    pub exhibits: Vec<String>,
}

/// The words of the language in folder `dir`.
///
/// # Errors
/// If a key is missing or unknown, or the file is not TOML.
pub fn words(dir: &Path) -> Result<Words, ContentError> {
    collect(dir, str::to_owned)
}

/// The same words in a language nobody speaks: in brackets and with accents. What stays readable on
/// such a page did not come from the strings.
///
/// # Errors
/// As [`words`].
pub fn pseudo_words(dir: &Path) -> Result<Words, ContentError> {
    collect(dir, |words| format!("⟦{}⟧", accent(words)))
}

fn collect(dir: &Path, change: impl Fn(&str) -> String) -> Result<Words, ContentError> {
    let file = dir.join("strings.toml");
    let problem = |text: String| ContentError::new(&file, text);
    let table: toml::Table = toml::from_str(&read(&file)?).map_err(|error| problem(error.to_string()))?;
    let mut found = BTreeMap::new();
    flatten("", &toml::Value::Table(table), &mut found);
    let keys = [keys::<Strings>(), keys::<ExhibitStrings>()];
    if let Some(unknown) = found.keys().find(|key| !keys.iter().flatten().any(|known| known == *key)) {
        return Err(problem(format!("the key `{unknown}` is unknown")));
    }
    let take = |keys: &[String]| {
        let words = keys.iter().map(|key| {
            let words = found.get(key).ok_or_else(|| problem(format!("the key `{key}` is missing")))?;
            // How numbers are written is not a word.
            Ok(if key.starts_with("number.") { words.clone() } else { change(words) })
        });
        words.collect::<Result<Vec<_>, ContentError>>()
    };
    Ok(Words { page: take(&keys[0])?, exhibits: take(&keys[1])? })
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
pub(super) fn test_strings() -> Strings {
    use crate::ui::strings::from_words;

    let words = words(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en")).expect("English is complete");
    from_words(words.page.leak())
}

#[cfg(test)]
mod tests {
    use super::{accent, collect, pseudo_words, test_strings, words};
    use crate::ui::exhibits::ExhibitStrings;
    use crate::ui::strings::{Strings, keys};
    use std::path::{Path, PathBuf};

    fn english() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en")
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
    fn the_pseudo_language_is_complete() {
        let pseudo = pseudo_words(&english()).expect("complete");
        let english = words(&english()).expect("complete");
        assert_eq!((pseudo.page.len(), pseudo.exhibits.len()), (english.page.len(), english.exhibits.len()));
        let keys = [keys::<Strings>(), keys::<ExhibitStrings>()].concat();
        let words = [pseudo.page, pseudo.exhibits].concat();
        assert!(keys.iter().zip(words).all(|(key, words)| key.starts_with("number.") || words.starts_with('⟦')));
    }

    #[test]
    fn missing_and_unknown_keys_are_named() {
        let dir = std::env::temp_dir().join(format!("keys-and-tokens-words-{}", std::process::id()));
        std::fs::create_dir_all(&dir).expect("a folder");
        let english = std::fs::read_to_string(english().join("strings.toml")).expect("English");
        for (text, problem) in [
            (english.replace("play = \"Play\"\n", ""), "`journey.play` is missing"),
            (format!("{english}\nextra = \"x\"\n"), "extra` is unknown"),
        ] {
            std::fs::write(dir.join("strings.toml"), text).expect("written");
            let error = collect(&dir, str::to_owned).expect_err("refused").to_string();
            assert!(error.contains(problem), "{error}");
        }
        std::fs::remove_dir_all(&dir).expect("removed");
    }
}
