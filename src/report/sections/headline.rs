//! The first section: the latest period in sentences, with its two main charts.

use super::super::document::Block;
use super::card::cards;
use super::page::Page;
use super::place::{Place, place};

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = cards(page, |finding| place(finding) == Place::Headline);
    blocks.extend(page.charts(&["frequency", "casualties"]));
    blocks
}
