//! Why a figure is not drawn, and the short words for numbers that are not there.

use crate::finding;
use crate::messages::{Message, Messages};
use crate::period::Grain;
use crate::stats::NotComputed;
use crate::text;

/// Why a figure was not drawn: closed, and printed.
#[derive(Clone, Debug, PartialEq)]
pub enum NotDrawn {
    NoIncidents,
    NoCompletePeriod(Grain),
    NotReported(Lacking),
    NotMeasured,
    NoKnownToll,
    TooFew {
        what: Lacking,
        have: usize,
        need: usize,
    },
    NotForSubject,
    NothingShown,
    NoCompleteYear,
    NotForecast(NotComputed),
    NotTested,
    NoBoundaries,
    NoneMatched,
    MostlyUnmatched,
    NoPopulation,
    NoPlaces,
    /// No incident names two organisations.
    NoDirect,
    /// Of no pair of organisations is there enough to measure.
    NoPair,
    /// Of this pair nothing is known: the side of that name has too little.
    TooFewOfPair {
        name: String,
        have: usize,
        need: usize,
    },
}

/// What there is too little of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    Deaths,
    Tactics,
    Targets,
    Groups,
    Regions,
    GroupsOfYear,
    RegionsOfYear,
    GroupsOfPeriod,
    RegionsOfPeriod,
    /// Incidents with a known toll, in a year.
    KnownTolls,
    /// Incidents with an armed group.
    Armed,
    /// Organisations of which a pair could be measured.
    PairedGroups,
}

impl NotDrawn {
    /// As a clause: `no month is wholly covered yet`.
    pub fn text(&self, m: &Messages) -> String {
        m.say(match self {
            NotDrawn::NoIncidents => Message::NoneNoIncidents {},
            NotDrawn::NoCompletePeriod(grain) => Message::NoneNoPeriod { grain: finding::grain(m, *grain) },
            NotDrawn::NotReported(what) => Message::NoneNotReported { what: what.text(m) },
            NotDrawn::NotMeasured => Message::NoneNotMeasured {},
            NotDrawn::NoKnownToll => Message::NoneNoToll {},
            NotDrawn::TooFew { what, have, need } => {
                Message::NoneTooFew { what: what.text(m), have: have.to_string(), need: need.to_string() }
            }
            NotDrawn::NotForSubject => Message::NoneNotForSubject {},
            NotDrawn::NothingShown => Message::NoneNothingShown {},
            NotDrawn::NoCompleteYear => Message::NoneNoYear {},
            NotDrawn::NotForecast(reason) => Message::NoneNotForecast { why: reason_text(m, *reason) },
            NotDrawn::NotTested => Message::NoneNotTested {},
            NotDrawn::NoBoundaries => Message::NoneNoBoundaries {},
            NotDrawn::NoneMatched => Message::NoneNoneMatched {},
            NotDrawn::MostlyUnmatched => Message::NoneMostlyUnmatched {},
            NotDrawn::NoPopulation => Message::NoneNoPopulation {},
            NotDrawn::NoPlaces => Message::NoneNoPlaces {},
            NotDrawn::NoDirect => Message::NoneNoDirect {},
            NotDrawn::NoPair => Message::NoneNoPair {},
            NotDrawn::TooFewOfPair { name, have, need } => {
                Message::NoneTooFewOfPair { name: name.clone(), have: have.to_string(), need: need.to_string() }
            }
        })
    }
}

impl Lacking {
    fn text(self, m: &Messages) -> String {
        m.say(match self {
            Lacking::Deaths => Message::LackDeaths {},
            Lacking::Tactics => Message::LackTactics {},
            Lacking::Targets => Message::LackTargets {},
            Lacking::Groups => Message::LackGroups {},
            Lacking::Regions => Message::LackRegions {},
            Lacking::GroupsOfYear => Message::LackGroupsOfYear {},
            Lacking::RegionsOfYear => Message::LackRegionsOfYear {},
            Lacking::GroupsOfPeriod => Message::LackGroupsOfPeriod {},
            Lacking::RegionsOfPeriod => Message::LackRegionsOfPeriod {},
            Lacking::KnownTolls => Message::LackKnownTolls {},
            Lacking::Armed => Message::LackArmed {},
            Lacking::PairedGroups => Message::LackPairedGroups {},
        })
    }
}

/// Why a number was not computed, where room is short.
pub(super) fn reason_text(m: &Messages, reason: NotComputed) -> String {
    m.say(match reason {
        NotComputed::Partial => Message::ShortPartial {},
        NotComputed::NoBase => Message::ShortNoBase {},
        NotComputed::Unreported => Message::ShortUnreported {},
        NotComputed::LowerBound => Message::ShortLowerBound {},
        NotComputed::NewSources { share } => Message::ShortNewSources { share: text::share(share) },
        NotComputed::TooShort { have, need } => {
            Message::ShortTooShort { have: have.to_string(), need: need.to_string() }
        }
        NotComputed::TooFew { have, need } => Message::ShortTooFew { have: text::count(have), need: text::count(need) },
        NotComputed::TooQuiet { have, need, of } => {
            Message::ShortTooQuiet { have: have.to_string(), need: need.to_string(), of: of.to_string() }
        }
        NotComputed::Degenerate => Message::ShortDegenerate {},
        NotComputed::NoCycle => Message::ShortNoCycle {},
        NotComputed::Provisional => Message::ShortProvisional {},
        NotComputed::OneIncident { killed } => Message::ShortOneIncident { killed: text::count(killed) },
        NotComputed::MergedRegion => Message::ShortMergedRegion {},
        NotComputed::CollectionBreak => Message::ShortCollectionBreak {},
        NotComputed::Stale { periods } => Message::ShortStale { periods: periods.to_string() },
        NotComputed::NotShown => Message::ShortNotShown {},
        NotComputed::NoDistribution => Message::ShortNoDistribution {},
    })
}
