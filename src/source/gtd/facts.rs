//! What the GTD allows to be said.

use super::super::{Attribution, Break, CoverageRule, Direction, Edition, Facts, Head, Layout, Living};
use super::field::Field;
use crate::measure::{Reported, Reports, VictimClass};
use crate::period::{Day, Window};

/// The first day of each way of collecting. Source: GTD codebook, "The Origins of the GTD" and "Current Data Collection
/// Methodology (2012-present)".
const BREAKS: [(i32, u32, u32, &str); 4] = [
    (1998, 1, 1, "CETIS took over, in part collecting afterwards; before, PGIS collected at the time"),
    (2008, 4, 1, "ISVG took over from CETIS"),
    (2011, 11, 1, "START took over from ISVG"),
    (2012, 1, 1, "START's current method begins"),
];

const CAVEATS: [&str; 4] = [
    "The GTD has no data for 1993: the year is missing, not quiet.",
    "The GTD's deaths and injuries include the perpetrators', where reports count them; those are given apart. Totals of linked \
     incidents are spread over them in fractions.",
    "The GTD holds terrorism by non-state actors only; rows whose coders doubt that (doubtterr 1) are left out and counted apart.",
    "Abducted are the hostages and kidnapped people of incidents that took some.",
];

pub(super) fn of(layout: &Layout, head: &Head) -> Facts {
    let when = |field: Field| Reported::when(layout.at(field as usize).is_some());
    let mut reports = Reports {
        killed: Reported::Yes,
        injured: Reported::Yes,
        abducted: when(Field::HostageCount),
        suicide: when(Field::Suicide),
        unattributed: Reported::Yes,
        suspected: when(Field::Uncertain1),
        tactic: Reported::Yes,
        target: when(Field::Target),
        ..Reports::default()
    };
    for class in [VictimClass::Militant, VictimClass::Unknown] {
        reports.killed_by[class as usize] = when(Field::KilledPerpetrators);
        reports.injured_by[class as usize] = when(Field::InjuredPerpetrators);
    }
    let breaks = BREAKS.map(|(year, month, day, note)| Break {
        from: Day::from_ymd(year, month, day).expect("a day of the calendar"),
        note: note.to_owned(),
    });
    Facts {
        reports,
        direction: Direction::Stated,
        attribution: Attribution::First,
        coverage: coverage(&head.file_name()),
        gap: Day::from_ymd(1993, 1, 1).zip(Day::from_ymd(1993, 12, 31)).and_then(|(from, to)| Window::new(from, to)),
        living: Living::Settled,
        edition: Edition::Final,
        breaks: breaks.to_vec(),
        caveats: CAVEATS.map(str::to_owned).to_vec(),
        ..Facts::new(
            "gtd",
            "Global Terrorism Database",
            "START (National Consortium for the Study of Terrorism and Responses to Terrorism), Global Terrorism Database",
        )
    }
}

/// Releases are of whole years, but for the last one, which holds January to June 2021 and says so in its name
/// (`globalterrorismdb_2021Jan-June_1222dist.xlsx`).
fn coverage(file_name: &str) -> CoverageRule {
    if file_name.contains("jan-june") { CoverageRule::MonthEnd } else { CoverageRule::YearEnd }
}
