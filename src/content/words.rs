//! The interface's strings, and a pseudo-language that shows what was forgotten.

use std::path::Path;

use super::error::{ContentError, read};
use crate::ui::strings::Strings;

/// The strings of the language in folder `dir`.
///
/// # Errors
/// If a key is missing, unknown, or the file is not TOML.
pub fn strings(dir: &Path) -> Result<Strings, ContentError> {
    let file = dir.join("strings.toml");
    toml::from_str(&read(&file)?).map_err(|error| ContentError::new(&file, error))
}

/// The same strings in a language nobody speaks: every word in brackets and with accents. What
/// stays readable on such a page did not come from the strings.
///
/// # Errors
/// As [`strings`].
pub fn pseudo(dir: &Path) -> Result<Strings, ContentError> {
    let file = dir.join("strings.toml");
    let mut table: toml::Table = toml::from_str(&read(&file)?).map_err(|error| ContentError::new(&file, error))?;
    for (key, value) in &mut table {
        if key != "number" {
            accent_all(value);
        }
    }
    table.try_into().map_err(|error| ContentError::new(&file, error))
}

fn accent_all(value: &mut toml::Value) {
    match value {
        toml::Value::String(words) => *words = format!("⟦{}⟧", accent(words)),
        toml::Value::Table(table) => table.iter_mut().for_each(|(_, value)| accent_all(value)),
        _ => {}
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
    strings(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en")).expect("English is complete")
}

#[cfg(test)]
mod tests {
    use super::{accent, pseudo};
    use std::path::Path;

    #[test]
    fn braces_survive() {
        assert_eq!(accent("{count} tokens"), "{count} tókéns");
    }

    #[test]
    fn the_pseudo_language_is_complete() {
        let strings = pseudo(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content/en")).expect("complete");
        assert!(strings.lab.label.starts_with('⟦'));
        assert_eq!(strings.number.group, ",");
    }
}
