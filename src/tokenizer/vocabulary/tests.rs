//! Packing and reading: what comes back, and that nothing damaged does.

use super::{Coverage, Packed, Reader, VocabularyError, pack};

/// All bytes in an order of their own, some pairs, and a rank without a token.
fn tokens() -> Vec<Vec<u8>> {
    let mut tokens: Vec<Vec<u8>> = (0..=255).map(|byte: u8| vec![byte.wrapping_add(33)]).collect();
    for token in [b"th".as_slice(), b"the", b" the", b"", b"\xE4\xBD", b"\xE4\xBD\xA0", b"in", b"ing", b"thing"] {
        tokens.push(token.to_vec());
    }
    tokens
}

fn packed() -> Packed {
    pack(&tokens()).expect("pairs all the way down")
}

fn read(parts: &[u8]) -> (Result<(), VocabularyError>, Coverage) {
    let count = tokens().len() as u32;
    let mut reader = Reader::of_ranks(count, count);
    let result = parts.chunks(7).try_for_each(|chunk| reader.push(chunk));
    (result, reader.coverage())
}

#[test]
fn what_was_packed_comes_back() {
    let (tokens, packed) = (tokens(), packed());
    let mut reader = Reader::of_ranks(tokens.len() as u32, tokens.len() as u32);
    reader.push(&packed.ascii).expect("good");
    assert_eq!(reader.coverage(), Coverage::Ascii);
    reader.push(&packed.rest).expect("good");
    assert_eq!(reader.coverage(), Coverage::All);
    let vocabulary = reader.vocabulary();
    for (rank, token) in (0..).zip(&tokens) {
        assert_eq!(vocabulary.bytes_of(rank), Some(token.as_slice()).filter(|token| !token.is_empty()));
        if !token.is_empty()
            && let Some([left, right]) = vocabulary.split(rank)
        {
            assert_eq!(vocabulary.merge(left, right), Some(rank));
            let bytes = |part| vocabulary.bytes_of(part).expect("an earlier token");
            assert_eq!([bytes(left), bytes(right)].concat(), *token);
        }
    }
    assert_eq!(vocabulary.bytes_of(tokens.len() as u32), None);
}

#[test]
fn what_is_cut_off_covers_no_more_than_its_whole_parts() {
    let packed = packed();
    let whole = [packed.ascii.as_slice(), &packed.rest].concat();
    for length in 0..whole.len() {
        let covered = if length < packed.ascii.len() { Coverage::Nothing } else { Coverage::Ascii };
        assert_eq!(read(&whole[..length]), (Ok(()), covered), "{length} bytes");
    }
    assert_eq!(read(&whole), (Ok(()), Coverage::All));
    assert_eq!(read(&[whole.as_slice(), b"x"].concat()), (Err(VocabularyError::TooLong), Coverage::Nothing));
}

#[test]
fn every_flipped_bit_is_noticed() {
    let packed = packed();
    let whole = [packed.ascii.as_slice(), &packed.rest].concat();
    for bit in 0..whole.len() * 8 {
        let mut damaged = whole.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        let is_ascii_whole = bit / 8 >= packed.ascii.len();
        let most = if is_ascii_whole { Coverage::Ascii } else { Coverage::Nothing };
        assert!(read(&damaged).1 <= most, "bit {bit}");
    }
}

#[test]
fn parts_in_the_wrong_order_are_refused() {
    let packed = packed();
    assert_eq!(read(&packed.rest).0, Err(VocabularyError::WrongPart));
    assert_eq!(read(&[packed.ascii.as_slice(), &packed.ascii].concat()).0, Err(VocabularyError::WrongPart));
}

#[test]
fn a_reader_can_leave_out_the_last_ranks() {
    let (count, packed) = (tokens().len() as u32, packed());
    let mut reader = Reader::of_ranks(count - 1, count);
    reader.push(&packed.ascii).and_then(|()| reader.push(&packed.rest)).expect("good");
    assert_eq!(reader.vocabulary().bytes_of(count - 2), Some(b"ing".as_slice()));
    assert_eq!(reader.vocabulary().bytes_of(count - 1), None);
}

#[test]
fn tokens_that_no_merge_makes_are_refused() {
    let with = |token: &[u8]| [tokens(), vec![token.to_vec()]].concat();
    assert_eq!(pack(&with(b"xyz")), Err(VocabularyError::NotPairs));
    assert_eq!(pack(&with(b"q")), Err(VocabularyError::NotPairs));
    assert_eq!(pack(&tokens()[1..]), Err(VocabularyError::NotPairs));
}
