//! What becomes of a file's bytes: made smaller, once for each state of a file, or broken off.
//!
//! A layer that compresses at every load would be measured by the benchmark as part of the page.

use std::io::{self, Write};
use std::sync::PoisonError;

use anyhow::Result;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, ACCEPT_RANGES, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, LAST_MODIFIED, RANGE, VARY,
};
use axum::http::{HeaderValue, Method};
use axum::response::Response;
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::{StreamExt as _, stream};

use super::Site;

/// Whether a request can be answered with gzip.
pub(super) fn takes_gzip(request: &Request) -> bool {
    let accepted = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_accepted = accepted.split(',').any(|coding| coding.trim() == "gzip");
    is_accepted && request.method() == Method::GET && !request.headers().contains_key(RANGE)
}

impl Site {
    /// The same response with a compressed body, if its type is one that gets smaller.
    pub(super) async fn compress(&self, path: &str, response: Response) -> Result<Response> {
        let media_type = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        if !media_type.is_some_and(is_compressible) || response.status().is_redirection() {
            return Ok(response);
        }
        let (mut head, body) = response.into_parts();
        let changed = head.headers.get(LAST_MODIFIED).cloned();
        let known = self.compressed.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned();
        let body = if let Some((_, body)) = known.filter(|(time, _)| *time == changed && changed.is_some()) {
            body
        } else {
            let body = Bytes::from(gzip(&to_bytes(body, usize::MAX).await?, Compression::default())?);
            let entry = (changed, body.clone());
            self.compressed.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), entry);
            body
        };
        head.headers.remove(ACCEPT_RANGES);
        head.headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        head.headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        head.headers.insert(CONTENT_LENGTH, body.len().into());
        Ok(Response::from_parts(head, Body::from(body)))
    }
}

/// The same response, whose connection breaks when half of the body is sent.
pub(super) async fn break_off(response: Response) -> Result<Response> {
    let (head, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await?;
    let half = stream::iter([Ok(body.slice(..body.len() / 2))]);
    let end = stream::once(async {
        // Gives the server a turn in which it sends the first half.
        tokio::task::yield_now().await;
        Err(io::Error::other("broken off for a test"))
    });
    Ok(Response::from_parts(head, Body::from_stream(half.chain(end))))
}

/// Whether files of this type get smaller: the vocabularies, of no known type, are compressed already.
fn is_compressible(media_type: &str) -> bool {
    media_type.starts_with("text/")
        || media_type == "image/svg+xml"
        || media_type.starts_with("application/") && media_type != "application/octet-stream"
}

/// Compresses bytes.
pub(crate) fn gzip(bytes: &[u8], level: Compression) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes)?;
    encoder.finish()
}
