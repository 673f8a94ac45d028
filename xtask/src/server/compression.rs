//! Compressed files, kept in memory until the file changes.

use std::collections::HashMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use flate2::Compression;
use flate2::write::GzEncoder;

/// What a file compressed to, and the state of the file that it was made from.
type Compressed = (SystemTime, Arc<[u8]>);

/// Compresses each state of a file once.
#[derive(Default)]
pub(super) struct Cache(Mutex<HashMap<PathBuf, Compressed>>);

impl Cache {
    /// The gzip form of a file with this content and time of change.
    pub(super) fn gzip(&self, path: &Path, time: SystemTime, body: &[u8]) -> io::Result<Arc<[u8]>> {
        if let Some((known, compressed)) = self.files().get(path)
            && *known == time
        {
            return Ok(Arc::clone(compressed));
        }
        let compressed: Arc<[u8]> = gzip(body, Compression::default())?.into();
        self.files().insert(path.to_owned(), (time, Arc::clone(&compressed)));
        Ok(compressed)
    }

    /// A panic elsewhere leaves the map whole: entries are put in by one call.
    fn files(&self) -> MutexGuard<'_, HashMap<PathBuf, Compressed>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Compresses bytes.
pub(crate) fn gzip(bytes: &[u8], level: Compression) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_file_is_compressed_again_only_when_it_changed() {
        let cache = Cache::default();
        let (path, time) = (Path::new("a.txt"), SystemTime::UNIX_EPOCH);
        let first = cache.gzip(path, time, b"one").expect("compresses");
        let again = cache.gzip(path, time, b"one").expect("compresses");
        assert!(Arc::ptr_eq(&first, &again));
        let later = time + Duration::from_secs(1);
        let changed = cache.gzip(path, later, b"two").expect("compresses");
        assert_ne!(first, changed);
    }
}
