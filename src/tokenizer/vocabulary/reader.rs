//! Reads the parts of a packed vocabulary while they arrive, in chunks of any size.
//!
//! 1. Bytes wait until the next unit is whole: a header, the ASCII part's bits, a block, a checksum.
//! 2. A block's tokens are entered into the tables at once, so the work is spread over the download.
//! 3. A part counts as read only once its checksum was right.
//!
//! Invariant: [`Reader::coverage`] never admits a table that holds anything but its vocabulary; after
//! an error it admits nothing, and a new reader has to begin again.

use super::block::Block;
use super::format::{CHECKSUM_BYTES, Checksum, HEADER_BYTES, Header, LONGEST_TOKEN, PACKED_BLOCK_TOKENS, PLANES, Part};
use super::{Vocabulary, VocabularyError};
use crate::tokenizer::Encoding;

/// Which texts can be tokenized already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coverage {
    /// None yet.
    Nothing,
    /// Pure ASCII.
    Ascii,
    /// All.
    All,
}

/// The unit that is awaited.
#[derive(Clone, Copy)]
enum Unit {
    Header(Part),
    Bitmap,
    Block,
    Checksum,
    /// Nothing more may come.
    End,
}

/// Fills a [`Vocabulary`] from its two packed parts, the ASCII part first.
pub struct Reader {
    vocabulary: Vocabulary,
    /// How many ranks the file has; of those from `vocabulary.ranks()` on no text makes use.
    file_ranks: u32,
    coverage: Coverage,
    awaited: Unit,
    /// What has arrived of the awaited unit.
    waiting: Vec<u8>,
    checksum: Checksum,
    /// Of the part that is being read.
    header: Header,
    /// One bit per rank: whether it is in the first part.
    ascii: Vec<u8>,
    /// Ranks of the part's tokens, in order.
    order: Vec<u32>,
    /// How many of them have been read.
    done: usize,
    /// How many bytes all tokens so far have.
    bytes: usize,
    failed: Option<VocabularyError>,
}

impl Reader {
    /// A reader for the file that holds the tokens of `encoding`.
    pub fn new(encoding: Encoding) -> Self {
        Self::of_ranks(encoding.ranks(), encoding.vocabulary_file().ranks())
    }

    /// A reader for a file of `file_ranks` ranks, of which the first `ranks` are wanted.
    pub(super) fn of_ranks(ranks: u32, file_ranks: u32) -> Self {
        Self {
            vocabulary: Vocabulary::new(ranks, file_ranks),
            file_ranks,
            coverage: Coverage::Nothing,
            awaited: Unit::Header(Part::Ascii),
            waiting: Vec::new(),
            checksum: Checksum::new(),
            header: Header { part: Part::Ascii, ranks: file_ranks, tokens: 0, bytes: 0 },
            ascii: Vec::new(),
            order: Vec::new(),
            done: 0,
            bytes: 0,
            failed: None,
        }
    }

    /// What the tables can be used for.
    pub fn coverage(&self) -> Coverage {
        self.coverage
    }

    /// The tables; good only for what [`Reader::coverage`] says.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Takes the next bytes of the ASCII part and then of the other.
    ///
    /// # Errors
    /// [`VocabularyError`] as soon as something is wrong, and the same ever after.
    pub fn push(&mut self, mut bytes: &[u8]) -> Result<(), VocabularyError> {
        while self.failed.is_none() && !bytes.is_empty() {
            let missing = self.unit_bytes() - self.waiting.len();
            let (now, later) = bytes.split_at(missing.min(bytes.len()));
            self.waiting.extend_from_slice(now);
            bytes = later;
            if now.len() == missing {
                let mut unit = std::mem::take(&mut self.waiting);
                self.failed = self.read(&unit).err();
                unit.clear();
                self.waiting = unit;
            }
        }
        match self.failed {
            None => Ok(()),
            Some(error) => {
                self.coverage = Coverage::Nothing;
                Err(error)
            }
        }
    }

    fn unit_bytes(&self) -> usize {
        match self.awaited {
            Unit::Header(_) => HEADER_BYTES,
            Unit::Bitmap => (self.file_ranks as usize).div_ceil(8),
            Unit::Block => PLANES * (self.order.len() - self.done).min(PACKED_BLOCK_TOKENS),
            Unit::Checksum => CHECKSUM_BYTES,
            Unit::End => 1,
        }
    }

    fn read(&mut self, unit: &[u8]) -> Result<(), VocabularyError> {
        if !matches!(self.awaited, Unit::Checksum) {
            self.checksum.add(unit);
        }
        match self.awaited {
            Unit::Header(part) => self.read_header(part, unit),
            Unit::Bitmap => {
                self.ascii = unit.to_vec();
                self.begin_blocks()
            }
            Unit::Block => self.read_block(unit),
            Unit::Checksum => self.read_checksum(unit),
            Unit::End => Err(VocabularyError::TooLong),
        }
    }

    fn read_header(&mut self, part: Part, unit: &[u8]) -> Result<(), VocabularyError> {
        let header = unit.first_chunk().and_then(Header::from_bytes).ok_or(VocabularyError::NotAVocabulary)?;
        if header.part != part || header.ranks != self.file_ranks {
            return Err(VocabularyError::WrongPart);
        }
        if header.tokens > header.ranks || header.bytes as usize > header.ranks as usize * LONGEST_TOKEN {
            return Err(VocabularyError::Damaged);
        }
        self.header = header;
        if part == Part::Ascii {
            self.vocabulary.reserve(header.bytes as usize);
            self.awaited = Unit::Bitmap;
            return Ok(());
        }
        self.begin_blocks()
    }

    fn begin_blocks(&mut self) -> Result<(), VocabularyError> {
        let first_part = self.header.part == Part::Ascii;
        let is_mine = |rank: &u32| (self.ascii[*rank as usize / 8] >> (rank % 8) & 1 == 1) == first_part;
        self.order.clear();
        self.order.reserve_exact(self.header.tokens as usize);
        self.order.extend((0..self.file_ranks).filter(is_mine));
        self.done = 0;
        if self.order.len() != self.header.tokens as usize {
            return Err(VocabularyError::Damaged);
        }
        self.awaited = if self.order.is_empty() { Unit::Checksum } else { Unit::Block };
        Ok(())
    }

    fn read_block(&mut self, unit: &[u8]) -> Result<(), VocabularyError> {
        let block = Block { part: self.header.part, order: &self.order, first: self.done, planes: unit };
        self.bytes += block.enter(&mut self.vocabulary).ok_or(VocabularyError::Damaged)?;
        self.done += unit.len() / PLANES;
        if self.done == self.order.len() {
            self.awaited = Unit::Checksum;
        }
        Ok(())
    }

    fn read_checksum(&mut self, unit: &[u8]) -> Result<(), VocabularyError> {
        let is_whole = self.header.part == Part::Ascii || self.bytes == self.header.bytes as usize;
        if unit != self.checksum.value().to_le_bytes() || !is_whole {
            return Err(VocabularyError::Damaged);
        }
        self.checksum = Checksum::new();
        (self.coverage, self.awaited) = match self.header.part {
            Part::Ascii => (Coverage::Ascii, Unit::Header(Part::Rest)),
            Part::Rest => (Coverage::All, Unit::End),
        };
        if self.coverage == Coverage::All {
            (self.waiting, self.order, self.ascii) = Default::default();
        }
        Ok(())
    }
}
