//! A request as far as a server of static files is concerned.

use std::io::{self, BufRead, Read};

/// More than any browser sends.
const HEAD_LIMIT: u64 = 64 * 1024;

/// The head of an HTTP/1 request.
#[derive(Debug, PartialEq)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// The path as it was sent, percent-encoded.
    pub(crate) path: String,
    /// From `?` on, or empty.
    pub(crate) query: String,
    pub(crate) accepts_gzip: bool,
    /// Whether the client wants to send another request on the same connection.
    pub(crate) keeps_alive: bool,
}

impl Request {
    /// Reads the next request; `None` when the client has closed the connection.
    pub(crate) fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut reader = reader.take(HEAD_LIMIT);
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut request = Self::from_first_line(&line).ok_or_else(malformed)?;
        loop {
            line.clear();
            if reader.read_line(&mut line)? == 0 {
                return Err(malformed());
            }
            match line.trim_end() {
                "" => return Ok(Some(request)),
                header => request.take_header(header).ok_or_else(malformed)?,
            }
        }
    }

    fn from_first_line(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let (method, target, version) = (words.next()?, words.next()?, words.next()?);
        if !target.starts_with('/') || !version.starts_with("HTTP/1.") {
            return None;
        }
        let (path, query) = target.split_at(target.find('?').unwrap_or(target.len()));
        Some(Self {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            accepts_gzip: false,
            keeps_alive: version != "HTTP/1.0",
        })
    }

    fn take_header(&mut self, header: &str) -> Option<()> {
        let (name, value) = header.split_once(':')?;
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => self.accepts_gzip = accepts_gzip(value),
            "connection" => self.keeps_alive &= !value.trim().eq_ignore_ascii_case("close"),
            // A body would be read as the next request.
            "content-length" | "transfer-encoding" => {
                self.keeps_alive &= value.trim() == "0";
            }
            _ => {}
        }
        Some(())
    }
}

fn accepts_gzip(value: &str) -> bool {
    value.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("gzip") && parts.all(|part| !matches!(part, "q=0" | "q=0.0"))
    })
}

fn malformed() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "malformed request")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> io::Result<Option<Request>> {
        Request::read(&mut text.as_bytes())
    }

    #[test]
    fn path_and_query_are_separated() {
        let request = read("GET /a/?b=c HTTP/1.1\r\nHost: localhost\r\n\r\n");
        let request = request.expect("valid").expect("a request");
        assert_eq!((request.path.as_str(), request.query.as_str()), ("/a/", "?b=c"));
        assert!(request.keeps_alive && !request.accepts_gzip);
    }

    #[test]
    fn header_names_are_of_any_case() {
        let request = read("GET / HTTP/1.1\r\nACCEPT-ENCODING: br, gzip\r\nconnection: Close\r\n\r\n");
        let request = request.expect("valid").expect("a request");
        assert!(request.accepts_gzip && !request.keeps_alive);
    }

    #[test]
    fn gzip_can_be_declined() {
        assert!(accepts_gzip("deflate, gzip;q=0.5"));
        assert!(!accepts_gzip("gzip;q=0, identity"));
    }

    #[test]
    fn a_body_ends_the_connection() {
        let request = read("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello");
        assert!(!request.expect("valid").expect("a request").keeps_alive);
    }

    #[test]
    fn a_closed_connection_is_no_error_but_half_a_request_is() {
        assert_eq!(read("").expect("valid"), None);
        for text in ["GET /\r\n\r\n", "GET / HTTP/1.1\r\nHost: a", "GET x HTTP/1.1\r\n\r\n"] {
            assert!(read(text).is_err(), "{text:?}");
        }
    }
}
