//! A made-up site, asked over the network for what browsers ask for.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

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
        ("parts.bin", "12345678"),
        ("_headers", "/*\n  X-Policy: strict\n/*.wasm\n  Cache-Control: immutable\n"),
    ];
    for (name, content) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.with_file_name("")).expect("a folder");
        fs::write(file, content).expect("a file");
    }
    folder
}

struct Answer {
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

/// What the server sends on one connection until it closes it.
fn ask(site: Site, method: &str, path: &str, header: &str) -> Answer {
    let address = start(site, ANY_PORT).expect("a free port");
    let mut stream = TcpStream::connect(address).expect("the server listens");
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n{header}\r\n").expect("it reads");
    let mut sent = Vec::new();
    stream.read_to_end(&mut sent).expect("it answers");
    let end = sent.windows(4).position(|bytes| bytes == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8_lossy(&sent[..end]).into_owned();
    Answer { head, body: sent.split_off(end + 4) }
}

fn get(folder: &tempfile::TempDir, path: &str) -> Answer {
    ask(Site::new(folder.path().to_owned()), "GET", path, "")
}

#[test]
fn a_folder_is_its_index_page() {
    let folder = example();
    for (path, body) in [("/", "<p>front page"), ("/page/", "<p>page")] {
        let answer = get(&folder, path);
        assert_eq!((answer.status(), answer.body.as_slice()), ("200", body.as_bytes()));
        assert_eq!(answer.header("Content-Type"), Some("text/html; charset=utf-8"));
        assert_eq!(answer.header("Cache-Control"), Some("no-cache"));
    }
}

#[test]
fn a_folder_without_slash_redirects_and_keeps_the_query() {
    let folder = example();
    let site = Site::new(folder.path().to_owned()).mounted_at("/sub/");
    let answer = ask(site, "GET", "/sub/page?a=b", "");
    assert_eq!((answer.status(), answer.header("Location")), ("307", Some("/sub/page/?a=b")));
}

#[test]
fn what_does_not_exist_gets_the_sites_own_page_with_its_policy() {
    let folder = example();
    fs::write(folder.path().join("page").join("secret"), "").expect("a file");
    for path in ["/none", "/none/", "/app.wasm/", "/_headers", "/page/../../etc/passwd", "/%2e%2e/secret"] {
        let answer = get(&folder, path);
        assert_eq!((answer.status(), answer.body.as_slice()), ("404", &b"<p>not here"[..]), "{path}");
        assert_eq!(answer.header("X-Policy"), Some("strict"));
    }
}

#[test]
fn below_a_mount_point_the_same_headers_apply() {
    let folder = example();
    let site = || Site::new(folder.path().to_owned()).mounted_at("/some/sub/path/");
    let answer = ask(site(), "HEAD", "/some/sub/path/app.wasm", "");
    assert_eq!(answer.header("X-Policy"), Some("strict"));
    assert_eq!(answer.header("Cache-Control"), Some("immutable"));
    assert_eq!(answer.header("Content-Type"), Some("application/wasm"));
    assert_eq!((answer.header("Content-Length"), answer.body.len()), (Some("4"), 0));
    assert_eq!(ask(site(), "GET", "/app.wasm", "").status(), "404");
}

#[test]
fn text_is_compressed_for_those_who_accept_it_and_vocabularies_are_not() {
    let folder = example();
    let site = || Site::new(folder.path().to_owned());
    let answer = ask(site(), "GET", "/", "Accept-Encoding: br, gzip\r\n");
    let mut text = String::new();
    let read = GzDecoder::new(answer.body.as_slice()).read_to_string(&mut text);
    read.expect("gzip");
    assert_eq!(text, "<p>front page");
    assert_eq!(answer.header("Content-Encoding"), Some("gzip"));
    for (path, header) in [("/parts.bin", "Accept-Encoding: gzip\r\n"), ("/", "Accept-Encoding: gzip;q=0\r\n")] {
        assert_eq!(ask(site(), "GET", path, header).header("Content-Encoding"), None, "{path}");
    }
}

#[test]
fn changed_rules_apply_at_once_and_wrong_ones_are_not_ignored() {
    let folder = example();
    let file = folder.path().join(RULES_FILE);
    assert_eq!(get(&folder, "/").header("X-Policy"), Some("strict"));
    fs::write(&file, "not a path\n").expect("a file");
    assert_eq!(get(&folder, "/").status(), "500");
    fs::remove_file(&file).expect("it is there");
    assert_eq!(get(&folder, "/").header("X-Policy"), None);
}

#[test]
fn a_changed_file_is_compressed_again() {
    let folder = example();
    let address = start(Site::new(folder.path().to_owned()), ANY_PORT).expect("a free port");
    let mut lengths = Vec::new();
    for (content, seconds) in [("a", 1), ("a", 1), ("b".repeat(5000).as_str(), 2)] {
        let file = folder.path().join("index.html");
        fs::write(&file, content).expect("a file");
        set_time(&file, seconds);
        let mut stream = TcpStream::connect(address).expect("the server listens");
        write!(stream, "GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\nAccept-Encoding: gzip\r\n\r\n")
            .expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        lengths.push(answer.len());
    }
    assert_eq!(lengths[0], lengths[1]);
    assert_ne!(lengths[1], lengths[2]);
}

#[test]
fn a_fault_closes_the_connection_in_the_middle_of_the_body() {
    let folder = example();
    let site = Site::new(folder.path().to_owned()).breaking_off("/*.bin");
    let answer = ask(site, "GET", "/parts.bin", "");
    assert_eq!((answer.status(), answer.header("Content-Length")), ("200", Some("8")));
    assert_eq!(answer.body, b"1234");
}

#[test]
fn other_methods_are_refused() {
    let folder = example();
    assert_eq!(ask(Site::new(folder.path().to_owned()), "POST", "/", "").status(), "405");
}

/// Two writes within the resolution of a date in HTTP would look like one.
fn set_time(file: &Path, seconds: u64) {
    let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
    let opened = fs::File::options().write(true).open(file);
    opened.and_then(|file| file.set_modified(time)).expect("the time can be set");
}
