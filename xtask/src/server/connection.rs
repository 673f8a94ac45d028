//! One client's connection: requests in, answers out.

use std::io::{self, BufReader, BufWriter};
use std::net::TcpStream;
use std::time::Duration;

use super::request::Request;
use super::{Answer, Site};

/// How long a silent connection is kept, so that closed tabs do not keep threads for ever.
const IDLE: Duration = Duration::from_mins(1);

/// Answers until either side has enough. A client that goes away is not an error worth telling.
pub(super) fn serve(stream: &TcpStream, site: &Site) {
    let _ = answer_all(stream, site);
}

fn answer_all(stream: &TcpStream, site: &Site) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    let mut writer = BufWriter::new(stream);
    loop {
        let request = match Request::read(&mut reader) {
            Ok(Some(request)) => request,
            Ok(None) => return Ok(()),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Answer::text(400, "malformed request\n").write(&mut writer, true);
            }
            Err(error) => return Err(error),
        };
        let mut answer = site.answer(&request);
        let is_last = answer.breaks_off || !request.keeps_alive;
        if is_last && !answer.breaks_off {
            answer.set("Connection", "close");
        }
        answer.write(&mut writer, request.method != "HEAD")?;
        if is_last {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};

    use super::super::{ANY_PORT, start};
    use super::*;

    /// What the server sends on one connection until it closes it.
    fn talk(site: Site, requests: &str) -> String {
        let address = start(site, ANY_PORT).expect("a free port");
        let mut stream = TcpStream::connect(address).expect("the server listens");
        stream.write_all(requests.as_bytes()).expect("it reads");
        let mut answers = String::new();
        stream.read_to_string(&mut answers).expect("it answers");
        answers
    }

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("a.bin"), "12345678").expect("a file");
        folder
    }

    #[test]
    fn a_connection_serves_several_requests() {
        let folder = folder();
        let requests = "HEAD /a.bin HTTP/1.1\r\n\r\nGET /a.bin HTTP/1.1\r\nConnection: close\r\n\r\n";
        let answers = talk(Site::new(folder.path().to_owned()), requests);
        assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 2);
        assert_eq!(answers.matches("12345678").count(), 1);
    }

    #[test]
    fn a_fault_closes_the_connection_in_the_middle_of_the_body() {
        let folder = folder();
        let site = Site::new(folder.path().to_owned()).breaking_off("/*.bin");
        let answer = talk(site, "GET /a.bin HTTP/1.1\r\n\r\n");
        assert!(answer.contains("Content-Length: 8"));
        assert!(answer.ends_with("\r\n\r\n1234"));
    }

    #[test]
    fn nonsense_is_refused() {
        let folder = folder();
        let answer = talk(Site::new(folder.path().to_owned()), "hello\r\n\r\n");
        assert!(answer.starts_with("HTTP/1.1 400"));
    }
}
