//! Laws: the order of rows and the cut between files change nothing, counting merges and can be taken back, and nothing vanishes.

use crate::harness::{Bench, Table};
use crate::sheets::{MAPPING, Sheet, own};
use incident_trends::cube::{Cube, Detail, MultiDay, Novelty, Spec, count};
use incident_trends::incident::Incidents;
use incident_trends::measure::Tolls;
use incident_trends::period::{Calendar, Day, Grain, Window};
use incident_trends::read;
use incident_trends::report::TABLES;
use incident_trends::source::{Aliases, Attribution, Geography, Mapping, Plan, Settings, Tolerance, load};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::sync::Arc;
use strum::VariantArray;

/// A small generator of its own: the same numbers in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

/// Two years and a half of rows with everything that could depend on their order: unknown tolls, several groups, several days,
/// coarse dates, repeats, revisions with stamps, near duplicates, rows without a region.
fn varied(rows: usize) -> Sheet {
    let mut dice = Dice(7);
    let mut sheet = own();
    for n in 0..rows {
        let day = Day::from_ymd(2022, 1, 1).expect("a day").plus(dice.below(900) as i32);
        let end = if dice.below(10) == 0 { day.plus(dice.below(40) as i32).to_string() } else { String::new() };
        let killed = dice.pick(&["", "0", "0", "1", "2", "3", "17", "0.333333"]);
        let cells = [
            ("id", format!("R{n}")),
            ("date", day.to_string()),
            ("end", end),
            ("precision", dice.pick(&["day", "day", "day", "day", "week", "month", "year"]).to_owned()),
            ("region", dice.pick(&["North", "South", "East", "", "Middle Hills"]).to_owned()),
            ("district", dice.pick(&["Lake", "Ford", ""]).to_owned()),
            ("kind", dice.pick(&["attack", "attack", "clash", "operation", "other", "state violence"]).to_owned()),
            ("groups", dice.pick(&["A; B", "B", "A", "C; A; B", "", "Gunmen", "D"]).to_owned()),
            ("tactic", dice.pick(&["Ambush", "Bombing", ""]).to_owned()),
            ("killed", killed.to_owned()),
            ("injured", dice.pick(&["", "0", "4", "9"]).to_owned()),
            ("outlet", dice.pick(&["Courier", "Courier; Herald", "Radio", ""]).to_owned()),
            ("updated", "2024-07-01".to_owned()),
        ];
        let mut cells: Vec<(&str, &str)> = cells.iter().map(|(column, value)| (*column, value.as_str())).collect();
        sheet.row(&cells);
        match dice.below(25) {
            0 => {
                sheet.row(&cells);
            }
            1 => {
                cells.retain(|(column, _)| !["updated", "killed"].contains(column));
                sheet.row(&[cells.as_slice(), &[("updated", "2024-07-09"), ("killed", "5")]].concat());
            }
            2 => {
                let id = format!("N{n}");
                cells.retain(|(column, _)| *column != "id");
                sheet.row(&[cells.as_slice(), &[("id", id.as_str())]].concat());
            }
            _ => {}
        }
    }
    sheet
}

/// Every table of the inputs as text. Lists of rows name file and line, which the order of rows decides: they are left out of
/// it, and the rows of the list put in order.
fn tables(bench: &Bench, inputs: &[&str]) -> Vec<(String, String)> {
    let text = |id: &str| {
        let arguments = [&["table", id, "--quiet", "--mapping", "mapping.toml"], inputs].concat();
        bench.run(&arguments).succeeded().stdout
    };
    let tables = TABLES.iter().map(|table| (table.id(), text(table.id())));
    tables
        .map(|(id, text)| match id {
            "quality" => (id.to_owned(), without_lines(&text)),
            _ => (id.to_owned(), text),
        })
        .collect()
}

fn without_lines(text: &str) -> String {
    let table = Table::parse(text);
    let mut rows: Vec<String> =
        table.rows.iter().map(|row| row.cells(["id", "column", "value", "issue", "effect"]).join(",")).collect();
    rows.sort();
    rows.join("\n")
}

#[test]
fn the_order_of_rows_and_the_cut_between_files_change_no_table() {
    let (header, rows) = varied(160).lines();
    let file = |rows: &[String]| format!("{header}\n{}\n", rows.join("\n"));
    let bench = Bench::with("own.csv", file(&rows));
    bench.write("mapping.toml", MAPPING);
    let plain = tables(&bench, &["own.csv"]);
    let mut dice = Dice(3);
    let mut shuffled = rows.clone();
    for turn in 0..2 {
        dice.shuffle(&mut shuffled);
        bench.write("shuffled.csv", file(&shuffled));
        for (was, is) in plain.iter().zip(tables(&bench, &["shuffled.csv"])) {
            assert_eq!(*was, is, "shuffled, turn {turn}");
        }
    }
    let half = shuffled.len() / 2;
    bench.write("one.csv", file(&shuffled[..half]));
    bench.write("two.csv", file(&shuffled[half..]));
    for (was, is) in plain.iter().zip(tables(&bench, &["two.csv", "one.csv"])) {
        assert_eq!(*was, is, "split in two");
    }
}

