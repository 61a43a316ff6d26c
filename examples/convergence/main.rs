//! How far the test of co-activity can be trusted: simulated pairs of invented groups, with a fixed seed.
//!
//! `cargo run --release --example convergence` prints the tables of the README: how often independent groups are called co-active, how
//! often planted ones are found, and what becomes of trends and onsets. `-- N` makes N pairs a row instead of 1,000.

mod pairs;

use incident_trends::convergence::{Cell, CoActivity, Space, Time, coactivity};
use pairs::{NOTHING, Pair, Planted, Scenario, plan};
use rayon::prelude::*;

const LEVEL: f64 = 0.05;
const REFERENCE: Cell = Cell { space: Space::Within(10.0), days: 3 };

fn measured(seed: u64, months: i32, incidents: usize, scenario: Scenario, planted: Planted) -> CoActivity {
    let pair = Pair::draw(seed, months, incidents, scenario, planted);
    let (a, b) = pair.activities(seed);
    coactivity(&a, &b, &plan(), REFERENCE, Time { span: pair.span, months: &pair.months }, seed)
}

fn percent(of: usize, all: u64) -> String {
    format!("{:.1} %", 100.0 * of as f64 / all as f64)
}

fn main() {
    let pairs: u64 = std::env::args().nth(1).map_or(1_000, |n| n.parse().expect("the number of pairs"));
    let each = |months, incidents, scenario, planted| -> Vec<CoActivity> {
        (0..pairs).into_par_iter().map(|seed| measured(seed, months, incidents, scenario, planted)).collect()
    };
    let called = |runs: &[CoActivity]| percent(runs.iter().filter(|run| run.p <= LEVEL).count(), pairs);
    let at_reference = |runs: &[CoActivity]| {
        let p = |run: &CoActivity| run.answers.iter().find(|answer| answer.cell == REFERENCE).map_or(1.0, |a| a.p);
        percent(runs.iter().filter(|run| p(run) <= LEVEL).count(), pairs)
    };
    let excess = |runs: &[CoActivity]| {
        let of = |run: &CoActivity| run.answers.iter().find(|a| a.cell == REFERENCE).map_or(0.0, |a| a.excess());
        runs.iter().map(of).sum::<f64>() / pairs as f64
    };

    let none = Scenario::default();
    let scenarios = [
        ("nothing in common", none),
        ("a season", Scenario { season: true, ..none }),
        ("common surges", Scenario { common_surge: true, ..none }),
        ("surges of single places that both share", Scenario { surges_of_places: true, ..none }),
        ("near repeats within each group", Scenario { near_repeats: true, ..none }),
        ("all of these", Scenario::ALL),
    ];
    println!("Independent groups, 150 incidents each, 36 months: called co-active at 5 %");
    for (name, scenario) in scenarios {
        let runs = each(36, 150, scenario, NOTHING);
        println!("  {name:42} {:>7}   at 10 km and 3 days alone {:>7}", called(&runs), at_reference(&runs));
    }
    println!("The same by the length of the surges of places, days");
    for surge_days in [14.0, 28.0, 56.0, 90.0, 180.0] {
        let runs = each(36, 150, Scenario { surges_of_places: true, surge_days, ..none }, NOTHING);
        println!("  {surge_days:42} {:>7}", called(&runs));
    }
    println!("Planted pairs, 150 incidents each: found");
    for (name, scenario) in [scenarios[0], scenarios[4], scenarios[5]] {
        for (months, share) in [(36, 0.2), (36, 0.1), (12, 0.2)] {
            let runs = each(months, 150, scenario, Planted { share, from_month: 0 });
            let truth = excess(&runs);
            let covered = |run: &&CoActivity| run.interval.is_some_and(|(low, high)| low <= truth && truth <= high);
            println!(
                "  {name:42} {months} months, {:.0} % follow: {:>7}   excess {:.3}, in the interval {:>7}",
                100.0 * share,
                called(&runs),
                truth,
                percent(runs.iter().filter(covered).count(), pairs)
            );
        }
    }
    println!("Trends, 300 incidents each, 36 months: called at 5 % (slope, onset)");
    for (name, scenario, share) in [
        ("nothing in common, independent", none, 0.0),
        ("all in common, independent", Scenario::ALL, 0.0),
        ("nothing in common, steadily 20 %", none, 0.2),
        ("all in common, steadily 20 %", Scenario::ALL, 0.2),
    ] {
        let runs = each(36, 300, scenario, Planted { share, from_month: 0 });
        let by = |p: fn(&incident_trends::convergence::RisingTest) -> f64| {
            percent(runs.iter().filter(|run| run.rising.test.is_some_and(|test| p(&test) <= LEVEL)).count(), pairs)
        };
        println!("  {name:42} {:>7} {:>7}", by(|test| test.p), by(|test| test.onset_p));
    }
    println!("Planted onsets, 300 incidents each: month found on average, within six months of the truth, called");
    for (name, scenario) in [scenarios[0], scenarios[5]] {
        for (months, share, from_month) in [(36, 0.25, 12), (36, 0.25, 18), (36, 0.25, 24), (72, 0.25, 46)] {
            let runs = each(months, 300, scenario, Planted { share, from_month });
            let tests: Vec<_> = runs.iter().filter_map(|run| run.rising.test).collect();
            let near = |test: &&incident_trends::convergence::RisingTest| (test.onset as i32 - from_month).abs() <= 6;
            println!(
                "  {name:42} month {from_month} of {months}: {:>5.1} {:>7} {:>7}",
                tests.iter().map(|test| test.onset as f64).sum::<f64>() / tests.len() as f64,
                percent(tests.iter().filter(near).count(), pairs),
                percent(tests.iter().filter(|test| test.onset_p <= LEVEL).count(), pairs)
            );
        }
    }
}
