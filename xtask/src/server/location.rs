//! From a request's path to a place in the site, never outside of it.

use std::path::{Path, PathBuf};

/// Decodes a percent-encoded path; `None` when it is not UTF-8 in the end.
pub(super) fn decode(path: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let (digits, after) = rest.split_at_checked(2)?;
            decoded.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = after;
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

/// The existing file or folder at a decoded path inside `root`.
///
/// Hidden names are refused, as are names that mean something to the file system,
/// and links that lead out of `root`.
pub(super) fn find(root: &Path, path: &str) -> Option<PathBuf> {
    if path.contains("//") {
        return None; // a redirect to it would lead to another host
    }
    let mut place = root.to_owned();
    for segment in path.split('/').filter(|segment| !segment.is_empty()) {
        if segment.starts_with('.') || segment.contains(['\\', ':', '\0']) {
            return None;
        }
        place.push(segment);
    }
    let place = place.canonicalize().ok()?;
    place.starts_with(root.canonicalize().ok()?).then_some(place)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn percent_signs_are_decoded() {
        assert_eq!(decode("/a%20b/%E4%BD%A0").as_deref(), Some("/a b/你"));
        assert_eq!(decode("/50%"), None);
        assert_eq!(decode("/%zz"), None);
        assert_eq!(decode("/%ff"), None);
    }

    #[test]
    fn nothing_outside_of_the_root_is_found() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let root = home.path().join("root");
        fs::create_dir_all(root.join("inside")).expect("a folder");
        fs::write(home.path().join("secret"), "").expect("a file");
        fs::write(root.join(".hidden"), "").expect("a file");
        assert!(find(&root, "/inside/").is_some());
        for path in ["/../secret", "/inside/../../secret", "/..\\secret", "/.hidden", "/none", "//inside"] {
            assert_eq!(find(&root, path), None, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_out_are_refused() {
        let home = tempfile::tempdir().expect("a temporary folder");
        let root = home.path().join("root");
        fs::create_dir(&root).expect("a folder");
        fs::write(home.path().join("secret"), "").expect("a file");
        std::os::unix::fs::symlink("../secret", root.join("link")).expect("a link");
        assert_eq!(find(&root, "/link"), None);
    }
}
