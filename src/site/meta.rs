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

/// The front page of each language, with the addresses of the others.
fn sitemap(languages: &[Language], url: &str) -> String {
    let alternates: String = alternates(languages, url)
        .iter()
        .map(|(code, address)| format!("<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{address}\"/>"))
        .collect();
    let entry = |language: &Language| format!("  <url><loc>{url}{}</loc>{alternates}</url>\n", language.path);
    let entries: String = languages.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n\
         {entries}</urlset>\n"
    )
}
