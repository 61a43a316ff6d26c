//! The tables of the example, as Markdown.

use crate::nulls::{SimpleNull, simple_ps};
use crate::pairs::{NOTHING, Pair, Planted, SURGE_DAYS, Scenario, plan};
use incident_trends::convergence::{Answer, Cell, CoActivity, Plan, RisingTest, Space, Time, coactivity};
use rayon::prelude::*;
use std::collections::BTreeSet;

const LEVEL: f64 = 0.05;
const REFERENCE: Cell = Cell { space: Space::Within(10.0), days: 3 };
/// An onset counts as dated where it is found so many months from the truth at most.
const DATED_WITHIN: i32 = 6;

const NONE: Scenario = Scenario::NONE;

/// What two independent groups may have in common, each alone and all together.
const SCENARIOS: [(&str, Scenario); 6] = [
    ("nothing in common", NONE),
    ("a season", Scenario { season: true, ..NONE }),
    ("a common surge", Scenario { common_surge: true, ..NONE }),
    ("surges of single places that both share", Scenario { surges_of_places: true, ..NONE }),
    ("near repeats within each group", Scenario { near_repeats: true, ..NONE }),
    ("all of these", Scenario::ALL),
];
const ALONE: (&str, Scenario) = SCENARIOS[0];
const SURGES: (&str, Scenario) = SCENARIOS[3];
const REPEATS: (&str, Scenario) = SCENARIOS[4];
const TOGETHER: (&str, Scenario) = SCENARIOS[5];

/// Incidents of each group, and places.
const LARGER: [(usize, usize); 5] = [(300, 12), (600, 24), (1_500, 60), (6_000, 60), (6_000, 240)];

/// So many pairs a cell.
pub struct Tables {
    pub pairs: u64,
}

impl Tables {
    pub fn print(&self) {
        self.null();
        self.length();
        self.power();
        self.large();
        self.trend();
        self.onset();
    }

    /// As the program measures them: the window by the number of offensives.
    fn each(&self, months: i32, incidents: usize, scenario: Scenario, planted: Planted) -> Vec<CoActivity> {
        self.each_within(Plan::usual_window, months, incidents, scenario, planted)
    }

    fn each_within(
        &self,
        window: impl Fn(usize) -> i32 + Sync,
        months: i32,
        incidents: usize,
        scenario: Scenario,
        planted: Planted,
    ) -> Vec<CoActivity> {
        let one = |seed| {
            let pair = Pair::draw(seed, months, incidents, scenario, planted);
            let (a, b) = pair.activities(seed);
            let plan = plan(window(b.clusters()));
            coactivity(&a, &b, &plan, REFERENCE, Time { span: pair.span, months: &pair.months }, seed)
        };
        (0..self.pairs).into_par_iter().map(one).collect()
    }

    fn share(&self, ps: impl IntoIterator<Item = f64>) -> String {
        self.percent(ps.into_iter().filter(|&p| p <= LEVEL).count())
    }

    fn percent(&self, of: usize) -> String {
        format!("{:.1}", 100.0 * of as f64 / self.pairs as f64)
    }

    fn null(&self) {
        println!(
            "Called co-active at 5 %, per cent of {} pairs; 36 months, 150 incidents a group. The simpler nulls are asked about 10 km \
             and 3 days only.\n",
            self.pairs
        );
        let simple: Vec<&str> = SimpleNull::ALL.iter().map(|null| null.name()).collect();
        println!("| pairs | this test | this test, 10 km and 3 days | {} |", simple.join(" | "));
        println!("|---|--:|--:|--:|--:|--:|--:|");
        let following = Planted { share: 0.2, from_month: 0 };
        let independent = SCENARIOS.map(|(name, scenario)| (format!("independent, {name}"), scenario, NOTHING));
        let linked = [ALONE, TOGETHER].map(|(name, scenario)| (format!("20 % follow, {name}"), scenario, following));
        for (name, scenario, planted) in independent.into_iter().chain(linked) {
            let runs = self.each(36, 150, scenario, planted);
            let simple: Vec<[f64; 4]> = (0..self.pairs)
                .into_par_iter()
                .map(|seed| {
                    let pair = Pair::draw(seed, 36, 150, scenario, planted);
                    let (a, b) = pair.activities(seed);
                    simple_ps(&a, &b, pair.span, REFERENCE, seed)
                })
                .collect();
            let shares: Vec<String> = (0..4).map(|null| self.share(simple.iter().map(|ps| ps[null]))).collect();
            let whole = self.share(runs.iter().map(|run| run.p));
            let alone = self.share(runs.iter().map(|run| at_reference(run).p));
            println!("| {name} | {whole} | {alone} | {} |", shares.join(" | "));
        }
    }

    fn length(&self) {
        println!(
            "\nIndependent pairs called co-active at 5 %, by the length of the surges of places that both share.\n"
        );
        println!("| days from rise to end of a surge | called, per cent |");
        println!("|--:|--:|");
        for surge_days in [14.0, 28.0, 56.0, SURGE_DAYS, 180.0] {
            let runs = self.each(36, 150, Scenario { surges_of_places: true, surge_days, ..NONE }, NOTHING);
            println!("| {surge_days} | {} |", self.share(runs.iter().map(|run| run.p)));
        }
    }

