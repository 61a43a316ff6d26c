//! Maps of regions: the incidents of the last year in each, as numbers or per 100,000 people, inside the user's boundaries.

use super::frame::{self, Parts};
use super::map_ground::{Ground, Outline, What};
use super::map_words::{captioned, listed, provisional, what};
use super::words::{self, LastYear};
use super::{Chart, NotDrawn, Pick, Reach, Subject};
use crate::analysis::{Analysis, Outlines};
use crate::cube::{Facet, Key, Scope};
use crate::figure::{Area, Figure, Fill, Ink, Map, Shape};
use crate::measure::Amount;
use crate::messages::{Message, Messages, Quantity};
use crate::names::Region;
use crate::period::Status;
use crate::registry::Entry;
use crate::text;
use std::collections::BTreeSet;

/// What a region's colour is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MapRegions {
    Counts,
    Rates,
}

/// People for whom a rate is given.
const PER: f64 = 100_000.0;
/// A rate of fewer cases is too uncertain to be compared: the least that the US National Center for Health Statistics publishes
/// without a warning (Healthy People 2010 Statistical Notes 24, 2002).
const FEW: i64 = 20;

impl Entry for MapRegions {
    fn id(&self) -> &'static str {
        match self {
            MapRegions::Counts => "map-regions",
            MapRegions::Rates => "map-rates",
        }
    }

    fn about(&self) -> &'static str {
        match self {
            MapRegions::Counts => {
                "Map of the incidents of the last year by region, inside the boundaries of --boundaries"
            }
            MapRegions::Rates => {
                "Map of the incidents of the last year per 100,000 people, by --boundaries and --population"
            }
        }
    }

    fn example(&self) -> String {
        let population = match self {
            MapRegions::Counts => "",
            MapRegions::Rates => " --population population.csv",
        };
        format!("incident-trends chart {} --boundaries admin1.geojson{population} -o {}.png", self.id(), self.id())
    }
}

/// One region with what is counted in it.
struct Counted {
    region: Region,
    name: String,
    /// `None` where nobody was counting.
    incidents: Option<Amount>,
    people: Option<(u64, i32)>,
}

impl Chart for MapRegions {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        frame::need_incidents(analysis, pick.subject)?;
        let outlines = analysis.outlines.as_ref().ok_or(NotDrawn::NoBoundaries)?;
        let year = LastYear::of(analysis, words::scope(pick.subject))
            .ok_or(NotDrawn::NoCompletePeriod(analysis.policy.grain))?;
        if outlines.matched.regions() == 0 {
            return Err(NotDrawn::NoneMatched);
        }
        let regions = self.counted(analysis, pick.subject, outlines, &year)?;
        let ground = Ground::of(Some(outlines), &[]).ok_or(NotDrawn::NoneMatched)?;
        let areas: Vec<Area> = ground.outlines.iter().map(|o| self.area(analysis, o, &regions)).collect();
        let what = what(m, analysis, pick.subject);
        let drawn: BTreeSet<Region> = ground.outlines.iter().filter_map(|o| o.what.region()).collect();
        let sum = |all: &mut dyn Iterator<Item = &Counted>| -> Amount { all.filter_map(|r| r.incidents).sum() };
        let off_map = sum(&mut regions.iter().filter(|r| !drawn.contains(&r.region)));
        if off_map > sum(&mut regions.iter().filter(|r| drawn.contains(&r.region))) {
            return Err(NotDrawn::MostlyUnmatched);
        }
        let title = self.title(m, &regions, &what, &year)?;
        let values = areas.iter().map(|area| match area.fill {
            Fill::Value(value) => {
                m.say(Message::MapAltValue { name: area.name.clone(), value: text::number(value, 1) })
            }
            Fill::NoData | Fill::Ground => m.say(Message::MapAltUnknown { name: area.name.clone() }),
        });
        let values = values.collect::<Vec<_>>().join(" ");
        let (unit, key) = match self {
            MapRegions::Counts => (Message::MapRegionsUnit { what: text::capital(&what) }, text::capital(&what)),
            MapRegions::Rates => (
                Message::MapRatesUnit { what: text::capital(&what) },
                m.say(Message::MapRatesKey { what: text::capital(&what) }),
            ),
        };
        let parts = Parts {
            title,
            unit: m.say(unit),
            alt: m.say(Message::MapAltRegions { values }),
            notes: self.notes(m, analysis, &ground, &regions, &year),
            shape: Shape::Map(Map {
                unit: key,
                ink: Ink::Count,
                frame: ground.frame,
                areas,
                no_data: m.say(Message::MapNoData {}),
                bubbles: Vec::new(),
                exact: String::new(),
                approximate: String::new(),
                graticule: Vec::new(),
            }),
            extent: year.extent(analysis),
        };
        Ok(captioned(m, frame::figure(self.id(), analysis, pick, parts), Some(outlines)))
    }
}

