//! The lines of a network: where a link runs, how wide, and how it says what it stands for.

use super::Error;
use super::canvas::{Canvas, Stroke};
use super::ledger::ink;
use super::map_key::round_down;
use super::network_layout::Layout;
use super::theme::{Dash, WHITE};
use crate::figure::{Link, Tie};
use crate::messages::{Message, Messages};

/// Width of the strongest link, and of one incident at most: one incident is no alliance. A weaker link is still seen.
const MOST: f64 = 4.5;
const ONE: f64 = 1.6;
const LEAST: f64 = 1.6;
/// White beside a line, both sides together; what an emptied line has around its white.
const CASING: f64 = 2.4;
const SHELL: f64 = 2.4;
/// Bars at the ends of a hostile line: how far they reach over it, and at least from its middle.
const OVER: f64 = 3.0;
const LEAST_BAR: f64 = 5.0;
const BAR: f64 = 2.0;
/// How far lines are drawn towards the middle of the circle, as a share of the way there, and at most of their own length.
const BEND: f64 = 0.45;
const MOST_BEND: f64 = 0.7;
/// Between two links of one pair, at their middle, and as a share of their length.
const ASIDE: f64 = 26.0;
const ASIDE_SHARE: f64 = 0.28;
/// Straight pieces of a curve.
const PIECES: usize = 16;
/// Between a group and a line, and a bar.
const TOUCH: f64 = 2.5;
const STAND_OFF: f64 = 5.0;
/// Widths of the key stand for these shares of the strongest link, rounded.
const SHARES: [f64; 3] = [1.0, 0.25, 0.03];
pub(super) type Spot = (f64, f64);

/// How a link is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Tie(Tie),
    /// Joint, between groups that also fought each other.
    Contested,
}

impl Line {
    pub(super) fn of(link: &Link, links: &[(usize, Link)]) -> Self {
        let pair = |l: &Link| (l.nodes.0.min(l.nodes.1), l.nodes.0.max(l.nodes.1));
        let fight = links.iter().any(|(_, other)| other.tie == Tie::Hostile && pair(other) == pair(link));
        if link.tie == Tie::Joint && fight { Self::Contested } else { Self::Tie(link.tie) }
    }

    fn tie(self) -> Tie {
        match self {
            Self::Tie(tie) => tie,
            Self::Contested => Tie::Joint,
        }
    }

    pub(super) fn say(self, m: &Messages) -> String {
        match self {
            Self::Tie(tie) => tie.say(m),
            Self::Contested => m.say(Message::TieJointAndHostile {}),
        }
    }

    /// Pixels between a line's end and its group.
    fn off(self) -> f64 {
        match self {
            Self::Tie(Tie::Hostile) => STAND_OFF,
            Self::Tie(Tie::Joint | Tie::Competing) | Self::Contested => TOUCH,
        }
    }

    /// Draws it through the points, with white beside it where it crosses others.
    pub(super) fn draw(self, canvas: &mut Canvas<'_>, points: &[Spot], width: f64) -> Result<(), Error> {
        let colour = ink(self.tie());
        canvas.line(points, Stroke::solid(WHITE, width + CASING))?;
        match self {
            Self::Tie(Tie::Joint) => canvas.line(points, Stroke::solid(colour, width)),
            Self::Contested => {
                canvas.line(points, Stroke::solid(colour, width + SHELL))?;
                canvas.line(points, Stroke::solid(WHITE, width))
            }
            Self::Tie(Tie::Competing) => canvas.line(points, Stroke { colour, width, dash: Dash::Dashed }),
            Self::Tie(Tie::Hostile) => {
                canvas.line(points, Stroke { colour, width, dash: Dash::Dotted })?;
                let half = (width / 2.0 + OVER).max(LEAST_BAR);
                for bar in
                    [bar(points.first(), points.get(1), half), bar(points.last(), points.iter().nth_back(1), half)]
                {
                    canvas.line(&bar, Stroke::solid(colour, BAR))?;
                }
                Ok(())
            }
        }
    }
}

