//! A small server for static files, for looking at the site and for testing it.
//!
//! tower-http finds the files.
//! Like the hosts the site is made for, the server applies the shipped `_headers` file
//! ([`header_rules`]), so that the security policy is tested as it is published.
//! For tests it can break off in the middle of a body ([`body`]).

mod body;
mod header_rules;

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::{fs, io, thread};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::serve::ListenerExt as _;
use tower::ServiceExt as _;
use tower_http::services::{ServeDir, ServeFile};

pub(crate) use body::gzip;
use header_rules::HeaderRules;
use regex_lite::Regex;

/// Any port that is free.
pub(crate) const ANY_PORT: u16 = 0;

/// What a host reads and does not serve.
const RULES_FILE: &str = "_headers";

/// A folder of files and how they are served.
pub(crate) struct Site {
    root: PathBuf,
    /// The path of the site's front page; begins and ends with `/`.
    mount: String,
    /// Files whose connection breaks off in the middle.
    breaking_off: Option<Regex>,
    /// Compressed bodies by path, each with the time of change of its file.
    compressed: Mutex<HashMap<String, (Option<HeaderValue>, Bytes)>>,
}

/// Serves `site` on this machine only, in a thread that lasts as long as the program.
pub(crate) fn start(site: Site, port: u16) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    thread::spawn(move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?.tap_io(|stream| {
                // Without it small answers wait; a connection that cannot be set so works too.
                let _ = stream.set_nodelay(true);
            });
            axum::serve(listener, Router::new().fallback(answer).with_state(Arc::new(site))).await
        })
    });
    Ok(address)
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    // Serving without the security policy would hide the mistake.
    site.answer(request)
        .await
        .unwrap_or_else(|error| (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}\n")).into_response())
}

impl Site {
    pub(crate) fn new(root: PathBuf) -> Self {
        Self { root, mount: "/".to_owned(), breaking_off: None, compressed: Mutex::default() }
    }

    /// The same site below a path that begins and ends with `/`.
    pub(crate) fn mounted_at(mut self, mount: &str) -> Self {
        mount.clone_into(&mut self.mount);
        self
    }

    /// The same site with connections that break while a file of this pattern is sent.
    pub(crate) fn breaking_off(mut self, pattern: &str) -> Self {
        self.breaking_off = Some(header_rules::pattern(pattern).expect("a fault's pattern is a path"));
        self
    }

    async fn answer(&self, request: Request) -> Result<Response> {
        let Some(below) = request.uri().path().strip_prefix(&self.mount) else {
            return Ok((StatusCode::NOT_FOUND, format!("the site is at {}\n", self.mount)).into_response());
        };
        let path = format!("/{below}");
        let rules = self.rules()?;
        let takes_gzip = body::takes_gzip(&request);
        let mut response = self.file(&path, request).await?;
        if takes_gzip {
            response = self.compress(&path, response).await?;
        }
        response.headers_mut().extend(rules.headers_for(&path)?);
        if self.breaking_off.as_ref().is_some_and(|pattern| pattern.is_match(&path)) {
            response = body::break_off(response).await?;
        }
        Ok(response)
    }

    /// The file at a path below the mount point, or the page for wrong addresses.
    async fn file(&self, path: &str, mut request: Request) -> Result<Response> {
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        let shown = if path == format!("/{RULES_FILE}") { "/no-such-file" } else { path };
        *request.uri_mut() = Uri::try_from(format!("{shown}{query}"))?;
        let not_found = ServeFile::new(self.root.join("404.html"));
        let files = ServeDir::new(&self.root)
            .redirect_path_prefix(self.mount.trim_end_matches('/'))
            .not_found_service(not_found);
        let mut response = files.oneshot(request).await?.map(Body::new);
        let headers = response.headers_mut();
        // Without a rule of the site's own, an edit must be seen at the next load.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        let media_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if media_type.starts_with("text/") && !media_type.contains("charset") {
            let value = HeaderValue::try_from(format!("{media_type}; charset=utf-8"))?;
            headers.insert(CONTENT_TYPE, value);
        }
        Ok(response)
    }

    /// The shipped rules as they are now: a new build changes them.
    fn rules(&self) -> Result<HeaderRules> {
        match fs::read_to_string(self.root.join(RULES_FILE)) {
            Ok(text) => HeaderRules::parse(&text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(HeaderRules::default()),
            Err(error) => Err(error).context("cannot read _headers"),
        }
    }
}

#[cfg(test)]
mod tests;
