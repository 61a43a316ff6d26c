//! The sentences and the document of invented incidents.

mod layout;
mod made_up;
mod pairs;

use super::super::label::Label;
use super::super::manifest::Manifest;
use super::super::{Report, TABLES, rejected};
use super::*;
use crate::chart;
use crate::finding::{Finding, sentence};
use crate::incident::{Draft, Kind, Toll};
use crate::measure::{Amount, Reported, Reports, VictimClass};
use crate::messages::ENGLISH;
use crate::source::{CoverageRule, Direction, Facts, Living};
use made_up::*;

/// The sentences of all findings with this key.
fn said(analysis: &Analysis, key: &str) -> Vec<String> {
    let found = analysis.findings.iter().filter(|finding| finding.key().starts_with(key));
    found.map(|finding| sentence(&ENGLISH, finding)).collect()
}

fn everything(analysis: &Analysis) -> String {
    analysis.findings.iter().map(|finding| sentence(&ENGLISH, finding)).collect::<Vec<_>>().join("\n")
}

fn material<'a>(analyses: &'a [Analysis], omitted: &'a [Omitted]) -> Material<'a> {
    Material { words: &ENGLISH, analyses, primary: 0, charts: &[], omitted, events: &[], settings: &[], tables: &[] }
}

/// The document with all tables: refused if it points to anything that is not there.
fn report(analyses: &[Analysis]) -> Report<'_> {
    let (_, omitted) = chart::figures(&ENGLISH, &analyses[0], chart::Years::Usual, &[]);
    let label = Label::new("2026-10").expect("a label");
    let mut tables: Vec<_> = TABLES.iter().map(|t| t.dataset(analyses).expect("a table")).collect();
    tables.push(rejected(analyses.iter().flat_map(|a| &a.loaded.files)).expect("a table"));
    let mut manifest = Manifest::new(label.clone(), serde_json::Value::Null);
    manifest.caveats = caveats(&ENGLISH, analyses, &omitted);
    let findings = findings_json(&ENGLISH, analyses, 0, &[], &label);
    Report::new(document(&material(analyses, &omitted)), tables, Vec::new(), findings, manifest)
        .expect("no dangling link")
}

/// The twin of a published month: two ledgers and a region that goes from 13 to 49 attacks.
fn twin() -> Vec<Draft<'static>> {
    let mut drafts = month("2026-09", 13, Kind::Attack, "Ilmar", "Shore Front");
    drafts.extend(month("2026-09", 43, Kind::Attack, "Kess", ""));
    let mut attacks = month("2026-10", 49, Kind::Attack, "Ilmar", "Shore Front");
    attacks.extend(month("2026-10", 34, Kind::Attack, "Kess", ""));
    kill(&mut attacks[..1], VictimClass::Civilian, 92);
    kill(&mut attacks[1..2], VictimClass::Security, 47);
    kill(&mut attacks[2..3], VictimClass::Militant, 36);
    attacks[0].arrested = Some(Amount::whole(12));
    let mut operations = month("2026-10", 25, Kind::Operation, "Kess", "Shore Front");
    kill(&mut operations[..1], VictimClass::Militant, 72);
    kill(&mut operations[1..2], VictimClass::Security, 7);
    drafts.extend(attacks);
    drafts.extend(operations);
    drafts.iter_mut().for_each(|draft| draft.abducted = Some(Amount::ZERO));
    drafts.iter_mut().skip(1).for_each(|draft| draft.arrested = draft.arrested.or(Some(Amount::ZERO)));
    drafts
}

