//! What crawlers read beside the pages: `robots.txt` and, where the site's address is known, the
//! sitemap.

use super::{Dist, Options, SiteError};

/// Writes both.
pub(super) fn write(dist: &mut Dist, options: &Options) -> Result<(), SiteError> {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    if let Some(url) = &options.site_url {
        robots.push_str(&format!("Sitemap: {url}sitemap.xml\n"));
        dist.write("sitemap.xml", sitemap(url).as_bytes())?;
    }
    dist.write("robots.txt", robots.as_bytes())
}

fn sitemap(url: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n  <url><loc>{url}</loc></url>\n</urlset>\n"
    )
}
