//! Heat map: the incidents of each region in each period.

use super::frame::{self, Parts};
use super::headline::{self, Claim};
use super::members::Division;
use super::words::{self, Noun};
use super::{Chart, NotDrawn, Pick, Reach, Subject, axis, points};
use crate::analysis::{Analysis, Need};
use crate::cube::{Facet, Key};
use crate::figure::{Figure, HeatColumns, HeatRow, Heatmap as Map, Ink, Shape, Tile};
use crate::measure::Measure;
use crate::registry::Entry;
use crate::text;

pub(super) struct Heatmap;

/// A map of one row says no more than its columns.
const LEAST: usize = 2;

impl Entry for Heatmap {
    fn id(&self) -> &'static str {
        "heatmap"
    }

    fn about(&self) -> &'static str {
        "Incidents by region and period, as a heat map"
    }

    fn example(&self) -> String {
        "incident-trends chart heatmap --by quarter -o heatmap.svg".to_owned()
    }
}

impl Chart for Heatmap {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn need(&self, _: &Analysis, subject: Subject) -> Need {
        Need::Only { series: vec![words::whole(subject)], parts: headline::ALONE }
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        frame::need_incidents(analysis, pick.subject)?;
        let extent = axis::extent(analysis, pick, None);
        let mut all = Division::Regions.members(analysis, pick.subject)?;
        all.retain(|m| frame::need_something(analysis, m.key, &extent).is_ok());
        if all.len() < LEAST {
            return Err(NotDrawn::TooFew { what: "regions", have: all.len(), need: LEAST });
        }
        let top = &all[..all.len().min(analysis.policy.top.max(LEAST))];
        let tile = |point: crate::figure::Point| Tile { value: point.value, state: point.state };
        let rows: Vec<HeatRow> = top
            .iter()
            .map(|m| HeatRow {
                label: m.name.clone(),
                tiles: points::of(analysis, m.key, Measure::Incidents, &extent).into_iter().map(tile).collect(),
            })
            .collect();
        let told: Vec<String> = top
            .iter()
            .map(|m| format!("{}: {}", m.name, points::range(analysis, m.key, Measure::Incidents, &extent)))
            .collect();
        let unit = format!("{} per {}", Noun::of(analysis, None).many, analysis.policy.grain.noun());
        let shape = Shape::Heatmap(Map {
            unit: unit.clone(),
            ink: Ink::Count,
            columns: HeatColumns::Time(axis::time(analysis, pick, &extent)),
            rows,
        });
        let parts = Parts {
            title: latest_leader(analysis, pick, Division::Regions)
                .unwrap_or_else(|| Claim::incidents(analysis, pick.subject, None).headline().title),
            unit: format!("{} by region", text::capital(&unit)),
            alt: format!("Heat map, one row for each of {} regions. {}", top.len(), told.join(" ")),
            shape,
            notes: Division::Regions.notes(analysis, top.len(), all.len()),
            extent,
        };
        Ok(frame::figure(self.id(), analysis, pick, parts))
    }
}

/// Who had the most in the latest complete period.
pub(super) fn latest_leader(analysis: &Analysis, pick: &Pick, division: Division) -> Option<String> {
    let latest = analysis.latest?;
    let members = division.members(analysis, pick.subject).ok()?;
    let value = |key: Key| analysis.entry(key, latest).cell.incidents.value();
    let values: Vec<(String, f64)> = members.iter().map(|m| (m.name.clone(), value(m.key))).collect();
    let total = value(Key { scope: words::scope(pick.subject), facet: Facet::ALL });
    let about = division.about(analysis, pick.subject);
    let when = words::at_so_far(analysis, latest);
    division.leader((Noun::of(analysis, None), &about, &when), &values, total)
}
