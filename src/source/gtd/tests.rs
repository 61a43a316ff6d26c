//! The GTD's forms and traps, on invented rows of invented countries.

use super::super::trial::{self, Trial};
use super::*;
use crate::names::Class;
use crate::source::{Attribution, CoverageRule};

const COLUMNS: [&str; 34] = [
    "eventid",
    "iyear",
    "imonth",
    "iday",
    "extended",
    "resolution",
    "country_txt",
    "provstate",
    "city",
    "latitude",
    "longitude",
    "specificity",
    "doubtterr",
    "success",
    "suicide",
    "attacktype1_txt",
    "targtype1_txt",
    "gname",
    "gname2",
    "gname3",
    "guncertain1",
    "guncertain2",
    "guncertain3",
    "claimed",
    "claim2",
    "claim3",
    "compclaim",
    "nkill",
    "nkillter",
    "nwound",
    "nwoundte",
    "ishostkid",
    "nhostkid",
    "related",
];

const USUAL: [&str; 34] = [
    "201404110001",
    "2014",
    "4",
    "11",
    "0",
    "",
    "Ostrava Land",
    "North",
    "Milltown",
    "10.5",
    "20.5",
    "1",
    "0",
    "1",
    "0",
    "Bombing/Explosion",
    "Police",
    "Free Lake Front (FLF)",
    "",
    "",
    "0",
    "",
    "",
    "0",
    "",
    "",
    "",
    "2",
    "0",
    "1",
    "0",
    "0",
    "",
    "",
];

/// A row like the usual one but for some columns.
fn row(changes: &[(&str, &str)]) -> String {
    let mut cells = USUAL.map(str::to_owned);
    for (column, value) in changes {
        let at = COLUMNS.iter().position(|c| c == column).expect("a column of the form");
        cells[at] = format!("\"{value}\"");
    }
    cells.join(",")
}

fn read(rows: &[&[(&str, &str)]]) -> Trial {
    let rows: Vec<String> = rows.iter().map(|changes| row(changes)).collect();
    trial::read(&Gtd, "gtd.csv", format!("{}\n{}\n", COLUMNS.join(","), rows.join("\n")).as_bytes())
}

fn people(number: i64) -> Option<Amount> {
    Some(Amount::whole(number))
}

#[test]
fn an_attack_is_read_whole() {
    let trial =
        read(&[&[("claimed", "1"), ("suicide", "1"), ("nkillter", "1"), ("related", "201404110001, 201404110002")]]);
    let drafts = trial.drafts();
    let draft = drafts[0];
    assert_eq!((draft.id, draft.start), ("201404110001", Day::from_ymd(2014, 4, 11).expect("a day")));
    assert_eq!((draft.country, draft.region, draft.district, draft.place), ("Ostrava Land", "North", "", "Milltown"));
    assert_eq!((draft.tactic, draft.target, draft.claim), ("Bombing/Explosion", "Police", ClaimState::Claimed));
    assert_eq!((draft.suicide, draft.success), (Some(true), Success::Succeeded));
    assert_eq!(draft.killed, Toll::exactly(people(2)));
    assert_eq!(draft.killed_by, [None, None, people(1), None, people(1)]);
    assert_eq!(draft.abducted, people(0));
    assert_eq!(draft.related, "201404110001, 201404110002");
    assert_eq!(draft.members.len(), 1);
    assert_eq!((trial.facts.attribution, trial.facts.coverage), (Attribution::First, CoverageRule::YearEnd));
    let breaks: Vec<String> = trial.facts.breaks.iter().map(|b| b.from.to_string()).collect();
    assert_eq!(breaks, ["1998-01-01", "2008-04-01", "2011-11-01", "2012-01-01"]);
    assert!(trial.notes.quality.is_empty());
}