impl MapRegions {
    /// All regions of the files with their incidents in the year.
    fn counted(
        self,
        analysis: &Analysis,
        subject: Subject,
        outlines: &Outlines,
        year: &LastYear,
    ) -> Result<Vec<Counted>, NotDrawn> {
        let scope = |region| match subject {
            Subject::All => Ok(Scope::Region(region)),
            Subject::Group(group) if !group.is_none() => Ok(Scope::GroupRegion(group, region)),
            Subject::Group(_) | Subject::Region(_) | Subject::Pair(..) => Err(NotDrawn::NotForSubject),
        };
        let selection = &analysis.policy.selection;
        let narrowed = !selection.regions.is_empty() || !selection.countries.is_empty();
        let mut counted = Vec::new();
        for &region in &outlines.regions {
            let key = Key { scope: scope(region)?, facet: Facet::ALL };
            let facts = analysis.regions.iter().find(|facts| facts.region == region);
            let is_covered = year.periods.iter().all(|&p| analysis.status(key.scope, p) == Status::Complete);
            // What the user left out is not 0.
            let is_counted = is_covered && (facts.is_some() || !narrowed);
            let incidents = year.periods.iter().map(|&p| analysis.entry(key, p).cell.incidents).sum();
            counted.push(Counted {
                region,
                name: analysis.region_name(region),
                incidents: is_counted.then_some(incidents),
                people: facts.and_then(|facts| facts.population).filter(|(people, _)| *people > 0),
            });
        }
        let any = |test: fn(&Counted) -> bool| counted.iter().any(test);
        match self {
            MapRegions::Rates if !any(|r| r.people.is_some()) => Err(NotDrawn::NoPopulation),
            MapRegions::Counts | MapRegions::Rates if !any(|r| r.incidents.is_some_and(|n| n > Amount::ZERO)) => {
                Err(NotDrawn::NothingShown)
            }
            MapRegions::Counts | MapRegions::Rates => Ok(counted),
        }
    }

    /// What a region's colour stands for.
    fn value(self, region: &Counted) -> Option<f64> {
        let incidents = region.incidents?.value();
        match self {
            MapRegions::Counts => Some(incidents),
            MapRegions::Rates => region.people.map(|(people, _)| incidents / people as f64 * PER),
        }
    }

    fn area(self, analysis: &Analysis, outline: &Outline, regions: &[Counted]) -> Area {
        let selection = &analysis.policy.selection;
        let narrowed = !selection.regions.is_empty() || !selection.countries.is_empty();
        let unknown = if narrowed { Fill::Ground } else { Fill::NoData };
        let (name, fill) = match &outline.what {
            What::Region(region) => {
                let counted = regions.iter().find(|r| r.region == *region);
                let name = counted.map(|r| r.name.clone()).unwrap_or_default();
                (name, counted.and_then(|r| self.value(r)).map_or(unknown, Fill::Value))
            }
            What::Quiet(name) if !narrowed => (name.clone(), Fill::Value(0.0)),
            What::Quiet(name) | What::Stranger(name) => (name.clone(), unknown),
        };
        Area { name, polygons: outline.polygons.clone(), label: outline.label, fill }
    }

