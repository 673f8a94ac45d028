//! What the server says to a request.

use std::io::{self, Write};
use std::sync::Arc;

/// A response before it is written.
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    body: Arc<[u8]>,
    /// Whether the connection breaks in the middle of the body: how a test sees a failing network.
    pub(crate) breaks_off: bool,
}

impl Answer {
    pub(crate) fn new(status: u16, media_type: &str, body: Arc<[u8]>) -> Self {
        let mut answer = Self { status, headers: Vec::new(), body, breaks_off: false };
        answer.set("Content-Type", media_type);
        answer
    }

    /// An answer for a person who has come to the wrong place.
    pub(crate) fn text(status: u16, text: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", text.as_bytes().into())
    }

    pub(crate) fn redirect(target: &str) -> Self {
        let mut answer = Self::text(301, "");
        answer.set("Location", target);
        answer
    }

    /// Sets a header, in place of an earlier one of the same name.
    pub(crate) fn set(&mut self, name: &str, value: &str) {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    #[cfg(test)]
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    pub(crate) fn body(&self) -> &[u8] {
        &self.body
    }

    /// Puts smaller bytes in the body's place.
    pub(crate) fn encode_body(&mut self, encoding: &str, body: Arc<[u8]>) {
        self.body = body;
        self.set("Content-Encoding", encoding);
    }

    /// Writes the answer; a `HEAD` request gets all but the body.
    pub(crate) fn write(&self, writer: &mut impl Write, with_body: bool) -> io::Result<()> {
        let status = self.status;
        write!(writer, "HTTP/1.1 {status} {}\r\n", reason(status))?;
        for (name, value) in &self.headers {
            write!(writer, "{name}: {value}\r\n")?;
        }
        write!(writer, "Content-Length: {}\r\n\r\n", self.body.len())?;
        if with_body {
            let sent = if self.breaks_off { 2 } else { 1 };
            writer.write_all(&self.body[..self.body.len() / sent])?;
        }
        writer.flush()
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Internal Server Error",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(answer: &Answer, with_body: bool) -> String {
        let mut bytes = Vec::new();
        answer.write(&mut bytes, with_body).expect("memory takes it");
        String::from_utf8(bytes).expect("text")
    }

    #[test]
    fn head_has_the_length_but_not_the_body() {
        let answer = Answer::text(200, "hello");
        assert!(written(&answer, true).ends_with("Content-Length: 5\r\n\r\nhello"));
        assert!(written(&answer, false).ends_with("Content-Length: 5\r\n\r\n"));
    }

    #[test]
    fn a_broken_answer_promises_more_than_it_sends() {
        let mut answer = Answer::text(200, "hello!");
        answer.breaks_off = true;
        assert!(written(&answer, true).ends_with("Content-Length: 6\r\n\r\nhel"));
    }

    #[test]
    fn a_header_is_set_once() {
        let mut answer = Answer::text(200, "");
        answer.set("content-type", "text/html");
        assert_eq!(answer.header("Content-Type"), Some("text/html"));
        assert_eq!(written(&answer, true).to_lowercase().matches("content-type").count(), 1);
    }
}
