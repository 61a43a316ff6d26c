//! Where names stand on a map: inside their region or beside their circle, on the map, and clear of each other.

use super::canvas::Rect;

/// Room around a name inside its region, and between two names.
const AROUND: f64 = 3.0;
/// Rows that are tried inside a region, in pixels.
const STRIDE: f64 = 3.0;
/// Between a circle and its name.
const GAP: f64 = 3.0;

/// A place for a name.
pub(super) struct Seat {
    pub middle: (f64, f64),
}

/// The names that stand already.
pub(super) struct Names {
    map: Rect,
    taken: Vec<Rect>,
    /// Circles, which a name may cover if there is no other room.
    circles: Vec<((f64, f64), f64)>,
}

impl Names {
    /// No name yet.
    pub(super) fn within(map: Rect) -> Names {
        Names { map, taken: Vec::new(), circles: Vec::new() }
    }

    /// A circle that names had better not cover.
    pub(super) fn stands(&mut self, at: (f64, f64), radius: f64) {
        self.circles.push((at, radius));
    }

    /// Circles that a name would cover.
    fn covered(&self, rect: &Rect) -> usize {
        let nearest = |at: (f64, f64)| (at.0.clamp(rect.left, rect.right), at.1.clamp(rect.top, rect.bottom));
        let meets = |(at, radius): &&((f64, f64), f64)| {
            let (x, y) = nearest(*at);
            (x - at.0).hypot(y - at.1) < *radius
        };
        self.circles.iter().filter(meets).count()
    }

    fn is_free(&self, rect: &Rect) -> bool {
        let map = &self.map;
        let inside =
            rect.left >= map.left && rect.right <= map.right && rect.top >= map.top && rect.bottom <= map.bottom;
        let clear = |other: &Rect| {
            rect.right + AROUND <= other.left
                || other.right + AROUND <= rect.left
                || rect.bottom + AROUND <= other.top
                || other.bottom + AROUND <= rect.top
        };
        inside && self.taken.iter().all(clear)
    }

    /// The free place of that size inside the polygons that lies nearest to the wish; it is taken.
    pub(super) fn inside(
        &mut self,
        polygons: &[Vec<Vec<(f64, f64)>>],
        wish: (f64, f64),
        (width, height): (f64, f64),
    ) -> Option<Seat> {
        let mut best: Option<(f64, Rect)> = None;
        for rings in polygons {
            let ys = || rings.iter().flatten().map(|p| p.1);
            let (top, bottom) = (ys().fold(f64::INFINITY, f64::min), ys().fold(f64::NEG_INFINITY, f64::max));
            let rows = ((bottom - top) / STRIDE).max(0.0) as usize;
            for y in (0..=rows).map(|row| top + row as f64 * STRIDE) {
                let around = [-1.0, -0.5, 0.0, 0.5, 1.0].map(|share| y + share * (height / 2.0 + AROUND));
                let spans = around.iter().map(|row| spans(rings, *row)).reduce(|all, more| common(&all, &more));
                for (left, right) in spans.into_iter().flatten() {
                    let half = width / 2.0;
                    let (least, most) = (left + AROUND + half, right - AROUND - half);
                    if least > most {
                        continue;
                    }
                    let x = wish.0.clamp(least, most);
                    let rect =
                        Rect { left: x - half, right: x + half, top: y - height / 2.0, bottom: y + height / 2.0 };
                    let distance = (x - wish.0).hypot(y - wish.1);
                    if best.as_ref().is_none_or(|(nearest, _)| distance < *nearest) && self.is_free(&rect) {
                        best = Some((distance, rect));
                    }
                }
            }
        }
        let (_, rect) = best?;
        self.taken.push(rect);
        Some(Seat { middle: ((rect.left + rect.right) / 2.0, (rect.top + rect.bottom) / 2.0) })
    }

    /// The free place beside a circle (right, left, above, below) that covers fewest others; it is taken.
    pub(super) fn beside(&mut self, (x, y): (f64, f64), radius: f64, (width, height): (f64, f64)) -> Option<Rect> {
        let off = radius + GAP;
        let corners = [
            (x + off, y - height / 2.0),
            (x - off - width, y - height / 2.0),
            (x - width / 2.0, y - off - height),
            (x - width / 2.0, y + off),
        ];
        let rects = corners.map(|(left, top)| Rect { left, top, right: left + width, bottom: top + height });
        let free = rects.into_iter().filter(|rect| self.is_free(rect)).min_by_key(|rect| self.covered(rect))?;
        self.taken.push(free);
        Some(free)
    }
}

/// The stretches of a row that lie inside the rings, by the even-odd rule.
pub(super) fn spans(rings: &[Vec<(f64, f64)>], y: f64) -> Vec<(f64, f64)> {
    let edges = rings.iter().flat_map(|ring| ring.windows(2));
    let crosses = edges.filter(|w| (w[0].1 <= y) != (w[1].1 <= y));
    let mut xs: Vec<f64> = crosses.map(|w| w[0].0 + (y - w[0].1) / (w[1].1 - w[0].1) * (w[1].0 - w[0].0)).collect();
    xs.sort_by(f64::total_cmp);
    xs.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

/// What two rows have in common.
fn common(one: &[(f64, f64)], other: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let both = |a: &(f64, f64), b: &(f64, f64)| (a.0.max(b.0), a.1.min(b.1));
    one.iter().flat_map(|a| other.iter().map(move |b| both(a, b))).filter(|(left, right)| left < right).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(left: f64, top: f64, side: f64) -> Vec<(f64, f64)> {
        let (right, bottom) = (left + side, top + side);
        vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    }

    const MAP: Rect = Rect { left: 0.0, top: 0.0, right: 200.0, bottom: 200.0 };

    #[test]
    fn a_name_stands_beside_the_hole_of_its_region_or_not_at_all() {
        let ringed = [vec![square(0.0, 0.0, 100.0), square(30.0, 30.0, 40.0)]];
        let mut names = Names::within(MAP);
        let seat = names.inside(&ringed, (50.0, 50.0), (60.0, 12.0)).expect("there is room above and below");
        assert!(seat.middle.1 < 30.0 || seat.middle.1 > 70.0, "{:?}", seat.middle);
        assert!(
            Names::within(MAP).inside(&ringed, (50.0, 50.0), (120.0, 12.0)).is_none(),
            "it is wider than the region"
        );
    }

    #[test]
    fn a_second_name_gives_way() {
        let mut names = Names::within(MAP);
        let first = names.beside((100.0, 100.0), 10.0, (50.0, 12.0)).expect("the map is empty");
        let second = names.beside((100.0, 100.0), 10.0, (50.0, 12.0)).expect("there are other sides");
        assert!(first.left > 100.0 && second.right < 100.0);
        names.stands((150.0, 30.0), 20.0);
        let clear = names.beside((120.0, 30.0), 10.0, (50.0, 12.0)).expect("there are other sides");
        assert!(clear.right < 120.0, "at its right it would cover a circle: {clear:?}");
        let far = names.beside((199.0, 150.0), 10.0, (50.0, 12.0)).expect("at its left");
        assert!(far.right < 199.0);
    }
}
