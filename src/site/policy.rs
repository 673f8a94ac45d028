//! The security policy of every page: connections to the page's own host only, nothing inline.
//!
//! Sent by `public/_headers` where the host reads it, and repeated in a `<meta>` for hosts that do
//! not. Trusted Types stay off: Leptos sets `innerHTML` on its own templates.

/// The policy without `frame-ancestors`, which has no effect in a `<meta>`.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'";

#[cfg(test)]
mod tests {
    use super::POLICY;

    #[test]
    fn the_headers_file_says_the_same_and_who_may_frame() {
        let headers = include_str!("../../public/_headers");
        for ancestors in ["'self'", "*"] {
            let line = format!("Content-Security-Policy: {POLICY}; frame-ancestors {ancestors}\n");
            assert_eq!(headers.matches(&line).count(), 1, "{line}");
        }
    }
}