    /// The region that leads, on the map or not: a missing boundary makes no other region the first.
    fn title(self, m: &Messages, all: &[Counted], what: &str, year: &LastYear) -> Result<String, NotDrawn> {
        let (what, when) = (what.to_owned(), year.words(m));
        let is_firm = |r: &Counted| r.incidents.is_some_and(|n| n >= Amount::whole(FEW));
        // A rate of a handful of incidents leads nothing, if there is a firmer one.
        let firm = all.iter().any(|r| is_firm(r) && self.value(r).is_some());
        let fit = |r: &&Counted| match self {
            MapRegions::Counts => true,
            MapRegions::Rates => !firm || is_firm(r),
        };
        let values = || all.iter().filter(fit).filter_map(|r| Some((r, self.value(r)?)));
        let most = values().map(|(_, value)| value).fold(0.0, f64::max);
        let leaders: Vec<&Counted> = values().filter(|(_, value)| *value == most).map(|(r, _)| r).collect();
        let Some(leader) = leaders.first().filter(|_| most > 0.0) else { return Err(NotDrawn::NothingShown) };
        let region = leader.name.clone();
        Ok(m.say(match self {
            MapRegions::Rates => Message::MapRatesMost { region, what, when, rate: text::number(most, 1) },
            MapRegions::Counts if leaders.len() > 1 => {
                Message::MapRegionsTied { n: (leaders.len() as f64).into(), what, when, count: text::count(most) }
            }
            MapRegions::Counts => {
                let all: Amount = all.iter().filter_map(|r| r.incidents).sum();
                Message::MapRegionsMost { region, what, when, count: text::count(most), all: text::count(all.value()) }
            }
        }))
    }

    fn notes(
        self,
        m: &Messages,
        analysis: &Analysis,
        ground: &Ground,
        regions: &[Counted],
        year: &LastYear,
    ) -> Vec<String> {
        let mut notes = Vec::new();
        let drawn: BTreeSet<Region> = ground.outlines.iter().filter_map(|o| o.what.region()).collect();
        let strangers: Vec<String> = ground.outlines.iter().filter_map(|o| o.what.stranger()).collect();
        if !strangers.is_empty() && analysis.policy.selection.is_everything() {
            notes.push(m.say(Message::MapHatched { names: listed(m, &strangers) }));
        }
        let homeless = regions.iter().filter(|r| !drawn.contains(&r.region));
        let homeless = homeless.filter_map(|r| r.incidents.filter(|n| *n > Amount::ZERO).map(|n| (r, n)));
        let homeless: Vec<String> = homeless.map(|(r, n)| format!("{} ({})", r.name, text::count(n.value()))).collect();
        if !homeless.is_empty() {
            notes.push(m.say(Message::MapHomeless { names: listed(m, &homeless) }));
        }
        let shown = || regions.iter().filter(|r| drawn.contains(&r.region));
        if self == MapRegions::Rates {
            let years: BTreeSet<i32> = shown().filter_map(|r| r.people).map(|(_, year)| year).collect();
            let years: Vec<String> = years.iter().map(i32::to_string).collect();
            notes.push(m.say(Message::MapPopulation { years: m.list(&years) }));
            let names = |test: &dyn Fn(&Counted) -> bool| -> Vec<String> {
                shown().filter(|r| test(r)).map(|r| r.name.clone()).collect()
            };
            let unpeopled = names(&|r| r.people.is_none() && r.incidents.is_some());
            if !unpeopled.is_empty() {
                notes.push(m.say(Message::MapNoPopulation { names: listed(m, &unpeopled) }));
            }
            let few = names(&|r| {
                r.people.is_some() && r.incidents.is_some_and(|n| n > Amount::ZERO && n < Amount::whole(FEW))
            });
            if !few.is_empty() {
                notes.push(m.say(Message::MapFew { least: FEW.to_string(), names: listed(m, &few) }));
            }
        }
        let nowhere = Key { scope: Scope::All, facet: Facet::ALL };
        let whole: Amount = year.periods.iter().map(|&p| analysis.entry(nowhere, p).cell.incidents).sum();
        let named: Amount = regions.iter().filter_map(|r| r.incidents).sum();
        if analysis.policy.selection.groups.is_empty() && whole > named {
            let n: Quantity = (whole - named).value().into();
            notes.push(m.say(Message::MapNoRegion { n }));
        }
        notes.extend(provisional(m, analysis, &year.periods));
        notes
    }
}