#[test]
fn unknown_days_and_months_make_the_date_coarse() {
    let trial = read(&[
        &[("iday", "0")],
        &[("imonth", "0"), ("iday", "0")],
        &[("imonth", "2"), ("iday", "30")],
        &[("iyear", "")],
        &[("imonth", "13")],
        &[("iyear", "about 2014")],
    ]);
    let date = |n: usize| trial.rows[n].as_ref().map(|d| (d.start.to_string(), d.date_precision)).map_err(Clone::clone);
    assert_eq!(date(0), Ok(("2014-04-01".to_owned(), DatePrecision::Month)));
    assert_eq!(date(1), Ok(("2014-01-01".to_owned(), DatePrecision::Year)));
    let rejected = |column, reason| Err(Verdict::Rejected { column: Some(column), reason });
    assert_eq!(date(2), rejected(3, Rejection::ImpossibleDate));
    assert_eq!(date(3), rejected(1, Rejection::NoDate));
    assert_eq!(date(4), rejected(2, Rejection::ImpossibleDate));
    assert_eq!(date(5), rejected(1, Rejection::UnreadableDate));
}

#[test]
fn codes_for_unknown_never_reach_a_sum() {
    let trial = read(&[
        &[
            ("nkill", "-9"),
            ("nwound", "-99"),
            ("nkillter", "-99"),
            ("suicide", "-9"),
            ("claimed", "-9"),
            ("ishostkid", "-9"),
        ],
        &[("nkill", "NA"), ("nwound", ""), ("nkillter", "NA"), ("ishostkid", "1"), ("nhostkid", "-99")],
        &[("nkill", "0.3333333"), ("nwound", "2.5"), ("ishostkid", "1"), ("nhostkid", "12"), ("longitude", "-9")],
        &[("nkill", "1"), ("nkillter", "2"), ("doubtterr", "-9")],
        &[("nkill", "-3")],
    ]);
    let drafts = trial.drafts();
    for draft in &drafts[..2] {
        assert_eq!((draft.killed, draft.injured, draft.abducted), (Toll::default(), Toll::default(), None));
        assert_eq!(draft.killed_by, [None; VictimClass::COUNT]);
    }
    assert_eq!((drafts[0].suicide, drafts[0].claim), (None, ClaimState::Unknown));
    assert_eq!(drafts[2].killed.best, Some(Amount::from_millionths(333_333)));
    assert_eq!(drafts[2].killed_by[VictimClass::Unknown as usize], Some(Amount::from_millionths(333_333)));
    assert_eq!((drafts[2].abducted, drafts[2].longitude), (people(12), Some(-9.0)));
    assert_eq!(drafts[3].killed_by, [None, None, people(2), None, None]);
    assert_eq!(trial.issues(), [("nkillter", Issue::PartsDisagree), ("nkill", Issue::NegativeNumber)]);
}

#[test]
fn doubted_rows_are_filtered() {
    let trial = read(&[&[("doubtterr", "1")], &[("doubtterr", "-9")], &[("doubtterr", "")]]);
    assert_eq!(
        trial.rows[0].as_ref().err(),
        Some(&Verdict::Filtered { reason: FilterReason::DoubtedTerrorism, killed: Some(Amount::whole(2)) })
    );
    assert!(trial.rows[1].is_ok() && trial.rows[2].is_ok());
}

#[test]
fn every_perpetrator_takes_part() {
    let trial = read(&[
        &[
            ("gname2", "Hill Brigade"),
            ("guncertain2", "1"),
            ("gname3", "Lake extremists"),
            ("compclaim", "1"),
            ("success", "0"),
        ],
        &[("gname", "Unknown"), ("guncertain1", "NA")],
        &[("gname", "NA"), ("gname2", "NA")],
        &[("gname", "Gunmen"), ("guncertain1", "1"), ("claim2", "1")],
    ]);
    let drafts = trial.drafts();
    let members: Vec<_> = drafts[0].members.iter().map(|m| (m.name, m.class, m.authorship)).collect();
    assert_eq!(
        members,
        [
            ("Free Lake Front (FLF)", Class::Organisation, Authorship::Confirmed),
            ("Hill Brigade", Class::Organisation, Authorship::Suspected),
            ("Lake extremists", Class::Generic, Authorship::Confirmed),
        ]
    );
    assert!(drafts[0].members.iter().all(|m| m.role == Role::Initiator));
    assert_eq!((drafts[0].claim, drafts[0].success), (ClaimState::Competing, Success::Failed));
    for draft in &drafts[1..3] {
        assert_eq!(draft.members.iter().map(|m| (m.name, m.class)).collect::<Vec<_>>(), [("Unknown", Class::Generic)]);
    }
    assert_eq!((drafts[3].members[0].class, drafts[3].claim), (Class::Generic, ClaimState::Claimed));
}

