//! Unknown is not zero, also for the statistics: months whose tolls are blank are no fall of the toll.

use crate::harness::Bench;
use crate::invented::{INPUT, Month, fill, own_bench};
use crate::published::{Finding, Published};
use crate::sheets::own;

/// Ten years of 20 attacks a month with two killed in each; in the last nine months every second toll is as given.
fn report(every_second: &str) -> (Bench, Published) {
    let mut sheet = own();
    let last = Month::DECEMBER_2025;
    for month in Month::new(2016, 1).to(last) {
        let late = last.plus(-9) < month;
        // Scatter like that of chance: 8 to 12 in each half.
        let half = |shift: u32| usize::try_from(8 + (month.number() * 7 + shift) % 5).expect("a small number");
        fill(&mut sheet, month, half(0), &[("killed", if late { every_second } else { "2" })]);
        fill(&mut sheet, month, half(3), &[("killed", "2")]);
    }
    let bench = own_bench(&sheet);
    let report = Published::of(&bench, &INPUT, &[]);
    (bench, report)
}

/// What is claimed of the level of the killed, of all incidents.
fn claimed(report: &Published) -> Vec<&str> {
    let found = ["break_killed", "alert_killed", "trend_killed"].into_iter().flat_map(|claim| report.about("", claim));
    found.filter(|finding| finding.claims_change()).map(Finding::sentence).collect()
}

#[test]
fn blank_tolls_are_no_fall_of_the_level_and_nothing_is_forecast_from_them() {
    // Known zeros are a fall: the test can tell.
    let (_fallen, fallen) = report("0");
    assert!(!claimed(&fallen).is_empty(), "a level that halves is seen");

    let (_bench, blank) = report("");
    assert_eq!(claimed(&blank), Vec::<&str>::new());
    let rows = blank.table("forecasts");
    let killed = rows.all(&[("scope", "all"), ("kind", "all"), ("measure", "killed")]);
    assert!(
        !killed.is_empty() && killed.iter().all(|row| row.get("median").is_empty()),
        "no forecast from blank tolls"
    );
}
