//! The ground of a map: which piece of the earth is shown, how it lies flat, and the outlines of the user's boundaries on it.

use crate::analysis::Outlines;
use crate::figure::{Edge, Meridian};
use crate::geography::{self, Axis, Degrees, Feature, Fit, Flat, Frame, Projection, clip_ring, label_point, simplify};
use crate::messages::{Message, Messages};
use crate::names::Region;
use crate::text;

/// Boundaries that are no region of the data are shown whole as long as the map grows no more than this: a neighbouring province, not
/// the rest of the world.
const MOST_GROWTH: f64 = 2.5;
/// Room around what is shown, as a share of its longer side, and the shortest side of a map, in kilometres.
const MARGIN: f64 = 0.03;
const LEAST_SIDE: f64 = 40.0;
/// Outlines are kept as fine as this share of the map's longer side: half a pixel of a picture at twice its size.
const FINEST: f64 = 1.0 / 4_000.0;
/// Digits of a degree that a label needs.
const DIGITS: usize = 2;

/// One region, or one boundary that is none.
pub(super) struct Ground {
    pub projection: Projection,
    pub frame: Frame,
    pub outlines: Vec<Outline>,
    places: Vec<Degrees>,
}

/// What the boundaries of one region look like.
pub(super) struct Outline {
    pub what: What,
    pub polygons: Vec<Vec<Vec<Flat>>>,
    pub label: Option<Flat>,
}

/// Whose outline it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Region(Region),
    /// A known region of which no incident is read; its name in the file.
    Quiet(String),
    /// No region of the data; its name in the file.
    Stranger(String),
}

impl Ground {
    /// The ground under these places and the boundaries that are regions of the data; `None` where there is neither.
    pub(super) fn of(outlines: Option<&Outlines>, places: &[Degrees]) -> Option<Ground> {
        let corners =
            |feature: &Feature| -> Vec<Degrees> { feature.polygons.iter().flatten().flatten().copied().collect() };
        let features = || outlines.into_iter().flat_map(|o| o.boundaries.features().iter().zip(&o.matched.features));
        let is_region = |fit: &Fit| matches!(fit, Fit::Region(_) | Fit::Quiet);
        let core = features().filter(|(_, fit)| is_region(fit)).flat_map(|(feature, _)| corners(feature));
        let core: Vec<Degrees> = core.chain(places.iter().copied()).collect();
        let all: Vec<Degrees> =
            features().flat_map(|(feature, _)| corners(feature)).chain(places.iter().copied()).collect();
        let around =
            |projection: &Projection, places: &[Degrees]| Frame::around(places.iter().map(|p| projection.project(*p)));
        let shown = match Projection::for_places(&core) {
            None => all,
            Some(projection) => match (around(&projection, &core), around(&projection, &all)) {
                (Some(few), Some(more)) if more.area() <= few.widened(0.0, LEAST_SIDE).area() * MOST_GROWTH => all,
                (Some(_) | None, Some(_) | None) => core,
            },
        };
        let projection = Projection::for_places(&shown)?;
        let frame = around(&projection, &shown)?.widened(MARGIN, LEAST_SIDE);
        let mut ground = Ground { projection, frame, outlines: Vec::new(), places: shown };
        for (index, (feature, fit)) in features().enumerate() {
            let polygons = ground.flat(feature);
            let name = |o: &Outlines| feature.name(&o.matched.property);
            let what = match fit {
                Fit::Region(_) => outlines.and_then(|o| o.region(index)).map(What::Region),
                Fit::Quiet => outlines.map(|o| What::Quiet(name(o))),
                Fit::Unknown => outlines.map(|o| What::Stranger(name(o))),
            };
            let Some(what) = what.filter(|_| !polygons.is_empty()) else { continue };
            match ground.outlines.iter_mut().find(|o| o.what == what && matches!(what, What::Region(_))) {
                Some(outline) => outline.polygons.extend(polygons),
                None => ground.outlines.push(Outline { what, polygons, label: None }),
            }
        }
        for outline in &mut ground.outlines {
            outline.label = label_point(&outline.polygons);
        }
        Some(ground)
    }

    /// A boundary on the page, as fine as it is drawn and cut at the frame.
    fn flat(&self, feature: &Feature) -> Vec<Vec<Vec<Flat>>> {
        let finest = self.frame.width().max(self.frame.height()) * FINEST;
        let ring = |ring: &Vec<Degrees>| -> Option<Vec<Flat>> {
            let flat: Vec<Flat> = ring.iter().map(|p| self.projection.project(*p)).collect();
            if !Frame::around(flat.iter().copied())?.meets(&self.frame) {
                return None;
            }
            let ring = clip_ring(&simplify(&flat, finest), &self.frame);
            (ring.len() > 3).then_some(ring)
        };
        let polygon = |rings: &Vec<Vec<Degrees>>| -> Option<Vec<Vec<Flat>>> {
            // Without its outer ring a polygon is nothing, and a hole would be one.
            let outer = ring(rings.first()?)?;
            Some(std::iter::once(outer).chain(rings[1..].iter().filter_map(ring)).collect())
        };
        feature.polygons.iter().filter_map(polygon).collect()
    }

    /// The graticule with its labels.
    pub(super) fn graticule(&self, m: &Messages) -> Vec<Meridian> {
        let lines = geography::graticule(&self.projection, &self.places, &self.frame);
        let line = |line: geography::Line| {
            let degrees = text::number(line.degrees.abs(), DIGITS);
            let (edge, label) = match line.axis {
                Axis::Parallel if line.degrees > 0.0 => (Edge::Left, Message::MapNorth { degrees }),
                Axis::Parallel if line.degrees < 0.0 => (Edge::Left, Message::MapSouth { degrees }),
                Axis::Parallel => (Edge::Left, Message::MapLine { degrees }),
                Axis::Meridian if line.degrees == 0.0 || line.degrees == 180.0 => {
                    (Edge::Bottom, Message::MapLine { degrees })
                }
                Axis::Meridian if line.degrees > 0.0 => (Edge::Bottom, Message::MapEast { degrees }),
                Axis::Meridian => (Edge::Bottom, Message::MapWest { degrees }),
            };
            Meridian { label: m.say(label), edge, parts: line.parts }
        };
        lines.into_iter().map(line).collect()
    }
}
