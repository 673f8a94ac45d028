//! What crawlers read beside the pages: `robots.txt` and, where the site's address is known, the
//! sitemap.

use super::languages::alternates;
use super::{Dist, Options, SiteError};
use crate::content::Language;

/// Writes both.
pub(super) fn write(dist: &mut Dist, languages: &[Language], options: &Options) -> Result<(), SiteError> {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    if let Some(url) = &options.site_url {
        robots.push_str(&format!("Sitemap: {url}sitemap.xml\n"));
        dist.write("sitemap.xml", sitemap(languages, url).as_bytes())?;
    }
    dist.write("robots.txt", robots.as_bytes())
}

/// The front page and the small pages of each language, each with its addresses in the others.
fn sitemap(languages: &[Language], url: &str) -> String {
    let entries: String = languages
        .iter()
        .flat_map(|language| {
            let slugs = std::iter::once("").chain(language.pages.iter().map(String::as_str));
            slugs.filter_map(|slug| Some(entry(languages, slug, url, &language.path_of(slug)?)))
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n\
         {entries}</urlset>\n"
    )
}

fn entry(languages: &[Language], slug: &str, url: &str, path: &str) -> String {
    let alternates: String = alternates(languages, slug, url)
        .iter()
        .map(|(code, address)| format!("<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{address}\"/>"))
        .collect();
    format!("  <url><loc>{url}{path}</loc>{alternates}</url>\n")
}
