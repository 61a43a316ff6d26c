//! Twins of published months: invented incidents that add up to the totals of a think tank's month, and what must be said of them.

use crate::harness::Bench;
use crate::invented::{INPUT, LEDGER_MAPPING, Month, bench, fill, ledger, own_bench, steady};
use crate::published::{Finding, Published, WHOLE, change, near, region};
use crate::sheets::{Sheet, own};

const MARCH: &str = "Harrow March";
const VALLEY: &str = "Sedge Valley";
const KEYS: &str = "Outer Keys";

/// The part of a total that falls to row `n` of `of`.
fn part(total: usize, n: usize, of: usize) -> usize {
    total * (n + 1) / of - total * n / of
}

/// A month of a ledger: rows, and the killed civilians, security forces and militants, arrested and abducted they add up to.
struct Ledger {
    kind: &'static str,
    /// Rows by region.
    regions: &'static [(&'static str, usize)],
    killed: [usize; 3],
    taken: [usize; 2],
}

impl Ledger {
    fn add(&self, sheet: &mut Sheet, month: Month) {
        let rows: usize = self.regions.iter().map(|(_, rows)| rows).sum();
        let mut n = 0;
        for (region, count) in self.regions {
            for _ in 0..*count {
                let classes = self.killed.map(|total| part(total, n, rows));
                let [civilian, security, militant] = classes.map(|killed| killed.to_string());
                let [arrested, abducted] = self.taken.map(|total| part(total, n, rows).to_string());
                let killed = classes.iter().sum::<usize>().to_string();
                let cells = [
                    ("region", *region),
                    ("district", *region),
                    ("kind", self.kind),
                    ("killed", &killed),
                    ("killed_civilian", &civilian),
                    ("killed_security", &security),
                    ("killed_militant", &militant),
                    ("arrested", &arrested),
                    ("abducted", &abducted),
                ];
                let day =
                    month.first().plus(i32::try_from(n).expect("few rows") % (month.last().since(month.first()) + 1));
                sheet.row(&[cells.as_slice(), &[("date", &day.to_string())]].concat());
                n += 1;
            }
        }
    }
}

const LATEST: (i32, i32) = (2025, 10);

/// The month of the issue: 83 attacks and 25 operations.
const MONTH: [Ledger; 2] = [
    Ledger { kind: "attack", regions: &[(MARCH, 49), (VALLEY, 20), (KEYS, 14)], killed: [92, 47, 36], taken: [0, 9] },
    Ledger { kind: "operation", regions: &[(VALLEY, 15), (KEYS, 10)], killed: [0, 7, 72], taken: [12, 0] },
];

/// The month before it: 13 attacks in the one province.
const BEFORE: [Ledger; 2] = [
    Ledger { kind: "attack", regions: &[(MARCH, 13), (VALLEY, 19), (KEYS, 15)], killed: [30, 25, 20], taken: [0, 4] },
    Ledger { kind: "operation", regions: &[(VALLEY, 14), (KEYS, 9)], killed: [0, 5, 41], taken: [6, 0] },
];

/// The month that was worse, in May 2021: 124 incidents with 314 killed.
const WORSE: [Ledger; 2] = [
    Ledger { kind: "attack", regions: &[(MARCH, 12), (VALLEY, 22), (KEYS, 56)], killed: [120, 60, 44], taken: [0, 8] },
    Ledger { kind: "operation", regions: &[(VALLEY, 20), (KEYS, 14)], killed: [0, 10, 80], taken: [9, 0] },
];

/// Six years, steady but for May 2021 and the newest month.
fn twin() -> Sheet {
    let mut sheet = ledger();
    let latest = Month::new(LATEST.0, LATEST.1);
    for month in Month::new(2019, 11).to(latest) {
        let special = match month {
            _ if month == latest => Some(&MONTH),
            _ if month == latest.plus(-1) => Some(&BEFORE),
            _ if month == Month::new(2021, 5) => Some(&WORSE),
            _ => None,
        };
        if let Some(ledgers) = special {
            ledgers.iter().for_each(|ledger| ledger.add(&mut sheet, month));
            continue;
        }
        for (kind, name, mean, shift) in [
            ("attack", MARCH, 13, 0),
            ("attack", VALLEY, 19, 1),
            ("attack", KEYS, 15, 2),
            ("operation", VALLEY, 14, 3),
            ("operation", KEYS, 9, 4),
        ] {
            let cells = [("region", name), ("district", name), ("kind", kind)];
            let victim = if kind == "attack" { "killed_civilian" } else { "killed_militant" };
            let killed = [("killed", "1"), (victim, "1")];
            fill(&mut sheet, month, steady(mean, month, shift), &[cells.as_slice(), &killed].concat());
        }
    }
    sheet
}

