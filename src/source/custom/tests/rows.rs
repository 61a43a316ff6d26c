//! Rows: dates, places, kinds, groups, skip rules.

use super::*;
use crate::incident::{Authorship, ClaimState};
use crate::measure::Reported;

fn groups(draft: &Draft<'_>) -> String {
    let member = |m: &crate::incident::Member<'_>| format!("{} {} {}", m.name, m.role.id(), m.class.id());
    let members: Vec<String> = draft.members.iter().map(member).collect();
    format!("{} {:?}: {}", draft.kind.id(), draft.forces, members.join(", "))
}

/// What `data/README.md` says of the sample, as far as a source alone decides it.
#[test]
fn the_sample_reads_by_its_own_mapping() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mapping = Mapping::read(&root.join("mapping.toml")).unwrap_or_else(|error| panic!("{error}"));
    assert!(mapping.reports.unattributed.yes() && mapping.reports.injured.yes());
    assert_eq!(mapping.reports.range, Reported::Never);
    let (mut seen, mut filtered, mut rejected, mut issues) = (0, 0, Vec::new(), Vec::new());
    for year in 2020..=2026 {
        let bytes = std::fs::read(root.join(format!("incidents/incidents-{year}.csv"))).expect("the sample");
        let read = read_with(mapping.clone(), &bytes, |d| {
            // Only rows that are no incidents leave out by whom they were.
            assert!(!d.members.iter().any(|m| m.name == crate::names::UNATTRIBUTED), "{}", d.id);
            d.id.to_owned()
        });
        assert_eq!(read.stored, read.seen.len());
        seen += read.seen.len();
        filtered += read.filtered.len();
        rejected.extend(read.rejected.into_iter().map(|(_, _, reason)| reason));
        issues.extend(read.quality.into_iter().map(|(_, column, issue)| format!("{column}: {}", issue.id())));
    }
    assert_eq!((seen, filtered), (6283 - 2 - 5, 2));
    // The fifth, a row of five fields, is the read room's.
    use Rejection::{ImpossibleDate, NoDate, UnreadableDate};
    assert_eq!(rejected, [ImpossibleDate, NoDate, UnreadableDate, NoDate]);
    issues.sort();
    assert_eq!(
        issues,
        [
            "arrested: negative_number",
            "injured: not_a_number",
            "injured_police: not_a_number",
            "killed: parts_disagree",
            "killed: parts_disagree",
            "killed: parts_disagree",
            "killed: parts_disagree",
            "killed_civilian: negative_number",
            "latitude: coordinate_out_of_range",
            "longitude: coordinate_out_of_range",
        ]
    );
}

#[test]
fn a_byte_order_mark_and_dates_with_weekdays_are_read() {
    let columns = "date = \"Date\"\nregion = \"Province\"\n[dates]\nformat = \"%A-%B %d-%Y\"\n";
    let csv = "\u{feff}Date,Province\nSunday-November 19-1995,Orrin\nMonday-November 19-1995,Orrin\nFriday-February 30-1996,Orrin\n";
    let read = read(columns, csv, |d| format!("{} {}", d.start, d.region));
    assert_eq!(read.seen, ["1995-11-19 Orrin"]);
    assert_eq!(read.rejected.len(), 2, "the wrong weekday, and a day that is none");
}

#[test]
fn a_total_row_is_filtered_by_its_rule_and_otherwise_rejected() {
    let csv = "date,province,killed\n2024-05-01,Orrin,2\n,TOTAL,2\n2024-05-02,Grand total (all),3\n";
    let columns = "date = \"date\"\nregion = \"province\"\nkilled = \"killed\"\n";
    let plain = read(columns, csv, |d| d.region.to_owned());
    assert_eq!(plain.rejected, [(3, "date".to_owned(), Rejection::NoDate)]);
    assert_eq!(plain.seen.len(), 2);
    let rules = "[[skip]]\ncolumn = \"Province\"\nequals = \"total\"\n\
                 [[skip]]\ncolumn = \"province\"\nstarts_with = \"grand total\"\n";
    let skipped = read(&format!("{columns}{rules}"), csv, |d| d.region.to_owned());
    assert_eq!((skipped.seen, skipped.filtered, skipped.rejected.len()), (vec!["Orrin".to_owned()], vec![3, 4], 0));
    let empty = read(&format!("{columns}[[skip]]\ncolumn = \"date\"\nempty = true\n"), csv, |d| d.region.to_owned());
    assert_eq!(empty.filtered, [3]);
}

#[test]
fn the_role_of_a_group_follows_the_kind() {
    let columns = "date = \"d\"\nkind = \"k\"\ngroups = [\"g1\", \"g2\"]\nallies = \"with\"\n[values.kind]\n\
                   \"Blast\" = \"attack\"\n\"Raid\" = \"operation\"\n\"Air strike\" = \"foreign operation\"\n\
                   \"Fight\" = \"clash\"\n\"Abuse\" = \"state_violence\"\n";
    let csv = "d,k,g1,g2,with\n\
               2024-05-01,BLAST ,Reed Brigade,Tin Bell; Gunmen,Salt Column\n\
               2024-05-01,raid,Reed Brigade,,\n\
               2024-05-01,Air strike,Unidentified militants,-,\n\
               2024-05-01,Fight,Reed Brigade,Tin Bell,\n\
               2024-05-01,Abuse,,,\n\
               2024-05-01,Picnic,Reed Brigade,,\n\
               2024-05-01,,,,\n\
               2024-05-01,Blast,,n/a,\n\
               2024-05-01,interstate,,,\n";
    let read = read(columns, csv, groups);
    assert_eq!(
        read.seen,
        [
            "attack None: Reed Brigade initiator organisation, Tin Bell initiator organisation, \
             Gunmen initiator generic, Salt Column ally organisation",
            "operation Domestic: Reed Brigade target organisation",
            "operation Foreign: Unidentified militants target generic",
            "clash None: Reed Brigade party organisation, Tin Bell party organisation",
            "state_violence Domestic: ",
            "other None: Reed Brigade party organisation",
            "other None: ",
            "attack None:  initiator generic",
            "interstate Domestic: ",
        ]
    );
    let unknown: Vec<u64> = read.quality.iter().filter(|q| q.2 == Issue::UnknownCode).map(|q| q.0).collect();
    assert_eq!(unknown, [7, 8], "an unmapped kind and a blank one");
}

