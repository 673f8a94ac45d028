//! The languages of the site, as `languages.toml` lists them.
//!
//! Invariant: a language is its folder and its entry in that file, and no other place names one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::error::{ContentError, read};
use super::plurals::Plurals;
use super::small_page;

/// The file that lists them.
const FILE: &str = "languages.toml";

/// One language.
#[derive(Clone, Debug)]
pub struct Language {
    /// Its code by BCP 47.
    pub code: String,
    /// What its own readers call it.
    pub name: String,
    /// Where its lines begin.
    pub direction: Direction,
    /// Where its pages are, from the site's root: empty, or with a slash at its end.
    pub path: String,
    /// The folder with its article and words.
    pub dir: PathBuf,
    /// The addresses of its small pages, below `path`.
    pub pages: Vec<String>,
    /// The forms of its nouns.
    pub plurals: Plurals,
    /// How it writes numbers: keys and words as in `strings.toml`.
    pub number: BTreeMap<String, String>,
}

/// Where lines begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// On the left.
    Ltr,
    /// On the right.
    Rtl,
}

impl Direction {
    /// The value of `dir`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLanguages {
    language: Vec<RawLanguage>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLanguage {
    code: String,
    name: String,
    direction: Direction,
    number: BTreeMap<String, String>,
}

impl Language {
    /// The languages of the folder `content`, the one at the site's root first.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn load_all(content: &Path) -> Result<Vec<Self>, ContentError> {
        let file = content.join(FILE);
        let raw: RawLanguages = toml::from_str(&read(&file)?).map_err(|error| ContentError::new(&file, error))?;
        let mut languages: Vec<Self> = Vec::new();
        let mut codes = BTreeSet::new();
        for raw in raw.language {
            if !codes.insert(raw.code.to_lowercase()) {
                return Err(ContentError::new(&file, format!("`{}` is listed twice", raw.code)));
            }
            let is_first = languages.is_empty();
            languages.push(Self::check(raw, content, is_first).map_err(|problem| ContentError::new(&file, problem))?);
        }
        let Some(first) = languages.first() else {
            return Err(ContentError::new(&file, "there is no language"));
        };
        match first.pages.iter().find(|slug| codes.contains(*slug)) {
            Some(slug) => Err(ContentError::new(&file, format!("`{slug}` is a language and a page"))),
            None => Ok(languages),
        }
    }

    fn check(raw: RawLanguage, content: &Path, is_first: bool) -> Result<Self, String> {
        let plurals = Plurals::of(&raw.code)?;
        let path = if is_first { String::new() } else { format!("{}/", raw.code.to_lowercase()) };
        let dir = content.join(&raw.code);
        let pages = small_page::slugs(&dir).map_err(|error| error.to_string())?;
        let RawLanguage { code, name, direction, number } = raw;
        Ok(Self { code, name, direction, path, dir, pages, plurals, number })
    }

    /// Where the page called `slug` is, from the site's root; the front page is called nothing.
    pub fn path_of(&self, slug: &str) -> Option<String> {
        match slug {
            "" => Some(self.path.clone()),
            _ => self.pages.iter().any(|page| page == slug).then(|| format!("{}{slug}/", self.path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    fn load(text: &str) -> Result<Vec<Language>, String> {
        let content = tempfile::tempdir().expect("a folder");
        std::fs::write(content.path().join("languages.toml"), text).expect("written");
        Language::load_all(content.path()).map_err(|error| error.to_string())
    }

    fn entry(code: &str) -> String {
        format!("[[language]]\ncode = \"{code}\"\nname = \"N\"\ndirection = \"ltr\"\nnumber = {{ group = \",\" }}\n")
    }

    #[test]
    fn the_first_is_at_the_root_and_the_others_below_their_codes_in_lower_case() {
        let languages = load(&(entry("en") + &entry("zh-Hant"))).expect("two languages");
        let paths: Vec<_> = languages.iter().map(|language| language.path.as_str()).collect();
        assert_eq!(paths, ["", "zh-hant/"]);
        assert!(languages[1].dir.ends_with("zh-Hant"));
    }

    #[test]
    fn none_a_double_one_and_a_code_that_is_none_do_not_build() {
        assert!(load("language = []").expect_err("none").contains("no language"));
        assert!(load(&(entry("en") + &entry("EN"))).expect_err("twice").contains("twice"));
        assert!(load(&entry("no code")).is_err());
    }
}
