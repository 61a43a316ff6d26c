//! Equal-area projections, so that no region looks larger than it is: chosen by the extent of what is drawn, in kilometres on a sphere.

/// A place on the earth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Degrees {
    pub longitude: f64,
    pub latitude: f64,
}

/// A place on the page, in kilometres from the centre of the projection: x to the east, y to the north.
pub type Flat = (f64, f64);

/// Radius of the sphere with the area of the WGS 84 ellipsoid, in kilometres (Snyder 1987, equation 3-13, by the axes of WGS 84). What
/// the sphere leaves out, at most a third of a per cent of a distance, is less than a pixel.
const RADIUS: f64 = 6_371.007_2;
/// Up to this angle from its centre the azimuthal projection distorts angles little (Snyder 1987, chapter 24, has it for regions
/// up to a hemisphere); what reaches farther is drawn as the whole earth.
const WIDEST: f64 = 75.0;
const WHOLE_TURN: f64 = 360.0;

/// How a piece of the earth lies flat. Both keep areas.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Projection {
    /// Lambert azimuthal equal-area (Snyder 1987, Map projections: a working manual, USGS professional paper 1395, chapter 24), from a
    /// district to a continent.
    Lambert { centre: Degrees },
    /// Equal Earth (Šavrič, Patterson and Jenny 2018, International Journal of Geographical Information Science 33 (3)), for the earth.
    EqualEarth { meridian: f64 },
}

impl Projection {
    /// The projection for these places: centred on their extent, across the antimeridian where that is shorter. `None` without a place.
    pub fn for_places(places: &[Degrees]) -> Option<Projection> {
        let meridian = middle(places.iter().map(|p| p.longitude))?;
        let (south, north) =
            places.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(s, n), p| (s.min(p.latitude), n.max(p.latitude)));
        let centre = Degrees { longitude: meridian, latitude: (south + north) / 2.0 };
        let farthest = places.iter().map(|p| apart(centre, *p)).fold(0.0, f64::max);
        Some(if farthest <= WIDEST { Projection::Lambert { centre } } else { Projection::EqualEarth { meridian } })
    }

    /// Where a place lies on the page.
    pub fn project(&self, place: Degrees) -> Flat {
        match self {
            Projection::Lambert { centre } => lambert(*centre, place),
            Projection::EqualEarth { meridian } => equal_earth(*meridian, place),
        }
    }

    /// The meridian in the middle of the page.
    pub fn meridian(&self) -> f64 {
        match self {
            Projection::Lambert { centre } => centre.longitude,
            Projection::EqualEarth { meridian } => *meridian,
        }
    }
}

/// A difference of longitudes as the shorter way round: -180 up to 180.
pub(super) fn turned(degrees: f64) -> f64 {
    let turned = degrees.rem_euclid(WHOLE_TURN);
    if turned > WHOLE_TURN / 2.0 { turned - WHOLE_TURN } else { turned }
}

/// The middle of the shortest arc that holds all longitudes.
fn middle(longitudes: impl Iterator<Item = f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = longitudes.map(|l| l.rem_euclid(WHOLE_TURN)).collect();
    sorted.sort_by(f64::total_cmp);
    let (first, last) = (*sorted.first()?, *sorted.last()?);
    // What is left free between two neighbours; the arc begins after the widest gap.
    let mut gap = (first + WHOLE_TURN - last, first);
    for pair in sorted.windows(2) {
        if pair[1] - pair[0] > gap.0 {
            gap = (pair[1] - pair[0], pair[1]);
        }
    }
    Some(turned(gap.1 + (WHOLE_TURN - gap.0) / 2.0))
}

/// The angle between two places, in degrees (Snyder 1987, equation 5-3a).
fn apart(a: Degrees, b: Degrees) -> f64 {
    let (lat_a, lat_b) = (a.latitude.to_radians(), b.latitude.to_radians());
    let half_lat = ((lat_b - lat_a) / 2.0).sin();
    let half_lon = (turned(b.longitude - a.longitude).to_radians() / 2.0).sin();
    let square = half_lat * half_lat + lat_a.cos() * lat_b.cos() * half_lon * half_lon;
    2.0 * square.sqrt().min(1.0).asin().to_degrees()
}

/// Snyder 1987, equations 22-4, 22-5 and 24-2.
fn lambert(centre: Degrees, place: Degrees) -> Flat {
    let (lat_0, lat) = (centre.latitude.to_radians(), place.latitude.to_radians());
    let east = turned(place.longitude - centre.longitude).to_radians();
    let below = 1.0 + lat_0.sin() * lat.sin() + lat_0.cos() * lat.cos() * east.cos();
    // The place opposite the centre is a circle; no map reaches it.
    let k = (2.0 / below.max(1e-9)).sqrt();
    let x = RADIUS * k * lat.cos() * east.sin();
    let y = RADIUS * k * (lat_0.cos() * lat.sin() - lat_0.sin() * lat.cos() * east.cos());
    (x, y)
}

