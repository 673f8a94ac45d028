//! The site's pages: the article, the embeds and the page for wrong addresses.
//!
//! Every address inside a page is relative, so that the same files work under any path.

use leptos::prelude::*;

use super::dist::Binaries;
use super::documents::{ArticlePage, EmbedPage, Figure, NotFoundPage};
use super::policy::POLICY;
use super::{Dist, Options, SiteError};
use crate::content::{Article, Language};
use crate::exhibits::ExhibitContext;
use crate::markup::escape;
use crate::ui::{Page, StageFigure};

/// The site in one language.
pub(super) struct Edition<'a> {
    pub(super) language: &'a Language,
    pub(super) article: Article<Figure>,
    pub(super) page: Page,
    pub(super) context: ExhibitContext,
    /// The page's data, escaped for an attribute.
    pub(super) data: String,
    /// Path of the exhibits' data from the site's root.
    pub(super) exhibits_file: String,
}

/// A page about to be written.
struct Document<'a> {
    edition: &'a Edition<'a>,
    /// The page's folder from the site's root, with a slash at its end.
    folder: String,
    title: String,
    body: String,
    /// Whether search engines should list it, under its own address.
    listed: bool,
    /// Whether it is served in place of pages anywhere.
    anywhere: bool,
}

/// Writes all pages of one language.
pub(super) fn write(
    dist: &mut Dist,
    edition: &Edition,
    app: &Binaries,
    style: &str,
    options: &Options,
) -> Result<(), SiteError> {
    let (page, context) = (edition.page, edition.context);
    let article = edition.article.clone();
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
        html(move || view! { <ArticlePage page context article/> }),
        true,
    )];
    for &figure in StageFigure::ALL {
        let heading = match figure {
            StageFigure::TokenLab => &page.text().lab.title,
            StageFigure::Journey => &page.text().journey.title,
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
        dist.write(&format!("{}index.html", document.folder), document.html(app, style, options).as_bytes())?;
    }
    if edition.language.path.is_empty() {
        let home = options.site_url.clone().unwrap_or_else(|| "./".to_owned());
        let body = html(move || view! { <NotFoundPage page home/> });
        let title = format!("{} · {title}", page.text().page.not_found);
        let missing = Document { anywhere: true, ..render(String::new(), title, body, false) };
        dist.write("404.html", missing.html(app, style, options).as_bytes())?;
    }
    Ok(())
}

fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_view().to_html())
}

impl Document<'_> {
    fn html(&self, app: &Binaries, style: &str, options: &Options) -> String {
        let base = &self.base(options);
        let head = [
            format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"),
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">".to_owned(),
            "<meta name=\"color-scheme\" content=\"light dark\">".to_owned(),
            "<meta name=\"referrer\" content=\"no-referrer\">".to_owned(),
            format!("<title>{}</title>", escape(&self.title)),
            format!("<meta name=\"description\" content=\"{}\">", escape(&self.edition.article.description)),
            self.address(options),
            format!("<link rel=\"icon\" href=\"{base}icon.svg\" type=\"image/svg+xml\">"),
            format!("<script src=\"{base}theme.js\"></script>"),
            format!("<link rel=\"stylesheet\" href=\"{base}{style}\">"),
            self.start(app, base),
        ];
        format!(
            "<!doctype html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{}\n</head>\n<body>{}</body>\n</html>\n",
            self.edition.language.code,
            self.edition.language.direction.name(),
            head.join("\n"),
            self.body
        )
    }

    /// The script that starts the app; nothing on the page for wrong addresses needs it.
    fn start(&self, app: &Binaries, base: &str) -> String {
        if self.anywhere {
            return String::new();
        }
        format!(
            "<script type=\"module\" src=\"{base}boot.js\" data-js=\"{}\" data-wasm=\"{}\" data-exhibits-js=\"{}\" data-exhibits-wasm=\"{}\" data-exhibits=\"{}\" data-page=\"{}\"></script>",
            app.app.glue,
            app.app.wasm,
            app.exhibits.glue,
            app.exhibits.wasm,
            self.edition.exhibits_file,
            self.edition.data
        )
    }

    /// From this page to the site's root. The page for wrong addresses stands in for any depth, so it
    /// needs the site's own address, where that is known.
    fn base(&self, options: &Options) -> String {
        match (&options.site_url, self.anywhere) {
            (Some(url), true) => url.clone(),
            _ if self.folder.is_empty() => "./".to_owned(),
            _ => "../".repeat(self.folder.matches('/').count()),
        }
    }

    /// What tells search engines and link previews where the page belongs.
    fn address(&self, options: &Options) -> String {
        if !self.listed {
            return "<meta name=\"robots\" content=\"noindex\">".to_owned();
        }
        let Some(url) = &options.site_url else { return String::new() };
        let here = format!("{url}{}", self.folder);
        format!(
            "<link rel=\"canonical\" href=\"{here}\">\n<meta property=\"og:type\" content=\"article\">\n<meta property=\"og:url\" content=\"{here}\">\n<meta property=\"og:title\" content=\"{}\">\n<meta property=\"og:description\" content=\"{}\">",
            escape(&self.title),
            escape(&self.edition.article.description)
        )
    }
}
