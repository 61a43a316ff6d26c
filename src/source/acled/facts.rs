//! What ACLED's events allow to be said.

use super::super::{Aggregated, Attribution, CoverageRule, Direction, Edition, Facts, Layout, Living};
use super::{COUNTRY_STARTS, Field};
use crate::measure::{Reported, Reports};

/// How ACLED asks to be named.
pub(crate) const CITATION: &str = "ACLED (Armed Conflict Location & Event Data), acleddata.com";
/// What ACLED's headline counts.
pub(crate) const HEADLINE: &str = "political violence (disorder type)";
/// True of all its files.
pub(crate) const FATALITIES: &str = "ACLED's deaths are conservative estimates from reports, by event and not by side; 0 may \
                                     also mean that no report spoke of deaths. It has no injuries.";

const CAVEATS: [&str; 4] = [
    FATALITIES,
    "ACLED does not say who started a battle: those are clashes. In explosions and remote violence between two armed sides \
     the first one named is taken as the initiator.",
    "A suicide bombing within a battle is part of the battle: suicide attacks are counted only where they stand alone.",
    "ACLED began to count in different years in different countries (its \"Country and Time Period Coverage\").",
];

pub(super) fn of(layout: &Layout) -> Facts {
    let has = |field: Field| layout.at(field as usize).is_some();
    let reports = Reports {
        killed: Reported::Yes,
        suicide: Reported::when(has(Field::SubEventType)),
        unattributed: Reported::Yes,
        tactic: Reported::when(has(Field::SubEventType)),
        ..Reports::default()
    };
    Facts {
        reports,
        direction: Direction::Stated,
        attribution: Attribution::Involved,
        coverage: CoverageRule::AcledFriday,
        living: Living::Living,
        edition: Edition::Final,
        headline: has(Field::DisorderType).then_some(HEADLINE),
        country_starts: COUNTRY_STARTS,
        aggregated: Aggregated::No,
        caveats: CAVEATS.map(str::to_owned).to_vec(),
        ..Facts::new("acled", "ACLED", CITATION)
    }
}
