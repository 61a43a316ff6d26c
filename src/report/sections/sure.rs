//! How sure is this: how many tests were made, and each method in a paragraph.

use super::super::document::Block;
use super::card::cards;
use super::page::Page;
use super::place::{Place, place};
use crate::messages::Message;
use crate::{stats, text};

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = cards(page, |finding| place(finding) == Place::Sure);
    if blocks.is_empty() {
        return blocks;
    }
    let methods = [
        Message::SureJudged {},
        Message::SureChanges {},
        Message::SureTolls {},
        Message::SureTrends {},
        Message::SureAlerts {},
        Message::SureBreaks {},
        Message::SureForecasts {},
        Message::SureGuards { limit: text::share(stats::NEW_SOURCE_LIMIT) },
    ];
    blocks.extend(methods.into_iter().map(|method| Block::Text(page.m.say(method))));
    blocks
}
