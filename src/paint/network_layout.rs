//! Where a network stands: groups on a circle, since nearness would claim more than the links do; names outside it, on a phone below
//! a pair, and where it has no room for them numbers, with the names in a list below.

use super::fonts::{Fonts, Strength};
use super::map_key::Circles;
use super::medium::Medium;
use super::network_order::around;
use super::spread::{Wish, spread};
use super::theme::{LABEL, SMALL};
use crate::figure::{Link, Network, Node};

/// More groups than this cannot be told apart on a circle.
const MOST: usize = 40;
/// Radius of the circle on a desk, for a pair, and for more: so much, and so much more for each, within bounds.
const PAIR: f64 = 150.0;
const FIRST: f64 = 84.0;
const EACH: f64 = 6.0;
const RADII: (f64, f64) = (110.0, 235.0);
/// On a phone, with names beside it.
const NARROW: f64 = 62.0;
/// Names beside the circle on a phone: of so many groups at most.
const MOST_NARROW: usize = 8;
/// Lines of a name under one of a pair.
const MOST_UNDER: usize = 3;
/// Free between two families, in places.
const FAMILY_GAP: f64 = 0.7;
/// Radius of the largest group: so much of the way to its neighbour, and at most so many pixels.
const NODE_SHARE: f64 = 0.3;
const LARGEST: f64 = 22.0;
pub(super) const LEAST_NODE: f64 = 3.0;
/// Between circle and names, between names left and right of its poles, and the widest name.
const OFF: f64 = 9.0;
const POLE: f64 = 7.0;
const WIDEST: f64 = 230.0;
pub(super) const PITCH: f64 = 14.5;
const PARTING: f64 = 3.0;
/// Least height of the part with the links, and what stands over and under it.
const LEAST_HEIGHT: f64 = 120.0;
const AROUND: f64 = 8.0;
/// Between a group and its number, and the height of a line in the list.
const NUMBER_OFF: f64 = 10.0;
pub(super) const LIST_PITCH: f64 = 19.0;
const OVER_LIST: f64 = 8.0;
/// In the list, before a name: its group's circle and number.
pub(super) const BEFORE_NAME: f64 = 36.0;

/// A group with its place; the circle's middle is the origin.
pub(super) struct Placed<'a> {
    pub node: &'a Node,
    pub at: (f64, f64),
    pub radius: f64,
    pub name: Name,
}

/// How a group is named.
pub(super) enum Name {
    /// Lines outside the circle: the middle of their edge, and on which side of it they stand.
    Beside { lines: Vec<String>, at: (f64, f64), side: Side },
    /// A number at `at`, and the name in the list.
    Numbered { number: usize, at: (f64, f64), name: String },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
    Under,
}

/// How all groups are named.
enum Way {
    Beside,
    Under,
    Numbered,
}

/// A network laid out.
pub(super) struct Layout<'a> {
    /// In the order of the figure.
    pub nodes: Vec<Placed<'a>>,
    /// What can be drawn, each with its row of the table.
    pub links: Vec<(usize, Link)>,
    /// How many groups have no room.
    pub left_out: usize,
    pub circles: Circles,
    pub letter: f64,
    /// Height of the part with the links, and of the list below it.
    pub height: f64,
    pub list: f64,
    /// Columns of the list; none where names stand beside the circle.
    pub columns: usize,
}

