//! The truths planted in the sample (data/README.md): each is found and worded, and what was left alone is left alone.

use crate::harness::{Bench, Row, Table};
use crate::published::{Finding, Published, WHOLE, group, region};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

const CONFIG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/incident-trends.toml");

const BANNER: &str = "Banner of the Seventh Pass";
const COLUMN: &str = "Column of the Salt Coast";
const REED_MARSH: &str = "Reed Marsh Brigade";
const ASHWOOD: &str = "Ashwood Cells";
const RED_KITE: &str = "Red Kite Front";

/// Groups whose rates never changed. The flare-up in Ilmaray of October 2026 is made of Free Shore, the Custodians and
/// unidentified militants: those three stand apart.
const LEFT_ALONE: [&str; 7] = [
    "Iron Orchard Group",
    "Granite Oath",
    "سبز وادی محاذ",
    "Tin Bell Society",
    "Harbour Street Cells",
    "Popular Committee for the Restoration of the Eastern Valleys",
    REED_MARSH,
];

/// The region of whose groups none changed its rate.
const STEADY_REGION: &str = "Halvary";

/// The report on the sample, published once for all tests, in the build's own folder for temporary files.
static REPORT: LazyLock<Published> = LazyLock::new(|| {
    let out = out();
    if out.exists() {
        std::fs::remove_dir_all(&out).expect("the folder of an earlier run");
    }
    let arguments = ["report", "--config", CONFIG, "--quiet", "--out", &out.display().to_string()];
    Bench::new().run(&arguments).succeeded();
    Published::read(&out.join("latest"))
});

fn out() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("planted")
}

/// A table of the sample as it stood on a day.
fn table_as_of(id: &str, day: &str) -> Table {
    Bench::new().table(id, &["--config", CONFIG, "--as-of", day])
}

fn incidents<'a>(table: &'a Table, scope: &[(&str, &str)], more: &[(&str, &str)]) -> &'a Row {
    table.one(&[scope, &[("kind", "all"), ("role", "any"), ("measure", "incidents")], more].concat())
}

fn verdict(table: &Table, scope: &[(&str, &str)]) -> String {
    incidents(table, scope, &[("statistic", "growth")]).get("verdict").to_owned()
}

/// The breaks found in the incidents of a scope.
fn breaks(table: &Table, scope: &[(&str, &str)]) -> Vec<Row> {
    let keys = [scope, &[("kind", "all"), ("role", "any"), ("measure", "incidents")]].concat();
    table.all(&keys).into_iter().filter(|row| !row.get("break_period").is_empty()).cloned().collect()
}

/// A finding that says with this much strength that a subject changed, named in its sentence.
fn worded(subject: &str, claims: &[&str]) -> Vec<Finding> {
    let found = claims.iter().flat_map(|claim| REPORT.about(subject, claim));
    let found: Vec<Finding> = found.filter(|finding| finding.claims_change()).cloned().collect();
    for finding in &found {
        finding.says(&[subject]);
        assert!(REPORT.text.contains(subject), "{subject} is not in report.md");
    }
    found
}

#[test]
fn the_rising_banner_is_rising() {
    let trends = REPORT.table("trends");
    assert_eq!(verdict(&trends, &group(BANNER)), "rising");
    // 1.5 % a month are 1.20 a year; the sample happens to rise faster in the window, from 38 attacks to 75 and 94.
    let growth = incidents(&trends, &group(BANNER), &[("statistic", "growth")]).clone();
    let (low, high) = (growth.number("low"), growth.number("high"));
    assert!(low > 1.0 && low < 1.25 && high > 1.25 && high < 2.0, "{growth:?}");
    assert!(growth.number("p") < 0.001 && growth.number("q") < 0.05, "{growth:?}");
    let found = worded(BANNER, &["trend"]);
    assert!(!found.is_empty(), "no finding says so");
}

#[test]
fn the_falling_column_is_falling() {
    // Three years after the start: 89, 53 and 44 attacks.
    assert_eq!(verdict(&table_as_of("trends", "2023-10-31"), &group(COLUMN)), "falling");
    // At the end the fall lies before the window of the trend (34, 41 and 24 attacks in it), and it was too slow for a break.
    let now = incidents(&REPORT.table("trends"), &group(COLUMN), &[("statistic", "growth")]).clone();
    assert_eq!(now.get("verdict"), "no_evidence", "{now:?}");
    assert!(breaks(&REPORT.table("breaks"), &group(COLUMN)).is_empty());
    assert!(worded(COLUMN, &["trend", "break"]).is_empty(), "nothing is claimed");
}

