//! The first section: the latest period in sentences, with its two main charts.

use super::super::document::Block;
use super::card::cards;
use super::page::Page;
use super::whole;
use crate::finding::{Claim, Finding};

pub(super) fn blocks(page: &Page) -> Vec<Block> {
    let mut blocks = cards(page, |finding| whole(finding) && belongs(finding));
    blocks.extend(page.charts(&["frequency", "casualties"]));
    blocks
}

fn belongs(finding: &Finding) -> bool {
    match &finding.claim {
        Claim::Total(_)
        | Claim::Compared(_)
        | Claim::Level(_)
        | Claim::Record { .. }
        | Claim::Suicide(_)
        | Claim::Taken { .. }
        | Claim::Failed { .. }
        | Claim::Deadliest(_)
        | Claim::SoFar(_) => true,
        Claim::Ledgers(_)
        | Claim::Margin(_)
        | Claim::Region(_)
        | Claim::Group(_)
        | Claim::Mix(_)
        | Claim::Unnamed(_)
        | Claim::Suspected(_)
        | Claim::Silence { .. } => false,
    }
}
