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
    /// What the periods of each source are called: asked once, told in millions of rows.
    labels: Vec<Vec<String>>,
    write: W,
}

impl<'a, W: Fn(&mut Grid, &'a Analysis, &[String], Key) + Send + Sync> ByKey<'a, W> {
    /// `write` writes the rows of a block, as many as it says; it is given the labels of the source's periods.
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
        let of = |analysis: &Analysis| analysis.periods.iter().map(|period| period.label()).collect();
        let labels = analyses.iter().map(of).collect();
        ByKey { columns, analyses, blocks, parts, height, labels, write }
    }
}

impl<'a, W: Fn(&mut Grid, &'a Analysis, &[String], Key) + Send + Sync> Rows for ByKey<'a, W> {
    fn height(&self) -> usize {
        self.height
    }

    fn parts(&self) -> usize {
        self.parts.len()
    }

    fn part(&self, index: usize) -> DataFrame {
        let blocks = &self.blocks[self.parts[index].clone()];
        let told = blocks.iter().map(|block| block.rows).sum::<usize>();
        let mut grid = Grid::of_rows(self.columns, told);
        for block in blocks {
            (self.write)(&mut grid, &self.analyses[block.source], &self.labels[block.source], block.key);
        }
        let frame = grid.frame();
        debug_assert_eq!(frame.height(), told, "as many rows as the blocks say");
        frame
    }
}
