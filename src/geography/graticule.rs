//! The graticule: meridians and parallels at round degrees, as lines on the page.

use super::clip::{Frame, clip_line};
use super::projection::{Degrees, Flat, Projection, turned};

/// Steps between two lines, in degrees.
const STEPS: [f64; 12] = [0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 45.0];
/// At most so many lines across the longer side.
const MOST: f64 = 7.0;
/// Pieces of a line: enough for it to look curved.
const PIECES: i32 = 48;
/// How far past the places lines are drawn, as a share of their extent: the frame is not a rectangle in degrees.
const PAST: f64 = 0.6;

/// Which way a line runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    Meridian,
    Parallel,
}

/// One line inside the frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub axis: Axis,
    /// Degrees east or north.
    pub degrees: f64,
    pub parts: Vec<Vec<Flat>>,
}

/// The lines of a map of these places.
pub fn graticule(projection: &Projection, places: &[Degrees], frame: &Frame) -> Vec<Line> {
    let meridian = projection.meridian();
    let east = places.iter().map(|p| turned(p.longitude - meridian)).fold(0.0_f64, |most, e| most.max(e.abs()));
    let latitudes = || places.iter().map(|p| p.latitude);
    let (south, north) = (latitudes().fold(90.0, f64::min), latitudes().fold(-90.0, f64::max));
    // A frame around one place is wider than the place.
    let least = frame.width().max(frame.height()) / 111.0 / 2.0;
    let east = (east * (1.0 + PAST)).max(least * 2.0).min(180.0);
    let room = ((north - south) * PAST).max(least);
    let (south, north) = ((south - room).max(-90.0), (north + room).min(90.0));
    let span = frame.width().max(frame.height()) / 111.0;
    let step = STEPS.into_iter().find(|step| span / step <= MOST).unwrap_or(STEPS[STEPS.len() - 1]);
    let between = |from: f64, to: f64| (0..=PIECES).map(move |i| from + (to - from) * f64::from(i) / f64::from(PIECES));
    let round = |from: f64, to: f64| {
        let (first, last) = ((from / step).ceil() as i32, (to / step).floor() as i32);
        (first..=last).map(move |n| f64::from(n) * step)
    };
    let clipped = |line: Vec<Degrees>| {
        let flat: Vec<Flat> = line.into_iter().map(|p| projection.project(p)).collect();
        clip_line(&flat, frame)
    };
    let meridians = round(meridian - east, meridian + east).map(|longitude| Line {
        axis: Axis::Meridian,
        degrees: turned(longitude),
        parts: clipped(between(south, north).map(|latitude| Degrees { longitude, latitude }).collect()),
    });
    // A hair short of the antimeridian: at it the line would jump to the other side.
    let reach = east.min(179.999);
    let parallels = round(south, north).map(|latitude| Line {
        axis: Axis::Parallel,
        degrees: latitude,
        parts: clipped(
            between(meridian - reach, meridian + reach).map(|longitude| Degrees { longitude, latitude }).collect(),
        ),
    });
    meridians.chain(parallels).filter(|line| !line.parts.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(places: &[(f64, f64)]) -> Vec<Line> {
        let places: Vec<Degrees> =
            places.iter().map(|&(longitude, latitude)| Degrees { longitude, latitude }).collect();
        let projection = Projection::for_places(&places).expect("there are places");
        let frame = Frame::around(places.iter().map(|p| projection.project(*p))).expect("there are places");
        graticule(&projection, &places, &frame.widened(0.05, 20.0))
    }

    #[test]
    fn lines_stand_at_round_degrees_and_are_few() {
        let of = |lines: &[Line], axis: Axis| -> Vec<f64> {
            lines.iter().filter(|l| l.axis == axis).map(|l| l.degrees).collect()
        };
        let country = lines(&[(-40.1, 9.9), (-33.1, 16.6)]);
        assert_eq!(of(&country, Axis::Meridian), [-40.0, -38.0, -36.0, -34.0]);
        assert_eq!(of(&country, Axis::Parallel), [10.0, 12.0, 14.0, 16.0]);
        let pacific = lines(&[(176.0, -20.0), (-178.0, -14.0)]);
        assert_eq!(of(&pacific, Axis::Meridian), [176.0, 177.0, 178.0, 179.0, 180.0, -179.0, -178.0]);
        for places in [vec![(3.0, 4.0)], vec![(-170.0, -50.0), (0.0, 0.0), (170.0, 70.0)]] {
            let count = lines(&places).len();
            assert!((2..=20).contains(&count), "{places:?}: {count}");
        }
    }
}
