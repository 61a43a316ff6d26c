//! Changes word for word: what chance can make is never said to have risen or fallen.

use super::*;
use crate::period::Window;
use crate::series::Finality;
use crate::stats::Comparison;

fn compared(movements: Vec<Movement>, finality: Finality) -> Finding {
    all(Claim::Compared(Compared {
        comparison: Comparison::Previous,
        kind: None,
        current: month("2026-10").into(),
        base: Some(Window::from(month("2026-09"))),
        finality,
        movements,
    }))
}

fn one(moved: Movement) -> String {
    said(&compared(vec![moved], Finality::Settled))
}

#[test]
fn a_change_beyond_chance_rose_or_fell_with_its_interval() {
    let rise = moved(13.0, 49.0, (2.0234, 7.5201), 1.2e-5, 0.0003);
    assert_eq!(
        one(rise),
        "Compared with September 2026, the number of incidents rose from 13 to 49 (+36, +277 %, 95 % interval +102 % to \
         +652 %), more than chance explains (p < 0.0001, q = 0.0003)."
    );
    assert_eq!(compared(vec![rise], Finality::Settled).claim.strength(), Strength::Clear);
    assert_eq!(
        one(moved(60.0, 20.0, (0.19, 0.56), 0.0004, 0.004)),
        "Compared with September 2026, the number of incidents fell from 60 to 20 (-40, -67 %, 95 % interval -81 % to -44 %), \
         more than chance explains (p = 0.0004, q = 0.004)."
    );
}

#[test]
fn a_change_compatible_with_chance_has_neither_risen_nor_fallen() {
    let even = moved(17.0, 28.0, (0.8706, 3.2074), 0.135, 0.31);
    assert_eq!(
        one(even),
        "Compared with September 2026, the number of incidents was 28, against 17 (+11, +65 %, 95 % interval -13 % to +221 %), \
         compatible with chance (p = 0.14, q = 0.31)."
    );
    assert_eq!(compared(vec![even], Finality::Settled).claim.strength(), Strength::WithinChance);
    assert_eq!(
        one(moved(56.0, 77.0, (0.9611, 1.9776), 0.082, 0.2)),
        "Compared with September 2026, the number of incidents was 77, against 56 (+21, +38 %, 95 % interval -4 % to +98 %), \
         compatible with chance (p = 0.082, q = 0.2)."
    );
    let mut tiny = moved(1.0, 3.0, (0.24, 157.5), 0.63, 1.0);
    if let Ok(tested) = &mut tiny.tested {
        tested.significance.q = None;
    }
    assert_eq!(
        one(tiny),
        "Compared with September 2026, the number of incidents was 3, against 1 (+2, 95 % interval 0.2 to more than 100 times as many), \
         compatible with chance: so few incidents could not have shown more (p = 0.63)."
    );
}

#[test]
fn a_small_p_among_many_is_suggestive() {
    let some = moved(20.0, 36.0, (1.02, 3.27), 0.031, 0.2);
    assert!(one(some).ends_with(
        "larger than chance usually makes (p = 0.031, q = 0.2), but among 40 such tests about 2 are expected to look so by \
         chance alone."
    ));
    assert_eq!(compared(vec![some], Finality::Settled).claim.strength(), Strength::Suggestive);
}

#[test]
fn a_toll_that_one_incident_makes_is_said_so() {
    let mut toll = moved(77.0, 254.0, (1.2, 8.0), 0.02, 0.9);
    toll.measure = Measure::Killed;
    if let Ok(tested) = &mut toll.tested {
        tested.without_deadliest = Some((evidence(74.0 / 77.0, 0.6, 1.5, 0.81), 180.0));
        tested.significance.p = 0.81;
    }
    assert_eq!(
        one(toll),
        "Compared with September 2026, the number of people killed was 254, against 77 (+177, +230 %, 95 % interval +20 % to \
         +700 %), but without the deadliest incident (180 killed) the difference is -4 %, compatible with chance (p = 0.81, q = \
         0.9)."
    );
}

#[test]
fn what_the_counting_may_have_made_is_not_claimed() {
    assert_eq!(
        one(withheld(20.0, 36.0, NotComputed::MergedRegion)),
        "Compared with September 2026, the number of incidents was 36, against 20 (+16, +80 %), but no rise is claimed, because \
         another region moved the opposite way at the same time, as when regions are merged or a border is moved."
    );
    let provisional = compared(vec![moved(60.0, 20.0, (0.19, 0.56), 0.0004, 0.004)], Finality::Provisional);
    assert!(!said(&provisional).contains(" fell ") && !said(&provisional).contains("chance"));
    assert_eq!(provisional.claim.strength(), Strength::Counted);
}

#[test]
fn a_region_is_one_paragraph() {
    let known = crate::measure::Reading::Known;
    let part = RegionPart {
        incidents: 49.0,
        all_incidents: 108.0,
        killed: known(175.0),
        all_killed: known(254.0),
        ledgers: Vec::new(),
        base: Some(month("2026-09")),
        finality: Finality::Settled,
        change: moved(13.0, 49.0, (2.0234, 7.5201), 1.2e-5, 0.0003),
        attacks: None,
        to_date: Some(ToDate {
            current: Window::new(month("2026-01").start(), month("2026-10").end()).expect("ten months"),
            change: moved(300.0, 320.0, (0.91, 1.25), 0.44, 0.6),
        }),
    };
    assert_eq!(
        said(&kess(Claim::Region(Box::new(part)))),
        "Kess had 49 of the 108 incidents (45 %) and 175 of the 254 people killed (69 %); its incidents rose from 13 in September \
         2026 to 49 (+36, +277 %, 95 % interval +102 % to +652 %), more than chance explains (p < 0.0001, q = 0.0003). The year \
         to 31 October 2026 has 320 incidents, against 300 in the same days of 2025 (+20, +7 %, 95 % interval -9 % to +25 %), \
         compatible with chance (p = 0.44, q = 0.6)."
    );
}

#[test]
fn every_reason_reads_as_a_clause() {
    let reasons = [
        NotComputed::Partial,
        NotComputed::NoBase,
        NotComputed::Unreported,
        NotComputed::LowerBound,
        NotComputed::NewSources { share: 0.4 },
        NotComputed::TooShort { have: 5, need: 24 },
        NotComputed::TooFew { have: 2.0, need: 10.0 },
        NotComputed::TooQuiet { have: 1, need: 5, of: 36 },
        NotComputed::Degenerate,
        NotComputed::NoCycle,
        NotComputed::Provisional,
        NotComputed::OneIncident { killed: 180.0 },
        NotComputed::MergedRegion,
        NotComputed::CollectionBreak,
        NotComputed::Stale { periods: 5 },
        NotComputed::NotShown,
        NotComputed::NoDistribution,
    ];
    for reason in reasons {
        let clause = why(&ENGLISH, reason, Grain::Month);
        assert!(
            !clause.ends_with('.') && clause.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()),
            "{clause}"
        );
    }
}
