//! The whole site, built from stand-ins for the binaries: what every page must hold, and
//! snapshots of the prerendered figures.

#![cfg(feature = "ssr")]

mod staging;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use keys_and_tokens::content::day;
use keys_and_tokens::exhibits::Exhibit;
use keys_and_tokens::site::{Options, write};
use keys_and_tokens::ui::StageFigure;
use sha2::{Digest, Sha256};

static SITE: LazyLock<PathBuf> = LazyLock::new(|| build("site"));

/// Builds the site into a folder of that name in the build folder.
fn build(name: &str) -> PathBuf {
    let staging = staging::folder(name);
    let today = day::parse("2026-11-27").ok();
    let options = Options { today, site_url: Some("https://example.org/tokens/".to_owned()), ..Options::default() };
    write(Path::new(env!("CARGO_MANIFEST_DIR")), &staging, &options).expect("the site is written");
    staging
}

fn page(path: &str) -> String {
    fs::read_to_string(SITE.join(path)).expect("a page")
}

const PAGES: [&str; 10] = [
    "index.html",
    "404.html",
    "embed/v1/token-lab/index.html",
    "embed/v1/journey/index.html",
    "ai-token/index.html",
    "token-cost/index.html",
    "words-per-token/index.html",
    "glossary/index.html",
    "about/index.html",
    "privacy/index.html",
];

/// The small pages, and whether they have a figure.
const SMALL: [(&str, bool); 6] = [
    ("ai-token", true),
    ("token-cost", true),
    ("words-per-token", true),
    ("glossary", false),
    ("about", false),
    ("privacy", false),
];

/// The policy that a page repeats.
fn policy(html: &str) -> &str {
    let (_, rest) = html.split_once("http-equiv=\"Content-Security-Policy\" content=\"").expect("a policy");
    rest.split('"').next().unwrap_or_default()
}

/// The contents of all elements whose start tag is exactly `tag`.
fn inside<'a>(html: &'a str, tag: &str) -> Vec<&'a str> {
    html.split(tag).skip(1).filter_map(|rest| rest.split("</").next()).collect()
}

#[test]
fn nothing_is_inline_but_what_the_policy_names() {
    let source = |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
    for path in PAGES {
        let html = page(path);
        let (scripts, styles) = (inside(&html, "<script>"), inside(&html, "<style>"));
        assert_eq!((scripts.len(), styles.len()), (1, 1), "{path}");
        assert!(policy(&html).contains(&format!("'wasm-unsafe-eval' {};", source(scripts[0]))), "{path}: the script");
        assert!(policy(&html).contains(&format!("style-src {};", source(styles[0]))), "{path}: the style");
        for tag in html.split("<script ").skip(1).filter_map(|rest| rest.split('>').next()) {
            // Data for search engines is no script to a browser.
            let is_data = tag.contains("type=\"application/ld+json\"");
            assert!(is_data || tag.contains(" src="), "{path}: another inline script");
        }
        assert_eq!(html.matches("<style").count(), 1, "{path}: another inline style");
        assert!(!html.contains(" style=\""), "{path}: a style attribute");
    }
}

#[test]
fn the_headers_file_says_the_same_and_who_may_frame() {
    let headers = page("_headers");
    for path in PAGES {
        let html = page(path);
        // The headers allow the styles of all pages.
        let (before, style) = policy(&html).split_once("style-src ").expect("a directive");
        let (style, after) = style.split_once(';').expect("an end");
        // Everybody may frame the embeds, of the first language and of the others.
        for (ancestors, rules) in [("'self'", 1), ("*", 2)] {
            let (begin, end) = (
                format!("Content-Security-Policy: {before}style-src "),
                format!(";{after}; frame-ancestors {ancestors}"),
            );
            let same = |line: &&str| line.trim().starts_with(&begin) && line.ends_with(&end) && line.contains(style);
            assert_eq!(headers.lines().filter(same).count(), rules, "{path}");
        }
    }
}

#[test]
fn everything_on_the_way_to_the_app_is_asked_for_in_the_head() {
    let html = page("embed/v1/journey/index.html");
    for link in [
        "rel=\"preload\" as=\"fetch\" crossorigin href=\"../../../assets/app-",
        "rel=\"preload\" as=\"fetch\" crossorigin href=\"../../../assets/page-en-",
        "rel=\"modulepreload\" href=\"../../../assets/app-",
        "rel=\"modulepreload\" href=\"../../../controls.js\"",
    ] {
        assert_eq!(html.matches(link).count(), 1, "{link}");
    }
    assert!(!page("404.html").contains("rel=\"preload\""));
}

