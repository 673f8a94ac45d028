//! A made-up site, asked over the network for what browsers ask for.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, SystemTime};

use flate2::read::GzDecoder;
use tempfile::TempDir;

use super::*;

/// A small site in a temporary folder.
fn example() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("page")).expect("a folder");
    for (name, content) in [
        ("index.html", "<p>front page"),
        ("404.html", "<p>not here"),
        ("page/index.html", "<p>page"),
        ("app.wasm", "\0asm"),
        ("parts.bin", "12345678"),
        ("_headers", "/*\n  X-Policy: strict\n/*.wasm\n  Cache-Control: immutable\n"),
    ] {
        fs::write(folder.path().join(name), content).expect("a file");
    }
    folder
}

fn site(folder: &TempDir) -> Site {
    Site::new(folder.path().to_owned())
}

struct Answer {
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn status(&self) -> &str {
        &self.head["HTTP/1.1 ".len()..][..3]
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// What the server sends on one connection until it closes it.
fn ask(address: SocketAddr, request: &str, header: &str) -> Answer {
    let mut stream = TcpStream::connect(address).expect("the server listens");
    write!(stream, "{request} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n{header}\r\n").expect("it reads");
    let mut sent = Vec::new();
    stream.read_to_end(&mut sent).expect("it answers");
    let end = sent.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("a head");
    Answer { head: String::from_utf8_lossy(&sent[..end]).into_owned(), body: sent.split_off(end + 4) }
}

fn ask_new(site: Site, request: &str) -> Answer {
    ask(start(site, ANY_PORT).expect("a free port"), request, "")
}

#[test]
fn a_folder_is_its_index_page() {
    let folder = example();
    for (request, body) in [("GET /", &b"<p>front page"[..]), ("GET /page/", b"<p>page")] {
        let answer = ask_new(site(&folder), request);
        assert_eq!((answer.status(), answer.body.as_slice()), ("200", body));
        assert_eq!(answer.header("Content-Type"), Some("text/html; charset=utf-8"));
        assert_eq!(answer.header("Cache-Control"), Some("no-cache"));
    }
    assert_eq!(ask_new(site(&folder), "POST /").status(), "405");
}

#[test]
fn a_folder_without_slash_redirects_and_keeps_the_query() {
    let folder = example();
    let answer = ask_new(site(&folder).mounted_at("/sub/"), "GET /sub/page?a=b");
    assert_eq!((answer.status(), answer.header("Location")), ("307", Some("/sub/page/?a=b")));
}

#[test]
fn what_does_not_exist_gets_the_sites_own_page_with_its_policy() {
    let folder = example();
    fs::write(folder.path().with_extension("secret"), "").expect("a file");
    let outside = format!("/../{}.secret", folder.path().file_name().expect("a name").to_string_lossy());
    let escaped = outside.replace("..", "%2e%2e");
    for path in ["/none", "/none/", "/app.wasm/", "/_headers", &outside, &escaped] {
        let answer = ask_new(site(&folder), &format!("GET {path}"));
        assert_eq!((answer.status(), answer.body.as_slice()), ("404", &b"<p>not here"[..]), "{path}");
        assert_eq!(answer.header("X-Policy"), Some("strict"));
    }
    fs::remove_file(folder.path().with_extension("secret")).expect("it is there");
}

#[test]
fn below_a_mount_point_the_same_headers_apply() {
    let folder = example();
    let mounted = || site(&folder).mounted_at("/some/sub/path/");
    let answer = ask_new(mounted(), "HEAD /some/sub/path/app.wasm");
    assert_eq!(answer.header("X-Policy"), Some("strict"));
    assert_eq!(answer.header("Cache-Control"), Some("immutable"));
    assert_eq!(answer.header("Content-Type"), Some("application/wasm"));
    assert_eq!((answer.header("Content-Length"), answer.body.len()), (Some("4"), 0));
    assert_eq!(ask_new(mounted(), "GET /app.wasm").status(), "404");
}

#[test]
fn text_is_compressed_as_it_is_now_and_vocabularies_are_not() {
    let folder = example();
    let address = start(site(&folder), ANY_PORT).expect("a free port");
    let file = folder.path().join("index.html");
    for (seconds, content) in [(1, "<p>first"), (2, "<p>second")] {
        fs::write(&file, content).expect("a file");
        // Two changes within a second, the resolution of a date in HTTP, would look like one.
        let opened = fs::File::options().write(true).open(&file).expect("a file");
        opened.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).expect("a time");
        for _ in 0..2 {
            let answer = ask(address, "GET /", "Accept-Encoding: br, gzip\r\n");
            assert_eq!(answer.header("Content-Encoding"), Some("gzip"));
            let mut text = String::new();
            GzDecoder::new(answer.body.as_slice()).read_to_string(&mut text).expect("gzip");
            assert_eq!(text, content);
        }
    }
    for (request, header) in [("GET /parts.bin", "gzip"), ("GET /", "gzip;q=0"), ("GET /", "br")] {
        let answer = ask(address, request, &format!("Accept-Encoding: {header}\r\n"));
        assert_eq!(answer.header("Content-Encoding"), None, "{request} {header}");
    }
}

#[test]
fn changed_rules_apply_at_once_and_wrong_ones_are_not_ignored() {
    let folder = example();
    let address = start(site(&folder), ANY_PORT).expect("a free port");
    let file = folder.path().join(RULES_FILE);
    assert_eq!(ask(address, "GET /", "").header("X-Policy"), Some("strict"));
    fs::write(&file, "not a path\n").expect("a file");
    assert_eq!(ask(address, "GET /", "").status(), "500");
    fs::remove_file(&file).expect("it is there");
    assert_eq!(ask(address, "GET /", "").header("X-Policy"), None);
}

#[test]
fn a_fault_closes_the_connection_in_the_middle_of_the_body() {
    let folder = example();
    let answer = ask_new(site(&folder).breaking_off("/*.bin"), "GET /parts.bin");
    assert_eq!((answer.status(), answer.header("Content-Length")), ("200", Some("8")));
    assert_eq!(answer.body, b"1234");
}
