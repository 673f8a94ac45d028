//! A folder of files, served under a path.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use super::compression::Cache;
use super::header_rules::HeaderRules;
use super::pattern::Pattern;
use super::request::Request;
use super::{Answer, location, media_type};

/// What a host reads and does not serve.
const RULES_FILE: &str = "_headers";

/// The page for a path that does not exist.
const NOT_FOUND_PAGE: &str = "404.html";

/// A folder of files and how they are served.
pub(crate) struct Site {
    root: PathBuf,
    /// The path of the site's front page; begins and ends with `/`.
    mount: String,
    /// Files whose connection breaks off in the middle, for tests.
    breaking_off: Option<Pattern>,
    compressed: Cache,
    rules: Mutex<LoadedRules>,
}

/// The rules file as it was last read.
#[derive(Default)]
struct LoadedRules {
    changed: Option<SystemTime>,
    rules: HeaderRules,
}

impl Site {
    pub(crate) fn new(root: PathBuf) -> Self {
        Self { root, mount: "/".to_owned(), breaking_off: None, compressed: Cache::default(), rules: Mutex::default() }
    }

    /// The same site below a path that begins and ends with `/`.
    pub(crate) fn mounted_at(mut self, mount: &str) -> Self {
        mount.clone_into(&mut self.mount);
        self
    }

    /// The same site with connections that break while a file of this pattern is sent.
    pub(crate) fn breaking_off(mut self, pattern: &str) -> Self {
        self.breaking_off = Some(Pattern::parse(pattern).expect("a fault's pattern is a path"));
        self
    }

    /// Answers any request.
    pub(crate) fn answer(&self, request: &Request) -> Answer {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Answer::text(405, "only GET and HEAD are answered\n");
        }
        let Some(path) = self.path_in_site(request) else {
            return Answer::text(404, &format!("the site is at {}\n", self.mount));
        };
        let mut answer = self.answer_path(&path, request);
        match self.headers_for(&path) {
            Ok(headers) => {
                for (name, value) in headers {
                    answer.set(&name, &value);
                }
            }
            // Serving without the security policy would hide the mistake.
            Err(error) => return Answer::text(500, &format!("{error:#}\n")),
        }
        let breaks_off = |pattern: &Pattern| pattern.matches(&path);
        answer.breaks_off = self.breaking_off.as_ref().is_some_and(breaks_off);
        answer
    }

    /// The decoded path below the mount point, beginning with `/`.
    fn path_in_site(&self, request: &Request) -> Option<String> {
        let below = request.path.strip_prefix(self.mount.as_str())?;
        location::decode(&format!("/{below}"))
    }

    fn answer_path(&self, path: &str, request: &Request) -> Answer {
        let found = location::find(&self.root, path).filter(|_| path != format!("/{RULES_FILE}"));
        let file = match found {
            Some(folder) if folder.is_dir() && path.ends_with('/') => folder.join("index.html"),
            Some(folder) if folder.is_dir() => {
                return Answer::redirect(&format!("{}/{}", request.path, request.query));
            }
            Some(file) if !path.ends_with('/') => file,
            _ => return self.not_found(request),
        };
        self.answer_file(200, &file, request).unwrap_or_else(|_| self.not_found(request))
    }

    fn not_found(&self, request: &Request) -> Answer {
        self.answer_file(404, &self.root.join(NOT_FOUND_PAGE), request)
            .unwrap_or_else(|_| Answer::text(404, "there is no such file\n"))
    }

    fn answer_file(&self, status: u16, file: &Path, request: &Request) -> io::Result<Answer> {
        let changed = fs::metadata(file)?.modified()?;
        let media_type = media_type::of(file);
        let mut answer = Answer::new(status, media_type, fs::read(file)?.into());
        // Without a rule of the site's own, an edit must be seen at the next load.
        answer.set("Cache-Control", "no-cache");
        if media_type::is_compressible(media_type) {
            answer.set("Vary", "Accept-Encoding");
            if request.accepts_gzip {
                let body = self.compressed.gzip(file, changed, answer.body())?;
                answer.encode_body("gzip", body);
            }
        }
        Ok(answer)
    }

    /// The shipped headers for a path; the file is read again when it has changed.
    fn headers_for(&self, path: &str) -> anyhow::Result<Vec<(String, String)>> {
        // A panic elsewhere leaves the rules whole: they are replaced by one assignment.
        let mut loaded = self.rules.lock().unwrap_or_else(PoisonError::into_inner);
        let file = self.root.join(RULES_FILE);
        let changed = fs::metadata(&file).and_then(|data| data.modified()).ok();
        if loaded.changed != changed {
            let text = changed.map_or(Ok(String::new()), |_| fs::read_to_string(&file))?;
            let rules = HeaderRules::parse(&text)?;
            *loaded = LoadedRules { changed, rules };
        }
        Ok(loaded.rules.headers_for(path))
    }
}

#[cfg(test)]
mod tests;