#[test]
fn two_ledgers_and_their_sum() {
    let analysis = analysed(&twin(), facts());
    assert_eq!(
        said(&analysis, "ledgers"),
        [
            "83 attacks killed 175 people (92 civilians, 47 members of the security forces and 36 militants); 25 operations by \
          state forces killed 79 people (7 members of the security forces and 72 militants): 254 people killed in all."
        ]
    );
    assert_eq!(
        said(&analysis, "region: Ilmar"),
        [
            "Ilmar had 49 of the 108 incidents (45 %) and 175 of the 254 people killed (69 %); its incidents rose from 13 in \
          September 2026 to 49 (+36, +277 %, 95 % interval +101 % to +657 %), more than chance \
          explains (p < 0.0001, q < 0.0001). 49 attacks killed 175 people (92 civilians, 47 members of the security forces and 36 \
          militants)."
        ]
    );
    assert_eq!(
        said(&analysis, "compared_previous"),
        [
            "Compared with September 2026, the number of incidents rose from 56 to 108 (+52, +93 %, 95 % interval +38 % to +171 %), \
          more than chance explains (p = 0.0001, q = 0.0002); the number of people killed was 254, against 0 (+254), compatible \
          with chance: so few incidents could not have shown more (p = 0.13); the number of people injured stayed at 0.",
            "Compared with September 2026, the number of attacks rose from 56 to 83 (+27, +48 %, 95 % interval +4 % to +112 %), more \
          than chance explains (p = 0.041, q = 0.041); the number of people killed in attacks was 175, against 0 (+175), compatible with chance: so few incidents could not have shown more \
          (p = 0.52).",
            "Compared with September 2026, the number of operations by state forces rose from 0 to 25 (+25), more than chance explains \
          (p < 0.0001, q < 0.0001); the number of people killed in operations by state forces was 79, against 0 (+79), compatible \
          with chance: so few incidents could not have shown more (p = 1).",
        ]
    );
    assert_eq!(
        said(&analysis, "group: Shore Front"),
        [
            "49 attacks are attributed to Shore Front, in which 175 people were killed. Shore Front was involved in 74 of the 108 \
          incidents (69 %), in which 254 people were killed; its incidents rose from 13 in September 2026 to 74 (+61, \
          +469 %, 95 % interval +213 % to +1,019 %), more than chance explains (p < 0.0001, q < 0.0001)."
        ]
    );
    assert_eq!(
        said(&analysis, "unnamed"),
        ["In 34 of the 108 incidents with an armed group no group is named (31 %); 77 % in September 2026."]
    );
    assert!(said(&analysis, "margin").is_empty());
    report(&[analysis]);
}

#[test]
fn totals_that_disagree_with_their_parts_are_said() {
    let mut drafts = twin();
    let last = drafts.len() - 1;
    drafts[last].killed_by[VictimClass::Civilian as usize] = Some(Amount::ONE);
    assert_eq!(
        said(&analysed(&drafts, facts()), "margin"),
        [
            "The source's numbers disagree: the killed by victim class add up to 255, 1 more than the 254 killed in all. Toll \
          and classes differ in incident 163."
        ]
    );
    drafts[last].killed_by[VictimClass::Civilian as usize] = Some(Amount::ZERO);
    drafts[last].killed = Toll::exactly(Some(Amount::whole(2)));
    assert_eq!(
        said(&analysed(&drafts, facts()), "margin"),
        ["The source gives no victim class for 2 of the 256 killed. Toll and classes differ in incident 163."]
    );
}

#[test]
fn unknown_tolls_are_lower_bounds_and_never_nought() {
    let mut drafts = month("2026-09", 12, Kind::Attack, "Kess", "Shore Front");
    drafts.extend(month("2026-10", 12, Kind::Attack, "Kess", "Shore Front"));
    kill(&mut drafts[13..14], VictimClass::Civilian, 3);
    (drafts[12].killed, drafts[12].killed_by) = (Toll::default(), [None; VictimClass::COUNT]);
    let some = analysed(&drafts, facts());
    assert_eq!(
        said(&some, "total"),
        [
            "Ledger of Tavia records 12 incidents in Tavia in October 2026, in which at least 3 people were killed and nobody was \
          injured."
        ]
    );
    assert_eq!(said(&some, "ledgers"), ["12 attacks killed at least 3 people (as far as known: 3 civilians)."]);
    for draft in &mut drafts[12..] {
        (draft.killed, draft.killed_by) = (Toll::default(), [None; VictimClass::COUNT]);
    }
    let none = analysed(&drafts, facts());
    assert_eq!(
        said(&none, "total"),
        [
            "Ledger of Tavia records 12 incidents in Tavia in October 2026, in which the number of people killed is not known and \
          nobody was injured."
        ]
    );
    assert_eq!(said(&none, "ledgers"), ["For 12 attacks no toll is known."]);
    let compared = said(&none, "compared_previous");
    assert!(compared[0].ends_with(
        "No comparison is made with September 2026 for the number of people killed, because no number is known."
    ));
    report(&[none]);
}

