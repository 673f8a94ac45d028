//! Everything that is written at build time.
//!
//! 1. [`Dist`] takes over the staged binaries and gives files names after their content.
//! 2. [`vocabularies`] packs the tokens, [`samples`] counts the example texts with tiktoken-rs.
//! 3. [`inline`] and [`start`] make what every page begins with, [`policy`] the headers that allow it.
//! 4. [`pages`] renders the article, the small pages and the embeds; [`meta`] and [`search_data`] write what search
//!    engines read, [`mod@languages`] the links between the languages.
//!
//! Invariant: the same sources and options give the same files, byte for byte.

mod dist;
mod documents;
mod error;
mod inline;
mod languages;
mod meta;
mod pages;
mod policy;
mod samples;
mod search_data;
mod start;
mod vocabularies;

use std::path::{Path, PathBuf};

use inline::Inline;
use jiff::civil::Date;

pub use dist::Dist;
pub use error::SiteError;

use crate::content::{Amounts, Article, Claims, Examples, Glossary, Language, SmallPage, Texts, Words, day, sizes};
use crate::exhibits::{ExhibitContext, ExhibitStrings};
use crate::handover::{ExhibitData, PageData, Samples};
use crate::journey::cost::Translation;
use crate::journey::{ExhibitFacts, Facts, Sentences};
use crate::ui::Page;
use crate::words::{Strings, keys};
use crate::worker::protocol::Files;

/// The loader that host pages include.
const EMBED_SCRIPT: &str = "embed/v1/embed.js";

/// How a site is built.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day whose models and prices the pages show; today where it is left out.
    pub today: Option<Date>,
    /// Where the site will stand, with a slash at its end; without it no absolute links are written.
    pub site_url: Option<String>,
    /// The folder with languages, words and facts, if it is not the project's own.
    pub content: Option<PathBuf>,
}

/// Writes the whole site into `staging`, where `cargo xtask` or Trunk has put the WebAssembly binaries.
/// `root` is the project's folder.
///
/// # Errors
/// The first thing that is wrong with the content or could not be written.
pub fn write(root: &Path, staging: &Path, options: &Options) -> Result<(), SiteError> {
    let content = options.content.clone().unwrap_or_else(|| root.join("content"));
    let languages = Language::load_all(&content)?;
    let mut dist = Dist::new(staging);
    let app = dist.take_binaries()?;
    dist.copy_folder(&root.join("public"))?;
    let embed_script = languages::embed_script(&dist.read(EMBED_SCRIPT)?, &languages)?;
    dist.write(EMBED_SCRIPT, embed_script.as_bytes())?;
    let notices = root.join("THIRD-PARTY-NOTICES.md");
    let text = std::fs::read(&notices).map_err(|error| SiteError::at(&notices, error))?;
    dist.write("third-party-notices.txt", &text)?;
    let mut head = pages::Head::new(&dist, &app, Inline::load(&root.join("style"))?)?;
    let vocabularies = vocabularies::write(&mut dist, &root.join("target/vocabularies"))?;
    let (facts, endpoints) = Facts::load(&content.join("data"), options.today.unwrap_or_else(day::today))?;
    let exhibits = ExhibitFacts::load(&content.join("data"), &facts.models, endpoints)?;
    let claims = Claims::load(&content)?;
    let engines = samples::engines(&vocabularies)?;
    let sentences = samples::sentences(&engines, Texts(&content.join("texts")), sizes(&content.join("data"))?)?;
    let count_tokens = |encoding, text: &str| samples::count_tokens(&engines, encoding, text);

    for language in &languages {
        let mut words = Words::load(language)?;
        let (page_words, exhibit_words) = (words.take(&keys::<Strings>())?, words.take(&keys::<ExhibitStrings>())?);
        words.check_all_taken()?;
        let samples = samples::count(&engines, &Examples::load(&language.dir)?);
        let page_data = page_data(page_words, &facts, samples, &app, &vocabularies);
        let name = format!("assets/page-{}", language.code);
        let page_file = dist.write_hashed(&name, "txt", page_data.to_text().as_bytes())?;
        let page = Page::new(page_data);
        let amounts = Amounts {
            facts: &facts,
            terms: &exhibits.terms,
            number: page.text().number(),
            texts: &content.join("texts"),
            count: &count_tokens,
        };
        let translation = samples::translation(&engines, amounts)?;
        let exhibits = exhibit_data(exhibit_words, &exhibits, &sentences, translation, page.data());
        let name = format!("assets/exhibits-{}", language.code);
        let exhibits_file = dist.write_hashed(&name, "txt", exhibits.to_text().as_bytes())?;
        let context = ExhibitContext::new(exhibits);
        let name = format!("assets/controls-{}", language.code);
        let controls_file = dist.write_hashed(&name, "json", documents::exhibit_controls(context).as_bytes())?;
        let (page_strings, figures) = (page.text().page(), documents::Figure::all());
        let glossary = Glossary::load(&language.dir)?;
        let article = Article::load(&language.dir, page_strings, amounts, &claims, &figures, &glossary)?;
        let small_pages =
            SmallPage::load_all(&language.dir, page_strings, amounts, &claims, &figures, &glossary, &article.sections)?;
        let edition = pages::Edition {
            language,
            languages: &languages,
            article,
            small_pages,
            glossary,
            page,
            context,
            page_file,
            exhibits_file,
            controls_file,
        };
        pages::write(&mut dist, &edition, &app, &mut head, options)?;
    }
    head.write_headers(&mut dist)?;
    meta::write(&mut dist, &languages, options)
}

fn exhibit_data(
    words: Vec<String>,
    exhibits: &ExhibitFacts,
    sentences: &Sentences,
    translation: Translation,
    page: &PageData,
) -> ExhibitData {
    let (samples, facts) = (page.samples.clone(), page.facts.clone());
    ExhibitData { words, samples, facts, more: exhibits.clone(), sentences: sentences.clone(), translation }
}

fn page_data(
    words: Vec<String>,
    facts: &Facts,
    samples: Samples,
    app: &dist::Binaries,
    vocabularies: &[vocabularies::Vocabulary],
) -> PageData {
    PageData {
        words,
        samples,
        facts: facts.clone(),
        files: Files {
            tokenizer: app.tokenizer.clone(),
            judge: app.judge.clone(),
            vocabularies: vocabularies.iter().map(|vocabulary| vocabulary.place.clone()).collect(),
        },
    }
}
