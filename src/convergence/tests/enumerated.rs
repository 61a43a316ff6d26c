//! p, mean and interval against all moves of a tiny case, one by one.

use super::{Planted, at, numbered};
use crate::convergence::effect::Outcomes;
use crate::convergence::moves::Moves;
use crate::convergence::near::{Question, Tally};
use crate::convergence::{Activity, Cell, Plan, Space, Span, Time, coactivity};

const WINDOW: i32 = 7;
const SPAN: Span = Span { from: 0, to: 69 };
const QUESTION: Cell = Cell { space: Space::Within(10.0), days: 1 };
/// A's days in one place, and those of B: five clusters, each alone in its window and some days apart.
const DAYS_OF_A: [i32; 9] = [2, 4, 9, 16, 24, 31, 33, 38, 60];
const DAYS_OF_B: [i32; 5] = [3, 10, 17, 26, 32];

fn groups() -> (Activity, Activity) {
    let group = |days: &[i32]| Activity::new(numbered(days.iter().map(|&day| at(day, 30.0, 67.0))));
    (group(&DAYS_OF_A), group(&DAYS_OF_B))
}

/// Days of A within a day of the day.
fn close(day: i32) -> usize {
    DAYS_OF_A.iter().filter(|&&other| (other - day).abs() <= QUESTION.days).count()
}

/// Near incidents and scores of all 7^5 moves.
fn every_move() -> Vec<(u32, u32)> {
    let mut moves = vec![(0, 0)];
    for day in DAYS_OF_B {
        let start = day.div_euclid(WINDOW) * WINDOW;
        let outcomes = (start..start + WINDOW).map(|day| match close(day) {
            0 => (0, 0),
            1 => (1, 2),
            _ => (1, 3),
        });
        let outcomes: Vec<(u32, u32)> = outcomes.collect();
        moves =
            moves.iter().flat_map(|(n, s)| outcomes.iter().map(move |(near, score)| (n + near, s + score))).collect();
    }
    moves
}

#[test]
fn p_and_the_mean_are_those_of_all_moves() {
    let (a, b) = groups();
    assert_eq!(b.clusters(), DAYS_OF_B.len());
    let plan = Plan::new(vec![QUESTION.space], vec![QUESTION.days], WINDOW, Plan::MOVES).expect("the plan is sound");
    let got = coactivity(&a, &b, &plan, QUESTION, Time { span: SPAN, months: &[0] }, 7);
    let all = every_move();
    assert_eq!(all.len(), 7_usize.pow(5));
    let mean = all.iter().map(|(near, _)| f64::from(*near)).sum::<f64>() / all.len() as f64;
    assert!((got.answers[0].expected - mean).abs() < 1e-12, "{got:?}");
    let seen: u32 = DAYS_OF_B.iter().map(|&day| [0, 2, 3][close(day).min(2)]).sum();
    let exact = all.iter().filter(|(_, score)| *score >= seen).count() as f64 / all.len() as f64;
    assert!(exact > 0.001 && exact < 0.1, "worth all moves: {exact}");
    let error = (exact * (1.0 - exact) / got.moves as f64).sqrt();
    assert!(got.moves == Plan::MOVES && (got.p - exact).abs() < 4.0 * error, "{} {exact}", got.p);
    // One question alone costs no more than it costs.
    assert_eq!(got.p, got.answers[0].p);
    assert_eq!(got.smallest_p, 1.0 / (1 + Plan::MOVES) as f64);
}

#[test]
fn a_smallest_p_over_many_questions_is_recalibrated() {
    let pair = Planted { months: 24, incidents: 60, share: 0.5, from_month: 0 };
    let (a, b) = pair.activities(11);
    let plan = Plan::new(Plan::default().spaces().to_vec(), vec![1, 3, 5, 7], Plan::WINDOW, 999).expect("it is sound");
    let reference = Cell { space: Space::Within(10.0), days: 3 };
    let months = pair.months();
    let got = coactivity(&a, &b, &plan, reference, Time { span: pair.span(), months: &months }, 3);
    let smallest = got.answers.iter().map(|answer| answer.p).fold(1.0, f64::min);
    assert!(got.p >= smallest && got.p <= 0.01, "{got:?}");
    assert!(got.answers.iter().all(|answer| answer.p >= got.smallest_p && answer.p <= 1.0));
}

