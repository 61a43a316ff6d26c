//! A season is no trend: a series that rises every spring is not called rising in spring, nor falling in autumn.

use crate::harness::Table;
use crate::invented::{INPUT, Month, fill, own_bench, steady};
use crate::sheets::{Sheet, own};

/// Incidents of a January to a December, four times as many in spring as in autumn.
const YEAR: [i32; 12] = [8, 10, 16, 24, 26, 20, 13, 9, 7, 6, 7, 8];

fn seasons() -> Sheet {
    let mut sheet = own();
    for month in Month::new(2019, 1).to(Month::DECEMBER_2025) {
        fill(&mut sheet, month, steady(YEAR[month.number() as usize], month, 0), &[]);
    }
    sheet
}

fn of_incidents<'a>(table: &'a Table, more: &[(&str, &str)]) -> Vec<&'a crate::harness::Row> {
    table.all(&[[("kind", "all"), ("measure", "incidents")].as_slice(), more].concat())
}

#[test]
fn a_season_is_never_called_rising_or_falling() {
    let bench = own_bench(&seasons());
    for month in [2, 3, 4, 5, 8, 10] {
        let day = Month::new(2025, month).last().to_string();
        let flags = [INPUT.as_slice(), &["--as-of", &day]].concat();
        let trends = bench.table("trends", &flags);
        let growth = of_incidents(&trends, &[("statistic", "growth")]);
        assert!(!growth.is_empty());
        for row in growth {
            assert_eq!(row.get("verdict"), "no_evidence", "{day}: {row:?}");
        }
    }
}

#[test]
fn a_spring_like_every_spring_is_no_alert_and_no_change_on_a_year_ago() {
    let bench = own_bench(&seasons());
    for month in [4, 5, 9] {
        let day = Month::new(2025, month).last().to_string();
        let flags = [INPUT.as_slice(), &["--as-of", &day]].concat();
        for row in of_incidents(&bench.table("alerts", &flags), &[]) {
            assert!(!["clear", "suggestive"].contains(&row.get("judgement")), "{day}: {row:?}");
        }
        for row in of_incidents(&bench.table("changes", &flags), &[("comparison", "year_ago")]) {
            assert_eq!(row.get("judgement"), "within_chance", "{day}: {row:?}");
        }
    }
}

#[test]
fn a_spring_out_of_line_with_earlier_springs_is_an_alert_all_the_same() {
    let mut sheet = seasons();
    let april = Month::new(2025, 4);
    fill(&mut sheet, april, 40, &[]);
    let bench = own_bench(&sheet);
    let day = april.last().to_string();
    let alerts = bench.table("alerts", &[INPUT.as_slice(), &["--as-of", &day]].concat());
    let row = alerts.one(&[("scope", "all"), ("kind", "all"), ("role", "any"), ("measure", "incidents")]);
    assert_eq!(row.cells(["direction", "judgement"]), ["up", "clear"], "{row:?}");
}
