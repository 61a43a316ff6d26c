//! Fewer corners: outlines as fine as a picture can show, and the place inside an outline where its name stands.

use super::projection::Flat;
use geo::{Coord, InteriorPoint, LineString, Polygon, Simplify};

fn line(ring: &[Flat]) -> LineString {
    ring.iter().map(|&(x, y)| Coord { x, y }).collect()
}

/// The line without the corners that lie nearer than `tolerance` to what is left (Douglas and Peucker 1973); in the units of the line.
pub fn simplify(ring: &[Flat], tolerance: f64) -> Vec<Flat> {
    line(ring).simplify(tolerance).0.into_iter().map(|c| (c.x, c.y)).collect()
}

/// A place well inside the largest of the polygons; each is an outer ring and its holes. `None` where none has an area.
pub fn label_point(polygons: &[Vec<Vec<Flat>>]) -> Option<Flat> {
    let largest = polygons.iter().filter(|p| !p.is_empty()).max_by(|a, b| area(&a[0]).total_cmp(&area(&b[0])))?;
    let holes = largest[1..].iter().map(|ring| line(ring)).collect();
    let point = Polygon::new(line(&largest[0]), holes).interior_point()?;
    Some((point.x(), point.y()))
}

/// The area inside a closed ring, by the shoelace formula.
pub(super) fn area(ring: &[Flat]) -> f64 {
    ring.windows(2).map(|w| w[0].0 * w[1].1 - w[1].0 * w[0].1).sum::<f64>().abs() / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_coast_loses_what_no_pixel_shows() {
        let coast: Vec<Flat> = (0..=10_000).map(|i| (f64::from(i) / 10.0, f64::from(i % 2) * 0.2)).collect();
        let simple = simplify(&coast, 0.5);
        assert_eq!(simple, [coast[0], coast[10_000]]);
        let corner = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0)];
        assert_eq!(simplify(&corner, 0.5), [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]);
        assert_eq!(simplify(&corner, 0.05), corner);
    }

    #[test]
    fn a_name_stands_in_the_largest_part_and_not_in_its_hole() {
        let square =
            |x: f64, y: f64, side: f64| vec![(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)];
        let parts = [vec![square(100.0, 100.0, 2.0)], vec![square(0.0, 0.0, 10.0), square(2.0, 2.0, 6.0)]];
        let (x, y) = label_point(&parts).expect("it has an area");
        let inside = |low: f64, high: f64| (low..=high).contains(&x) && (low..=high).contains(&y);
        assert!(inside(0.0, 10.0) && !inside(2.0, 8.0), "{x}, {y}");
        assert_eq!(label_point(&[]), None);
    }
}
