//! A made-up site, asked for what browsers ask for.

use std::io::Read;

use flate2::read::GzDecoder;

use super::*;

/// A small site in a temporary folder.
fn example() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let files = [
        ("index.html", "<p>front page"),
        ("404.html", "<p>not here"),
        ("page/index.html", "<p>page"),
        ("app.wasm", "\0asm"),
        ("_headers", "/*\n  X-Policy: strict\n/*.wasm\n  Cache-Control: immutable\n"),
    ];
    for (name, content) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.with_file_name("")).expect("a folder");
        fs::write(file, content).expect("a file");
    }
    folder
}

fn get(path: &str) -> Request {
    let (path, query) = path.split_at(path.find('?').unwrap_or(path.len()));
    Request {
        method: "GET".to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        accepts_gzip: false,
        keeps_alive: true,
    }
}

#[test]
fn a_folder_is_its_index_page() {
    let folder = example();
    let site = Site::new(folder.path().to_owned());
    for (path, body) in [("/", "<p>front page"), ("/page/", "<p>page")] {
        let answer = site.answer(&get(path));
        assert_eq!((answer.status, answer.body()), (200, body.as_bytes()));
        assert_eq!(answer.header("Content-Type"), Some("text/html; charset=utf-8"));
    }
}

#[test]
fn a_folder_without_slash_redirects_and_keeps_the_query() {
    let folder = example();
    let site = Site::new(folder.path().to_owned()).mounted_at("/sub/");
    let answer = site.answer(&get("/sub/page?a=b"));
    assert_eq!((answer.status, answer.header("Location")), (301, Some("/sub/page/?a=b")));
}

#[test]
fn what_does_not_exist_gets_the_sites_own_page() {
    let folder = example();
    let site = Site::new(folder.path().to_owned());
    for path in ["/none", "/none/", "/app.wasm/", "/_headers", "/../secret", "/%2e%2e/secret"] {
        let answer = site.answer(&get(path));
        assert_eq!((answer.status, answer.body()), (404, &b"<p>not here"[..]), "{path}");
    }
}

#[test]
fn below_a_mount_point_the_same_headers_apply() {
    let folder = example();
    let site = Site::new(folder.path().to_owned()).mounted_at("/some/sub/path/");
    let answer = site.answer(&get("/some/sub/path/app.wasm"));
    assert_eq!(answer.header("X-Policy"), Some("strict"));
    assert_eq!(answer.header("Cache-Control"), Some("immutable"));
    assert_eq!(site.answer(&get("/app.wasm")).status, 404);
}

#[test]
fn text_is_compressed_for_those_who_accept_it() {
    let folder = example();
    let site = Site::new(folder.path().to_owned());
    let mut request = get("/");
    request.accepts_gzip = true;
    let answer = site.answer(&request);
    let mut text = String::new();
    let read = GzDecoder::new(answer.body()).read_to_string(&mut text);
    read.expect("gzip");
    assert_eq!(text, "<p>front page");
    assert_eq!(answer.header("Content-Encoding"), Some("gzip"));
    assert_eq!(answer.header("Vary"), Some("Accept-Encoding"));
}

#[test]
fn changed_rules_apply_at_once_and_wrong_ones_are_not_ignored() {
    let folder = example();
    let site = Site::new(folder.path().to_owned());
    let file = folder.path().join("_headers");
    assert_eq!(site.answer(&get("/")).header("X-Policy"), Some("strict"));

    fs::write(&file, "not a path\n").expect("a file");
    set_time(&file, 1);
    assert_eq!(site.answer(&get("/")).status, 500);

    fs::remove_file(&file).expect("it is there");
    assert_eq!(site.answer(&get("/")).header("X-Policy"), None);
}

#[test]
fn other_methods_are_refused() {
    let folder = example();
    let mut request = get("/");
    request.method = "POST".to_owned();
    assert_eq!(Site::new(folder.path().to_owned()).answer(&request).status, 405);
}

/// Two writes within the file system's resolution would look like one.
fn set_time(file: &Path, seconds: u64) {
    let time = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
    let opened = fs::File::options().write(true).open(file);
    opened.and_then(|file| file.set_modified(time)).expect("the time can be set");
}