#[test]
fn an_interval_holds_nothing_where_nothing_is_seen_and_rises_with_what_is() {
    let pair = Planted { months: 24, incidents: 80, share: 0.0, from_month: 0 };
    let (a, b) = pair.activities(5);
    for days in [1, 7] {
        let plan = Plan::new(vec![Space::Within(10.0)], vec![days], Plan::WINDOW, 999).expect("it is sound");
        let seen = b.sightings(&a, 0, &plan, pair.span());
        let asked = Question { seen: &seen, spaces: seen.spaces(), times: plan.days(), tally: Tally::Near };
        let table = asked.table();
        let (taken, expected) = (table.taken(0), table.expected()[0]);
        let outcomes = Outcomes::new(&Moves::draw(&asked, 999, 1), 0, taken, expected).expect("there are incidents");
        let (low, high) = outcomes.interval(expected.round() as u32);
        assert!(low < 0.0 && high > 0.0 && high - low < 0.5, "{low} {high}");
        let intervals: Vec<(f64, f64)> = (0..=taken).map(|seen| outcomes.interval(seen)).collect();
        assert!(intervals.iter().all(|(low, high)| low <= high), "{intervals:?}");
        assert!(intervals.windows(2).all(|pair| pair[0].0 <= pair[1].0 && pair[0].1 <= pair[1].1), "{intervals:?}");
        // All of them near: far more than chance; none: less.
        assert!(intervals[taken as usize].0 > 0.3 && intervals[0].1 < 0.0, "{intervals:?}");
        let detectable = outcomes.detectable().expect("some excess would do");
        assert!(detectable > 0.0 && detectable < 0.5, "{detectable}");
    }
}

/// Normal numbers instead of moved clusters: both have the same means, spread and ties between cells.
#[test]
fn many_clusters_need_not_be_moved() {
    const DRAWS: usize = 4_000;
    let pair = Planted { months: 1_800, incidents: 90_000, share: 0.1, from_month: 0 };
    let (a, b) = pair.activities(9);
    let (a, b) = (a.without(|event| event.row % 6 != 0), b.without(|event| event.row % 6 != 0));
    let plan = Plan::new(vec![Space::Within(10.0), Space::SameDistrict], vec![3, 5], Plan::WINDOW, 999);
    let plan = plan.expect("it is sound");
    let seen = b.sightings(&a, 0, &plan, pair.span());
    for tally in [Tally::Near, Tally::Score] {
        let asked = Question { seen: &seen, spaces: seen.spaces(), times: plan.days(), tally };
        let (moved, drawn) = (Moves::draw(&asked, DRAWS, 1), Moves::of_many(&asked, DRAWS, 1));
        let drawn = drawn.expect("there are enough clusters");
        let columns = |moves: &Moves| -> Vec<Vec<f64>> {
            let order = moves.order.iter().map(|&order| f64::from(order)).collect();
            (0..asked.cells()).map(|cell| moves.of_cell(cell).map(f64::from).collect()).chain([order]).collect()
        };
        let (moved, drawn) = (columns(&moved), columns(&drawn));
        let mean = |numbers: &[f64]| numbers.iter().sum::<f64>() / DRAWS as f64;
        let covariance = |one: &[f64], other: &[f64]| {
            let products: Vec<f64> = one.iter().zip(other).map(|(x, y)| (x - mean(one)) * (y - mean(other))).collect();
            mean(&products)
        };
        // Five standard errors of a difference.
        let error = |variance: f64| 5.0 * (2.0 * variance / DRAWS as f64).sqrt();
        for (at, one) in moved.iter().enumerate() {
            let variance = covariance(one, one);
            assert!((mean(one) - mean(&drawn[at])).abs() < error(variance), "{tally:?} {at}");
            // The order is drawn for itself, without ties to the cells.
            for (with, other) in
                moved.iter().enumerate().filter(|(with, _)| at == *with || at.max(*with) < asked.cells())
            {
                let (got, expected) = (covariance(&drawn[at], &drawn[with]), covariance(one, other));
                let spread = variance * covariance(other, other) + expected * expected;
                assert!((got - expected).abs() < error(spread), "{tally:?} {at} {with}: {got} {expected}");
            }
        }
    }
}