#[test]
fn a_base_under_the_minimum_carries_no_percentage() {
    let mut drafts = month("2026-09", 9, Kind::Attack, "Kess", "");
    drafts.extend(month("2026-10", 12, Kind::Attack, "Kess", ""));
    let analysis = analysed(&drafts, facts());
    assert!(
        said(&analysis, "compared_previous")[0]
            .contains("the number of incidents was 12, against 9 (+3, 95 % interval")
    );
    assert!(!everything(&analysis).contains("33 %"));
}

#[test]
fn a_new_local_source_makes_no_rise() {
    let reported = |drafts: Vec<Draft<'static>>, outlet| {
        drafts.into_iter().map(move |draft| Draft { outlets: vec![outlet], ..draft }).collect::<Vec<_>>()
    };
    let mut drafts = reported(month("2026-09", 20, Kind::Attack, "Kess", "Shore Front"), "Daily");
    drafts.extend(reported(month("2026-10", 20, Kind::Attack, "Kess", "Shore Front"), "Daily"));
    drafts.extend(reported(month("2026-10", 13, Kind::Attack, "Kess", "Shore Front"), "Valley Radio"));
    let analysis = analysed(&drafts, facts());
    assert_eq!(
        said(&analysis, "compared_previous"),
        [
            "No comparison is made with September 2026 for the number of incidents, the number of people killed and the number of \
          people injured, because 39 % of the incidents come only from sources that did not report before, and a change in the counting \
          is not a change in the violence."
        ]
    );
    assert_eq!(
        said(&analysis, "region: Kess"),
        [
            "Kess had all 33 incidents; its incidents are not compared with September 2026, because 39 % of the incidents come only \
          from sources that did not report before, and a change in the counting is not a change in the violence."
        ]
    );
    assert!(!everything(&analysis).contains("rose"));
}

#[test]
fn a_fall_in_a_provisional_month_is_so_far() {
    let mut drafts = month("2026-09", 20, Kind::Attack, "Kess", "Shore Front");
    drafts.extend(month("2026-10", 11, Kind::Attack, "Kess", "Shore Front"));
    let living = analysed(&drafts, Facts { living: Living::Living, ..facts() });
    assert!(!everything(&living).contains(" fell "));
    assert!(said(&living, "compared_previous")[0].contains("stands so far at 11, against 20 (-9, -45 %)"));
    assert!(
        said(&analysed(&drafts, facts()), "compared_previous")[0]
            .contains("was 11, against 20 (-9, -45 %, 95 % interval")
    );
}

#[test]
fn what_a_source_does_not_say_is_not_said_for_it() {
    let silent = Facts {
        reports: Reports { killed: Reported::Yes, ..Reports::default() },
        direction: Direction::Unknown,
        ..facts()
    };
    let mut drafts = month("2026-10", 12, Kind::Clash, "Kess", "Shore Front");
    drafts.extend(month("2026-09", 11, Kind::Clash, "Kess", "Shore Front"));
    let analysis = analysed(&drafts, silent);
    let all = everything(&analysis);
    assert!(all.contains("Shore Front was involved in all 12 incidents, in which nobody was killed"), "{all}");
    assert!(
        all.contains("How many incidents involve unnamed groups is not measured: Ledger of Tavia leaves such"),
        "{all}"
    );
    for word in ["injured", "attributed to", "attacks", "arrested", "suicide"] {
        assert!(!all.contains(word), "{word}: {all}");
    }
    report(&[analysis]);
}

#[test]
fn one_row_in_a_month_that_is_not_over_is_compared_with_nothing() {
    let drafts = month("2026-10", 1, Kind::Attack, "", "Shore Front");
    let analysis = analysed(&drafts, Facts { coverage: CoverageRule::NewestIncident, ..facts() });
    assert_eq!(
        everything(&analysis),
        "October 2026 is covered only to 1 October 2026, 1 of its 31 days, with 1 incident, nobody killed and nobody injured so \
         far. It is compared with nothing."
    );
    let analyses = [analysis];
    let report = report(&analyses);
    assert_eq!(report.document().title, "Armed violence in Tavia: 1 October 2026");
    let flags: Vec<&String> = report.manifest().caveats.iter().filter(|c| c.contains("--covered")).collect();
    assert!(flags[0].contains("--covered 2026-10-01..2026-10-31"), "{flags:?}");
}

