//! The site's pages: the article, the small pages, the embeds and the page for wrong addresses.
//!
//! Every address inside a page is relative, so that the same files work under any path.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::dist::Binaries;
use super::documents::{ArticlePage, EmbedPage, Figure, NotFoundPage, PageLink, SmallPageView};
use super::inline::{Contents, Inline};
use super::start::{BOOT, Start};
use super::{Dist, Options, SiteError, languages, policy, search_data};
use crate::content::{Article, Glossary, Language, Piece, SmallPage};
use crate::exhibits::{Exhibit, ExhibitContext};
use crate::markup::escape;
use crate::tokenizer::Encoding;
use crate::ui::{Page, StageFigure};
use crate::worker::protocol::{ENGINE_SCRIPT, Files, Vocabulary, WORKER_SCRIPT};

/// The site in one language.
pub(super) struct Edition<'a> {
    pub(super) language: &'a Language,
    /// All languages of the site.
    pub(super) languages: &'a [Language],
    pub(super) article: Article<Figure>,
    pub(super) small_pages: Vec<SmallPage<Figure>>,
    pub(super) glossary: Glossary,
    pub(super) page: Page,
    pub(super) context: ExhibitContext,
    /// Path of the page's data from the site's root.
    pub(super) page_file: String,
    /// Path of the exhibits' data from the site's root.
    pub(super) exhibits_file: String,
    /// Path of the exhibits' menus and fields from the site's root.
    pub(super) controls_file: String,
}

/// What pages begin with.
pub(super) struct Head {
    inline: Inline,
    start: Start,
    /// The hashes of the styles of the pages written so far.
    styles: BTreeSet<String>,
}

impl Head {
    /// Prepares it.
    pub(super) fn new(dist: &Dist, app: &Binaries, inline: Inline) -> Result<Self, SiteError> {
        Ok(Self { inline, start: Start::new(dist, app)?, styles: BTreeSet::new() })
    }

    /// Writes the policy of all pages into the site's headers.
    pub(super) fn write_headers(self, dist: &mut Dist) -> Result<(), SiteError> {
        let styles: Vec<_> = self.styles.into_iter().collect();
        let policy = policy::policy(&self.inline.script, &styles);
        let headers = policy::headers(&dist.read("_headers")?, &policy)?;
        dist.write("_headers", headers.as_bytes())
    }
}

/// What serves the text on its own, without the app: `public/reading.js`.
const READING: &str = "reading.js";

/// A page about to be written.
struct Document<'a> {
    edition: &'a Edition<'a>,
    /// The page's folder from the site's root, with a slash at its end.
    folder: String,
    title: String,
    description: &'a str,
    body: String,
    kind: Kind<'a>,
    contents: Contents,
    /// Data for search engines.
    search_data: String,
}

/// What a page needs, and where it is found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind<'a> {
    /// A text, which search engines list under its own address.
    Text {
        /// Its address below that of its language.
        slug: &'a str,
        /// Whether it has figures to bring to life.
        has_figure: bool,
    },
    /// A figure for frames.
    Embed,
    /// Served in place of pages anywhere.
    Missing,
}

/// Writes all pages of one language.
pub(super) fn write(
    dist: &mut Dist,
    edition: &Edition,
    app: &Binaries,
    head: &mut Head,
    options: &Options,
) -> Result<(), SiteError> {
    let mut documents = vec![article(edition)];
    documents.extend(edition.small_pages.iter().map(|small_page| small(edition, small_page, options)));
    documents.extend(StageFigure::ALL.iter().map(|&figure| embed(edition, figure)));
    for document in &documents {
        dist.write(&format!("{}index.html", document.folder), document.html(app, head, options).as_bytes())?;
    }
    let missing = missing(edition, options).html(app, head, options);
    dist.write(&format!("{}404.html", edition.language.path), missing.as_bytes())
}

/// A text with these figures.
fn text_with(figures: &[Figure]) -> Contents {
    let mut contents = Contents { has_text: true, ..Contents::default() };
    for figure in figures {
        match figure {
            Figure::Stage(StageFigure::TokenLab) => contents.has_lab = true,
            Figure::Stage(StageFigure::Journey) => contents.has_journey = true,
            Figure::Exhibit(exhibit) => contents.exhibits.push(*exhibit),
        }
    }
    contents
}