fn incidents() -> Incidents {
    let bench = Bench::with("own.csv", varied(120).text());
    let settings = Settings {
        mapping: Some(Arc::new(Mapping::parse("mapping.toml", MAPPING).expect("a mapping"))),
        ..Settings::default()
    };
    let aliases = Aliases::read(None, None, Geography::default()).expect("no tables are fine");
    let tables = read::tables(&bench.path("own.csv")).expect("a file");
    let plan = Plan {
        tables: &tables,
        options: read::Options { encoding: None, delimiter: None, threads: NonZeroUsize::MIN },
        source: None,
        settings: &settings,
        aliases: &aliases,
        tolerance: Tolerance::default(),
        shelf: None,
        progress: &|_| {},
    };
    let mut loaded = load(&plan).expect("it loads");
    assert_eq!(loaded.len(), 1);
    loaded.remove(0).incidents
}

#[test]
fn counting_merges_and_can_be_taken_back() {
    let incidents = incidents();
    let rows = incidents.rows().len();
    assert!(rows > 100);
    let novelty = Novelty::of(&incidents);
    let days = Window::new(Day::from_ymd(2022, 1, 1).expect("a day"), Day::from_ymd(2024, 6, 30).expect("a day"));
    let days = days.expect("it ends after it begins");
    let modes = Attribution::VARIANTS.iter().flat_map(|a| MultiDay::VARIANTS.iter().map(move |m| (*a, *m)));
    let modes: Vec<(Attribution, MultiDay)> = modes.collect();
    let strategy = (proptest::collection::vec(0_u8..3, rows), 0..modes.len());
    let config = ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |((parts, mode) in strategy)| {
        let (attribution, multi_day) = modes[mode];
        let calendar = Calendar::periods(Grain::Month, days);
        let until = calendar.iter().last().expect("the calendar has windows").end();
        let spec =
            Spec { detail: Detail::Everything, calendar: &calendar, attribution, multi_day, tolls: Tolls::PerIncident, novelty: &novelty, until };
        let of = |wanted: &[u8]| {
            let mask: Vec<bool> = parts.iter().map(|part| wanted.contains(part)).collect();
            count(&incidents, &mask, &spec)
        };
        let whole = of(&[0, 1, 2]);
        prop_assert_eq!(&of(&[0]).merge(of(&[1])).merge(of(&[2])), &whole);
        prop_assert_eq!(&of(&[2]).merge(of(&[0]).merge(of(&[1]))), &whole, "in any order");
        prop_assert_eq!(&whole.clone().subtract(&of(&[1])), &of(&[0, 2]));
        prop_assert_eq!(whole.clone().subtract(&whole), Cube::default());
        prop_assert_eq!(Cube::default().merge(whole.clone()), whole);
    });
}

#[test]
fn nothing_vanishes_at_any_grain_or_filter() {
    let sheet = varied(160);
    let (_, rows) = sheet.lines();
    let ids: BTreeSet<&str> = rows.iter().filter_map(|row| row.split(',').next()).collect();
    let bench = Bench::with("own.csv", sheet.text());
    bench.write("mapping.toml", MAPPING);
    let flags: [&[&str]; 9] = [
        &[],
        &["--by", "day"],
        &["--by", "week", "--multi-day", "spread"],
        &["--by", "day", "--multi-day", "midpoint"],
        &["--by", "year"],
        &["--region", "North", "--kind", "attack"],
        &["--group", "B", "--since", "2023-01-01"],
        &["--covered", "2022-06-01..2023-05-31"],
        &["--as-of", "2023-02-28", "--attribution", "fractional"],
    ];
    for flags in flags {
        let arguments = [&["check", "own.csv", "--mapping", "mapping.toml"], flags].concat();
        let accounting = bench.run(&arguments).succeeded().accounting();
        let number = |word: &str| accounting.get(word).copied().unwrap_or(0);
        assert_eq!(number("read"), rows.len() as u64, "{flags:?}");
        assert_eq!(number("counted") + number("filtered") + number("gated"), ids.len() as u64, "{flags:?}");
        let series = bench.table("series", &[&["own.csv", "--mapping", "mapping.toml"], flags].concat());
        let kinds = series.all(&[("scope", "all"), ("role", "any")]);
        let parts = kinds.iter().filter(|row| row.get("kind") != "all" && !row.get("incidents").is_empty());
        let parts: f64 = parts.map(|row| row.number("incidents")).sum();
        assert!(
            (parts - number("counted") as f64).abs() < 1e-6,
            "{flags:?}: {parts} incidents in the table: {accounting:?}"
        );
    }
}
