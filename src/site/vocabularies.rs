//! Packs the tokens of each vocabulary file, taken from tiktoken-rs, and compresses them.
//!
//! Packing and compressing take seconds, so the result is kept in the build folder. Invariant: what
//! is kept is used only if it reads back, checksums included, as a whole vocabulary.

use std::fmt::Display;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::{Dist, SiteError};
use crate::tokenizer::VocabularyFile;
use crate::tokenizer::vocabulary::{Coverage, Packed, Reader, pack};
use crate::worker::protocol::{self, VocabularyPart};
use crate::worker::reference::Reference;

/// Where a vocabulary is in the site, and its tables.
pub(super) struct Vocabulary {
    pub(super) place: protocol::Vocabulary,
    pub(super) reader: Reader,
}

/// What the kept files were made from and by.
const SOURCE: &str = "tiktoken-rs-0.12.1-ktv2";

/// Packs all vocabularies, in the order of [`VocabularyFile::ALL`], and writes them to the site.
pub(super) fn write(dist: &mut Dist, kept: &Path) -> Result<Vec<Vocabulary>, SiteError> {
    let kept = kept.join(SOURCE);
    fs::create_dir_all(&kept).map_err(|error| SiteError::at(&kept, error))?;
    VocabularyFile::ALL.iter().map(|&file| write_one(dist, &kept, file)).collect()
}

fn write_one(dist: &mut Dist, kept: &Path, file: VocabularyFile) -> Result<Vocabulary, SiteError> {
    let paths = ["ascii", "rest"].map(|part| kept.join(format!("{}.{part}.gz", file.name())));
    let parts = match read_kept(&paths, file) {
        Some(parts) => parts,
        None => make(&paths, file)?,
    };
    let mut place = |name: &str, part: &Part| -> Result<VocabularyPart, SiteError> {
        let path = dist.write_hashed(&format!("vocab/{}.{name}", file.name()), "bin", &part.zipped)?;
        Ok(VocabularyPart { path, unpacked_bytes: part.bytes.len() as u32 })
    };
    let [ascii, rest] = &parts;
    let place = protocol::Vocabulary { file, ascii: place("ascii", ascii)?, rest: place("rest", rest)? };
    let reader = read(&parts, file).ok_or_else(|| SiteError::new(format!("{} does not read back", file.name())))?;
    Ok(Vocabulary { place, reader })
}

/// A part as it is and as it is sent.
struct Part {
    bytes: Vec<u8>,
    zipped: Vec<u8>,
}

fn read_kept(paths: &[PathBuf; 2], file: VocabularyFile) -> Option<[Part; 2]> {
    let part = |path: &Path| {
        let zipped = fs::read(path).ok()?;
        Some(Part { bytes: gunzip(&zipped)?, zipped })
    };
    let parts = [part(&paths[0])?, part(&paths[1])?];
    read(&parts, file).is_some().then_some(parts)
}

fn make(paths: &[PathBuf; 2], file: VocabularyFile) -> Result<[Part; 2], SiteError> {
    let say = |problem: &dyn Display| SiteError::new(format!("{}: {problem}", file.name()));
    let tokens = Reference::published_tokens(file).map_err(|error| say(&error))?;
    let Packed { ascii, rest } = pack(&tokens).map_err(|error| say(&error))?;
    let part = |bytes: Vec<u8>, path: &Path| -> Result<Part, SiteError> {
        let zipped = gzip(&bytes)?;
        fs::write(path, &zipped).map_err(|error| SiteError::at(path, error))?;
        Ok(Part { bytes, zipped })
    };
    Ok([part(ascii, &paths[0])?, part(rest, &paths[1])?])
}

/// The tables that the parts fill; nothing unless the vocabulary is whole.
fn read(parts: &[Part; 2], file: VocabularyFile) -> Option<Reader> {
    let mut reader = Reader::new(file.encoding());
    parts.iter().try_for_each(|part| reader.push(&part.bytes)).ok()?;
    (reader.coverage() == Coverage::All).then_some(reader)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, SiteError> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.map_err(|error| SiteError::new(format!("compressing a vocabulary: {error}")))
}

fn gunzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut out).ok()?;
    Some(out)
}