#[test]
fn without_a_kind_every_row_is_an_attack_and_a_foreign_column_turns_operations() {
    let show = |d: &Draft<'_>| format!("{} {:?} {}", d.kind.id(), d.forces, d.country);
    let attacks = read("date = \"d\"\ncountry = { value = \"Orland\" }\n", "d\n2024-05-01\n", show);
    assert_eq!(attacks.seen, ["attack None Orland"]);
    let columns = "date = \"d\"\nkind = { value = \"operation\" }\nforeign = \"abroad\"\n";
    let operations = read(columns, "d,abroad\n2024-05-01,Y\n2024-05-01,no\n2024-05-01,\n", show);
    assert_eq!(operations.seen, ["operation Foreign ", "operation Domestic ", "operation Domestic "]);
}

#[test]
fn codes_are_translated_and_what_is_foreign_is_noted() {
    let columns = "date = \"d\"\ndate_precision = \"p\"\ngroups = \"g\"\nsuspected = \"s\"\nclaim = \"c\"\nsuicide = \"x\"\n\
                   [values.suspected]\n\"probable\" = \"yes\"\n\"certain\" = \"no\"\n\
                   [values.claim]\n\"says so\" = \"claimed\"\n[values.date_precision]\n\"\" = \"week\"\n";
    let csv =
        "d,p,g,s,c,x\n2024-05-01,,Reed Brigade,Probable,says so,yes\n2024-05-01,about,Reed Brigade,certain,hm,maybe\n";
    let read = read(columns, csv, |d| {
        let suspected = d.members.iter().all(|m| m.authorship == Authorship::Suspected);
        format!("{:?} {suspected} {} {:?}", d.date_precision, d.claim == ClaimState::Claimed, d.suicide)
    });
    assert_eq!(read.seen, ["Week true true Some(true)", "Month false false None"]);
    let columns: Vec<&str> = read.quality.iter().map(|q| q.1.as_str()).collect();
    assert_eq!(columns, ["p", "c", "x"]);
}

#[test]
fn places_are_as_exact_as_what_the_row_names() {
    let columns = "date = \"d\"\nregion = \"r\"\ndistrict = \"t\"\nplace = \"v\"\nlatitude = \"y\"\nlongitude = \"x\"\n\
                   [numbers]\ndecimal = \",\"\n[values.region]\n\"KP\" = \"Kessar\"\n";
    let csv = "d;r;t;v;y;x\n2024-05-01;kp;Dhal;Vessen;13,5;-37,25\n2024-05-01;KP;Dhal;;;\n2024-05-01;Orrin;;;0;0\n\
               2024-05-01;n/a;;;91;4\n";
    let read =
        read(columns, csv, |d| format!("{} {:?} {:?} {:?}", d.region, d.place_precision, d.latitude, d.longitude));
    assert_eq!(
        read.seen,
        [
            "Kessar Town Some(13.5) Some(-37.25)",
            "Kessar District None None",
            "Orrin Region None None",
            " Country None None"
        ]
    );
    let noted: Vec<u64> = read.quality.iter().map(|q| q.0).collect();
    assert_eq!(noted, [4, 5], "no spreadsheet's (0, 0), no latitude past the pole");
}

#[test]
fn stamps_lists_and_relations_are_kept() {
    let columns = "id = \"n\"\ndate = \"d\"\nrevised = \"saved\"\nsources = \"src\"\nrelated = \"rel\"\nweight = \"w\"\n\
                   [dates]\nformat = \"%d/%m/%Y\"\nrevised_format = \"%d/%m/%Y %H:%M\"\n[lists]\nseparator = \"|\"\n";
    let csv = "n,d,saved,src,rel,w\nA1,03/04/2024,09/11/2023 12:00,Wire | Herald|Wire,A2,\nA2,03/04/2024,soon,,A1,-1\n";
    let read = read(columns, csv, |d| {
        format!("{} {} {:?} {:?} {} {}", d.id, d.start, d.revised, d.outlets, d.related, d.weight.value())
    });
    assert_eq!(read.seen, ["A1 2024-04-03 Some(1699531200) [\"Wire\", \"Herald\"] A2 1", "A2 2024-04-03 None [] A1 1"]);
    assert_eq!(read.quality.len(), 2);
}

#[test]
fn a_row_of_tags_is_no_incident_and_names_are_translated() {
    let columns = "date = \"d\"\ngroups = \"g\"\n[values.groups]\n\"RB\" = \"Reed Brigade\"\n\"none named\" = \"\"\n";
    let read = read(columns, "d,g\n#date,#group\n2024-05-01,rb; Tin Bell\n2024-05-01,None named\n", groups);
    assert_eq!(
        read.seen,
        [
            "attack None: Reed Brigade initiator organisation, Tin Bell initiator organisation",
            "attack None:  initiator generic"
        ]
    );
}
