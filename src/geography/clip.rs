//! Cutting outlines and lines at the frame of a map.

use super::projection::Flat;
use serde::Serialize;

/// The part of the page that a map shows, in kilometres: x to the east, y to the north.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Frame {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

impl Frame {
    /// The smallest frame that holds all points; `None` without one.
    pub fn around(points: impl IntoIterator<Item = Flat>) -> Option<Frame> {
        let mut frame: Option<Frame> = None;
        for (x, y) in points {
            let f = frame.get_or_insert(Frame { west: x, east: x, south: y, north: y });
            *f = Frame { west: f.west.min(x), east: f.east.max(x), south: f.south.min(y), north: f.north.max(y) };
        }
        frame
    }

    /// The frame with room around it: a share of its longer side, and no side shorter than `least`.
    pub fn widened(self, share: f64, least: f64) -> Frame {
        let room = self.width().max(self.height()) * share;
        let grow = |low: f64, high: f64| {
            let more = room.max((least - (high - low)) / 2.0);
            (low - more, high + more)
        };
        let ((west, east), (south, north)) = (grow(self.west, self.east), grow(self.south, self.north));
        Frame { west, south, east, north }
    }

    pub fn width(&self) -> f64 {
        self.east - self.west
    }

    pub fn height(&self) -> f64 {
        self.north - self.south
    }

    pub fn area(&self) -> f64 {
        self.width() * self.height()
    }

    /// Whether the two share anything.
    pub fn meets(&self, other: &Frame) -> bool {
        self.west <= other.east && other.west <= self.east && self.south <= other.north && other.south <= self.north
    }

    pub fn holds(&self, (x, y): Flat) -> bool {
        (self.west..=self.east).contains(&x) && (self.south..=self.north).contains(&y)
    }

    /// How far inside each side a point lies; below 0 outside.
    fn depths(&self, (x, y): Flat) -> [f64; 4] {
        [x - self.west, self.east - x, y - self.south, self.north - y]
    }
}

/// The part of a closed ring inside the frame (Sutherland and Hodgman 1974), closed; empty where there is none.
pub fn clip_ring(ring: &[Flat], frame: &Frame) -> Vec<Flat> {
    let mut out = ring.to_vec();
    if ring.iter().all(|p| frame.holds(*p)) {
        return out;
    }
    for side in 0..4 {
        let depth = |p: Flat| frame.depths(p)[side];
        let mut cut = Vec::with_capacity(out.len());
        for pair in out.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let (from, to) = (depth(a), depth(b));
            if from >= 0.0 {
                cut.push(a);
            }
            if (from < 0.0) != (to < 0.0) {
                let share = from / (from - to);
                cut.push((a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share));
            }
        }
        cut.extend(cut.first().copied());
        out = cut;
    }
    out
}

/// The parts of a line inside the frame, in order (Liang and Barsky 1984, segment by segment).
pub fn clip_line(line: &[Flat], frame: &Frame) -> Vec<Vec<Flat>> {
    let mut parts: Vec<Vec<Flat>> = Vec::new();
    for pair in line.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let (from, to) = (frame.depths(a), frame.depths(b));
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (start, end) in from.into_iter().zip(to) {
            match (start < 0.0, end < 0.0) {
                (true, true) => enter = f64::INFINITY,
                (true, false) => enter = enter.max(start / (start - end)),
                (false, true) => leave = leave.min(start / (start - end)),
                (false, false) => {}
            }
        }
        if enter > leave {
            continue;
        }
        let at = |share: f64| (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share);
        let (begins, ends) = (at(enter), at(leave));
        match parts.last_mut() {
            Some(part) if enter == 0.0 && part.last() == Some(&begins) => part.push(ends),
            _ => parts.push(vec![begins, ends]),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::super::simplify::area;
    use super::*;

    const UNIT: Frame = Frame { west: 0.0, south: 0.0, east: 10.0, north: 10.0 };

    #[test]
    fn a_ring_is_cut_at_the_frame() {
        let square = [(-5.0, 5.0), (5.0, 5.0), (5.0, 15.0), (-5.0, 15.0), (-5.0, 5.0)];
        let cut = clip_ring(&square, &UNIT);
        assert!((area(&cut) - 25.0).abs() < 1e-9 && cut.first() == cut.last(), "{cut:?}");
        let away = square.map(|(x, y)| (x + 50.0, y));
        assert!(clip_ring(&away, &UNIT).is_empty());
        let inside = square.map(|(x, y)| (x / 5.0 + 3.0, y / 5.0));
        assert_eq!(clip_ring(&inside, &UNIT), inside);
    }

    #[test]
    fn a_line_comes_in_and_goes_out() {
        let line = [(-5.0, 5.0), (5.0, 5.0), (5.0, 20.0), (8.0, 20.0), (8.0, 5.0)];
        let parts = clip_line(&line, &UNIT);
        assert_eq!(parts, [vec![(0.0, 5.0), (5.0, 5.0), (5.0, 10.0)], vec![(8.0, 10.0), (8.0, 5.0)]]);
    }

    #[test]
    fn a_frame_around_one_point_has_room() {
        let frame = Frame::around([(3.0, 3.0)]).expect("there is a point").widened(0.05, 20.0);
        assert_eq!((frame.width(), frame.height(), frame.area()), (20.0, 20.0, 400.0));
        assert!(frame.meets(&UNIT) && Frame::around([]).is_none());
    }
}
