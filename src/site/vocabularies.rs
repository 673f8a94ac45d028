//! Packs each encoding's tokens, taken from tiktoken-rs, and compresses them.
//!
//! Packing takes seconds, so packed vocabularies are kept in the build folder. Invariant: what is
//! kept is used only if it unpacks to the right number of tokens.

use std::fs;
use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{Dist, SiteError};
use crate::tokenizer::{Encoding, token_list};
use crate::ui::page_data::VocabularyAsset;

/// An encoding's packed vocabulary and where it is in the site.
pub(super) struct Vocabulary {
    pub(super) encoding: Encoding,
    pub(super) packed: Vec<u8>,
    pub(super) asset: VocabularyAsset,
}

/// The version of tiktoken-rs that the kept files were made from.
const SOURCE: &str = "tiktoken-rs-0.12.1";

/// Packs the offered encodings, in the order of [`Encoding::OFFERED`], and writes them to the site.
pub(super) fn write(dist: &mut Dist, kept: &Path) -> Result<Vec<Vocabulary>, SiteError> {
    Encoding::OFFERED.into_iter().map(|encoding| write_one(dist, &kept.join(SOURCE), encoding)).collect()
}

fn write_one(dist: &mut Dist, kept: &Path, encoding: Encoding) -> Result<Vocabulary, SiteError> {
    let packed =
        keep(&kept.join(format!("{}.ktv", encoding.name())), encoding, || Ok(token_list::pack(&tokens(encoding)?)))?;
    let zipped_file = kept.join(format!("{}.ktv.gz", encoding.name()));
    let zipped = match fs::read(&zipped_file) {
        Ok(bytes) if gunzip(&bytes).is_some_and(|bytes| bytes == packed) => bytes,
        _ => {
            let bytes = gzip(&packed)?;
            fs::write(&zipped_file, &bytes).map_err(|error| SiteError::at(&zipped_file, error))?;
            bytes
        }
    };
    let path = dist.write_hashed(&format!("vocab/{}", encoding.name()), "bin", &zipped)?;
    let asset = VocabularyAsset { path, unpacked_bytes: packed.len() as u32 };
    Ok(Vocabulary { encoding, packed, asset })
}

fn keep(
    file: &Path,
    encoding: Encoding,
    make: impl FnOnce() -> Result<Vec<u8>, SiteError>,
) -> Result<Vec<u8>, SiteError> {
    if let Ok(bytes) = fs::read(file)
        && token_list::unpack(&bytes).is_ok_and(|tokens| tokens.count() == encoding.ordinary_tokens() as usize)
    {
        return Ok(bytes);
    }
    let bytes = make()?;
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(|error| SiteError::at(folder, error))?;
    fs::write(file, &bytes).map_err(|error| SiteError::at(file, error))?;
    Ok(bytes)
}

/// All ordinary tokens of `encoding`, in order of rank.
fn tokens(encoding: Encoding) -> Result<Vec<Vec<u8>>, SiteError> {
    let engine = match encoding {
        Encoding::O200kHarmony => tiktoken_rs::o200k_harmony(),
        Encoding::O200kBase => tiktoken_rs::o200k_base(),
        Encoding::Cl100kBase => tiktoken_rs::cl100k_base(),
        Encoding::P50kEdit => tiktoken_rs::p50k_edit(),
        Encoding::P50kBase => tiktoken_rs::p50k_base(),
        Encoding::R50kBase => tiktoken_rs::r50k_base(),
    };
    let engine = engine.map_err(|error| SiteError::new(format!("tiktoken-rs: {error}")))?;
    (0..encoding.ordinary_tokens())
        .map(|rank| {
            engine.decode_bytes(&[rank]).map_err(|_| SiteError::new(format!("{} has no token {rank}", encoding.name())))
        })
        .collect()
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, SiteError> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.map_err(|error| SiteError::new(format!("compressing a vocabulary: {error}")))
}

fn gunzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes), &mut out).ok()?;
    Some(out)
}