#[test]
fn the_shift_of_quorrin_is_dated_and_measured() {
    let found = breaks(&REPORT.table("breaks"), &region("Quorrin"));
    let shift: Vec<&Row> =
        found.iter().filter(|row| ("2023-03".."2023-06").contains(&row.get("break_period"))).collect();
    assert_eq!(shift.len(), 1, "{found:?}");
    let row = shift[0];
    assert!(row.get("earliest") <= "2023-04" && row.get("latest") >= "2023-04", "{row:?}");
    // 4.0 incidents a month before, 9.7 after.
    assert!(
        row.number("ratio_low") > 1.5 && row.number("ratio_low") < 2.4 && row.number("ratio_high") > 2.4,
        "{row:?}"
    );
    assert_eq!(row.get("judgement"), "clear");
    let found = worded("Quorrin", &["break"]);
    assert!(found.iter().any(|finding| finding.sentence().contains("2023")), "{found:#?}");
}

#[test]
fn the_season_of_reed_marsh_is_no_rise_at_any_end() {
    for day in ["2024-04-30", "2025-02-28", "2025-04-30", "2026-04-30"] {
        let verdict = verdict(&table_as_of("trends", day), &group(REED_MARSH));
        assert_ne!(verdict, "rising", "{day}");
    }
    assert!(worded(REED_MARSH, &["trend", "alert", "break"]).is_empty());
}

#[test]
fn ashwood_is_quiet_and_the_red_kite_is_new() {
    let silences = REPORT.table("silences");
    assert_eq!(silences.one(&[("group", ASHWOOD)]).cells(["finding", "turning_period"]), ["quiet", "2024-03"]);
    let quiet = REPORT.one(ASHWOOD, "silence");
    quiet.says(&[ASHWOOD, "March 2024"]);
    // New in the year after its first attack.
    let then = table_as_of("silences", "2025-12-31");
    assert_eq!(then.one(&[("group", RED_KITE)]).cells(["finding", "turning_period"]), ["new", "2025-02"]);
    // At the end of the sample its appearance is a break or a rise.
    assert!(!worded(RED_KITE, &["trend", "break", "silence"]).is_empty(), "no finding says that it appeared");
}

#[test]
fn the_flare_up_of_ilmaray_is_an_alert() {
    let alerts = REPORT.table("alerts");
    let row = incidents(&alerts, &region("Ilmaray"), &[]);
    assert_eq!(row.cells(["observed", "direction", "judgement"]), ["49", "up", "clear"]);
    assert!(row.number("high") < 49.0 && row.number("q") < 0.05, "{row:?}");
    let found = worded("Ilmaray", &["alert"]);
    assert!(found.iter().any(|finding| finding.sentence().contains("49")), "{found:#?}");
    REPORT.one("Ilmaray", "region").says(&["13", "49", "+277 %"]);
}

#[test]
fn what_was_left_alone_raises_no_alert_and_has_no_break() {
    let (alerts, breaks_found, trends) = (REPORT.table("alerts"), REPORT.table("breaks"), REPORT.table("trends"));
    let groups = LEFT_ALONE.iter().map(|name| group(name));
    for scope in groups.chain([region(STEADY_REGION)]) {
        let alert = incidents(&alerts, &scope, &[]);
        assert!(!["clear", "suggestive"].contains(&alert.get("judgement")), "{alert:?}");
        assert!(breaks(&breaks_found, &scope).is_empty(), "{:?}", breaks(&breaks_found, &scope));
        let verdict = verdict(&trends, &scope);
        assert!(!["rising", "falling"].contains(&verdict.as_str()), "{scope:?}: {verdict}");
        let name = scope[1].1;
        assert!(worded(name, &["trend", "alert", "break", "silence"]).is_empty(), "{name}");
    }
    // Free Shore and the Custodians flared up in the newest month and did nothing else.
    for name in ["Free Shore of Ilmaray", "Custodians of the Pure Road"] {
        assert!(breaks(&breaks_found, &group(name)).is_empty(), "{name}");
    }
}