impl<'a> Layout<'a> {
    pub(super) fn of(network: &'a Network, fonts: &Fonts, medium: Medium) -> Self {
        let nodes = &network.nodes[..network.nodes.len().min(MOST)];
        let is_drawn = |link: &Link| {
            let (a, b) = link.nodes;
            a != b && a < nodes.len() && b < nodes.len() && link.count > 0
        };
        let links: Vec<(usize, Link)> =
            network.links.iter().copied().enumerate().filter(|(_, l)| is_drawn(l)).collect();
        let letter = medium.pick(LABEL, SMALL);
        let half = medium.room() / 2.0;
        let count = nodes.len();
        let beside =
            medium.pick(if count <= 2 { PAIR } else { (FIRST + EACH * count as f64).clamp(RADII.0, RADII.1) }, NARROW);
        let room = (half - beside - LARGEST - OFF).min(WIDEST);
        let fits = |node: &Node| {
            let lines = fonts.wrap(&node.name, letter, Strength::Regular, room, 2);
            lines.iter().all(|l| !l.ends_with('…') && fonts.width(l, letter, Strength::Regular) <= room)
        };
        let way = match () {
            () if medium.pick(true, count != 2 && count <= MOST_NARROW && nodes.iter().all(fits)) => Way::Beside,
            () if count == 2 => Way::Under,
            () => Way::Numbered,
        };
        let ring = match way {
            Way::Beside => beside,
            Way::Under => half / 2.0,
            Way::Numbered => half - LARGEST - 2.0 * NUMBER_OFF,
        };
        let angles = angles(nodes, &links);
        let spacing = std::f64::consts::TAU * ring / (count as f64 + gaps(nodes)).max(1.0);
        // One group alone stands in the middle.
        let ring = if count == 1 { 0.0 } else { ring };
        let most = nodes.iter().map(|n| n.incidents).filter(|v| v.is_finite()).fold(0.0, f64::max);
        let circles = Circles::up_to(most, (spacing * NODE_SHARE).min(LARGEST));
        let radius = |node: &Node| circles.radius(node.incidents).max(LEAST_NODE);
        let at: Vec<(f64, f64)> = angles.iter().map(|a| (ring * a.cos(), ring * a.sin())).collect();
        let reach = at.iter().zip(nodes).map(|(at, node)| at.1.abs() + radius(node)).fold(0.0, f64::max);
        let names = Names { fonts, letter, room, ring };
        let (names, tall) = match way {
            Way::Beside => names.beside(nodes, &at, &radius, 2.0 * reach),
            Way::Under => names.under(nodes, &at),
            Way::Numbered => names.numbered(nodes, &angles, &radius, medium.room()),
        };
        let columns = names.1;
        let height = (2.0 * (reach + AROUND)).max(tall + 2.0 * AROUND).max(LEAST_HEIGHT);
        let list = if columns > 0 { count.div_ceil(columns) as f64 * LIST_PITCH + OVER_LIST } else { 0.0 };
        let placed = nodes.iter().zip(at).zip(names.0);
        let nodes = placed.map(|((node, at), name)| Placed { node, at, radius: radius(node), name }).collect();
        let left_out = network.nodes.len() - count;
        Self { nodes, links, left_out, circles, letter, height, list, columns }
    }
}

/// Places left free, where there is more than one family.
fn gaps(nodes: &[Node]) -> f64 {
    let mut families: Vec<&str> = nodes.iter().map(|n| n.family.as_str()).collect();
    families.sort_unstable();
    families.dedup();
    if families.len() > 1 { families.len() as f64 * FAMILY_GAP } else { 0.0 }
}

/// The direction of each group from the middle, clockwise from the top, no group at the top itself.
fn angles(nodes: &[Node], links: &[(usize, Link)]) -> Vec<f64> {
    let mut pairs: Vec<(usize, usize)> =
        links.iter().map(|(_, l)| (l.nodes.0.min(l.nodes.1), l.nodes.0.max(l.nodes.1))).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let families: Vec<&str> = nodes.iter().map(|n| n.family.as_str()).collect();
    let order = around(&families, &pairs);
    let gaps = gaps(nodes);
    let (gap, whole) = (if gaps > 0.0 { FAMILY_GAP } else { 0.0 }, nodes.len() as f64 + gaps);
    let mut angles = vec![0.0; nodes.len()];
    let mut place = gap / 2.0;
    for (at, group) in order.iter().enumerate() {
        if at > 0 && families[order[at - 1]] != families[*group] {
            place += gap;
        }
        angles[*group] = ((place + 0.5) / whole - 0.25) * std::f64::consts::TAU;
        place += 1.0;
    }
    angles
}

/// Sets names.
struct Names<'a> {
    fonts: &'a Fonts,
    letter: f64,
    room: f64,
    ring: f64,
}

/// The names, and in how many columns those of a list stand.
type Set = (Vec<Name>, usize);