#[test]
fn a_long_record_a_silence_and_a_first_are_said_with_where_the_data_begin() {
    let mut drafts = Vec::new();
    let months: Vec<String> =
        (2022..=2026).flat_map(|year| (1..=12).map(move |m| format!("{year}-{m:02}"))).take(58).collect();
    for (at, name) in months.iter().enumerate() {
        drafts.extend(month(
            name,
            11 + at % 5,
            Kind::Attack,
            "Kess",
            if at < 30 { "Old Guard" } else { "Shore Front" },
        ));
    }
    drafts.extend(month(&months[57], 20, Kind::Attack, "Kess", "Late Band"));
    let analysis = analysed(&drafts, facts());
    assert_eq!(
        said(&analysis, "record_highest_incidents")[0],
        "With 33 incidents, October 2026 has the highest number of any month since the records begin in January 2022."
    );
    assert_eq!(
        said(&analysis, "silence_quiet: Old Guard"),
        [
            "No incident involving Old Guard has been recorded since June 2024; at its earlier rate about 365 would have been \
          expected."
        ]
    );
    assert_eq!(
        said(&analysis, "silence_new: Late Band"),
        ["Late Band is first recorded in October 2026, in data that begin on 1 January 2022."]
    );
    report(&[analysis]);
}

#[test]
fn several_sources_stand_side_by_side_and_are_never_added_up() {
    let other = Facts { source: "gazette".to_owned(), title: "Gazette of Tavia".to_owned(), ..facts() };
    let analyses =
        [analysed(&twin(), facts()), analysed(&month("2026-10", 7, Kind::Attack, "Kess", "Shore Front"), other)];
    let report = report(&analyses);
    let ids: Vec<&str> = report.document().sections.iter().map(|s| s.id.as_str()).collect();
    assert!(ids.contains(&"sources") && ids.contains(&"trend"), "{ids:?}");
    assert!(ids.iter().any(|id| id.starts_with("trend-gazette")), "{ids:?}");
    // The lines of a first screen are coordinates.
    let text = format!("{:?}", report.document().sections);
    assert!(!text.contains("115"), "108 and 7 are not added up");
}

#[test]
fn names_with_braces_are_names() {
    let mut drafts = month("2026-09", 2, Kind::Attack, "{n} <&\"", "=Band {share}");
    drafts.extend(month("2026-10", 3, Kind::Attack, "{n} <&\"", "=Band {share}"));
    let analysis = analysed(&drafts, facts());
    assert!(said(&analysis, "group: =Band {share}")[0].contains("attributed to =Band {share}, in which"));
    assert!(said(&analysis, "region: {n} <&\"")[0].starts_with("{n} <&\" had all 3 incidents"));
}

#[test]
fn no_sentence_claims_more_than_its_numbers() {
    let analysis = analysed(&twin(), facts());
    let all = everything(&analysis).to_lowercase();
    for word in ["increase", "decrease", "significan", "surge", "spike", "because of", "cooperat"] {
        assert!(!all.contains(word), "{word}");
    }
    let keys: Vec<String> = analysis.findings.iter().map(Finding::key).collect();
    let distinct: std::collections::BTreeSet<&String> = keys.iter().collect();
    assert_eq!(keys.len(), distinct.len(), "every finding has a key of its own: {keys:?}");
}

#[test]
fn shuffled_rows_make_the_same_findings() {
    let mut drafts = twin();
    let label = Label::new("2026-10").expect("a label");
    let json = |drafts: &[Draft]| findings_json(&ENGLISH, &[analysed(drafts, facts())], 0, &[], &label);
    let straight = json(&drafts);
    drafts.reverse();
    let mut turned = json(&drafts);
    // The ids of these rows are their places in the file: the deadliest incident has another.
    let text = |value: &serde_json::Value| value.to_string();
    for finding in turned["findings"].as_array_mut().expect("findings") {
        if finding["claim"] == "deadliest" {
            *finding = straight["findings"]
                .as_array()
                .and_then(|all| all.iter().find(|f| f["claim"] == "deadliest"))
                .expect("it is in both")
                .clone();
        }
    }
    assert_eq!(text(&straight), text(&turned));
}
