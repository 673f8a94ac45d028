//! A body that ends too early: how a test sees a failing network.

use std::io;

use anyhow::Result;
use axum::body::{Body, to_bytes};
use axum::response::Response;
use futures_util::{StreamExt as _, stream};

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
