//! What the measures see of a group: dated, placed incidents, and what counts as near.

use super::point::Point;
use serde::Serialize;

/// How exactly an incident is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exactness {
    /// The place itself is known.
    Exact,
    /// The coordinates stand for a town's surroundings.
    Town,
    /// The coordinates, if any, are a centroid, and a centroid is not a place: only the district is known.
    District,
}

/// One incident of a group; its day is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    /// Days since 1970-01-01.
    pub day: i32,
    pub place: Option<Point>,
    pub exactness: Exactness,
    /// A number for its district within its region and country; `None` where it is not known.
    pub district: Option<u32>,
    /// Whatever the caller knows it by.
    pub row: usize,
}

impl Event {
    /// Whether two incidents are alike to every question: on one day, in one place, known as exactly.
    pub(super) fn stands_with(&self, other: &Event) -> bool {
        (self.day, self.place, self.exactness, self.district)
            == (other.day, other.place, other.exactness, other.district)
    }
}

/// How near is near.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Space {
    /// At most so many km apart.
    Within(f64),
    SameDistrict,
}

/// Below this distance both places must be exact, km: UCDP's second precision and ACLED's second mean "within about 25 km" of a
/// town.
pub const EXACT_BELOW_KM: f64 = 25.0;

impl Space {
    /// Whether an incident is placed exactly enough for the question.
    pub fn takes(self, event: &Event) -> bool {
        match self {
            Space::Within(km) if km < EXACT_BELOW_KM => event.place.is_some() && event.exactness == Exactness::Exact,
            Space::Within(_) => event.place.is_some() && event.exactness != Exactness::District,
            Space::SameDistrict => event.district.is_some(),
        }
    }
}

/// Distances and days of one question.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Cell {
    pub space: Space,
    /// At most so many days apart, before or after.
    pub days: i32,
}

/// How pairs are measured; the same for all pairs of a run.
///
/// Invariants: at least one distance and one number of days; days ascend, from 0 to [`Plan::MOST_DAYS`]; a window has
/// [`Plan::SHORTEST_WINDOW`] to [`Plan::LONGEST_WINDOW`] days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Plan {
    spaces: Vec<Space>,
    days: Vec<i32>,
    window: i32,
    rise_window: i32,
    moves: usize,
}

impl Plan {
    /// The window within which clusters are moved, days. Four weeks: long against the days of a question, short against the
    /// surges and slow rhythms that must not be read as co-activity.
    pub const WINDOW: i32 = 28;
    /// From so many offensives on windows are shorter, days. Where a surge that both groups share changes within a window, it brings near
    /// what chance does not; that excess stays as groups grow, while the error of the test shrinks. With these windows independent
    /// groups of 300 to 6,000 incidents that share surges of 90 days are called co-active at 5 % in 5 to 9 %, with four weeks for all
    /// in up to 80 % (tables of the README). Whole weeks: the days of the week weigh the same.
    pub const SHORTER_WINDOWS: [(usize, i32); 3] = [(200, 21), (500, 14), (1_200, 7)];
    /// Moves: the smallest p is 1 / (1 + moves), small enough to outlive the multiplicity of a hundred pairs.
    pub const MOVES: usize = 9_999;
    pub const SHORTEST_WINDOW: i32 = 7;
    pub const LONGEST_WINDOW: i32 = 64;
    pub const MOST_DAYS: i32 = 14;

    /// `None` where an invariant does not hold.
    pub fn new(spaces: Vec<Space>, days: Vec<i32>, window: i32, moves: usize) -> Option<Plan> {
        let sound_space = |space: &Space| match space {
            Space::Within(km) => *km > 0.0 && km.is_finite(),
            Space::SameDistrict => true,
        };
        let sound = !spaces.is_empty()
            && spaces.iter().all(sound_space)
            && !days.is_empty()
            && days.is_sorted_by(|a, b| a < b)
            && days.iter().all(|t| (0..=Plan::MOST_DAYS).contains(t))
            && (Plan::SHORTEST_WINDOW..=Plan::LONGEST_WINDOW).contains(&window)
            && moves > 0;
        sound.then_some(Plan { spaces, days, window, rise_window: window, moves })
    }

    /// The same with another window for what is asked of time; `None` where it is too short or too long. A shared surge brings as much
    /// near early and late: a rise needs no shorter windows, however large the groups are, and finds more with longer ones.
    pub fn rising_within(self, rise_window: i32) -> Option<Plan> {
        let is_sound = (Plan::SHORTEST_WINDOW..=Plan::LONGEST_WINDOW).contains(&rise_window);
        is_sound.then_some(Plan { rise_window, ..self })
    }

    /// The window for so many offensives.
    pub fn usual_window(offensives: usize) -> i32 {
        let fits = |(least, _): &&(usize, i32)| offensives >= *least;
        Plan::SHORTER_WINDOWS.iter().rev().find(fits).map_or(Plan::WINDOW, |&(_, window)| window)
    }

    pub fn spaces(&self) -> &[Space] {
        &self.spaces
    }

    pub fn days(&self) -> &[i32] {
        &self.days
    }

    pub fn window(&self) -> i32 {
        self.window
    }

    pub fn moves(&self) -> usize {
        self.moves
    }

    /// All questions, by distance and then by days.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + '_ {
        self.spaces.iter().flat_map(|&space| self.days.iter().map(move |&days| Cell { space, days }))
    }

    /// The same with one question only.
    pub fn only(&self, cell: Cell) -> Plan {
        Plan { spaces: vec![cell.space], days: vec![cell.days], ..self.clone() }
    }

    /// What is asked of time: one question, with its own window.
    pub(super) fn of_rise(&self, cell: Cell) -> Plan {
        Plan { window: self.rise_window, ..self.only(cell) }
    }

    pub(super) fn has_own_rise_window(&self) -> bool {
        self.window != self.rise_window
    }
}

impl Default for Plan {
    /// 10, 25 and 50 km and the same district; one day to a week.
    fn default() -> Plan {
        let spaces = vec![Space::Within(10.0), Space::Within(25.0), Space::Within(50.0), Space::SameDistrict];
        Plan::new(spaces, vec![1, 3, 5, 7], Plan::WINDOW, Plan::MOVES).expect("the usual plan is sound")
    }
}

/// The days that somebody was counting, first and last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: i32,
    pub to: i32,
}

impl Span {
    pub fn days(self) -> i32 {
        self.to - self.from + 1
    }
}
