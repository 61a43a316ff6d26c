//! Places on the sphere: unit vectors, so that distances are right across the date line and at the poles.

/// Mean radius of the earth, km (IUGG).
pub const EARTH_RADIUS_KM: f64 = 6371.0088;

/// A place as a unit vector from the earth's centre.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point([f64; 3]);

impl Point {
    /// From degrees; `None` outside -90..90 and -180..180.
    pub fn from_degrees(latitude: f64, longitude: f64) -> Option<Point> {
        if !(-90.0..=90.0).contains(&latitude) || !(-180.0..=180.0).contains(&longitude) {
            return None;
        }
        let (sin_latitude, cos_latitude) = latitude.to_radians().sin_cos();
        let (sin_longitude, cos_longitude) = longitude.to_radians().sin_cos();
        Some(Point([cos_latitude * cos_longitude, cos_latitude * sin_longitude, sin_latitude]))
    }

    /// Great-circle distance, km. By the chord, which unlike the cosine is exact for small distances.
    pub fn distance_km(self, other: Point) -> f64 {
        2.0 * EARTH_RADIUS_KM * (self.chord_squared(other).sqrt() / 2.0).min(1.0).asin()
    }

    /// The squared chord between two places, in earth radii: rises with the distance and is cheap.
    pub(super) fn chord_squared(self, other: Point) -> f64 {
        let [x, y, z] = std::array::from_fn(|i| self.0[i] - other.0[i]);
        x * x + y * y + z * z
    }

    pub(super) fn coordinates(self) -> [f64; 3] {
        self.0
    }
}

/// The squared chord of a great-circle distance. A millimetre is added: what lies at the very distance counts as within it.
pub(super) fn chord_squared_of(km: f64) -> f64 {
    let half = ((km + 1e-6) / (2.0 * EARTH_RADIUS_KM)).min(std::f64::consts::FRAC_PI_2);
    (2.0 * half.sin()).powi(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn km(a: (f64, f64), b: (f64, f64)) -> f64 {
        let point = |(latitude, longitude)| Point::from_degrees(latitude, longitude).expect("on the earth");
        point(a).distance_km(point(b))
    }

    #[test]
    fn a_degree_is_as_long_as_it_should_be() {
        // One degree of a great circle: 2 pi R / 360.
        let degree = std::f64::consts::PI * EARTH_RADIUS_KM / 180.0;
        assert!((km((0.0, 0.0), (0.0, 1.0)) - degree).abs() < 1e-9);
        assert!((km((40.0, 20.0), (41.0, 20.0)) - degree).abs() < 1e-9);
    }

    #[test]
    fn the_date_line_and_the_poles_are_places_like_others() {
        assert!((km((10.0, 179.95), (10.0, -179.95)) - km((10.0, 19.95), (10.0, 20.05))).abs() < 1e-9);
        assert!(km((90.0, 0.0), (90.0, 137.0)) < 1e-9);
        assert!((km((89.95, 0.0), (89.95, 180.0)) - km((0.0, 0.0), (0.0, 0.1))).abs() < 1e-9);
        assert!((km((90.0, 0.0), (-90.0, 0.0)) - std::f64::consts::PI * EARTH_RADIUS_KM).abs() < 1e-6);
    }

    #[test]
    fn small_distances_keep_their_digits() {
        // A metre; the cosine formula would give 0 or 0.095 m.
        let metre = 0.001 / (std::f64::consts::PI * EARTH_RADIUS_KM / 180.0);
        assert!((km((30.0, 67.0), (30.0 + metre, 67.0)) - 0.001).abs() < 1e-8);
    }

    #[test]
    fn a_chord_knows_its_distance() {
        let (a, b) = (Point::from_degrees(30.0, 67.0), Point::from_degrees(30.0, 67.1));
        let (a, b) = (a.expect("on the earth"), b.expect("on the earth"));
        let km = a.distance_km(b);
        assert!(a.chord_squared(b) <= chord_squared_of(km) && a.chord_squared(b) > chord_squared_of(km - 0.001));
    }

    #[test]
    fn what_is_not_on_the_earth_is_no_place() {
        assert_eq!(Point::from_degrees(91.0, 0.0), None);
        assert_eq!(Point::from_degrees(0.0, 181.0), None);
        assert_eq!(Point::from_degrees(f64::NAN, 0.0), None);
    }
}
