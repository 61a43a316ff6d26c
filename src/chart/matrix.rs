//! Matrix: which groups were active in which regions in the last year.

use super::frame::{self, Parts};
use super::members::{Division, Member};
use super::words::{LastYear, Noun};
use super::{Chart, Lacking, NotDrawn, Pick, Reach, Subject, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key, Scope};
use crate::figure::{Figure, HeatColumns, HeatRow, Heatmap, Ink, Shape, State, Tile};
use crate::measure::Amount;
use crate::messages::{Message, Messages};
use crate::period::Period;
use crate::registry::Entry;
use crate::text;

pub(super) struct Matrix;

/// Below two by two it is a list.
const LEAST: usize = 2;

impl Entry for Matrix {
    fn id(&self) -> &'static str {
        "matrix"
    }

    fn about(&self) -> &'static str {
        "Incidents of the last year by group and region"
    }

    fn example(&self) -> String {
        "incident-trends chart matrix --top 8 -o matrix.svg".to_owned()
    }
}

impl Chart for Matrix {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn need(&self, _: &Analysis, _: Subject) -> Need {
        Need::COUNTS
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        if pick.subject != Subject::All {
            return Err(NotDrawn::NotForSubject);
        }
        frame::need_incidents(analysis, pick.subject)?;
        let grain = analysis.policy.grain;
        let year = LastYear::of(analysis, Scope::All).ok_or(NotDrawn::NoCompletePeriod(grain))?;
        let (groups, of_groups) = active(m, analysis, Division::Groups)?;
        let (regions, of_regions) = active(m, analysis, Division::Regions)?;
        let mut most: (f64, Vec<String>) = (0.0, Vec::new());
        let mut told = Vec::new();
        let mut rows = Vec::new();
        for group in &groups {
            let mut tiles = Vec::new();
            for region in &regions {
                let value = both(analysis, group.subject, region.subject, &year.periods);
                let pair = m.say(Message::ChartPair { group: group.name.clone(), region: region.name.clone() });
                if value > 0.0 {
                    told.push(m.say(Message::ChartToldItem { name: pair.clone(), text: text::count(value) }));
                }
                if value > most.0 {
                    most = (value, Vec::new());
                }
                if value == most.0 {
                    most.1.push(pair);
                }
                tiles.push(Tile::plain(Some(value), State::Complete));
            }
            rows.push(HeatRow { label: group.name.clone(), tiles });
        }
        let noun = Noun::of(analysis, None);
        let total = points::total(analysis, Key { scope: Scope::All, facet: Facet::ALL }, &year.periods).incidents;
        let about = Division::Regions.about(m, analysis, Subject::All);
        let when = year.words(m);
        let all = m.say(Message::ChartLead { count: noun.count(m, total.value()), about, when: when.clone() });
        let title = match (most.0, most.1.as_slice()) {
            (value, [pair]) if value > 0.0 => {
                m.say(Message::ChartTitlePair { pair: pair.clone(), number: text::count(value), all })
            }
            // Several pairs lead together: none is a headline.
            (_, _) => text::capital(&all),
        };
        let mut notes = Division::Groups.notes(m, analysis, groups.len(), of_groups);
        notes.extend(Division::Regions.notes(m, analysis, regions.len(), of_regions));
        let shape = Shape::Heatmap(Heatmap {
            unit: noun.many(m),
            ink: Ink::Count,
            columns: HeatColumns::Categories(regions.iter().map(|r| r.name.clone()).collect()),
            rows,
            framed: String::new(),
        });
        let parts = Parts {
            title,
            unit: m.say(Message::ChartUnitPairs { what: noun.heading(m), when }),
            alt: m.say(Message::ChartAltPairs {
                groups: groups.len().to_string(),
                regions: regions.len().to_string(),
                told: told.join(" "),
            }),
            shape,
            notes,
            extent: 0..0,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// The members active in the last year, capped, and how many were.
fn active(m: &Messages, analysis: &Analysis, division: Division) -> Result<(Vec<Member>, usize), NotDrawn> {
    let mut members = division.members(m, analysis, Subject::All)?;
    members.retain(|m| m.recent > Amount::ZERO);
    let of = members.len();
    if of < LEAST {
        let what = match division {
            Division::Groups => Lacking::GroupsOfYear,
            Division::Regions => Lacking::RegionsOfYear,
        };
        return Err(NotDrawn::TooFew { what, have: of, need: LEAST });
    }
    members.truncate(analysis.policy.top.max(LEAST));
    Ok((members, of))
}

/// Incidents of a group in a region.
fn both(analysis: &Analysis, group: Subject, region: Subject, periods: &[Period]) -> f64 {
    match (group, region) {
        (Subject::Group(group), Subject::Region(region)) => {
            let key = Key { scope: Scope::GroupRegion(group, region), facet: Facet::ALL };
            points::total(analysis, key, periods).incidents.value()
        }
        (Subject::All | Subject::Group(_) | Subject::Region(_) | Subject::Pair(..), _) => 0.0,
    }
}