#[test]
fn figures_stand_in_the_page_without_white_space_before_them() {
    // Hydration walks from the root's first child; white space there would end it.
    let html = page("index.html");
    let stage = StageFigure::ALL.iter().map(|figure| figure.root_id());
    let exhibits = Exhibit::ALL.iter().map(|exhibit| exhibit.root_id());
    for root in stage.chain(exhibits).chain(["notice-root"]) {
        let (_, after) = html.split_once(&format!("id=\"{root}\"")).expect(root);
        let (_, inside) = after.split_once('>').expect("an end of the tag");
        assert!(inside.starts_with('<'), "{root} begins with {:?}", inside.get(..20));
        assert_eq!(html.matches(&format!("id=\"{root}\"")).count(), 1);
    }
}

#[test]
fn the_page_shows_real_tokens_before_anything_runs() {
    let html = page("index.html");
    assert!(html.contains("data-state=\"static\"") && html.contains("data-encoding=\"o200k_base\""));
    let count = html.split("data-token-count=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a count");
    assert_eq!(html.matches("data-token-id=\"").count().to_string(), count);
}

#[test]
fn addresses_are_relative_to_each_page() {
    assert!(page("index.html").contains("src=\"./boot.js\""));
    assert!(page("embed/v1/token-lab/index.html").contains("src=\"../../../boot.js\""));
    assert!(page("404.html").contains("href=\"https://example.org/tokens/icon.svg"));
    assert!(page("index.html").contains("<link rel=\"canonical\" href=\"https://example.org/tokens/\">"));
    assert!(page("sitemap.xml").contains("<loc>https://example.org/tokens/</loc>"));
}

#[test]
fn small_pages_stand_alone_and_only_those_with_figures_load_the_app() {
    for (slug, has_figure) in SMALL {
        let html = page(&format!("{slug}/index.html"));
        let here = format!("https://example.org/tokens/{slug}/");
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{here}\">")), "{slug}");
        assert!(page("sitemap.xml").contains(&format!("<loc>{here}</loc>")), "{slug}");
        assert_eq!(html.matches("<h1").count(), 1, "{slug}");
        assert!(html.contains("src=\"../reading.js\"") && html.contains("href=\"../\""), "{slug}");
        for part in ["boot.js", ".wasm", "data-page=", "notice-root"] {
            assert_eq!(html.contains(part), has_figure, "{slug}: {part}");
        }
        for other in SMALL.map(|(other, _)| other) {
            let current = if other == slug { " aria-current=\"page\"" } else { "" };
            assert!(html.contains(&format!("<a href=\"../{other}/\"{current}>")), "{slug}: {other}");
        }
    }
}

#[test]
fn titles_and_descriptions_are_a_pages_own() {
    let own = |path: &&str| {
        let html = page(path);
        let between =
            |from, to| html.split_once(from).and_then(|(_, rest)| rest.split_once(to)).expect("found").0.to_owned();
        (between("<title>", "</title>"), between("name=\"description\" content=\"", "\""))
    };
    let all: Vec<_> =
        PAGES.iter().filter(|path| !path.contains("404") && !path.starts_with("embed")).map(own).collect();
    for (index, (title, description)) in all.iter().enumerate() {
        assert!((50..200).contains(&description.len()), "{title}: {} bytes", description.len());
        assert!(all[..index].iter().all(|(other, about)| other != title && about != description), "{title}");
    }
}

/// The data for search engines in a page.
fn search_data(path: &str) -> serde_json::Value {
    let html = page(path);
    let (_, data) = html.split_once("<script type=\"application/ld+json\">").expect("data");
    serde_json::from_str(data.split("</script>").next().unwrap_or_default()).expect("JSON")
}

#[test]
fn search_engines_learn_where_a_small_page_belongs() {
    let data = &search_data("about/index.html")["@graph"];
    assert_eq!(data[0]["@type"], "AboutPage");
    assert_eq!(data[0]["url"], "https://example.org/tokens/about/");
    assert_eq!(data[1]["itemListElement"][0]["item"], "https://example.org/tokens/");
    let terms = search_data("glossary/index.html")["@graph"][2]["hasDefinedTerm"].as_array().expect("terms").len();
    assert_eq!(page("glossary/index.html").matches("<dt id=").count(), terms);
}

