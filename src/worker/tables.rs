//! The tables of the encodings in use, which fill while their files arrive.
//!
//! [`table`] gives the number of an encoding's table, [`push`] fills it part by part.
//!
//! Invariant: a table admits only texts that the parts it has read, undamaged, cover.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;

use crate::tokenizer::vocabulary::{Coverage, Reader};
use crate::tokenizer::{Encoding, Tokenizer};

struct Table {
    number: u32,
    encoding: Encoding,
    reader: Reader,
}

impl Table {
    /// Whether it holds the tokens of `encoding`.
    fn serves(&self, encoding: Encoding) -> bool {
        self.encoding.ranks() == encoding.ranks() && self.encoding.vocabulary_file() == encoding.vocabulary_file()
    }
}

thread_local! {
    static TABLES: RefCell<Vec<Table>> = const { RefCell::new(Vec::new()) };
    static LAST_NUMBER: Cell<u32> = const { Cell::new(0) };
}

/// The number of the table of `encoding`, which is made if there is none; 0 for no encoding.
#[wasm_bindgen]
pub fn table(encoding: &str) -> u32 {
    let Some(encoding) = Encoding::from_name(encoding) else { return 0 };
    TABLES.with_borrow_mut(|tables| {
        if let Some(table) = tables.iter().find(|table| table.serves(encoding)) {
            return table.number;
        }
        // Never that of an earlier table: a download may still be filling that one.
        let number = LAST_NUMBER.get() + 1;
        LAST_NUMBER.set(number);
        tables.push(Table { number, encoding, reader: Reader::new(encoding) });
        number
    })
}

/// How many parts of its file a table has read: none, the ASCII part, or both.
#[wasm_bindgen]
pub fn parts(table: u32) -> u32 {
    TABLES.with_borrow(|tables| {
        let table = tables.iter().find(|known| known.number == table);
        table.map_or(0, |table| match table.reader.coverage() {
            Coverage::Nothing => 0,
            Coverage::Ascii => 1,
            Coverage::All => 2,
        })
    })
}

/// Reads the next bytes into a table; says whether they are good.
#[wasm_bindgen]
pub fn push(table: u32, bytes: &[u8]) -> bool {
    TABLES.with_borrow_mut(|tables| {
        let table = tables.iter_mut().find(|known| known.number == table);
        table.is_some_and(|table| table.reader.push(bytes).is_ok())
    })
}

/// Gives up a table that is damaged.
#[wasm_bindgen]
pub fn forget(table: u32) {
    TABLES.with_borrow_mut(|tables| tables.retain(|known| known.number != table));
}

/// Uses the tokenizer of `encoding`, if its table has read enough for any text.
pub(super) fn with_tokenizer<T>(encoding: Encoding, task: impl FnOnce(&Tokenizer) -> T) -> Option<T> {
    TABLES.with_borrow(|tables| {
        let table = tables.iter().find(|table| table.serves(encoding))?;
        Tokenizer::new(encoding, &table.reader).map(|tokenizer| task(&tokenizer))
    })
}