/// A bar across a line's end, given the end and the point after it.
fn bar(end: Option<&Spot>, next: Option<&Spot>, half: f64) -> Vec<Spot> {
    let Some((end, next)) = end.zip(next) else { return Vec::new() };
    let (right, down) = (next.0 - end.0, next.1 - end.1);
    let length = right.hypot(down).max(f64::MIN_POSITIVE);
    let (across, along) = (-down / length * half, right / length * half);
    vec![(end.0 + across, end.1 + along), (end.0 - across, end.1 - along)]
}

/// The widths of links: incidents, in proportion.
#[derive(Debug, Clone, Copy)]
pub(super) struct Widths {
    most: f64,
}

impl Widths {
    pub(super) fn of_links(links: &[(usize, Link)]) -> Self {
        Self { most: links.iter().map(|(_, l)| l.count as f64).fold(0.0, f64::max) }
    }

    pub(super) fn of(self, count: f64) -> f64 {
        (count * ONE.min(MOST / self.most.max(1.0))).max(LEAST)
    }

    /// Of the pieces that explain kinds.
    pub(super) fn example(self) -> f64 {
        2.0 * LEAST
    }

    /// Round numbers for the key, the largest first.
    pub(super) fn samples(self) -> Vec<f64> {
        let mut samples: Vec<f64> = SHARES.map(|share| round_down(self.most * share)).to_vec();
        samples.retain(|n| *n >= 1.0);
        samples.dedup();
        samples
    }
}

/// The line of a link from rim to rim.
pub(super) fn curve(layout: &Layout<'_>, link: &Link) -> Vec<Spot> {
    let (from, to) = (link.nodes.0.min(link.nodes.1), link.nodes.0.max(link.nodes.1));
    let of_pair = |l: &&(usize, Link)| (l.1.nodes.0.min(l.1.nodes.1), l.1.nodes.0.max(l.1.nodes.1)) == (from, to);
    let ties: Vec<Tie> = layout.links.iter().filter(of_pair).map(|(_, l)| l.tie).collect();
    let place = ties.iter().filter(|tie| **tie < link.tie).count() as f64 - (ties.len() as f64 - 1.0) / 2.0;
    let (start, end) = (&layout.nodes[from], &layout.nodes[to]);
    let (right, down) = (end.at.0 - start.at.0, end.at.1 - start.at.1);
    let length = right.hypot(down).max(f64::MIN_POSITIVE);
    // A curve stands half as far aside as the point that it is drawn towards.
    let aside = 2.0 * place * ASIDE.min(length * ASIDE_SHARE);
    let middle = ((start.at.0 + end.at.0) / 2.0, (start.at.1 + end.at.1) / 2.0);
    let inward = BEND.min(MOST_BEND * length / middle.0.hypot(middle.1).max(f64::MIN_POSITIVE));
    let towards =
        (middle.0 * (1.0 - inward) - down / length * aside, middle.1 * (1.0 - inward) + right / length * aside);
    let at = |piece: usize| {
        let t = piece as f64 / PIECES as f64;
        let mix = |a: f64, b: f64, c: f64| (1.0 - t).powi(2) * a + 2.0 * t * (1.0 - t) * b + t * t * c;
        (mix(start.at.0, towards.0, end.at.0), mix(start.at.1, towards.1, end.at.1))
    };
    let whole: Vec<Spot> = (0..=PIECES).map(at).collect();
    let off = Line::of(link, &layout.links).off();
    let mut cut = cut(&whole, start.at, start.radius + off);
    cut.reverse();
    let mut cut = self::cut(&cut, end.at, end.radius + off);
    cut.reverse();
    if cut.len() < 2 { whole } else { cut }
}

