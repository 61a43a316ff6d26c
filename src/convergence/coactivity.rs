//! Co-activity of two groups in place and time: the share of B's incidents near one of A's, beyond what chance brings near.
//!
//! *Estimand.* The excess share of B's incidents that lie within D km and T days of an incident of A (incidents naming both are
//! left out by the caller: they are direct evidence). *Null.* The groups choose their days independently given their places, their
//! slow rhythms and the surges of each place: B's whole clusters (near repeats of one group, one offensive) are moved within fixed
//! calendar windows: interval jitter. Windows are fixed and not centred on the incident, for a jitter around the incident is not a
//! test of its hypothesis (Platkiewicz, Stark & Amarasingham 2017). *p* is (1 + moves with as many near) / (1 + moves), one-sided;
//! over the plan's distances and days the smallest p counts, held against the smallest p of every move, so that looking in many
//! places costs what it should. *Expected* is the exact mean over all moves.
//! Thousands of clusters are not moved one by one: their sums are normal, with means and covariances that are exact.
//!
//! *What it cannot see.* A surge that both groups share and that is shorter than a window looks like co-activity.

use super::activity::{Cell, Event, Plan, Span};
use super::clusters::{Chains, Clusters};
use super::course::{Rolled, rolled};
use super::effect::Outcomes;
use super::index::{Index, Lookup};
use super::moves::Moves;
use super::near::{Question, Table, Tally};
use super::rising::{Rising, rising};
use super::sightings::{Counted, Sightings};
use std::sync::OnceLock;

/// A first look; only where it leaves p at or below [`WORTH_MORE`] the plan's moves are made in full (Besag & Clifford 1991).
const FIRST_LOOK: usize = 999;
const WORTH_MORE: f64 = 0.1;
/// Clusters moved for a pair, at most: ten thousand moves of five thousand offensives. Where there are more of them, so many fewer
/// moves already tell a small p.
const DRAWS: usize = 50_000_000;
/// Clusters moved for a first look, for the size of the excess and for the band of a drawing, at most, each: 999 moves of five
/// thousand offensives. What a look finds worth more is moved in full.
const LOOKED: usize = 5_000_000;
/// Moves that are made of however many offensives.
pub(super) const FEWEST_MOVES: usize = 199;

/// A group's incidents as pairs are made of them. What is not asked for is not made: what others are held against needs an index, what
/// is held against others needs clusters.
pub struct Activity {
    /// By day.
    events: Vec<Event>,
    chains: OnceLock<Chains>,
    clusters: OnceLock<Clusters>,
    index: OnceLock<Index>,
}

impl Activity {
    /// In any order.
    pub fn new(mut events: Vec<Event>) -> Activity {
        let place = |event: &Event| event.place.map(super::Point::coordinates).unwrap_or_default();
        events.sort_by(|a, b| {
            let ([x, y, z], [u, v, w]) = (place(a), place(b));
            let places = x.total_cmp(&u).then(y.total_cmp(&v)).then(z.total_cmp(&w));
            a.day
                .cmp(&b.day)
                .then(places)
                .then(a.exactness.cmp(&b.exactness))
                .then(a.district.cmp(&b.district))
                .then(a.row.cmp(&b.row))
        });
        Activity { events, chains: OnceLock::new(), clusters: OnceLock::new(), index: OnceLock::new() }
    }

    /// The same without some of its incidents: what was found of the others is not sought again.
    pub fn without(&self, is_left_out: impl Fn(&Event) -> bool) -> Activity {
        let stays = |(at, event): (u32, &Event)| (!is_left_out(event)).then_some(at);
        let staying: Vec<u32> = (0..).zip(&self.events).filter_map(stays).collect();
        let events: Vec<Event> = staying.iter().map(|&at| self.events[at as usize]).collect();
        let chains = OnceLock::from(self.chains().of_rest(&staying, &events));
        Activity { events, chains, clusters: OnceLock::new(), index: OnceLock::new() }
    }

    /// By day.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The incidents of each offensive, by its first day.
    pub fn offensives(&self) -> impl Iterator<Item = impl Iterator<Item = &Event>> {
        self.in_clusters().iter().map(|(_, members)| members.iter().map(|&at| &self.events[at as usize]))
    }

    /// Offensives: the units that chance moves.
    pub fn clusters(&self) -> usize {
        self.in_clusters().len()
    }

    fn chains(&self) -> &Chains {
        self.chains.get_or_init(|| Chains::of(&self.events))
    }

    fn in_clusters(&self) -> &Clusters {
        self.clusters.get_or_init(|| self.chains().clusters(&self.events))
    }

    /// Incidents that are placed exactly enough for the question.
    pub fn taken(&self, cell: Cell) -> usize {
        self.events.iter().filter(|event| cell.space.takes(event)).count()
    }

    /// What these incidents see of A, whose days are moved by `lag` days.
    pub(super) fn sightings(&self, a: &Activity, lag: i32, plan: &Plan, span: Span) -> Sightings {
        Sightings::new(plan, span, Lookup::new(a.index(), lag, plan), &self.events, self.in_clusters())
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.events))
    }
}

/// One question and its answer. Shares are of B's incidents that are placed exactly enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    pub cell: Cell,
    pub taken: u32,
    pub near: u32,
    /// By chance: the exact mean over all moves.
    pub expected: f64,
    pub p: f64,
}

impl Answer {
    /// The excess share.
    pub fn excess(&self) -> f64 {
        if self.taken == 0 { 0.0 } else { (f64::from(self.near) - self.expected) / f64::from(self.taken) }
    }
}