/// Šavrič, Patterson and Jenny 2018, equations 2 to 8.
fn equal_earth(meridian: f64, place: Degrees) -> Flat {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let theta = (3f64.sqrt() / 2.0 * place.latitude.to_radians().sin()).asin();
    let east = turned(place.longitude - meridian).to_radians();
    let (t2, t6) = (theta.powi(2), theta.powi(6));
    let slope = 9.0 * A[3] * t6 * t2 + 7.0 * A[2] * t6 + 3.0 * A[1] * t2 + A[0];
    let x = 2.0 * 3f64.sqrt() * east * theta.cos() / (3.0 * slope);
    let y = theta * (A[3] * t6 * t2 + A[2] * t6 + A[1] * t2 + A[0]);
    (RADIUS * x, RADIUS * y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(longitude: f64, latitude: f64) -> Degrees {
        Degrees { longitude, latitude }
    }

    fn close(found: Flat, wanted: Flat, tolerance: f64) {
        let is_close = (found.0 - wanted.0).abs() <= tolerance && (found.1 - wanted.1).abs() <= tolerance;
        assert!(is_close, "{found:?}, wanted {wanted:?}");
    }

    #[test]
    fn the_azimuthal_projection_agrees_with_the_manual() {
        // Snyder 1987, appendix A, page 332: centre 40 N 100 W, place 20 S 100 E, radius 3: -4.2339303, 4.0257775.
        let (x, y) = lambert(at(-100.0, 40.0), at(100.0, -20.0));
        close((x / RADIUS * 3.0, y / RADIUS * 3.0), (-4.233_930_3, 4.025_777_5), 1e-6);
        // The whole hemisphere is a circle of radius R times the root of two.
        close(lambert(at(0.0, 0.0), at(90.0, 0.0)), (RADIUS * 2f64.sqrt(), 0.0), 1e-6);
        close(lambert(at(70.0, 30.0), at(70.0, 30.0)), (0.0, 0.0), 1e-9);
    }

    #[test]
    fn equal_earth_agrees_with_its_authors() {
        // The equator is 2.70663 radii long on each side, the pole at 1.31737 radii (Šavrič, Patterson and Jenny 2018; PROJ's `eqearth`
        // gives 17243959.06 and 8392927.60 m for a radius of 6371008.77 m).
        let scale = RADIUS / 6_371.008_77;
        close(equal_earth(0.0, at(180.0, 0.0)), (17_243.959_06 * scale, 0.0), 1e-2);
        assert!((equal_earth(0.0, at(0.0, 90.0)).1 - 8_392.927_6 * scale).abs() < 1e-2);
    }

    /// The area of a flat ring, by the shoelace formula.
    fn area(ring: &[Flat]) -> f64 {
        ring.windows(2).map(|w| w[0].0 * w[1].1 - w[1].0 * w[0].1).sum::<f64>().abs() / 2.0
    }

    #[test]
    fn areas_are_kept_wherever_the_piece_lies() {
        // A cell between two parallels and two meridians has the area R² Δλ (sin φ2 - sin φ1).
        for projection in [
            Projection::Lambert { centre: at(70.0, 30.0) },
            Projection::Lambert { centre: at(-10.0, 52.0) },
            Projection::EqualEarth { meridian: 10.0 },
        ] {
            for (west, south) in [(60.0, 25.0), (75.0, 36.0), (40.0, 5.0)] {
                let steps = 200;
                let along = |a: Degrees, b: Degrees| {
                    (0..steps).map(move |i| {
                        let share = f64::from(i) / f64::from(steps);
                        at(
                            a.longitude + (b.longitude - a.longitude) * share,
                            a.latitude + (b.latitude - a.latitude) * share,
                        )
                    })
                };
                let corners = [
                    at(west, south),
                    at(west + 5.0, south),
                    at(west + 5.0, south + 5.0),
                    at(west, south + 5.0),
                    at(west, south),
                ];
                let ring: Vec<Flat> = corners
                    .windows(2)
                    .flat_map(|w| along(w[0], w[1]))
                    .chain([corners[0]])
                    .map(|p| projection.project(p))
                    .collect();
                let sines = (south + 5.0f64).to_radians().sin() - south.to_radians().sin();
                let wanted = RADIUS * RADIUS * 5f64.to_radians() * sines;
                assert!((area(&ring) / wanted - 1.0).abs() < 1e-4, "{projection:?}, {west}, {south}");
            }
        }
    }

    #[test]
    fn the_extent_chooses_the_projection() {
        let of = |places: &[Degrees]| Projection::for_places(places).expect("there are places");
        assert_eq!(of(&[at(60.0, 24.0), at(78.0, 37.0)]), Projection::Lambert { centre: at(69.0, 30.5) });
        let fiji = of(&[at(177.0, -18.0), at(-179.0, -16.0)]);
        assert_eq!(fiji, Projection::Lambert { centre: at(179.0, -17.0) }, "the short way across the antimeridian");
        assert!(fiji.project(at(-179.0, -17.0)).0 > 0.0 && fiji.project(at(177.0, -17.0)).0 < 0.0);
        let far = of(&[at(190.0, 0.0), at(-170.0, 1.0), at(175.0, 0.0)]);
        assert!((far.meridian() + 177.5).abs() < 1e-9, "190 east is 170 west: {far:?}");
        assert!(matches!(of(&[at(-120.0, 40.0), at(0.0, 0.0), at(100.0, -20.0)]), Projection::EqualEarth { .. }));
        assert_eq!(of(&[at(3.0, 4.0)]), Projection::Lambert { centre: at(3.0, 4.0) }, "one place is enough");
        assert_eq!(Projection::for_places(&[]), None);
    }
}
