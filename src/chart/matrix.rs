//! Matrix: which groups were active in which regions in the last year.

use super::frame::{self, Parts};
use super::members::{Division, Member};
use super::words::{LastYear, Noun};
use super::{Chart, NotDrawn, Pick, Reach, Subject, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key, Scope};
use crate::figure::{Figure, HeatColumns, HeatRow, Heatmap, Ink, Shape, State, Tile};
use crate::measure::Amount;
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
        if pick.subject != Subject::All {
            return Err(NotDrawn::NotForSubject);
        }
        frame::need_incidents(analysis, pick.subject)?;
        let grain = analysis.policy.grain.noun();
        let year = LastYear::of(analysis, Scope::All).ok_or(NotDrawn::NoCompletePeriod(grain))?;
        let (groups, of_groups) = active(analysis, Division::Groups)?;
        let (regions, of_regions) = active(analysis, Division::Regions)?;
        let mut most: (f64, Vec<String>) = (0.0, Vec::new());
        let mut told = Vec::new();
        let mut rows = Vec::new();
        for group in &groups {
            let mut tiles = Vec::new();
            for region in &regions {
                let value = both(analysis, group.subject, region.subject, &year.periods);
                if value > 0.0 {
                    told.push(format!("{} in {}: {}.", group.name, region.name, text::count(value)));
                }
                if value > most.0 {
                    most = (value, Vec::new());
                }
                if value == most.0 {
                    most.1.push(format!("{} in {}", group.name, region.name));
                }
                tiles.push(Tile { value: Some(value), state: State::Complete });
            }
            rows.push(HeatRow { label: group.name.clone(), tiles });
        }
        let noun = Noun::of(analysis, None);
        let total = points::total(analysis, Key { scope: Scope::All, facet: Facet::ALL }, &year.periods).incidents;
        let about = Division::Regions.about(analysis, Subject::All);
        let all = format!("{}{about} {}", noun.count(total.value()), year.words);
        let title = match (most.0, most.1.as_slice()) {
            (value, [pair]) if value > 0.0 => format!("{pair}: {} of {all}", text::count(value)),
            // Several pairs lead together: none is a headline.
            (_, _) => text::capital(&all),
        };
        let mut notes = Division::Groups.notes(analysis, groups.len(), of_groups);
        notes.extend(Division::Regions.notes(analysis, regions.len(), of_regions));
        let shape = Shape::Heatmap(Heatmap {
            unit: noun.many.to_owned(),
            ink: Ink::Count,
            columns: HeatColumns::Categories(regions.iter().map(|r| r.name.clone()).collect()),
            rows,
        });
        let parts = Parts {
            title,
            unit: format!("{} by group and region {}", text::capital(noun.many), year.words),
            alt: format!("Table of {} groups by {} regions, shaded. {}", groups.len(), regions.len(), told.join(" ")),
            shape,
            notes,
            extent: 0..0,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// The members active in the last year, capped, and how many were.
fn active(analysis: &Analysis, division: Division) -> Result<(Vec<Member>, usize), NotDrawn> {
    let mut members = division.members(analysis, Subject::All)?;
    members.retain(|m| m.recent > Amount::ZERO);
    let of = members.len();
    if of < LEAST {
        let what = match division {
            Division::Groups => "groups active in the last year",
            Division::Regions => "regions with incidents in the last year",
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
        (Subject::All | Subject::Group(_) | Subject::Region(_), _) => 0.0,
    }
}
