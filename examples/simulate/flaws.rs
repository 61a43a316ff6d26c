//! The planted flaws: repeats, revisions, near duplicates and bad rows, with what to expect.
//!
//! None touches Ilmaray or the year 2026, so that the flare-up keeps its exact numbers.

use std::fmt;

use crate::doctrine::CLASSES;
use crate::random::Random;
use crate::sheet::{Row, Sheets, column};

const EXACT_REPEATS: usize = 14;
const REVISIONS: usize = 12;
const NEAR_DUPLICATES: usize = 6;
const WITHOUT_PROVINCE: usize = 15;
const DISAGREEING_TOTALS: usize = 4;
/// The years whose rows may be spoiled.
const YEARS: std::ops::RangeInclusive<i32> = 2021..=2025;

/// What a reader should find in the files written.
#[derive(Debug, Default)]
pub struct Expected {
    pub incidents: usize,
    pub repeated: usize,
    pub superseded: usize,
    pub filtered: usize,
    pub rejected: usize,
    pub near_duplicates: usize,
    pub bad_values: usize,
    pub disagreeing_totals: usize,
}

impl Expected {
    /// All data rows.
    fn read(&self) -> usize {
        self.incidents + self.repeated + self.superseded + self.filtered + self.rejected
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} rows = {} incidents + {} repeated + {} superseded + {} filtered + {} rejected; \
             {} near duplicates, {} bad values, {} totals that their classes do not add up to",
            self.read(),
            self.incidents,
            self.repeated,
            self.superseded,
            self.filtered,
            self.rejected,
            self.near_duplicates,
            self.bad_values,
            self.disagreeing_totals,
        )
    }
}

/// Spoils the sheets and says what was done.
pub fn plant(seed: u64, sheets: &mut Sheets) -> Expected {
    let mut random = Random::named(seed, "flaws");
    let mut expected =
        Expected { near_duplicates: NEAR_DUPLICATES, disagreeing_totals: DISAGREEING_TOTALS, ..Expected::default() };
    let mut used = Vec::new();
    let mut choose = |sheets: &Sheets, random: &mut Random| choose(sheets, random, &mut used);

    for _ in 0..WITHOUT_PROVINCE {
        let (year, at) = choose(sheets, &mut random);
        for name in ["province", "district", "town", "latitude", "longitude", "place_precision"] {
            set(sheets, (year, at), name, "");
        }
    }
    for n in 0..DISAGREEING_TOTALS {
        let at = choose(sheets, &mut random);
        let killed: usize = cell(sheets, at, "killed").parse().unwrap_or(0);
        set(sheets, at, "killed", &(killed + 1 + n % 2).to_string());
    }
    // Misspelled names, for the list of unmatched ones.
    for (name, from, to) in [
        ("province", "Quorrin", "Quorin"),
        ("groups", "Granite Oath", "Granit Oath"),
        ("groups", "Iron Orchard Group", "Iron Orchid Group"),
    ] {
        let at = loop {
            let at = choose(sheets, &mut random);
            if cell(sheets, at, name) == from {
                break at;
            }
        };
        set(sheets, at, name, to);
    }
    for (name, value) in BAD_VALUES {
        let at = choose(sheets, &mut random);
        set(sheets, at, name, value);
        if value == "several" {
            // Whoever writes a word for the total has no parts either.
            for class in CLASSES {
                set(sheets, at, &format!("injured_{class}"), "");
            }
        }
        expected.bad_values += 1;
    }
    expected.incidents = sheets.values().map(Vec::len).sum::<usize>() + NEAR_DUPLICATES;

    for n in 0..NEAR_DUPLICATES {
        let (year, at) = choose(sheets, &mut random);
        let mut twin = sheets[&year][at].clone();
        twin[column("record")] = format!("T{year}-X{:02}", n + 1);
        twin[column("sources")] = "Lamp News".to_owned();
        twin[column("note")] = "Entered from a second desk".to_owned();
        append(sheets, year, twin);
    }
    for n in 0..REVISIONS {
        let (year, at) = choose(sheets, &mut random);
        let mut newer = sheets[&year][at].clone();
        revise(&mut newer, year);
        // A correction stands at the end of its year's sheet, some in that of the next year.
        append(sheets, if n % 4 == 3 { year + 1 } else { year }, newer);
        expected.superseded += 1;
    }
    for n in 0..EXACT_REPEATS {
        let (year, at) = choose(sheets, &mut random);
        let again = sheets[&year][at].clone();
        append(sheets, if n % 7 == 6 { year + 1 } else { year }, again);
        expected.repeated += 1;
    }
    expected.rejected = bad_rows(sheets);
    expected.filtered = total_rows(sheets);
    expected
}

