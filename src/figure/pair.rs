//! What is drawn of pairs of groups: a ledger of incidents that name both, values of whole years on a finer axis, and a network
//! of direct evidence.

use super::{Ink, Point, State};
use crate::messages::{Message, Messages};
use serde::Serialize;

/// What an incident that names two groups says of them. Counts of different kinds are never added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Tie {
    /// Both did it: solid and blue.
    Joint,
    /// Both claim it for themselves alone: grey, broken as a line.
    Competing,
    /// One against the other: dark, dotted as a line, with bars at its ends.
    Hostile,
}

impl Tie {
    /// In words, for keys and tables.
    pub fn say(self, m: &Messages) -> String {
        m.say(match self {
            Self::Joint => Message::TieJoint {},
            Self::Competing => Message::TieCompeting {},
            Self::Hostile => Message::TieHostile {},
        })
    }
}

/// A row of columns of its own in a panel: incidents of one kind, on the scale of its neighbours but never on top of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lane {
    /// Above it, e.g. "Joint: 7 incidents". Shortened where there is no room.
    pub name: String,
    pub tie: Tie,
    /// One a period, from the first on; bands are not drawn.
    pub points: Vec<Point>,
}

/// Values of stretches of time, e.g. of years on an axis of months, labelled at their end.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Steps {
    /// Direct label; empty for none.
    pub name: String,
    pub ink: Ink,
    /// In order, apart from each other; what lies between two of them is a gap.
    pub steps: Vec<Step>,
}

/// One value, drawn over the whole of its stretch, with its band.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Step {
    /// Its first period, and the one after its last.
    pub from: usize,
    pub to: usize,
    pub point: Point,
}

impl Steps {
    /// One point for each of `len` periods: that of the stretch it lies in, else a gap.
    pub fn points(&self, len: usize) -> Vec<Point> {
        let mut points = vec![Point::gap(State::Unreported); len];
        for step in &self.steps {
            let stretch = step.from.min(len)..step.to.clamp(step.from.min(len), len);
            points[stretch].fill(step.point);
        }
        points
    }
}

/// Groups, and the incidents that name two of them. What they have in common beside such incidents is not drawn: a place or a
/// week that both chose is no link.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Network {
    /// What the circles count, e.g. "Incidents of the group"; at the key.
    pub unit: String,
    /// The most important first. The painter shows so many as can be told apart, and says how many it leaves out.
    pub nodes: Vec<Node>,
    /// In the order of the table. A pair has at most one link of a kind; what names no two nodes or counts nothing is not drawn.
    pub links: Vec<Link>,
}

/// A group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Node {
    pub name: String,
    /// The circle's area, 0 or more.
    pub incidents: f64,
    pub ink: Ink,
    /// Members of a family stand together, and the key names it by the ink of its first; empty for none.
    pub family: String,
}

/// Incidents of one kind that name two groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Indices of its nodes, in any order: a link has no direction.
    pub nodes: (usize, usize),
    pub tie: Tie,
    /// Its width.
    pub count: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_holds_in_each_of_its_periods() {
        let step = |from, to, value| Step { from, to, point: Point::complete(value) };
        let steps = Steps { name: String::new(), ink: Ink::Count, steps: vec![step(1, 3, 5.0), step(4, 9, 7.0)] };
        let values: Vec<Option<f64>> = steps.points(6).iter().map(|p| p.value).collect();
        assert_eq!(values, [None, Some(5.0), Some(5.0), None, Some(7.0), Some(7.0)]);
        let backward = Steps { steps: vec![step(9, 2, 1.0)], ..steps };
        assert!(backward.points(3).iter().all(|p| p.value.is_none()));
    }
}