#[test]
fn every_term_is_defined_once_in_the_article_and_its_link_leads_to_its_entry() {
    let (article, glossary) = (page("index.html"), page("glossary/index.html"));
    let links: Vec<_> =
        article.split("href=\"./glossary/#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.len() > 40, "{} terms", links.len());
    for (index, id) in links.iter().enumerate() {
        assert!(!links[..index].contains(id), "{id} twice");
        assert!(glossary.contains(&format!("<dt id=\"{id}\">")), "{id}");
    }
    assert_eq!(links.len(), glossary.matches("<dt id=").count());
    for anchor in glossary.split("href=\"../#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(article.contains(&format!(" id=\"{anchor}\"")), "{anchor}");
    }
}

#[test]
fn the_article_says_how_long_it_takes_and_which_part_is_which() {
    let html = page("index.html");
    let (_, standfirst) = html.split_once("opening__standfirst").expect("a standfirst");
    let sentence = standfirst.split_once("takes about ").expect("the time").1;
    let minutes: u32 = sentence.split_once(" minutes").expect("minutes").0.parse().expect("a number");
    assert!(minutes.is_multiple_of(5) && (20..45).contains(&minutes), "{minutes}");
    let sections = html.matches("class=\"section-title\"").count() - 1; // without the sources
    assert_eq!(html.matches(&format!("data-part=\"{sections} of {sections}\"")).count(), 3);
}

#[test]
fn a_site_in_one_language_has_no_menu_of_languages() {
    assert!(!page("index.html").contains("class=\"languages\"") && !page("index.html").contains("hreflang"));
    assert!(page("sitemap.xml").contains("<loc>https://example.org/tokens/</loc></url>"));
}

#[test]
fn building_twice_gives_the_same_files() {
    let again = build("site-again");
    for path in PAGES {
        assert_eq!(fs::read_to_string(again.join(path)).expect("a page"), page(path), "{path}");
    }
}

/// The figure as a reader finds it, page data left out.
fn figure(path: &str) -> String {
    let html = page(path);
    let (_, body) = html.split_once("<main").expect("a beginning");
    let (body, _) = body.split_once("</main>").expect("an end");
    on_lines(&format!("<main{body}</main>\n</body>\n</html>\n"))
}

/// Markup with its tags on lines of their own, hydration marks left out.
fn on_lines(html: &str) -> String {
    html.replace("<!>", "").replace("><", ">\n<")
}

#[test]
fn the_prerendered_token_lab() {
    insta::assert_snapshot!(figure("embed/v1/token-lab/index.html"));
}

#[test]
fn the_prerendered_journey() {
    insta::assert_snapshot!(figure("embed/v1/journey/index.html"));
}

#[test]
fn the_prerendered_exhibits() {
    let html = page("index.html");
    for exhibit in Exhibit::ALL {
        let (_, after) = html.split_once(&format!("id=\"{}\"", exhibit.root_id())).expect("a root");
        let (_, inside) = after.split_once('>').expect("an end of the tag");
        let (inside, _) = inside.split_once("</section>").expect("an exhibit is one section");
        let whole = with_controls(inside, *exhibit);
        insta::assert_snapshot!(format!("the_prerendered_exhibit_{}", exhibit.name()), on_lines(&whole));
    }
}

/// The exhibit's HTML with its menus and fields in their templates.
fn with_controls(html: &str, exhibit: Exhibit) -> String {
    let files = fs::read_dir(SITE.join("assets")).expect("the folder").flatten();
    let is_wanted = |path: &PathBuf| path.to_string_lossy().contains("controls-en-");
    let file = files.map(|file| file.path()).find(is_wanted).expect("the file");
    let text = fs::read_to_string(file).expect("text");
    let controls: BTreeMap<String, Vec<String>> = serde_json::from_str(&text).expect("arrays of text");
    let place = "<template data-control>";
    controls[exhibit.name()].iter().fold(html.to_owned(), |html, control| {
        html.replacen(&format!("{place}</template>"), &format!("{place}{control}</template>"), 1)
    })
}
