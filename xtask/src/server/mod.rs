//! A small server for static files, for looking at the site and for testing it.
//!
//! It behaves like the hosts the site is made for, above all in one thing:
//! it applies the shipped `_headers` file, so the security policy is tested as it is published.
//!
//! 1. [`connection`] reads a [`request::Request`] and writes the answer, as often as the client likes.
//! 2. [`Site`] turns the request into an [`Answer`]: [`location`] finds the file,
//!    [`media_type`] names its type, [`compression`] makes it smaller, [`header_rules`] adds headers.

mod answer;
mod compression;
mod connection;
mod header_rules;
mod location;
mod media_type;
mod pattern;
mod request;
mod site;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;

pub(crate) use compression::gzip;
pub(crate) use site::Site;

use answer::Answer;

/// Any port that is free.
pub(crate) const ANY_PORT: u16 = 0;

/// Serves `site` on this machine only, in threads that last as long as the program.
pub(crate) fn start(site: Site, port: u16) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let address = listener.local_addr()?;
    let site = Arc::new(site);
    thread::spawn(move || {
        // A connection that fails before it begins concerns nobody but its client.
        for stream in listener.incoming().flatten() {
            let site = Arc::clone(&site);
            thread::spawn(move || connection::serve(&stream, &site));
        }
    });
    Ok(address)
}
