//! The whole: what the latest period had, how it stands to others, and whether it has been rising or falling.

use super::super::document::Block;
use super::about::About;
use super::card::cards;
use super::page::Page;
use super::place::{Place, place};

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let all = About::all(page);
    let mut blocks = cards(page, |finding| place(finding) == Place::Headline);
    blocks.extend(page.charts(&["frequency", "casualties"]));
    blocks.extend(cards(page, |finding| place(finding) == Place::Trend && all.is_of(finding)));
    blocks.extend(page.charts(&["changes"]));
    blocks
}