fn published() -> (Bench, Published) {
    let bench = bench(&twin(), LEDGER_MAPPING);
    let report = Published::of(&bench, &INPUT, &[]);
    (bench, report)
}

/// The sentence has both ends of the interval, as a percentage or as a factor, of the rates a day or of the bare numbers.
fn says_interval(finding: &Finding, days: f64) {
    let ends = [finding.number("incidents_ratio_low"), finding.number("incidents_ratio_high")];
    let forms = |end: f64| {
        [end, end * days]
            .into_iter()
            .flat_map(|ratio| [format!("{:.0} %", (ratio - 1.0).abs() * 100.0), format!("{ratio:.1}")])
            .collect::<Vec<_>>()
    };
    for end in ends {
        let forms = forms(end);
        let said = forms.iter().any(|form| finding.sentence().contains(form));
        assert!(said, "none of {forms:?} in: {}", finding.sentence());
    }
}

#[test]
fn the_ledgers_of_a_published_month_are_said_with_their_sum() {
    let (_bench, report) = published();
    let series = report.table("series");
    let classes = ["incidents", "killed", "killed_civilian", "killed_security", "killed_militant"];
    assert_eq!(series.kind("attack", "2025-10").cells(classes), ["83", "175", "92", "47", "36"]);
    assert_eq!(series.kind("operation", "2025-10").cells(classes), ["25", "79", "0", "7", "72"]);
    assert_eq!(
        series.whole("2025-10").cells(["incidents", "killed", "arrested", "abducted"]),
        ["108", "254", "12", "9"]
    );

    let ledgers = report.one("", "ledgers");
    ledgers.says(&[
        "83 attacks",
        "175",
        "92 civilians",
        "47 ",
        "36 militants",
        "25 operations",
        "79",
        "72 militants",
        "7 ",
    ]);
    ledgers.says(&["254"]);
    report.one("", "taken").says(&["12 people were arrested", "9 people were abducted"]);
    for number in ["83 attacks", "254"] {
        assert!(report.text.contains(number), "no '{number}' in report.md");
    }
}

#[test]
fn a_province_from_13_to_49_is_a_clear_rise_with_its_interval() {
    let (_bench, report) = published();
    let changes = report.table("changes");
    for kind in ["all", "attack"] {
        let keys = [("kind", kind), ("measure", "incidents"), ("comparison", "previous")];
        let row = changes.one(&[region(MARCH).as_slice(), &keys].concat());
        assert_eq!(row.cells(["current", "base", "absolute"]), ["49", "13", "36"]);
        near(row.number("percent"), 276.9, 0.05);
        // 49 in 31 days against 13 in 30: R's poisson.test gives 1.9487 to 7.3292 and p = 5.667e-6; more scatter widens it.
        near(row.number("ratio"), 3.647_642_68, 1e-6);
        assert!(row.number("dispersion") >= 1.0);
        assert!(row.number("ratio_low") <= 1.948_72 + 1e-4 && row.number("ratio_low") > 1.0, "{row:?}");
        assert!(row.number("ratio_high") >= 7.329_16 - 1e-4, "{row:?}");
        assert!((5.6e-6..1e-3).contains(&row.number("p")), "{row:?}");
        if row.number("dispersion") == 1.0 {
            near(row.number("ratio_low"), 1.948_717, 1e-4);
            near(row.number("ratio_high"), 7.329_159, 1e-4);
            near(row.number("p"), 5.667_4e-6, 1e-8);
        }
        assert!(row.number("q") >= row.number("p") && row.number("q") < 0.05, "{row:?}");
        assert_eq!(row.get("judgement"), "clear");
    }
    let finding = report.one(MARCH, "region");
    finding.says(&[MARCH, "+277 %"]);
    assert!(!finding.sentence().contains("compatible with chance"), "{}", finding.sentence());
    assert_eq!(finding.strength(), "clear");
    near(finding.number("incidents_p"), change(&changes, &region(MARCH), "previous").number("p"), 1e-12);
    says_interval(finding, 31.0 / 30.0);
    // Its neighbours moved by one attack.
    for name in [VALLEY, KEYS] {
        assert!(!report.one(name, "region").claims_change(), "{name}");
    }
}

