//! The media type of a file, by its ending.

use std::path::Path;

const UNKNOWN: &str = "application/octet-stream";

/// The value of `Content-Type`.
pub(super) fn of(path: &Path) -> &'static str {
    let extension = path.extension().and_then(|extension| extension.to_str());
    match extension.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => UNKNOWN,
    }
}

/// Whether compression makes a file of this type smaller.
/// Unknown files are left alone: the vocabularies are compressed already.
pub(super) fn is_compressible(media_type: &str) -> bool {
    media_type.starts_with("text/")
        || media_type.starts_with("application/") && media_type != UNKNOWN
        || media_type == "image/svg+xml"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_insist_on_these_types() {
        assert_eq!(of(Path::new("a.wasm")), "application/wasm");
        assert_eq!(of(Path::new("a.js")), "text/javascript; charset=utf-8");
        assert_eq!(of(Path::new("LICENSE")), UNKNOWN);
    }

    #[test]
    fn pictures_and_vocabularies_are_not_compressed_again() {
        let compressible = |name| is_compressible(of(Path::new(name)));
        assert!(["a.html", "a.wasm", "a.svg", "a.json"].iter().all(compressible));
        assert!(!["a.png", "a.bin", "a.woff2"].iter().any(compressible));
    }
}