/// The figures among `pieces`.
fn figures(pieces: &[Piece<Figure>]) -> Vec<Figure> {
    pieces.iter().filter_map(|piece| if let Piece::Figure(figure) = piece { Some(*figure) } else { None }).collect()
}

fn article<'a>(edition: &'a Edition) -> Document<'a> {
    let (page, context, article) = (edition.page, edition.context, edition.article.clone());
    let base = to_root(&edition.language.path);
    let menu = languages::menu(edition.languages, edition.language, "", &base);
    let pages = edition.links("./", "");
    Document {
        edition,
        folder: edition.language.path.clone(),
        title: edition.article.title.clone(),
        description: &edition.article.description,
        body: html(move || view! { <ArticlePage page context article menu pages base/> }),
        kind: Kind::Text { slug: "", has_figure: true },
        contents: text_with(
            &edition.article.sections.iter().flat_map(|section| figures(&section.pieces)).collect::<Vec<_>>(),
        ),
        search_data: search_data::of_article(&edition.article),
    }
}

fn small<'a>(edition: &'a Edition, small_page: &'a SmallPage<Figure>, options: &Options) -> Document<'a> {
    let (page, context, small_page_copy) = (edition.page, edition.context, small_page.clone());
    let (slug, site, terms) = (&small_page.slug, edition.article.title.clone(), edition.glossary.terms.clone());
    let folder = format!("{}{slug}/", edition.language.path);
    let base = to_root(&folder);
    let menu = languages::menu(edition.languages, edition.language, slug, &base);
    let pages = edition.links("../", slug);
    let figures = figures(&small_page.pieces);
    let has_figure = !figures.is_empty();
    let url = options.site_url.as_ref().map(|url| format!("{url}{}", edition.language.path));
    let code = &edition.language.code;
    Document {
        edition,
        folder,
        title: format!("{} · {site}", small_page.title),
        description: &small_page.description,
        search_data: search_data::of_small_page(small_page, &edition.glossary, code, &site, url.as_deref()),
        body: html(
            move || view! { <SmallPageView page context small_page=small_page_copy site terms menu pages base/> },
        ),
        kind: Kind::Text { slug, has_figure },
        contents: text_with(&figures),
    }
}

fn embed<'a>(edition: &'a Edition, figure: StageFigure) -> Document<'a> {
    let (page, context) = (edition.page, edition.context);
    let heading = match figure {
        StageFigure::TokenLab => page.text().lab().title(),
        StageFigure::Journey => page.text().journey().title(),
    };
    Document {
        edition,
        folder: format!("{}embed/v1/{}/", edition.language.path, figure.name()),
        title: format!("{heading} · {}", edition.article.title),
        description: &edition.article.description,
        body: html(move || view! { <EmbedPage page context figure/> }),
        kind: Kind::Embed,
        contents: match figure {
            StageFigure::TokenLab => Contents { has_lab: true, ..Contents::default() },
            StageFigure::Journey => {
                Contents { has_journey: true, exhibits: vec![Exhibit::Exchange], ..Contents::default() }
            }
        },
        search_data: String::new(),
    }
}

fn missing<'a>(edition: &'a Edition, options: &Options) -> Document<'a> {
    let (page, path) = (edition.page, &edition.language.path);
    let root = options.site_url.clone().unwrap_or_else(|| to_root(path));
    let home = options.site_url.as_ref().map_or_else(|| "./".to_owned(), |url| format!("{url}{path}"));
    let menu = languages::menu(edition.languages, edition.language, "", &root);
    let pages = edition.links(&home, "");
    Document {
        edition,
        folder: path.clone(),
        title: format!("{} · {}", page.text().page().not_found(), edition.article.title),
        description: &edition.article.description,
        body: html(move || view! { <NotFoundPage page home menu pages/> }),
        kind: Kind::Missing,
        contents: text_with(&[]),
        search_data: String::new(),
    }
}

impl Edition<'_> {
    /// Links to all small pages from the page `here`; `up` leads from it to the folder of the language.
    fn links(&self, up: &str, here: &str) -> Vec<PageLink> {
        let link = |page: &SmallPage<Figure>| PageLink {
            address: format!("{up}{}/", page.slug),
            name: page.menu.clone(),
            is_here: page.slug == here,
        };
        self.small_pages.iter().map(link).collect()
    }
}

/// From a page in `folder` to the site's root.
fn to_root(folder: &str) -> String {
    if folder.is_empty() { "./".to_owned() } else { "../".repeat(folder.matches('/').count()) }
}

fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_view().to_html())
}

impl Document<'_> {
    fn html(&self, app: &Binaries, head: &mut Head, options: &Options) -> String {
        let base = &self.base(options);
        let style = head.inline.style(&self.contents);
        let style_hash = policy::hash(&style);
        let policy = policy::policy(&head.inline.script, std::slice::from_ref(&style_hash));
        head.styles.insert(style_hash);
        let lines = [
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
            "<meta name=\"color-scheme\" content=\"light dark\">".to_owned(),
            "<meta name=\"referrer\" content=\"no-referrer\">".to_owned(),
            format!("<title>{}</title>", escape(&self.title)),
            if self.has_app() { self.start(app, head, base) } else { String::new() },
            if self.is_text() {
                format!("<script type=\"module\" src=\"{base}{READING}\"></script>")
            } else {
                String::new()
            },
            format!("<script>{}</script>", head.inline.script),
            format!("<style>{style}</style>"),
            format!("<meta name=\"description\" content=\"{}\">", escape(self.description)),
            self.address(options),
            self.search_data.clone(),
            format!("<link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\">"),
        ];
        format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{}\n</head>\n<body>{}</body>\n</html>\n",
            self.edition.language.code,
            self.edition.language.direction.name(),
            lines.join("\n"),
            self.body,
        )
    }

    /// Only figures need the app.
    fn has_app(&self) -> bool {
        matches!(self.kind, Kind::Text { has_figure: true, .. } | Kind::Embed)
    }

    fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text { .. })
    }

    /// The script that starts the app, after links to what is on its way.
    fn start(&self, app: &Binaries, head: &Head, base: &str) -> String {
        format!(
            "{}\n<script type=\"module\" async src=\"{base}{BOOT}\" data-js=\"{}\" data-wasm=\"{}\" data-page=\"{}\" data-ahead=\"{}\" data-encoding=\"{}\" data-exhibits=\"{}\"{}></script>",
            head.start.links(base, (!self.is_text()).then_some(self.edition.page_file.as_str())),
            head.start.glue(),
            app.app.wasm,
            self.edition.page_file,
            self.ahead(),
            Encoding::default().name(),
            self.edition.exhibits_file,
            self.controls(),
        )
    }

    /// Where the exhibits' menus and fields are, on a page that does not hold them.
    fn controls(&self) -> String {
        if self.is_text() && !self.contents.exhibits.is_empty() {
            format!(" data-controls=\"{}\"", self.edition.controls_file)
        } else {
            String::new()
        }
    }

    /// The files that a text typed on the page needs first.
    fn ahead(&self) -> String {
        let Files { tokenizer, vocabularies, .. } = &self.edition.page.data().files;
        let wanted = |vocabulary: &&Vocabulary| vocabulary.file == Encoding::default().vocabulary_file();
        let part = vocabularies.iter().find(wanted).map(|vocabulary| vocabulary.ascii.path.as_str());
        let scripts = [WORKER_SCRIPT, ENGINE_SCRIPT, &tokenizer.glue, &tokenizer.wasm];
        scripts.into_iter().chain(part).collect::<Vec<_>>().join(" ")
    }

    /// From this page to the site's root. The page for wrong addresses stands in for any depth, so it
    /// needs the site's own address, where that is known.
    fn base(&self, options: &Options) -> String {
        match (&options.site_url, self.kind) {
            (Some(url), Kind::Missing) => url.clone(),
            _ => to_root(&self.folder),
        }
    }

    /// What tells search engines and link previews where the page belongs.
    fn address(&self, options: &Options) -> String {
        let Kind::Text { slug, .. } = self.kind else {
            return "<meta name=\"robots\" content=\"noindex\">".to_owned();
        };
        let Some(url) = &options.site_url else { return String::new() };
        let here = format!("{url}{}", self.folder);
        let others: String = languages::alternates(self.edition.languages, slug, url)
            .iter()
            .map(|(code, address)| format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{address}\">\n"))
            .collect();
        format!(
            "{others}<link rel=\"canonical\" href=\"{here}\">\n<meta property=\"og:type\" content=\"article\">\n<meta property=\"og:url\" content=\"{here}\">\n<meta property=\"og:title\" content=\"{}\">\n<meta property=\"og:description\" content=\"{}\">",
            escape(&self.title),
            escape(self.description)
        )
    }
}
