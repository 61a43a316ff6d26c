//! Map of places: the incidents of the last year as circles whose area is their number, on the user's boundaries or a graticule.

use super::frame::{self, Parts};
use super::map_ground::{Ground, What};
use super::map_words::{captioned, provisional, what};
use super::words::{self, LastYear};
use super::{Chart, NotDrawn, Pick, Reach, Subject};
use crate::analysis::{Analysis, Known, Place, Places};
use crate::figure::{Area, Bubble, Figure, Fill, Ink, Label, Map, Precision, Shape};
use crate::measure::Amount;
use crate::messages::{Message, Messages};
use crate::registry::Entry;
use crate::text;

pub(super) struct MapPlaces;

/// The largest places carry their names, if there is room.
const NAMED: usize = 10;

impl Entry for MapPlaces {
    fn id(&self) -> &'static str {
        "map-places"
    }

    fn about(&self) -> &'static str {
        "Map of the incidents of the last year by place, on the boundaries of --boundaries or a graticule"
    }

    fn example(&self) -> String {
        "incident-trends chart map-places -o places.png".to_owned()
    }
}

impl Chart for MapPlaces {
    fn reach(&self) -> Reach {
        Reach::Whole
    }

    fn figure(&self, analysis: &Analysis, pick: &Pick) -> Result<Figure, NotDrawn> {
        let m = pick.m;
        frame::need_incidents(analysis, pick.subject)?;
        let year = LastYear::of(analysis, words::scope(pick.subject))
            .ok_or(NotDrawn::NoCompletePeriod(analysis.policy.grain))?;
        let found = match pick.subject {
            Subject::All => analysis.places(&year.periods, None),
            Subject::Region(region) => analysis.places(&year.periods, Some(region)),
            Subject::Group(_) | Subject::Pair(..) => return Err(NotDrawn::NotForSubject),
        };
        if found.all() == Amount::ZERO {
            return Err(NotDrawn::NothingShown);
        }
        let at: Vec<_> = found.places.iter().map(|place| place.at).collect();
        if at.is_empty() {
            return Err(NotDrawn::NoPlaces);
        }
        // One region is a map of its own: the boundaries of the others would make it small.
        let outlines = analysis.outlines.as_ref().filter(|_| pick.subject == Subject::All);
        let ground = Ground::of(outlines, &at).ok_or(NotDrawn::NoPlaces)?;
        let areas: Vec<Area> = ground
            .outlines
            .iter()
            .map(|outline| Area {
                name: match &outline.what {
                    What::Region(region) => analysis.region_name(*region),
                    What::Quiet(name) | What::Stranger(name) => name.clone(),
                },
                polygons: outline.polygons.clone(),
                label: outline.label,
                fill: Fill::Ground,
            })
            .collect();
        let named = found.places.iter().filter(|p| p.known == Known::Place).take(NAMED);
        let least = named.last().map(|p| p.incidents).unwrap_or_default();
        let bubble = |place: &Place| Bubble {
            at: ground.projection.project(place.at),
            value: place.incidents.value(),
            mark: match place.known {
                Known::Place => Precision::Exact,
                Known::District => Precision::Approximate,
            },
            name: name(analysis, place),
            label: match place.known {
                Known::Place if place.incidents >= least && !place.name.is_none() => Label::Written,
                Known::Place | Known::District => Label::Left,
            },
        };
        let mut bubbles: Vec<Bubble> = found.places.iter().map(bubble).collect();
        // Of many places with as many incidents as the last named one, none is named: their names would cover the map.
        let many = bubbles.iter().filter(|b| b.label == Label::Written).count() > 2 * NAMED;
        if many {
            let crowd = least.value();
            bubbles.iter_mut().filter(|b| b.value == crowd).for_each(|b| b.label = Label::Left);
        }
        let what = what(m, analysis, pick.subject);
        let key = text::capital(&what);
        let graticule = if areas.is_empty() { ground.graticule(m) } else { Vec::new() };
        let parts = Parts {
            title: title(m, analysis, &found, &what, &year),
            unit: m.say(Message::MapPlacesUnit { what: key.clone() }),
            alt: alt(m, analysis, &found, &areas),
            notes: notes(m, analysis, &found, &year),
            shape: Shape::Map(Map {
                unit: key,
                ink: Ink::Count,
                frame: ground.frame,
                areas,
                no_data: m.say(Message::MapNoData {}),
                bubbles,
                exact: m.say(Message::MapExact {}),
                approximate: m.say(Message::MapApproximate {}),
                graticule,
            }),
            extent: year.extent(analysis),
        };
        Ok(captioned(m, frame::figure(self.id(), analysis, pick, parts), outlines))
    }
}

/// The name of a place as a reader needs it; a district where no more is known.
fn name(analysis: &Analysis, place: &Place) -> String {
    let names = match place.known {
        Known::Place => [place.name, place.district.name],
        Known::District => [place.district.name, place.district.region.name],
    };
    let first = names.into_iter().find(|name| !name.is_none());
    first.map(|name| analysis.text(name).to_owned()).unwrap_or_default()
}

fn title(m: &Messages, analysis: &Analysis, found: &Places, what: &str, year: &LastYear) -> String {
    let (what, when) = (what.to_owned(), year.words(m));
    let all = text::count(found.all().value());
    // A district's middle may hold more than any town, and is none.
    let mut exact = found.places.iter().filter(|p| p.known == Known::Place && !p.name.is_none());
    match (exact.next(), exact.next()) {
        (Some(first), second) if second.is_none_or(|second| second.incidents < first.incidents) => {
            let count = text::count(first.incidents.value());
            m.say(Message::MapPlacesMost { place: name(analysis, first), what, when, count, all })
        }
        (Some(_) | None, Some(_) | None) => {
            let shown: Amount = found.places.iter().map(|p| p.incidents).sum();
            m.say(Message::MapPlacesNone { what, when, count: text::count(shown.value()), all })
        }
    }
}

/// The largest places with their numbers, and the regions whose outlines are drawn.
fn alt(m: &Messages, analysis: &Analysis, found: &Places, areas: &[Area]) -> String {
    let value = |place: &Place| {
        let name = name(analysis, place);
        m.say(Message::MapAltValue { name, value: text::count(place.incidents.value()) })
    };
    let largest: Vec<String> = found.places.iter().take(2 * NAMED).map(value).collect();
    let places = text::count(found.places.len() as f64);
    let told = m.say(Message::MapAltPlaces { places, largest: largest.join(" ") });
    let names: Vec<&str> = areas.iter().map(|area| area.name.as_str()).collect();
    if names.is_empty() { told } else { format!("{told} {}.", m.list(&names)) }
}

/// What is drawn hollow, and what is not drawn.
fn notes(m: &Messages, analysis: &Analysis, found: &Places, year: &LastYear) -> Vec<String> {
    let mut notes = Vec::new();
    let mut hollow = found.places.iter().filter(|p| p.known == Known::District).peekable();
    if let Some(largest) = hollow.peek() {
        let largest = format!("{}: {}", name(analysis, largest), text::count(largest.incidents.value()));
        let n: Amount = hollow.map(|p| p.incidents).sum();
        notes.push(m.say(Message::MapDistricts { n: n.value().into(), largest }));
    }
    if found.coarse > Amount::ZERO {
        notes.push(m.say(Message::MapCoarse { n: found.coarse.value().into() }));
    }
    if found.nowhere > Amount::ZERO {
        notes.push(m.say(Message::MapNowhere { n: found.nowhere.value().into() }));
    }
    notes.extend(provisional(m, analysis, &year.periods));
    notes
}
