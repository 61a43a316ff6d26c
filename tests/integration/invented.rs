//! Invented months: own sheets with years of history, in which a test says how many incidents each month has.
//!
//! Steady months walk round five numbers whose scatter is below Poisson: nothing in them is a change, and no month of them is the
//! highest or the lowest of more than four.

use crate::harness::Bench;
use crate::sheets::{MAPPING, Sheet, own};
use incident_trends::period::Day;

/// A calendar month; months count up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(i32);

impl Month {
    pub const JANUARY_2021: Month = Month(2021 * 12);
    pub const DECEMBER_2025: Month = Month(2025 * 12 + 11);

    pub fn new(year: i32, month: i32) -> Month {
        assert!((1..=12).contains(&month));
        Month(year * 12 + month - 1)
    }

    pub fn plus(self, months: i32) -> Month {
        Month(self.0 + months)
    }

    /// From this month to that, both included.
    pub fn to(self, last: Month) -> impl Iterator<Item = Month> {
        (self.0..=last.0).map(Month)
    }

    pub fn first(self) -> Day {
        Day::from_ymd(self.0.div_euclid(12), self.number() + 1, 1).expect("every month has a first")
    }

    pub fn last(self) -> Day {
        self.plus(1).first().plus(-1)
    }

    /// 0 for January to 11.
    pub fn number(self) -> u32 {
        self.0.rem_euclid(12).unsigned_abs()
    }
}

/// What steady months add to their mean, in turn.
const ROUND: [i32; 5] = [-1, 1, 0, 2, -2];

/// Killed in the incidents of a month, in turn: no incident weighs much.
pub const TOLLS: [u32; 5] = [2, 0, 1, 0, 3];

/// The number of a steady month: its mean, one or two more or less. `shift` keeps two series from moving together.
pub fn steady(mean: i32, month: Month, shift: i32) -> usize {
    let turn = (month.0 + shift).rem_euclid(5);
    usize::try_from(mean + ROUND[usize::try_from(turn).expect("0 to 4")]).expect("a mean of two or more")
}

/// Adds `count` rows with these cells, spread evenly over the days from `first` to `last`; the last row lies on the last day, so
/// that a file of these rows covers it. Tolls go round [`TOLLS`] unless the cells have them.
pub fn spread(sheet: &mut Sheet, first: Day, last: Day, count: usize, cells: &[(&str, &str)]) {
    let days = last.since(first);
    for n in 0..count {
        let back = days * i32::try_from(n).expect("few rows") / i32::try_from(count).expect("few rows");
        let date = last.plus(-back).to_string();
        let killed = TOLLS[n % TOLLS.len()].to_string();
        let mut row = vec![("date", date.as_str())];
        if !cells.iter().any(|(column, _)| *column == "killed") {
            row.push(("killed", &killed));
        }
        row.extend(cells);
        sheet.row(&row);
    }
}

/// Adds `count` such rows to a month.
pub fn fill(sheet: &mut Sheet, month: Month, count: usize, cells: &[(&str, &str)]) {
    spread(sheet, month.first(), month.last(), count, cells);
}

/// The sheet of [`own`] with victim classes, arrested and abducted.
pub fn ledger() -> Sheet {
    let columns = "id,date,country,region,district,kind,groups,tactic,killed,killed_civilian,killed_security,\
                   killed_militant,arrested,abducted,outlet";
    let usual = [
        ("id", "L#"),
        ("date", "2025-10-31"),
        ("country", "Ostrava Land"),
        ("region", "Sedge Valley"),
        ("district", "Lower Sedge"),
        ("kind", "attack"),
        ("groups", "Free Lake Front"),
        ("tactic", "Ambush"),
        ("killed", "0"),
        ("killed_civilian", "0"),
        ("killed_security", "0"),
        ("killed_militant", "0"),
        ("arrested", "0"),
        ("abducted", "0"),
        ("outlet", "Daily Courier"),
    ];
    Sheet::new(columns, &usual)
}

/// How [`ledger`] is read.
pub const LEDGER_MAPPING: &str = r#"
name = "own"
title = "Own sheet"
citation = "Own sheet: invented"

[columns]
id = "id"
date = "date"
country = "country"
region = "region"
district = "district"
kind = "kind"
groups = "groups"
tactic = "tactic"
killed = "killed"
killed_civilian = "killed_civilian"
killed_security = "killed_security"
killed_militant = "killed_militant"
arrested = "arrested"
abducted = "abducted"
sources = "outlet"

[dates]
format = "%Y-%m-%d"

[lists]
separator = ";"

[reports]
unattributed = true
"#;

/// A bench with the sheet as `own.csv` and its mapping as `mapping.toml`.
pub fn bench(sheet: &Sheet, mapping: &str) -> Bench {
    let bench = Bench::with("own.csv", sheet.text());
    bench.write("mapping.toml", mapping);
    bench
}

/// What reads the inputs of [`bench`].
pub const INPUT: [&str; 3] = ["own.csv", "--mapping", "mapping.toml"];

/// Steady months of two groups in two regions, as an input of [`own`]: 12 attacks a month in North, 8 in South. December 2025 has
/// 10 and 8: one incident more makes it no record.
pub fn steady_months(first: Month, last: Month) -> Sheet {
    let mut sheet = own();
    for month in first.to(last) {
        fill(&mut sheet, month, steady(12, month, 3), &[("region", "North")]);
        let south = [("region", "South"), ("groups", "Hill Brigade"), ("district", "Ford")];
        fill(&mut sheet, month, steady(8, month, 1), &south);
    }
    sheet
}

/// A bench with a sheet of the columns of [`own`].
pub fn own_bench(sheet: &Sheet) -> Bench {
    bench(sheet, MAPPING)
}
