//! Trend and breaks: the verdict over the last periods, of the whole and of the parts that rise or fall, and changes of level.

use super::super::document::Block;
use super::card::cards;
use super::page::Page;
use super::place::{Place, place};
use crate::finding::Claim;

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = cards(page, |f| place(f) == Place::Trend && matches!(f.claim, Claim::Trend(_)));
    blocks.extend(cards(page, |f| place(f) == Place::Trend && matches!(f.claim, Claim::Break(_))));
    blocks
}