#[test]
fn extended_incidents_end_where_a_day_is_given() {
    let trial = read(&[
        &[("extended", "1"), ("resolution", "4/15/2014")],
        &[("extended", "1"), ("resolution", "2014-04-16 00:00:00")],
        &[("extended", "1"), ("resolution", "some days later")],
        &[("extended", "1"), ("resolution", "4/1/2014")],
        &[("extended", "0"), ("resolution", "4/15/2014")],
    ]);
    let days: Vec<i32> = trial.drafts().iter().map(|d| d.end.since(d.start)).collect();
    assert_eq!(days, [4, 5, 0, 0, 0]);
    assert_eq!(trial.issues(), [("resolution", Issue::EndBeforeStart)]);
}

#[test]
fn places_are_as_exact_as_the_codebook_says() {
    let codes: [&[(&str, &str)]; 7] = [
        &[("specificity", "1")],
        &[("specificity", "2")],
        &[("specificity", "3")],
        &[("specificity", "4.0")],
        &[("specificity", "5"), ("provstate", "Unknown")],
        &[("specificity", "NA")],
        &[("specificity", "8")],
    ];
    let trial = read(&codes);
    let precisions: Vec<PlacePrecision> = trial.drafts().iter().map(|d| d.place_precision).collect();
    use PlacePrecision::{Country, District, Exact, Region};
    assert_eq!(precisions, [Exact, District, District, Region, Country, Country, Country]);
    assert_eq!(trial.drafts()[4].region, "");
    assert_eq!(trial.issues(), [("specificity", Issue::UnknownCode)]);
}

#[test]
fn copies_from_elsewhere_are_read() {
    // A byte order mark that was taken for Windows-1252 when the file was saved anew.
    let text = format!("ï»¿{}\n{}\n", COLUMNS.join(","), row(&[("city", "Köln am See")]));
    let trial = trial::read(&Gtd, "gtd.csv", text.as_bytes());
    assert_eq!((trial.drafts()[0].id, trial.drafts()[0].place), ("201404110001", "Köln am See"));
    let trial = trial::read(&Gtd, "gtd.csv", &windows_1252(text.trim_start_matches(['ï', '»', '¿'])));
    assert_eq!((trial.drafts()[0].id, trial.drafts()[0].place), ("201404110001", "Köln am See"));

    // Saved from R: quoted names and an unnamed index.
    let quoted: Vec<String> = COLUMNS.iter().map(|column| format!("\"{column}\"")).collect();
    let text =
        format!("\"\",{}\n\"1\",{}\n", quoted.join(","), row(&[("eventid", "201404110001.0"), ("gname3", "NA")]));
    let trial = trial::read(&Gtd, "gtd.csv", text.as_bytes());
    assert_eq!((trial.drafts()[0].id, trial.drafts()[0].members.len()), ("201404110001", 1));

    // Saved from a spreadsheet: the id is rounded away.
    let trial = read(&[&[("eventid", "2.01E+11")]]);
    assert_eq!((trial.drafts()[0].id, trial.issues()), ("", vec![("eventid", Issue::UnknownCode)]));

    let half = format!("{}\n{}\n", COLUMNS.join(","), row(&[]));
    let trial = trial::read(&Gtd, "globalterrorismdb_2021Jan-June_1222dist.csv", half.as_bytes());
    assert_eq!(trial.facts.coverage, CoverageRule::MonthEnd);
}

/// The text as Windows-1252 writes it: the letters used here have one byte each.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("a letter of Latin-1")).collect()
}
