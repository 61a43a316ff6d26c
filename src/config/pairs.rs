//! How pairs of groups are measured, as decided.

use super::decide::{at_least_one, word};
use super::{Error, Request};
use crate::analysis::{Counted, PairPolicy, Robustness};
use crate::convergence::Plan;
use std::num::NonZeroUsize;

pub(super) fn pairs(request: &Request) -> Result<PairPolicy, Error> {
    let usual = PairPolicy::default();
    let window = request.pair_window.map(window).transpose()?;
    let least = at_least_one("pair-least", request.pair_least)?.map_or(usual.least as usize, NonZeroUsize::get);
    Ok(PairPolicy {
        counted: word::<Counted>("pair-incidents", request.pair_incidents.as_deref())?.unwrap_or_default(),
        window,
        least: u32::try_from(least).unwrap_or(u32::MAX),
        robustness: word::<Robustness>("pair-robustness", request.pair_robustness.as_deref())?.unwrap_or_default(),
    })
}

fn window(days: usize) -> Result<i32, Error> {
    let sound = i32::try_from(days).ok().filter(|days| (Plan::SHORTEST_WINDOW..=Plan::LONGEST_WINDOW).contains(days));
    sound.ok_or_else(|| Error::BadValue {
        setting: "pair-window",
        value: days.to_string(),
        reason: format!("a window has {} to {} days", Plan::SHORTEST_WINDOW, Plan::LONGEST_WINDOW),
    })
}