    fn power(&self) {
        println!("\nPlanted pairs found at 5 %, 150 incidents a group.\n");
        println!(
            "| pairs | months | follow | found, per cent | mean excess at 10 km and 3 days, points | inside the interval, per cent |"
        );
        println!("|---|--:|--:|--:|--:|--:|");
        for (name, scenario) in [ALONE, REPEATS, TOGETHER] {
            for (months, share) in [(36, 0.2), (36, 0.1), (12, 0.2)] {
                let runs = self.each(months, 150, scenario, Planted { share, from_month: 0 });
                let found = self.share(runs.iter().map(|run| run.p));
                let (mean, held) = self.interval(&runs);
                let follow = 100.0 * share;
                println!("| {name} | {months} | {follow:.0} % | {found} | {mean:.1} | {held} |");
            }
        }
    }

    /// Large groups: shorter windows, and from two thousand offensives on normal sums instead of moves.
    fn large(&self) {
        println!("\nLarger groups at 5 %, per cent of {} pairs; 36 months, surges of 90 days.\n", self.pairs);
        println!(
            "| incidents a group | places | pairs | window, days | called co-active | the same with 28 days | trend | onset | \
             mean excess at 10 km and 3 days, points | inside the interval |"
        );
        println!("|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|");
        let independent =
            [ALONE, SURGES, TOGETHER].map(|(name, scenario)| (format!("independent, {name}"), scenario, NOTHING));
        let following = Planted { share: 0.05, from_month: 0 };
        let linked = [ALONE, TOGETHER].map(|(name, scenario)| (format!("5 % follow, {name}"), scenario, following));
        for (incidents, places) in LARGER {
            for (name, scenario, planted) in independent.iter().chain(&linked) {
                let scenario = Scenario { places, ..*scenario };
                let runs = self.each(36, incidents, scenario, *planted);
                let windows = runs.iter().map(|run| Plan::usual_window(run.clusters));
                let windows: BTreeSet<String> = windows.map(|days| days.to_string()).collect();
                let tests: Vec<RisingTest> = runs.iter().filter_map(|run| run.rising.test).collect();
                let called = |runs: &[CoActivity]| self.share(runs.iter().map(|run| run.p));
                let wide = self.each_within(|_| Plan::WINDOW, 36, incidents, scenario, *planted);
                let (mean, held) = self.interval(&runs);
                println!(
                    "| {incidents} | {places} | {name} | {} | {} | {} | {} | {} | {mean:.2} | {held} |",
                    windows.into_iter().collect::<Vec<_>>().join(", "),
                    called(&runs),
                    called(&wide),
                    self.share(tests.iter().map(|test| test.p)),
                    self.share(tests.iter().map(|test| test.onset_p)),
                );
            }
        }
    }

    /// The mean excess share at the reference in points, and how many in a hundred intervals hold it.
    fn interval(&self, runs: &[CoActivity]) -> (f64, String) {
        let mean = runs.iter().map(|run| at_reference(run).excess()).sum::<f64>() / self.pairs as f64;
        let holds = |run: &&CoActivity| run.interval.is_some_and(|(low, high)| low <= mean && mean <= high);
        (100.0 * mean, self.percent(runs.iter().filter(holds).count()))
    }

    fn trend(&self) {
        println!(
            "\nPairs without a change called rising or falling, or an onset, at 5 %; 36 months, 300 incidents a group.\n"
        );
        println!("| pairs | trend, per cent | onset, per cent |");
        println!("|---|--:|--:|");
        for (name, scenario) in [ALONE, TOGETHER] {
            for (link, share) in [("independent", 0.0), ("steadily 20 %", 0.2)] {
                let runs = self.each(36, 300, scenario, Planted { share, from_month: 0 });
                let tests: Vec<RisingTest> = runs.iter().filter_map(|run| run.rising.test).collect();
                let (trend, onset) = (tests.iter().map(|test| test.p), tests.iter().map(|test| test.onset_p));
                println!("| {link}, {name} | {} | {} |", self.share(trend), self.share(onset));
            }
        }
    }

    fn onset(&self) {
        println!("\nPlanted onsets: from a month on 25 % of B's incidents follow; 300 incidents a group.\n");
        println!(
            "| pairs | months | true onset | mean onset found | within six months, per cent | called at 5 %, per cent |"
        );
        println!("|---|--:|--:|--:|--:|--:|");
        for (name, scenario) in [ALONE, TOGETHER] {
            for (months, from_month) in [(36, 12), (36, 18), (36, 24), (72, 46)] {
                let runs = self.each(months, 300, scenario, Planted { share: 0.25, from_month });
                let tests: Vec<RisingTest> = runs.iter().filter_map(|run| run.rising.test).collect();
                let mean = tests.iter().map(|test| test.onset as f64).sum::<f64>() / tests.len() as f64;
                let near = |test: &&RisingTest| (test.onset as i32 - from_month).abs() <= DATED_WITHIN;
                let dated = self.percent(tests.iter().filter(near).count());
                let called = self.share(tests.iter().map(|test| test.onset_p));
                println!("| {name} | {months} | {from_month} | {mean:.1} | {dated} | {called} |");
            }
        }
    }
}

fn at_reference(run: &CoActivity) -> &Answer {
    run.answers.iter().find(|answer| answer.cell == REFERENCE).expect("the plan has the reference")
}
