//! The site's pages: the article, the embeds and the page for wrong addresses.
//!
//! Every address inside a page is relative, so that the same files work under any path.

use leptos::prelude::*;

use super::dist::Binaries;
use super::documents::{ArticlePage, EmbedPage, Figure, NotFoundPage};
use super::inline::Inline;
use super::start::{BOOT, Start};
use super::{Dist, Options, SiteError, languages, policy, questions};
use crate::content::{Article, Language};
use crate::exhibits::ExhibitContext;
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
    pub(super) page: Page,
    pub(super) context: ExhibitContext,
    /// The page's data, escaped for an attribute.
    pub(super) data: String,
    /// Path of the exhibits' data from the site's root.
    pub(super) exhibits_file: String,
}

/// What every page begins with.
pub(super) struct Head {
    policy: String,
    inline: Inline,
    start: Start,
}

impl Head {
    /// Prepares it, and writes the policy into the site's headers.
    pub(super) fn new(dist: &mut Dist, app: &Binaries, inline: Inline) -> Result<Self, SiteError> {
        let policy = policy::policy(&inline);
        let headers = policy::headers(&dist.read("_headers")?, &policy)?;
        dist.write("_headers", headers.as_bytes())?;
        Ok(Self { policy, inline, start: Start::new(dist, app)? })
    }
}

/// A page about to be written.
struct Document<'a> {
    edition: &'a Edition<'a>,
    /// The page's folder from the site's root, with a slash at its end.
    folder: String,
    title: String,
    body: String,
    /// Whether search engines should list it, under its own address: a page to be read, unlike an embed.
    listed: bool,
    /// Whether it is served in place of pages anywhere.
    anywhere: bool,
}

/// Writes all pages of one language.
pub(super) fn write(
    dist: &mut Dist,
    edition: &Edition,
    app: &Binaries,
    head: &Head,
    options: &Options,
) -> Result<(), SiteError> {
    let (page, context) = (edition.page, edition.context);
    let article = edition.article.clone();
    let base = to_root(&edition.language.path);
    let menu = languages::menu(edition.languages, edition.language, &base);
    let title = edition.article.title.clone();
    let render = |folder: String, title: String, body: String, listed: bool| Document {
        edition,
        folder,
        title,
        body,
        listed,
        anywhere: false,
    };
    let mut documents = vec![render(
        edition.language.path.clone(),
        title.clone(),
        html(move || view! { <ArticlePage page context article menu base/> }),
        true,
    )];
    for &figure in StageFigure::ALL {
        let heading = match figure {
            StageFigure::TokenLab => page.text().lab().title(),
            StageFigure::Journey => page.text().journey().title(),
        };
        let folder = format!("{}embed/v1/{}/", edition.language.path, figure.name());
        documents.push(render(
            folder,
            format!("{heading} · {title}"),
            html(move || view! { <EmbedPage page context figure/> }),
            false,
        ));
    }
    for document in &documents {
        dist.write(&format!("{}index.html", document.folder), document.html(app, head, options).as_bytes())?;
    }
    let path = &edition.language.path;
    let root = options.site_url.clone().unwrap_or_else(|| to_root(path));
    let home = options.site_url.as_ref().map_or_else(|| "./".to_owned(), |url| format!("{url}{path}"));
    let menu = languages::menu(edition.languages, edition.language, &root);
    let body = html(move || view! { <NotFoundPage page home menu/> });
    let title = format!("{} · {title}", page.text().page().not_found());
    let missing = Document { anywhere: true, ..render(path.clone(), title, body, false) };
    dist.write(&format!("{path}404.html"), missing.html(app, head, options).as_bytes())
}

/// From a page in `folder` to the site's root.
fn to_root(folder: &str) -> String {
    if folder.is_empty() { "./".to_owned() } else { "../".repeat(folder.matches('/').count()) }
}

fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_view().to_html())
}

impl Document<'_> {
    fn html(&self, app: &Binaries, head: &Head, options: &Options) -> String {
        let base = &self.base(options);
        let lines = [
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", head.policy),
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
            "<meta name=\"color-scheme\" content=\"light dark\">".to_owned(),
            "<meta name=\"referrer\" content=\"no-referrer\">".to_owned(),
            format!("<title>{}</title>", escape(&self.title)),
            if self.has_app() { self.start(app, head, base) } else { String::new() },
            format!("<script>{}</script>", head.inline.script),
            format!("<style>{}</style>", head.inline.style),
            format!("<meta name=\"description\" content=\"{}\">", escape(&self.edition.article.description)),
            self.address(options),
            if self.listed { questions::script(&self.edition.article) } else { String::new() },
            format!("<link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\">"),
        ];
        // Last, because nothing that is seen waits for it.
        let data = format!("<template data-page=\"{}\"></template>", self.edition.data);
        format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{}\n</head>\n<body>{}{}</body>\n</html>\n",
            self.edition.language.code,
            self.edition.language.direction.name(),
            lines.join("\n"),
            self.body,
            if self.has_app() { &data } else { "" },
        )
    }

    /// Nothing on the page for wrong addresses needs the app.
    fn has_app(&self) -> bool {
        !self.anywhere
    }

    /// The script that starts the app, after links to what is on its way.
    fn start(&self, app: &Binaries, head: &Head, base: &str) -> String {
        format!(
            "{}\n<script type=\"module\" async src=\"{base}{BOOT}\" data-js=\"{}\" data-wasm=\"{}\" data-ahead=\"{}\" data-exhibits=\"{}\"></script>",
            head.start.links(base, !self.listed),
            head.start.glue(),
            app.app.wasm,
            self.ahead(),
            self.edition.exhibits_file,
        )
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
        match (&options.site_url, self.anywhere) {
            (Some(url), true) => url.clone(),
            _ => to_root(&self.folder),
        }
    }

    /// What tells search engines and link previews where the page belongs.
    fn address(&self, options: &Options) -> String {
        if !self.listed {
            return "<meta name=\"robots\" content=\"noindex\">".to_owned();
        }
        let Some(url) = &options.site_url else { return String::new() };
        let here = format!("{url}{}", self.folder);
        let others: String = languages::alternates(self.edition.languages, url)
            .iter()
            .map(|(code, address)| format!("<link rel=\"alternate\" hreflang=\"{code}\" href=\"{address}\">\n"))
            .collect();
        format!(
            "{others}<link rel=\"canonical\" href=\"{here}\">\n<meta property=\"og:type\" content=\"article\">\n<meta property=\"og:url\" content=\"{here}\">\n<meta property=\"og:title\" content=\"{}\">\n<meta property=\"og:description\" content=\"{}\">",
            escape(&self.title),
            escape(&self.edition.article.description)
        )
    }
}