/// The path without its beginning inside a circle.
fn cut(path: &[Spot], centre: Spot, radius: f64) -> Vec<Spot> {
    let far = |p: &Spot| (p.0 - centre.0).hypot(p.1 - centre.1);
    let Some(first) = path.iter().position(|p| far(p) > radius) else { return Vec::new() };
    if first == 0 {
        return path.to_vec();
    }
    let (inside, outside) = (path[first - 1], path[first]);
    let share = (radius - far(&inside)) / (far(&outside) - far(&inside)).max(f64::MIN_POSITIVE);
    let rim = (inside.0 + (outside.0 - inside.0) * share, inside.1 + (outside.1 - inside.1) * share);
    std::iter::once(rim).chain(path[first..].iter().copied()).collect()
}

fn piece(w: &[Spot]) -> f64 {
    (w[1].0 - w[0].0).hypot(w[1].1 - w[0].1)
}

/// Length of a path.
pub(super) fn length(path: &[Spot]) -> f64 {
    path.windows(2).map(piece).sum()
}

/// The point after a share of a path's length.
pub(super) fn along(path: &[Spot], share: f64) -> Spot {
    let mut left = share * length(path);
    for w in path.windows(2) {
        let length = piece(w);
        if length >= left && length > 0.0 {
            let t = left / length;
            return (w[0].0 + (w[1].0 - w[0].0) * t, w[0].1 + (w[1].1 - w[0].1) * t);
        }
        left -= length;
    }
    path.last().copied().unwrap_or_default()
}

/// Distance of a spot from a path.
pub(super) fn distance(spot: Spot, path: &[Spot]) -> f64 {
    let to_piece = |w: &[Spot]| {
        let (right, down) = (w[1].0 - w[0].0, w[1].1 - w[0].1);
        let square = (right * right + down * down).max(f64::MIN_POSITIVE);
        let t = (((spot.0 - w[0].0) * right + (spot.1 - w[0].1) * down) / square).clamp(0.0, 1.0);
        (w[0].0 + right * t - spot.0).hypot(w[0].1 + down * t - spot.1)
    };
    path.windows(2).map(to_piece).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_full_line_joins_rivals() {
        let link = |nodes, tie, count| Link { nodes, tie, count };
        let links: Vec<(usize, Link)> = [
            link((0, 1), Tie::Joint, 9),
            link((1, 0), Tie::Hostile, 1),
            link((0, 2), Tie::Joint, 1),
            link((0, 2), Tie::Competing, 4),
        ]
        .into_iter()
        .enumerate()
        .collect();
        let lines: Vec<Line> = links.iter().map(|(_, link)| Line::of(link, &links)).collect();
        let expected = [Line::Contested, Line::Tie(Tie::Hostile), Line::Tie(Tie::Joint), Line::Tie(Tie::Competing)];
        assert_eq!(lines, expected);
    }

    #[test]
    fn widths_are_incidents_in_proportion() {
        let of = |most: f64| Widths { most };
        assert_eq!([1.0, 2.0].map(|n| of(2.0).of(n)), [ONE, 2.0 * ONE], "few stay thin");
        assert_eq!([50.0, 100.0].map(|n| of(100.0).of(n)), [MOST / 2.0, MOST]);
        assert_eq!(of(100.0).of(1.0), LEAST, "one is still seen");
        assert_eq!(of(137.0).samples(), [100.0, 20.0, 2.0]);
        assert_eq!(of(1.0).samples(), [1.0]);
    }

    #[test]
    fn paths_are_cut_at_rims_and_measured() {
        let path = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)];
        assert_eq!(cut(&path, (0.0, 0.0), 4.0), [(4.0, 0.0), (10.0, 0.0), (10.0, 10.0)]);
        assert!(cut(&path, (0.0, 0.0), 40.0).is_empty());
        assert_eq!((length(&path), along(&path, 0.75)), (20.0, (10.0, 5.0)));
        assert_eq!(distance((5.0, 3.0), &path), 3.0);
        assert_eq!(bar(path.first(), path.get(1), 5.0), [(0.0, 5.0), (0.0, -5.0)]);
        assert!(bar(None, None, 5.0).is_empty());
    }
}