#[test]
fn the_highest_since_names_the_month_that_was_worse() {
    let (_bench, report) = published();
    let records = report.table("records");
    let highest = |measure: &str, kind: &str| {
        let keys = [("kind", kind), ("role", "any"), ("measure", measure), ("extreme", "highest")];
        records.one(&[WHOLE.as_slice(), &keys].concat()).clone()
    };
    let cells = ["value", "since", "since_value", "begins"];
    assert_eq!(highest("incidents", "all").cells(cells), ["108", "2021-05", "124", "2019-11"]);
    assert_eq!(highest("incidents", "attack").cells(cells), ["83", "2021-05", "90", "2019-11"]);
    assert_eq!(highest("killed", "all").cells(cells), ["254", "2021-05", "314", "2019-11"]);
    report.one("", "record_highest_incidents").says(&["108", "since May 2021", "November 2019"]);
    report.one("", "record_highest_killed").says(&["254", "since May 2021", "November 2019"]);
    report.one(MARCH, "record_highest_incidents").says(&["49", MARCH, "since the records begin in November 2019"]);
}

#[test]
fn a_total_that_disagrees_with_its_ledger_by_one_is_said_with_its_place() {
    // One killed more than the classes have, and one fewer; far from the deadliest of the month, which are listed anyway.
    for (killed, civilian, excess) in [("1", "0", 1.0), ("0", "1", -1.0)] {
        let mut sheet = twin();
        let cells = [("id", "odd-one"), ("date", "2025-10-20"), ("killed", killed), ("killed_civilian", civilian)];
        sheet.row(&cells);
        let line = sheet.lines().1.len() + 1;
        let bench = bench(&sheet, LEDGER_MAPPING);
        let report = Published::of(&bench, &INPUT, &[]);
        let place = report.table("quality");
        let row = place.one(&[("id", "odd-one")]);
        assert_eq!(row.cells(["file", "line"]), ["own.csv", &line.to_string()]);
        assert!(row.get("issue").contains("disagree"), "{row:?}");
        let margin = report.one("", "margin");
        near(margin.number("whole") - margin.number("parts"), excess, 0.0);
        assert!(margin.sentence().contains('1'), "{}", margin.sentence());
        let told = [format!("own.csv:{line}"), format!("line {line}"), "odd-one".to_owned()];
        assert!(told.iter().any(|place| report.text.contains(place)), "report.md does not say where: {told:?}");
    }
}

/// Two months of 31 days and no history: the test is exact, and says that it had nothing to measure scatter by.
fn two_months(then: usize, now: usize) -> (Bench, Published) {
    let mut sheet = own();
    fill(&mut sheet, Month::new(2025, 7), then, &[]);
    fill(&mut sheet, Month::new(2025, 8), now, &[]);
    let bench = own_bench(&sheet);
    let report = Published::of(&bench, &INPUT, &[]);
    (bench, report)
}

#[test]
fn small_changes_are_compatible_with_chance_by_their_exact_p() {
    // R's poisson.test: ratio, interval, p.
    let cases = [
        (56, 77, [1.375, 0.961_980_34, 1.976_091_79, 0.082_491_29], "+38 %"),
        (17, 28, [1.647_058_82, 0.870_592_81, 3.207_368_67, 0.135_156_45], "+65 %"),
    ];
    for (then, now, values, percent) in cases {
        let (_bench, report) = two_months(then, now);
        let changes = report.table("changes");
        for scope in [&WHOLE[..], &region("North")] {
            let row = change(&changes, scope, "previous");
            for (column, value) in ["ratio", "ratio_low", "ratio_high", "p"].into_iter().zip(values) {
                near(row.number(column), value, 1e-6);
            }
            assert_eq!(
                row.cells(["judgement", "dispersion", "test"]),
                ["within_chance", "1", "poisson_without_history"]
            );
        }
        let finding = report.one("", "compared_previous");
        assert_eq!(finding.strength(), "within_chance");
        finding.says(&[percent]);
        assert!(finding.words().contains("compatible with chance"), "{}", finding.words());
        near(finding.number("incidents_p"), values[3], 1e-6);
        let part = report.one("North", "region");
        assert!(part.words().contains("compatible with chance"), "{}", part.words());
        assert!(report.findings.iter().all(|finding| !finding.claims_change()), "{:#?}", report.findings);
    }
}

#[test]
fn a_change_beyond_chance_is_not_called_chance() {
    let (_bench, report) = two_months(13, 49);
    let finding = report.one("", "compared_previous");
    finding.says(&["+277 %"]);
    assert!(finding.claims_change() && !finding.words().contains("compatible with chance"), "{}", finding.words());
    near(finding.number("incidents_ratio_low"), 2.013_675, 1e-4);
    near(finding.number("incidents_ratio_high"), 7.573_464, 1e-4);
}
