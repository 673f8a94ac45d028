//! The security policy of every page: connections to the page's own host only, nothing inline but
//! what it names by its hash.
//!
//! Sent by `_headers` where the host reads it, and repeated in a `<meta>` for hosts that do not. The header names the
//! styles of all pages, the `<meta>` that of its own page.
//! Invariant: both are written by the one function here. Trusted Types stay off: Leptos sets
//! `innerHTML` on its own templates.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::SiteError;

/// Where `public/_headers` wants the policy.
const PLACE: &str = "{policy}";

/// The policy without `frame-ancestors`, which has no effect in a `<meta>`; `styles` are the inline styles' hashes.
pub(super) fn policy(script: &str, styles: &[String]) -> String {
    let (script, style) = (hash(script), styles.join(" "));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {script}; style-src {style}; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
         base-uri 'none'; form-action 'none'"
    )
}

/// What allows an inline script or style of exactly this text.
pub(super) fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// The headers file with the policy in its places.
pub(super) fn headers(file: &str, policy: &str) -> Result<String, SiteError> {
    let says_it_itself = |line: &str| line.contains("Content-Security-Policy:") && !line.contains(PLACE);
    match file.lines().find(|line| says_it_itself(line)) {
        Some(line) => Err(SiteError::new(format!("_headers: write {PLACE} in place of the policy in `{line}`"))),
        None => Ok(file.replace(PLACE, policy)),
    }
}

#[cfg(test)]
mod tests {
    use super::{hash, headers};

    #[test]
    fn a_text_is_allowed_by_its_hash() {
        // The example of the W3C's Content Security Policy, level 3.
        assert_eq!(hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    #[test]
    fn a_headers_file_may_not_have_a_policy_of_its_own() {
        let file = "/*\n  Content-Security-Policy: {policy}; frame-ancestors *\n";
        assert_eq!(headers(file, "p").expect("filled"), "/*\n  Content-Security-Policy: p; frame-ancestors *\n");
        assert!(headers("/*\n  Content-Security-Policy: default-src *\n", "p").is_err());
    }
}