/// Values that become unknown while their rows still count.
const BAD_VALUES: [(&str, &str); 6] = [
    ("killed_civilian", "-2"),
    ("injured", "several"),
    ("injured_police", "3 or 4"),
    ("latitude", "131.2200"),
    ("longitude", "-361.0500"),
    ("arrested", "-1"),
];

/// A place for a flaw: not yet used, with a plain toll, a province and one day.
fn choose(sheets: &Sheets, random: &mut Random, used: &mut Vec<(i32, usize)>) -> (i32, usize) {
    loop {
        let year = YEARS.start() + random.below(YEARS.count()) as i32;
        let rows = &sheets[&year];
        let at = random.below(rows.len());
        let row = &rows[at];
        let is_plain = row[column("province")] != "Ilmaray"
            && row[column("end_date")].is_empty()
            && row[column("related")].is_empty()
            && row[column("kind")] != "Protest"
            && !row[column("killed")].is_empty()
            && !row[column("injured")].is_empty()
            && !row[column("latitude")].is_empty();
        if is_plain && !used.contains(&(year, at)) {
            used.push((year, at));
            return (year, at);
        }
    }
}

fn cell<'a>(sheets: &'a Sheets, (year, at): (i32, usize), name: &str) -> &'a str {
    &sheets[&year][at][column(name)]
}

fn set(sheets: &mut Sheets, (year, at): (i32, usize), name: &str, value: &str) {
    if let Some(rows) = sheets.get_mut(&year) {
        rows[at][column(name)] = value.to_owned();
    }
}

fn append(sheets: &mut Sheets, year: i32, row: Row) {
    sheets.entry(year).or_default().push(row);
}

/// One civilian more killed, seen two months into the next year.
fn revise(row: &mut Row, year: i32) {
    for name in ["killed", "killed_civilian"] {
        let before: u32 = row[column(name)].parse().unwrap_or(0);
        row[column(name)] = (before + 1).to_string();
    }
    row[column("updated")] = format!("{}-02-20T10:00:00Z", year + 1);
}

/// Rows that cannot be counted: impossible and missing dates, too few fields, an undated total.
fn bad_rows(sheets: &mut Sheets) -> usize {
    let blank = || vec![String::new(); crate::sheet::columns().len()];
    let dated = |record: &str, date: &str| {
        let mut row = blank();
        row[column("record")] = record.to_owned();
        row[column("date")] = date.to_owned();
        row[column("province")] = "Taldan".to_owned();
        row[column("kind")] = "Militant attack".to_owned();
        row
    };
    let short: Row = ["T2023-Y01", "2023-05-17", "", "day", "Halvary"].map(str::to_owned).to_vec();
    let mut undated_total = blank();
    undated_total[column("record")] = "Total 2024".to_owned();
    undated_total[column("killed")] = "1400".to_owned();
    let bad = [
        (2021, dated("T2021-Y01", "2021-02-30")),
        (2022, dated("T2022-Y01", "")),
        (2022, dated("T2022-Y02", "mid-April")),
        (2023, short),
        (2024, undated_total),
    ];
    let count = bad.len();
    for (year, row) in bad {
        append(sheets, year, row);
    }
    count
}

/// Total rows that the mapping's skip rule names: the province reads TOTAL.
fn total_rows(sheets: &mut Sheets) -> usize {
    let years = [2021, 2022];
    for year in years {
        let sum = |name: &str| -> u32 {
            let cells = sheets[&year].iter().filter_map(|row| row.get(column(name)));
            cells.filter_map(|cell| cell.parse::<u32>().ok()).sum()
        };
        let mut row = vec![String::new(); crate::sheet::columns().len()];
        row[column("province")] = "TOTAL".to_owned();
        row[column("killed")] = sum("killed").to_string();
        row[column("injured")] = sum("injured").to_string();
        append(sheets, year, row);
    }
    years.len()
}