impl Names<'_> {
    /// Beside the circle, each as near to its group as the others allow; and the height that they need.
    fn beside(&self, nodes: &[Node], at: &[(f64, f64)], radius: &dyn Fn(&Node) -> f64, tall: f64) -> (Set, f64) {
        let side = |at: &(f64, f64)| if at.0 >= -1e-6 { Side::Right } else { Side::Left };
        let height = |lines: &Vec<String>| lines.len().max(1) as f64 * PITCH + PARTING;
        let largest = nodes.iter().map(radius).fold(0.0, f64::max);
        let mut names: Vec<Name> =
            nodes.iter().map(|_| Name::Beside { lines: Vec::new(), at: (0.0, 0.0), side: Side::Right }).collect();
        let mut needed = 0.0;
        for this in [Side::Left, Side::Right] {
            let here: Vec<usize> = (0..nodes.len()).filter(|i| side(&at[*i]) == this).collect();
            let set = |most| -> Vec<Vec<String>> {
                let wrap =
                    |i: &usize| self.fonts.balance(&nodes[*i].name, self.letter, Strength::Regular, self.room, most);
                here.iter().map(wrap).collect()
            };
            let mut lines = set(2);
            if lines.iter().map(height).sum::<f64>() > tall.max(LEAST_HEIGHT - 2.0 * AROUND) {
                lines = set(1);
            }
            let sum: f64 = lines.iter().map(height).sum();
            needed = sum.max(needed);
            let half = (sum.max(tall) + AROUND) / 2.0;
            let wishes: Vec<Wish> = here.iter().zip(&lines).map(|(i, lines)| (at[*i].1, height(lines))).collect();
            let outer = self.ring + largest + OFF;
            for ((i, lines), (y, wish)) in
                here.iter().zip(lines).zip(spread(&wishes, -half, half).into_iter().zip(&wishes))
            {
                // The widest that the circle is beside these lines.
                let near = (y.abs() - wish.1 / 2.0).max(0.0);
                let x = (outer * outer - near * near).max(0.0).sqrt().max(POLE);
                let x = if this == Side::Left { -x } else { x };
                names[*i] = Name::Beside { lines, at: (x, y), side: this };
            }
        }
        ((names, 0), needed)
    }

    /// Below each of two groups, and the height that they need.
    fn under(&self, nodes: &[Node], at: &[(f64, f64)]) -> (Set, f64) {
        let room = 2.0 * self.ring - OFF;
        let set = |node: &Node| self.fonts.balance(&node.name, self.letter, Strength::Regular, room, MOST_UNDER);
        let lines: Vec<Vec<String>> = nodes.iter().map(set).collect();
        let most = lines.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let top = LARGEST + PITCH;
        let name = |(lines, at): (Vec<String>, &(f64, f64))| Name::Beside { lines, at: (at.0, top), side: Side::Under };
        ((lines.into_iter().zip(at).map(name).collect(), 0), 2.0 * (top + most * PITCH))
    }

    /// As numbers around the circle, and in a list of one column or two.
    fn numbered(&self, nodes: &[Node], angles: &[f64], radius: &dyn Fn(&Node) -> f64, width: f64) -> (Set, f64) {
        let room = |columns: usize| width / columns as f64 - BEFORE_NAME - OFF;
        let fits = |node: &Node| self.fonts.width(&node.name, self.letter, Strength::Regular) <= room(2);
        let columns = if nodes.iter().all(fits) { 2 } else { 1 };
        // Numbers run around the circle, from the top.
        let mut order: Vec<usize> = (0..nodes.len()).collect();
        order.sort_by(|a, b| angles[*a].total_cmp(&angles[*b]));
        let name = |at: usize| {
            let number = order.iter().position(|i| *i == at).map_or(0, |place| place + 1);
            let out = self.ring + radius(&nodes[at]) + NUMBER_OFF;
            let place = (out * angles[at].cos(), out * angles[at].sin());
            let name = self.fonts.shorten(&nodes[at].name, self.letter, Strength::Regular, room(columns));
            Name::Numbered { number, at: place, name }
        };
        let far = |at: usize| (self.ring + radius(&nodes[at]) + NUMBER_OFF) * angles[at].sin().abs();
        let reach = (0..nodes.len()).map(far).fold(0.0, f64::max);
        (((0..nodes.len()).map(name).collect(), columns), 2.0 * (reach + OFF))
    }
}
