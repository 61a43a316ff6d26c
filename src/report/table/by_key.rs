//! Tables of a row for each key and period, which grow beyond memory: made a part at a time, from keys in their order.

use super::super::dataset::{ColumnDoc, PART, Rows};
use super::Grid;
use crate::analysis::Analysis;
use crate::cube::Key;
use polars::prelude::DataFrame;
use std::ops::Range;

/// The rows of one key.
pub(super) struct Block {
    /// Index of the source among the analyses.
    pub source: usize,
    pub key: Key,
    pub rows: usize,
}

/// Rows key after key. Invariants: `parts` cover `blocks` in order; `write` writes `rows` rows for each block.
pub(super) struct ByKey<'a, W> {
    columns: &'static [ColumnDoc],
    analyses: &'a [Analysis],
    blocks: Vec<Block>,
    parts: Vec<Range<usize>>,
    height: usize,
    write: W,
}

impl<'a, W: Fn(&mut Grid, &'a Analysis, Key) + Send + Sync> ByKey<'a, W> {
    /// `write` writes the rows of a block, as many as it says.
    pub(super) fn new(
        columns: &'static [ColumnDoc],
        analyses: &'a [Analysis],
        blocks: Vec<Block>,
        write: W,
    ) -> ByKey<'a, W> {
        let (mut parts, mut from, mut rows) = (Vec::new(), 0, 0);
        for (at, block) in blocks.iter().enumerate() {
            rows += block.rows;
            if rows >= PART {
                parts.push(from..at + 1);
                (from, rows) = (at + 1, 0);
            }
        }
        if from < blocks.len() || parts.is_empty() {
            parts.push(from..blocks.len());
        }
        let height = blocks.iter().map(|block| block.rows).sum();
        ByKey { columns, analyses, blocks, parts, height, write }
    }
}

impl<'a, W: Fn(&mut Grid, &'a Analysis, Key) + Send + Sync> Rows for ByKey<'a, W> {
    fn height(&self) -> usize {
        self.height
    }

    fn parts(&self) -> usize {
        self.parts.len()
    }

    fn part(&self, index: usize) -> DataFrame {
        let mut grid = Grid::new(self.columns);
        for block in &self.blocks[self.parts[index].clone()] {
            (self.write)(&mut grid, &self.analyses[block.source], block.key);
        }
        grid.frame()
    }
}
