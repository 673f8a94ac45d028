//! Packs a vocabulary, at build time: tokens → pairs → planes. See `format` for the layout.
//!
//! Invariant: what is packed reads back as the same tokens, because every pair was found by
//! byte-pair encoding the token without itself.

use std::collections::HashMap;

use super::VocabularyError;
use super::format::{Checksum, Header, LONGEST_TOKEN, PACKED_BLOCK_TOKENS, Part, SINGLE_BYTES};

/// The two parts of a packed vocabulary, not yet compressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// Tokens of pure ASCII; comes first.
    pub ascii: Vec<u8>,
    /// All others.
    pub rest: Vec<u8>,
}

/// Packs tokens given in order of rank, empty for a rank that no token has.
///
/// # Errors
/// [`VocabularyError::NotPairs`] unless the first 256 are all single bytes and every other is what
/// byte-pair encoding merges from two earlier ones.
pub fn pack(tokens: &[Vec<u8>]) -> Result<Packed, VocabularyError> {
    let ranks: HashMap<&[u8], u32> = tokens.iter().map(Vec::as_slice).zip(0..).filter(|(t, _)| !t.is_empty()).collect();
    let is_ascii = |rank: &u32| !tokens[*rank as usize].is_empty() && tokens[*rank as usize].is_ascii();
    let (ascii, rest): (Vec<u32>, Vec<u32>) = (0..tokens.len() as u32).partition(is_ascii);
    let pairs = (0..).zip(tokens).map(|(rank, token)| pair(&ranks, rank, token));
    let pairs = pairs.collect::<Option<Vec<_>>>().ok_or(VocabularyError::NotPairs)?;

    let mut place = vec![0; tokens.len()];
    for (index, &rank) in (0..).zip(&ascii) {
        place[rank as usize] = index;
    }
    let local = |rank: u32| {
        if rank < SINGLE_BYTES { pairs[rank as usize] } else { pairs[rank as usize].map(|part| place[part as usize]) }
    };
    let ascii_pairs: Vec<[u32; 2]> = ascii.iter().map(|&rank| local(rank)).collect();
    let rest_pairs: Vec<[u32; 2]> = rest.iter().map(|&rank| pairs[rank as usize]).collect();
    let bytes = tokens.iter().map(Vec::len).sum::<usize>() as u32;
    let header = |part, list: &[u32]| Header { part, ranks: tokens.len() as u32, tokens: list.len() as u32, bytes };
    Ok(Packed {
        ascii: assemble(header(Part::Ascii, &ascii), &bitmap(&ascii, tokens.len()), &ascii_pairs),
        rest: assemble(header(Part::Rest, &rest), &[], &rest_pairs),
    })
}

/// The two numbers of a token.
fn pair(ranks: &HashMap<&[u8], u32>, rank: u32, token: &[u8]) -> Option<[u32; 2]> {
    match token {
        [] => Some([rank; 2]),
        &[byte] => (rank < SINGLE_BYTES).then_some([u32::from(byte), 0]),
        _ if rank < SINGLE_BYTES || token.len() > LONGEST_TOKEN => None,
        _ => last_merge(ranks, rank, token),
    }
}

/// The two tokens left when byte-pair encoding may use only ranks below the token's own.
fn last_merge(ranks: &HashMap<&[u8], u32>, rank: u32, token: &[u8]) -> Option<[u32; 2]> {
    let mut cuts: Vec<usize> = (0..=token.len()).collect();
    while cuts.len() > 3 {
        let merges =
            cuts.windows(3).enumerate().filter_map(|(at, cut)| Some((*ranks.get(&token[cut[0]..cut[2]])?, at)));
        let (_, at) = merges.min().filter(|&(merged, _)| merged < rank)?;
        cuts.remove(at + 1);
    }
    let middle = cuts[1];
    Some([*ranks.get(&token[..middle])?, *ranks.get(&token[middle..])?])
        .filter(|parts| parts.iter().all(|&part| part < rank))
}

fn bitmap(ascii: &[u32], ranks: usize) -> Vec<u8> {
    let mut bits = vec![0; ranks.div_ceil(8)];
    for &rank in ascii {
        bits[rank as usize / 8] |= 1 << (rank % 8);
    }
    bits
}

fn assemble(header: Header, bitmap: &[u8], pairs: &[[u32; 2]]) -> Vec<u8> {
    let mut out = header.to_bytes().to_vec();
    out.extend_from_slice(bitmap);
    for block in pairs.chunks(PACKED_BLOCK_TOKENS) {
        for shift in [16, 8, 0] {
            for side in 0..2 {
                out.extend(block.iter().map(|pair| (pair[side] >> shift) as u8));
            }
        }
    }
    let mut checksum = Checksum::new();
    checksum.add(&out);
    out.extend_from_slice(&checksum.value().to_le_bytes());
    out
}