#[test]
fn the_border_of_kessar_makes_no_break() {
    let found = breaks(&REPORT.table("breaks"), &region("Kessar"));
    assert!(found.iter().all(|row| !("2023-06".."2023-10").contains(&row.get("break_period"))), "{found:?}");
}

#[test]
fn how_many_were_tested_is_said() {
    let tested = REPORT.about("", "tested");
    assert_eq!(tested.len(), 1, "{tested:#?}");
    // The alert on the whole is one of a family of one, the alerts on regions of one of eight.
    let alerts = REPORT.table("alerts");
    let whole = incidents(&alerts, &WHOLE, &[]);
    assert!(whole.number("q") >= whole.number("p"), "{whole:?}");
    for scope in ["region", "group"] {
        let rows = alerts.all(&[("scope", scope), ("kind", "all"), ("role", "any"), ("measure", "incidents")]);
        let mut judged: Vec<(f64, f64)> =
            rows.iter().filter(|row| !row.get("q").is_empty()).map(|row| (row.number("p"), row.number("q"))).collect();
        judged.sort_by(|a, b| a.0.total_cmp(&b.0));
        assert!(judged.len() > 3, "{scope}");
        assert!(judged.iter().all(|(p, q)| q >= p), "{scope}: {judged:?}");
        assert!(judged.windows(2).all(|pair| pair[0].1 <= pair[1].1), "{scope}: q follows p: {judged:?}");
    }
}

/// From this month on a quarter of what Free Shore does is done with, or answered by, the Custodians.
const BEGAN: &str = "2024-09";

/// The findings about pairs that go beyond chance, with the two names.
fn of_pairs() -> Vec<(Vec<String>, &'static Finding)> {
    let found = REPORT.findings.iter().filter(|finding| finding.claim().starts_with("converging"));
    found.map(|finding| (finding.pair(), finding)).collect()
}

#[test]
fn the_pair_that_begins_to_act_together_is_found_and_dated_and_no_other_is() {
    let found = of_pairs();
    let names: Vec<&[String]> = found.iter().map(|(names, _)| names.as_slice()).collect();
    assert_eq!(names, [["Custodians of the Pure Road", "Free Shore of Ilmaray"]]);
    let finding = found[0].1;
    assert_eq!(finding.strength(), "clear");
    // The onset within six months, and none of it before.
    let onset = 12.0 * finding.number("onset_year") + finding.number("onset_month");
    assert!((onset - (12.0 * 2024.0 + 9.0)).abs() <= 6.0, "{finding:?} began in {BEGAN}");
    assert!(finding.number("onset_before").abs() < 0.02 && finding.number("onset_after") > 0.1, "{finding:?}");
    assert!(finding.number("onset_q") <= 0.05, "{finding:?}");
    assert_eq!((finding.number("joint"), finding.number("competing"), finding.number("hostile")), (32.0, 3.0, 0.0));
    finding.says(&["Since about", "2024", "Being near is not acting together."]);
    assert!(!finding.words().contains("cooperat"), "co-location is never called cooperation");
    // It is on the first screen, and its part has the ledger.
    let first_screen = REPORT.text.split("\n## ").next().expect("a text");
    assert!(first_screen.contains(finding.sentence().split(':').next().expect("a clause")), "{first_screen}");
    let table = REPORT.table("convergence");
    let clear = table.all(&[("verdict", "clear")]);
    assert!(clear.iter().all(|row| row.get("a") == names[0][0] && row.get("b") == names[0][1]), "{clear:?}");
}

#[test]
fn who_always_acted_together_is_in_the_ledger_and_not_converging() {
    let table = REPORT.table("convergence");
    let pair = [("a", "Iron Orchard Group"), ("b", "Tin Bell Society")];
    assert_eq!(table.one(&[&pair[..], &[("evidence", "direct"), ("measure", "joint")]].concat()).get("observed"), "10");
    let near = table.one(&[&pair[..], &[("evidence", "co_activity"), ("measure", "pair")]].concat()).clone();
    assert_eq!(near.get("verdict"), "within_chance", "{near:?}");
    assert!(REPORT.text.contains("### Iron Orchard Group and Tin Bell Society"));
    // Rivals in the same places, and a feast that two groups share: no pair of these is claimed.
    assert!(REPORT.text.contains("are on opposite sides in 27 incidents"), "rivals are said to be rivals");
}
