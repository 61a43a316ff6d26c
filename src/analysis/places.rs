//! Where it happened: incidents by place over some periods, for maps. DESIGN, rules 4 and 8.

use super::Analysis;
use crate::cube::{self, Detail, Fate, Novelty, Spec};
use crate::geography::Degrees;
use crate::incident::{Naming, PlacePrecision};
use crate::measure::Amount;
use crate::names::{District, Name, Region};
use crate::period::{Calendar, Period, Window};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Rows of one name in one district farther apart than this, in degrees, are several places.
const ONE_PLACE: f64 = 0.5;
/// Columns of coordinates hold millionths of a degree.
const DEGREE: f64 = 1e6;
const WHOLE_TURN: i64 = 360_000_000;

/// How exactly a place is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// The town or better.
    Place,
    /// No more than the district.
    District,
}

/// Incidents of one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// `Name::NONE` where the source names none.
    pub name: Name,
    pub district: District,
    pub known: Known,
    /// The mean of its rows.
    pub at: Degrees,
    pub incidents: Amount,
}

/// All that is counted of some periods, by place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// By incidents, then by name.
    pub places: Vec<Place>,
    /// Known to no more than the region: on no map.
    pub coarse: Amount,
    /// Without coordinates.
    pub nowhere: Amount,
}

impl Places {
    /// Everything counted, on the map or not.
    pub fn all(&self) -> Amount {
        self.places.iter().map(|p| p.incidents).sum::<Amount>() + self.coarse + self.nowhere
    }
}

/// One row's part: where in millionths of a degree, and how much.
#[derive(Clone, Copy)]
struct Part {
    longitude: i64,
    latitude: i64,
    weight: Amount,
}

/// Whether rows share the name of a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shared {
    One,
    None,
}

impl Analysis {
    /// The incidents of these periods by place, of one region or of all. What is counted is what the cube counts: filters, gates and
    /// the rule for incidents of several days hold.
    pub fn places(&self, periods: &[Period], region: Option<Region>) -> Places {
        let calendar = Calendar::windows(periods.iter().map(|&period| Window::from(period)).collect());
        let novelty = Novelty::of(&self.loaded.incidents);
        let spec = Spec {
            detail: Detail::Whole,
            calendar: &calendar,
            attribution: self.attribution,
            multi_day: self.policy.multi_day,
            tolls: self.loaded.facts.reports.tolls,
            novelty: &novelty,
            until: self.coverage.to(),
        };
        let mut found = Places::default();
        let mut parts: BTreeMap<(District, Name, Known), Vec<Part>> = BTreeMap::new();
        let rows = self.loaded.incidents.rows();
        let counted = |row: &crate::incident::Row<'_>| {
            self.fates[row.index] == Fate::Counted
                && row.kind().counts()
                && region.is_none_or(|region| row.region() == region)
        };
        for row in rows.iter().filter(counted) {
            let weight: Amount = cube::pieces(row, &spec).into_iter().map(|(_, weight)| weight).sum();
            if weight == Amount::ZERO {
                continue;
            }
            let known = match row.place_precision() {
                PlacePrecision::Exact | PlacePrecision::Town => Known::Place,
                PlacePrecision::District => Known::District,
                PlacePrecision::Region | PlacePrecision::Country => {
                    found.coarse += weight;
                    continue;
                }
            };
            let (Some(longitude), Some(latitude)) = (row.longitude(), row.latitude()) else {
                found.nowhere += weight;
                continue;
            };
            let name = match known {
                Known::Place => row.name(Naming::Place),
                Known::District => Name::NONE,
            };
            parts.entry((row.district(), name, known)).or_default().push(Part { longitude, latitude, weight });
        }
        for ((district, name, known), parts) in parts {
            let shared = match known {
                Known::Place if name.is_none() => Shared::None,
                Known::District if district.name.is_none() => Shared::None,
                Known::Place | Known::District => Shared::One,
            };
            for (at, incidents) in merged(parts, shared) {
                found.places.push(Place { name, district, known, at, incidents });
            }
        }
        let text = |name: Name| self.text(name).to_owned();
        found.places.sort_by_cached_key(|p| {
            let at = [p.at.longitude, p.at.latitude].map(|degrees| (degrees * DEGREE) as i64);
            (Reverse(p.incidents), text(p.name), text(p.district.name), text(p.district.region.name), p.known, at)
        });
        found
    }
}

/// The parts as one place at their mean where they have one name and lie together, else by their coordinates.
fn merged(mut parts: Vec<Part>, shared: Shared) -> Vec<(Degrees, Amount)> {
    parts.sort_by_key(|p| (p.longitude, p.latitude));
    // Across the antimeridian two neighbours are a whole turn apart.
    let first = parts[0].longitude;
    let near = |longitude: i64| match longitude - first {
        east if east > WHOLE_TURN / 2 => longitude - WHOLE_TURN,
        _ => longitude,
    };
    let span = |values: &[i64]| (values.iter().max().zip(values.iter().min())).map_or(0, |(most, least)| most - least);
    let longitudes: Vec<i64> = parts.iter().map(|p| near(p.longitude)).collect();
    let latitudes: Vec<i64> = parts.iter().map(|p| p.latitude).collect();
    let limit = (ONE_PLACE * DEGREE) as i64;
    if shared == Shared::One && span(&longitudes) <= limit && span(&latitudes) <= limit {
        let mean = |values: &[i64]| values.iter().map(|&v| i128::from(v)).sum::<i128>() as f64 / values.len() as f64;
        let at = Degrees { longitude: mean(&longitudes) / DEGREE, latitude: mean(&latitudes) / DEGREE };
        return vec![(at, parts.iter().map(|p| p.weight).sum())];
    }
    let mut by_place: BTreeMap<(i64, i64), Amount> = BTreeMap::new();
    for part in parts {
        *by_place.entry((part.longitude, part.latitude)).or_default() += part.weight;
    }
    let degrees = |(longitude, latitude): (i64, i64)| Degrees {
        longitude: longitude as f64 / DEGREE,
        latitude: latitude as f64 / DEGREE,
    };
    by_place.into_iter().map(|(at, weight)| (degrees(at), weight)).collect()
}

#[cfg(test)]
mod tests;
