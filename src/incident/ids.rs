//! Ids: texts that nearly every row has and nearly nothing asks for, so they are kept compressed, some hundreds together.

use std::cell::RefCell;
use std::fmt;
use zstd::bulk::{Compressor, Decompressor};

/// Ids compressed together: one look-up opens so many, which takes a few microseconds.
const BLOCK: usize = 512;
/// The fastest level: neighbouring ids share nearly everything anyway.
const LEVEL: i32 = 1;

/// The ids of all rows, in order. Invariant: every block but the open one holds [`BLOCK`] ids, each ended by a line feed, which no
/// id has (what a table's cell has of them is turned into blanks).
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    blocks: Vec<Block>,
    /// The ids that fill no block yet.
    open: String,
    waiting: usize,
    press: Press,
}

#[derive(Clone, Debug)]
struct Block {
    /// Bytes of the ids.
    length: usize,
    pressed: Box<[u8]>,
}

thread_local! {
    /// Opens blocks: dear to make, and asked for often.
    static OPENER: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// A compressor that is made once for all blocks.
#[derive(Default)]
struct Press(Option<Compressor<'static>>);

impl Press {
    fn compress(&mut self, bytes: &[u8]) -> std::io::Result<Vec<u8>> {
        match &mut self.0 {
            Some(compressor) => compressor.compress(bytes),
            none => none.insert(Compressor::new(LEVEL)?).compress(bytes),
        }
    }
}

impl Clone for Press {
    fn clone(&self) -> Press {
        Press::default()
    }
}

impl fmt::Debug for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Press")
    }
}

/// A block that was opened, and how far it was read.
struct Opened {
    block: usize,
    texts: String,
    /// The row that is read next, and where its id begins.
    row: usize,
    at: usize,
}

impl Opened {
    /// The id of a row that is not before the last one.
    fn id(&mut self, ids: &Ids, row: usize) -> &str {
        let block = row / BLOCK;
        if block != self.block {
            *self = Opened { block, texts: ids.block(block), row: block * BLOCK, at: 0 };
        }
        let rest = &self.texts[self.at..];
        // The last that was read may be asked for again, so it stays the next one.
        let skipped: usize = rest.split_inclusive('\n').take(row - self.row).map(str::len).sum();
        (self.row, self.at) = (row, self.at + skipped);
        self.texts[self.at..].lines().next().expect("a block has an id for each of its rows")
    }
}

impl Ids {
    pub(super) fn push(&mut self, id: &str) {
        match id.contains('\n') {
            true => self.open.extend(id.chars().map(|c| if c == '\n' { ' ' } else { c })),
            false => self.open.push_str(id),
        }
        self.open.push('\n');
        self.waiting += 1;
        if self.waiting == BLOCK {
            self.close();
        }
    }

    /// Compresses what fills no whole block: nothing can be pushed after it, unless the last block is full.
    pub(super) fn close(&mut self) {
        if self.waiting > 0 {
            let block = self.press.compress(self.open.as_bytes()).expect("memory can be compressed");
            self.blocks.push(Block { length: self.open.len(), pressed: block.into_boxed_slice() });
            self.open.clear();
            self.waiting = 0;
        }
    }

    /// The id of a row.
    ///
    /// # Panics
    /// If there is no such row, or the ids are still open.
    pub(super) fn get(&self, row: usize) -> String {
        let texts = self.block(row / BLOCK);
        texts.lines().nth(row % BLOCK).expect("a block has an id for each of its rows").to_owned()
    }

    /// The ids of rows that ascend: each block is opened once.
    pub(super) fn of(&self, rows: impl Iterator<Item = usize>) -> Vec<String> {
        let mut opened = Opened { block: usize::MAX, texts: String::new(), row: 0, at: 0 };
        rows.map(|row| opened.id(self, row).to_owned()).collect()
    }

    /// The ids where `keep` says so.
    pub(super) fn rebuilt(&self, keep: impl Fn(usize) -> bool) -> Ids {
        let mut rebuilt = Ids::default();
        for block in 0..self.blocks.len() {
            for (at, id) in self.block(block).lines().enumerate() {
                if keep(block * BLOCK + at) {
                    rebuilt.push(id);
                }
            }
        }
        rebuilt.close();
        rebuilt
    }

    fn block(&self, block: usize) -> String {
        let Block { length, pressed } = &self.blocks[block];
        let bytes = OPENER.with_borrow_mut(|opener| {
            let opener = opener.get_or_insert_with(|| Decompressor::new().expect("there is memory for a small table"));
            opener.decompress(pressed, *length).expect("what was compressed here can be opened")
        });
        String::from_utf8(bytes).expect("ids are text")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_come_back_in_order() {
        let mut ids = Ids::default();
        let text = |n: usize| if n % 7 == 3 { String::new() } else { format!("XX{n}é") };
        (0..BLOCK * 2 + 9).for_each(|n| ids.push(&text(n)));
        ids.close();
        for n in [0, 3, BLOCK - 1, BLOCK, 2 * BLOCK + 8] {
            assert_eq!(ids.get(n), text(n));
        }
        let rows = [1, 2, BLOCK + 1];
        assert_eq!(ids.of(rows.into_iter()), rows.map(text));
        let odd = ids.rebuilt(|n| n % 2 == 1);
        assert_eq!(odd.get(BLOCK), text(2 * BLOCK + 1));
        assert!(
            ids.blocks.iter().map(|block| block.pressed.len()).sum::<usize>() < BLOCK * 2 * 4,
            "under four bytes a row"
        );
    }

    #[test]
    fn a_line_feed_inside_an_id_does_not_move_the_others() {
        let mut ids = Ids::default();
        ["a\nb", "c"].iter().for_each(|id| ids.push(id));
        ids.close();
        assert_eq!([ids.get(0), ids.get(1)], ["a b", "c"]);
    }
}
