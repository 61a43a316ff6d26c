//! The members of a division: the groups or the regions of a subject, ranked, capped, and told which of them leads.

use super::words::{self, LastYear, Noun};
use super::{Lacking, NotDrawn, Subject, points};
use crate::analysis::Analysis;
use crate::cube::{Facet, Key, Scope};
use crate::figure::Ink;
use crate::measure::Amount;
use crate::messages::{Message, Messages};
use crate::source::Attribution;
use crate::text;
use std::cmp::Reverse;

/// Into what incidents are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Division {
    Groups,
    Regions,
}

/// One group or region.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub subject: Subject,
    pub name: String,
    pub key: Key,
    pub ink: Ink,
    /// Incidents in the last year of complete periods, and in all.
    pub recent: Amount,
    pub total: Amount,
}

impl Division {
    /// The chart of small multiples.
    pub(super) fn id(self) -> &'static str {
        match self {
            Division::Groups => "groups",
            Division::Regions => "regions",
        }
    }

    /// Where there are too few.
    pub(super) fn lacking(self) -> Lacking {
        match self {
            Division::Groups => Lacking::Groups,
            Division::Regions => Lacking::Regions,
        }
    }

    /// What follows the noun where this division is told: beside a region its country needs no mention.
    pub(super) fn about(self, m: &Messages, analysis: &Analysis, subject: Subject) -> String {
        match self {
            Division::Groups => words::about(m, analysis, subject),
            Division::Regions => words::about_anywhere(m, analysis, subject),
        }
    }

    /// The members that may rank, by their incidents in the last year, then in all, then by name. Those without any are left out.
    pub(super) fn members(self, m: &Messages, analysis: &Analysis, subject: Subject) -> Result<Vec<Member>, NotDrawn> {
        let year = LastYear::of(analysis, words::scope(subject)).map(|y| y.periods).unwrap_or_default();
        let member = |subject: Subject, scope: Scope, ink: Ink| {
            let name = words::name(m, analysis, subject);
            let key = Key { scope, facet: Facet::ALL };
            let total = analysis.cube.get(key).into_iter().flatten().map(|(_, e)| e.cell.incidents).sum();
            Member { subject, name, key, ink, recent: points::total(analysis, key, &year).incidents, total }
        };
        let mut members: Vec<Member> = match self {
            Division::Groups => {
                // Those that rank come first.
                let ranked = analysis.groups.iter().take(analysis.ranked_groups());
                let scope = |group| match subject {
                    Subject::All => Ok(Scope::Group(group)),
                    Subject::Region(region) => Ok(Scope::GroupRegion(group, region)),
                    Subject::Group(_) | Subject::Pair(..) => Err(NotDrawn::NotForSubject),
                };
                ranked
                    .map(|g| {
                        let subject = Subject::Group(g.name);
                        Ok(member(subject, scope(g.name)?, words::ink(analysis, subject)))
                    })
                    .collect::<Result<_, _>>()?
            }
            Division::Regions => {
                let ranked = analysis.regions.iter().take(analysis.ranked_regions());
                let scope = |region| match subject {
                    Subject::All => Ok(Scope::Region(region)),
                    Subject::Group(group) if !group.is_none() => Ok(Scope::GroupRegion(group, region)),
                    Subject::Group(_) | Subject::Region(_) | Subject::Pair(..) => Err(NotDrawn::NotForSubject),
                };
                let ink = words::ink(analysis, subject);
                ranked
                    .map(|r| Ok(member(Subject::Region(r.region), scope(r.region)?, ink)))
                    .collect::<Result<_, _>>()?
            }
        };
        members.retain(|m| m.total > Amount::ZERO);
        members.sort_by_key(|m| (Reverse((m.recent, m.total)), m.name.clone()));
        Ok(members)
    }

    /// What is not in the chart, and how its numbers add up.
    pub(super) fn notes(self, m: &Messages, analysis: &Analysis, shown: usize, of: usize) -> Vec<String> {
        let mut notes = Vec::new();
        if shown < of {
            let (shown, of) = (shown.to_string(), of.to_string());
            notes.push(m.say(match self {
                Division::Groups => Message::ChartTopGroups { shown, of },
                Division::Regions => Message::ChartTopRegions { shown, of },
            }));
        }
        match self {
            Division::Groups => {
                let apart = match analysis.groups.len() - analysis.ranked_groups() {
                    0 => String::new(),
                    n => m.say(Message::ChartApart { n: (n as f64).into() }),
                };
                let counting = m.say(match analysis.attribution {
                    Attribution::Involved => Message::ChartCountInvolved {},
                    Attribution::First => Message::ChartCountFirst {},
                    Attribution::Initiator => Message::ChartCountInitiator {},
                    Attribution::Fractional => Message::ChartCountFractional {},
                });
                notes.push(m.say(Message::ChartNamedOnly { apart, counting }));
            }
            Division::Regions => {
                let unknown = analysis.regions.iter().skip(analysis.ranked_regions());
                let unknown: Amount = unknown.map(|r| r.total).sum();
                if unknown > Amount::ZERO {
                    let count = Noun::Incident.count(m, unknown.value());
                    notes.push(m.say(Message::ChartNoteNoRegion { count }));
                }
            }
        }
        notes
    }

    /// Which member has the most of `total`: `49 of 112 incidents in October 2026 were in Ilmaray`. `None` where nobody leads.
    pub(super) fn leader(
        self,
        m: &Messages,
        (noun, about, when): (Noun, String, String),
        values: &[(String, f64)],
        total: f64,
    ) -> Option<String> {
        let most = values.iter().map(|(_, v)| *v).fold(0.0, f64::max);
        let leaders: Vec<&str> = values.iter().filter(|(_, v)| *v == most).map(|(n, _)| n.as_str()).collect();
        if most <= 0.0 || leaders.len() > MOST_LEADERS {
            return None;
        }
        let count = noun.count(m, total);
        let of = m.say(Message::ChartOf { number: text::count(most), count, about, when });
        Some(m.say(match (self, leaders.as_slice()) {
            (Division::Groups, &[only]) => Message::ChartLeaderGroup { group: only.to_owned(), of },
            (Division::Regions, &[only]) => Message::ChartLeaderRegion { n: most.into(), of, region: only.to_owned() },
            (Division::Groups, several) => Message::ChartLeaderGroups { groups: m.list(several), of },
            (Division::Regions, several) => Message::ChartLeaderRegions { regions: m.list(several), of },
        }))
    }
}

/// More than two that lead together are no headline.
const MOST_LEADERS: usize = 2;
