//! Packs the tokens of each vocabulary file, taken from tiktoken-rs, and compresses them.
//!
//! Packing and compressing take seconds, so the result is kept in the build folder. Invariant: what
//! is kept is used only if it reads back, checksums included, as a whole vocabulary.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::{Dist, SiteError};
use crate::handover::{VocabularyAsset, VocabularyPartAsset};
use crate::tokenizer::vocabulary::{Coverage, Packed, Reader, pack};
use crate::tokenizer::{Encoding, VocabularyFile};

/// Where a vocabulary is in the site, and its tables.
pub(super) struct Vocabulary {
    pub(super) file: VocabularyFile,
    pub(super) reader: Reader,
    pub(super) asset: VocabularyAsset,
}

/// What the kept files were made from and by.
const SOURCE: &str = "tiktoken-rs-0.12.1-ktv2";

/// Packs all vocabularies, in the order of [`VocabularyFile::ALL`], and writes them to the site.
pub(super) fn write(dist: &mut Dist, kept: &Path) -> Result<Vec<Vocabulary>, SiteError> {
    let kept = kept.join(SOURCE);
    fs::create_dir_all(&kept).map_err(|error| SiteError::at(&kept, error))?;
    VocabularyFile::ALL.into_iter().map(|file| write_one(dist, &kept, file)).collect()
}

fn write_one(dist: &mut Dist, kept: &Path, file: VocabularyFile) -> Result<Vocabulary, SiteError> {
    let paths = ["ascii", "rest"].map(|part| kept.join(format!("{}.{part}.gz", file.name())));
    let parts = match read_kept(&paths, file) {
        Some(parts) => parts,
        None => make(&paths, file)?,
    };
    let mut asset = |name: &str, part: &Part| -> Result<VocabularyPartAsset, SiteError> {
        let path = dist.write_hashed(&format!("vocab/{}.{name}", file.name()), "bin", &part.zipped)?;
        Ok(VocabularyPartAsset { path, unpacked_bytes: part.bytes.len() as u32 })
    };
    let asset = VocabularyAsset { parts: vec![asset("ascii", &parts[0])?, asset("rest", &parts[1])?] };
    let reader = read(&parts, file).ok_or_else(|| SiteError::new(format!("{} does not read back", file.name())))?;
    Ok(Vocabulary { file, reader, asset })
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
    let Packed { ascii, rest } =
        pack(&tokens(file)?).map_err(|error| SiteError::new(format!("{}: {error}", file.name())))?;
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

/// All tokens of a file by rank, empty where the rank is a special token's.
fn tokens(file: VocabularyFile) -> Result<Vec<Vec<u8>>, SiteError> {
    let encoding = file.encoding();
    let engine = match encoding {
        Encoding::O200kHarmony => tiktoken_rs::o200k_harmony(),
        Encoding::O200kBase => tiktoken_rs::o200k_base(),
        Encoding::Cl100kBase => tiktoken_rs::cl100k_base(),
        Encoding::P50kEdit => tiktoken_rs::p50k_edit(),
        Encoding::P50kBase => tiktoken_rs::p50k_base(),
        Encoding::R50kBase => tiktoken_rs::r50k_base(),
    };
    let engine = engine.map_err(|error| SiteError::new(format!("tiktoken-rs: {error}")))?;
    let bytes = |rank| {
        let missing = |_| SiteError::new(format!("{} has no token {rank}", encoding.name()));
        engine.decode_bytes(&[rank]).map_err(missing)
    };
    let ordinary = |rank| if encoding.special_text(rank).is_some() { Ok(Vec::new()) } else { bytes(rank) };
    (0..file.ranks()).map(ordinary).collect()
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