/// What the moves say of a pair.
#[derive(Clone, Debug, PartialEq)]
pub struct CoActivity {
    /// Offensives of B.
    pub clusters: usize,
    /// By cell of the plan.
    pub answers: Vec<Answer>,
    /// Of the whole plan: the smallest p among the cells, recalibrated.
    pub p: f64,
    /// Moves that p rests on.
    pub moves: usize,
    /// The smallest p that these incidents could have had; 1 where no move brings anything near.
    pub smallest_p: f64,
    /// The excess shares at the reference that the data do not contradict, 95 %.
    pub interval: Option<(f64, f64)>,
    /// The smallest excess share at the reference that the test finds in four of five cases.
    pub detectable: Option<f64>,
    /// At the reference: B's incidents whose nearest one of A came before, less those whose nearest came after.
    pub order: Order,
    /// At the reference, by month.
    pub rising: Rising,
}

/// Who follows whom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Order {
    /// B's incidents that follow A's less those that lead.
    pub lead: i32,
    pub expected: f64,
    /// Two-sided.
    pub p: f64,
}

/// When somebody was counting.
#[derive(Clone, Copy, Debug)]
pub struct Time<'a> {
    pub span: Span,
    /// The first days of its months, ascending.
    pub months: &'a [i32],
}

/// Measures a pair: p over the plan, the size of the excess and the order at the reference.
pub fn coactivity(a: &Activity, b: &Activity, plan: &Plan, reference: Cell, time: Time, seed: u64) -> CoActivity {
    let Time { span, months } = time;
    let seen = b.sightings(a, 0, plan, span);
    let scores = Question { seen: &seen, spaces: seen.spaces(), times: plan.days(), tally: Tally::Score };
    let Counted { near, score, mean: expected } = seen.counted(plan.days());
    let at = plan.cells().position(|cell| cell == reference);
    let look = looks(b.clusters()).min(plan.moves());
    let most = plan.moves().min((DRAWS / b.clusters().max(1)).max(FEWEST_MOVES));
    let told = |moves: Moves| {
        let ps = moves.ps(&score, at);
        (moves, ps)
    };
    let (moves, (ps, p)) = match Moves::of_many(&scores, plan.moves(), seed) {
        Some(moves) => told(moves),
        None => match told(Moves::draw(&scores, look, seed)) {
            (_, (_, p)) if p <= WORTH_MORE && most > look => told(Moves::draw(&scores, most, seed)),
            first => first,
        },
    };
    let answers: Vec<Answer> = plan
        .cells()
        .enumerate()
        .map(|(at, cell)| Answer {
            cell,
            taken: seen.all_taken(at / plan.days().len()),
            near: near[at],
            expected: expected[at],
            p: ps[at],
        })
        .collect();
    let own;
    let (of_reference, space) = match at.map(|at| at / plan.days().len()) {
        Some(space) => (&seen, space),
        None => {
            own = b.sightings(a, 0, &plan.only(reference), span);
            (&own, 0)
        }
    };
    let times = [reference.days];
    let asked = Question { seen: of_reference, spaces: space..space + 1, times: &times, tally: Tally::Near };
    let question = asked.table();
    let drawn = Moves::of_many(&asked, FIRST_LOOK, seed).unwrap_or_else(|| Moves::draw(&asked, look, seed));
    let of_rise = plan.has_own_rise_window().then(|| rise_table(a, b, plan, reference, span));
    let outcomes = Outcomes::new(&drawn, 0, question.taken(0), question.expected()[0]);
    CoActivity {
        clusters: b.clusters(),
        answers,
        p,
        moves: moves.len(),
        smallest_p: if scores.live() > 0 { 1.0 / (1 + moves.len()) as f64 } else { 1.0 },
        interval: outcomes.as_ref().map(|outcomes| outcomes.interval(question.observed()[0])),
        detectable: outcomes.as_ref().and_then(Outcomes::detectable),
        order: order(&question, &drawn),
        rising: of_rise.map_or_else(|| rising(&question, months, seed), |table| rising(&table, months, seed)),
    }
}

/// The course of a pair at the reference in rolling months, for drawing.
pub fn course(a: &Activity, b: &Activity, plan: &Plan, reference: Cell, time: Time, seed: u64) -> Vec<Rolled> {
    rolled(&rise_table(a, b, plan, reference, time.span), time.months, looks(b.clusters()), seed)
}

/// What is near at the reference, as it is asked of time.
fn rise_table(a: &Activity, b: &Activity, plan: &Plan, reference: Cell, span: Span) -> Table {
    let seen = b.sightings(a, 0, &plan.of_rise(reference), span);
    Question { seen: &seen, spaces: seen.spaces(), times: &[reference.days], tally: Tally::Near }.table()
}

/// Moves of a first look at so many offensives.
fn looks(clusters: usize) -> usize {
    (LOOKED / clusters.max(1)).clamp(FEWEST_MOVES, FIRST_LOOK)
}

fn order(table: &Table, moves: &Moves) -> Order {
    let lead = table.clusters.iter().map(|row| table.order(row, row.actual)).sum();
    let expected: f64 = table
        .clusters
        .iter()
        .map(|row| {
            let sum: i32 = table.order_by_position(row).iter().sum();
            f64::from(sum) / row.positions as f64
        })
        .sum();
    let far = |lead: i32| (f64::from(lead) - expected).abs();
    // Sums of the same numbers may differ in their last digit.
    let as_far = moves.order.iter().filter(|&&moved| far(moved) >= far(lead) - 1e-9).count();
    Order { lead, expected, p: (1 + as_far) as f64 / (1 + moves.len()) as f64 }
}
