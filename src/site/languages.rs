//! What the languages of a site need to know of each other: links between their pages, and the list in
//! `embed.js`.
//!
//! Invariant: a site in one language shows nothing of this.

use super::SiteError;
use crate::content::Language;

/// How the line of `embed.js` begins that the build writes.
const LIST: &str = "  const LANGUAGES = ";

/// An entry of the menu of languages.
#[derive(Clone, Debug)]
pub(super) struct MenuLink {
    /// From the page to the language's front page.
    pub(super) address: String,
    /// The language's code.
    pub(super) code: String,
    /// What its own readers call it.
    pub(super) name: String,
    /// Whether the page is in this language.
    pub(super) is_here: bool,
}

/// The menu on the page `slug` of the language `here`: to the same page where a language has it, or else to its front
/// page. `base` leads from the page to the site's root.
pub(super) fn menu(languages: &[Language], here: &Language, slug: &str, base: &str) -> Vec<MenuLink> {
    let link = |language: &Language| MenuLink {
        address: format!("{base}{}", language.path_of(slug).unwrap_or_else(|| language.path.clone())),
        code: language.code.clone(),
        name: language.name.clone(),
        is_here: language.code == here.code,
    };
    languages.iter().filter(|_| languages.len() > 1).map(link).collect()
}

/// The addresses of the page `slug` by language, for the site at `url`; `x-default` is what readers of other languages
/// get.
pub(super) fn alternates<'a>(languages: &'a [Language], slug: &str, url: &str) -> Vec<(&'a str, String)> {
    let address = |language: &'a Language| Some((language.code.as_str(), format!("{url}{}", language.path_of(slug)?)));
    let mut alternates: Vec<_> = languages.iter().filter_map(address).collect();
    if alternates.len() == 1 {
        return Vec::new();
    }
    alternates.extend(languages.first().and_then(address).map(|(_, address)| ("x-default", address)));
    alternates
}

/// `embed.js` with the folders of the languages in its list.
pub(super) fn embed_script(script: &str, languages: &[Language]) -> Result<String, SiteError> {
    let entry = |language: &Language| format!("[\"{}\", \"{}\"]", language.code.to_lowercase(), language.path);
    let entries: Vec<_> = languages.iter().map(entry).collect();
    let line = script.lines().find(|line| line.starts_with(LIST));
    let line = line.ok_or_else(|| SiteError::new(format!("embed.js: the line `{LIST}…` is missing")))?;
    Ok(script.replace(line, &format!("{LIST}new Map([{}]);", entries.join(", "))))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{alternates, menu};
    use crate::content::Language;

    /// The repository's language, and one with the glossary only.
    fn languages() -> Vec<Language> {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let mut languages = Language::load_all(&content).expect("languages");
        languages.truncate(1);
        let mut other = languages[0].clone();
        "xx".clone_into(&mut other.code);
        "xx/".clone_into(&mut other.path);
        other.pages = vec!["glossary".to_owned()];
        languages.push(other);
        languages
    }

    #[test]
    fn a_page_that_a_language_lacks_is_not_named_and_its_front_page_is_offered() {
        let languages = languages();
        assert_eq!(alternates(&languages, "about", "u/"), []);
        let of_glossary = [("en", "u/glossary/"), ("xx", "u/xx/glossary/"), ("x-default", "u/glossary/")];
        assert_eq!(alternates(&languages, "glossary", "u/"), of_glossary.map(|(code, url)| (code, url.to_owned())));
        let addresses: Vec<_> =
            menu(&languages, &languages[0], "about", "../").into_iter().map(|l| l.address).collect();
        assert_eq!(addresses, ["../about/", "../xx/"]);
    }
}
