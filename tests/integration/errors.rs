//! What the program says when it cannot go on: what, where, why, and what to do. The texts are kept as they are read.

use crate::harness::Bench;
use crate::sheets::{MAPPING, acled, own};
use incident_trends::chart::CHARTS;
use incident_trends::registry::{Entry, Registry};
use incident_trends::report::TABLES;
use incident_trends::source::SOURCES;
use insta::assert_snapshot;

/// The whole of standard error of a run that ends with that code.
fn error(bench: &Bench, code: i32, arguments: &[&str]) -> String {
    let done = bench.run(&[arguments, &["--quiet"]].concat()).failed(code);
    assert_eq!(done.stdout, "", "an error belongs to standard error");
    done.stderr
}

/// The same without the list of what there is, which must be that of the registry.
fn slip<T: Entry + ?Sized>(bench: &Bench, registry: &Registry<T>, arguments: &[&str]) -> String {
    let text = error(bench, 2, arguments);
    let (slip, known) = text.trim_end().split_once("; there is: ").expect("a list of what there is");
    assert_eq!(known, registry.ids().join(", "));
    slip.to_owned()
}

fn bench() -> Bench {
    let mut sheet = acled();
    sheet.row(&[]);
    Bench::with("acled.csv", sheet.text())
}

#[test]
fn unknown_names_come_with_the_nearest_known_one() {
    let bench = bench();
    assert_snapshot!(slip(&bench, &SOURCES, &["check", "acled.csv", "--source", "acledd"]), @"error: no source is called 'acledd' (did you mean 'acled'?)");
    assert_snapshot!(slip(&bench, &CHARTS, &["chart", "frequencies", "acled.csv"]), @"error: no chart is called 'frequencies' (did you mean 'frequency'?)");
    assert_snapshot!(slip(&bench, &TABLES, &["table", "serie", "acled.csv"]), @"error: no table is called 'serie' (did you mean 'series'?)");
    assert_snapshot!(error(&bench, 2, &["check", "acled.csv", "--kind", "atack"]), @"error: --kind atack: did you mean 'attack'? There is: attack, operation, state-violence, clash, interstate, undetermined, other");
    assert_snapshot!(error(&bench, 2, &["check", "acled.csv", "--attribution", "fraction"]), @"error: --attribution fraction: did you mean 'fractional'? There is: involved, first, initiator, fractional");
}

#[test]
fn values_that_cannot_be_meant_say_what_could() {
    let bench = bench();
    let table = |flags: &[&str]| error(&bench, 2, &[&["table", "series", "acled.csv"], flags].concat());
    assert_snapshot!(table(&["--by", "fortnight"]), @"error: --by fortnight: there is: day, week, month, quarter, half, year");
    assert_snapshot!(table(&["--covered", "2024"]), @"error: --covered 2024: write it as 2015-01-01..2026-10-31");
    assert_snapshot!(table(&["--as-of", "yesterday"]), @"error: --as-of yesterday: not a date; write 2026-10-31");
    assert_snapshot!(table(&["--since", "2024-02-01", "--until", "2024-01-01"]), @"error: --until 2024-01-01: lies before --since 2024-02-01");
    assert_snapshot!(table(&["--max-rejected", "some"]), @"error: --max-rejected some: write a share such as 2% or a number of rows such as 20");
    assert_snapshot!(table(&["--delimiter", ":"]), @"error: --delimiter :: there is: , ; | tab");
    assert_snapshot!(table(&["--config", "gone.toml"]), @"error: --config gone.toml: there is no such file; check the path");
}

#[test]
fn inputs_that_are_refused_say_why_and_what_to_do() {
    let bench = bench();
    assert_snapshot!(error(&bench, 3, &["check", "gone.csv"]), @"error: gone.csv: no such file; check the path");
    bench.write("lake.csv", "when,where\n2024-03-01,North\n");
    assert_snapshot!(error(&bench, 3, &["check", "lake.csv"]), @"error: lake.csv: this is no incident file that the program knows. Name the format with --source, or write a mapping with: incident-trends init lake.csv");
    bench.write("half.csv", "eventid,iyear,imonth,gname\n1,2015,3,Free Lake Front\n");
    assert_snapshot!(error(&bench, 3, &["check", "half.csv"]), @"error: half.csv: this is no incident file that the program knows; the nearest is 'gtd' (4 of its 10 columns are there). Name the format with --source, or write a mapping with: incident-trends init half.csv");
    assert_snapshot!(error(&bench, 3, &["check", "lake.csv", "--source", "acled"]), @"error: lake.csv: as 'acled' it needs the columns event_id_cnty, event_date, event_type, actor1, country, admin1, fatalities, which are missing; the first line reads: when,where");
    let mut sheet = acled();
    sheet.row(&[("event_date", "03/04/2015"), ("year", "2015")]);
    bench.write("ambiguous.csv", sheet.text());
    assert_snapshot!(error(&bench, 3, &["check", "ambiguous.csv"]), @"error: ambiguous.csv: its dates can be read in two ways: '03/04/2015' (line 2) is 3 April 2015 as %d/%m/%Y and 4 March 2015 as %m/%d/%Y. Say which with --date-format '%d/%m/%Y' or --date-format '%m/%d/%Y'");
    let mut sheet = acled();
    sheet.row(&[("event_date", "in spring"), ("year", "2015")]);
    bench.write("dates.csv", sheet.text());
    assert_snapshot!(error(&bench, 3, &["check", "dates.csv"]), @"error: dates.csv: no date format is known that reads its dates, such as 'in spring' (line 2); say how they are written with --date-format, for example --date-format '%d.%m.%Y'");
}

#[test]
fn no_input_at_all_is_a_matter_of_usage() {
    let bench = Bench::new();
    assert_snapshot!(error(&bench, 2, &["report"]), @r#"error: no input: name incident files, globs or folders, or put incident-trends.toml into this folder with a line such as input = ["data/incidents"]"#);
}

#[test]
fn filters_that_leave_nothing_say_so() {
    let bench = bench();
    // A name that no incident has is a slip: it must not leave out incidents without a word.
    assert_snapshot!(error(&bench, 2, &["table", "series", "acled.csv", "--region", "Nowhere"]), @"error: --region 'Nowhere': no incident of this run has a region of that name; names are meant as the report writes them; `incident-trends table series` has them all");
    assert_snapshot!(error(&bench, 3, &["table", "series", "acled.csv", "--kind", "interstate"]), @"error: ACLED: no incident is left to count (the filters or the days covered leave nothing; loosen them)");
    assert_snapshot!(error(&bench, 3, &["table", "series", "acled.csv", "--covered", "2010-01-01..2010-12-31"]), @"error: ACLED: none of its incidents (2025-04-01 to 2025-04-01) falls into 2010-01-01..2010-12-31; loosen --covered, --since, --until or --as-of");
}

#[test]
fn mappings_that_do_not_fit_name_the_line() {
    let mut sheet = own();
    sheet.row(&[]);
    let bench = Bench::with("own.csv", sheet.text());
    assert_snapshot!(error(&bench, 2, &["check", "own.csv", "--source", "custom"]), @"error: own.csv: to read it as 'custom' takes a mapping of its columns; write one with: incident-trends init own.csv");
    bench.write("mapping.toml", MAPPING.replace("killed = ", "kiled = "));
    assert_snapshot!(error(&bench, 2, &["check", "own.csv", "--mapping", "mapping.toml"]), @"error: mapping.toml, line 18: no field is called 'kiled' (did you mean 'killed'?); there is: id, revised, date, date_end, date_precision, country, region, district, place, latitude, longitude, place_precision, kind, foreign, groups, initiators, targets, parties, allies, suspected, claim, tactic, target, suicide, success, killed, killed_min, killed_max, killed_civilian, killed_security, killed_militant, killed_other, killed_unknown, injured, injured_min, injured_max, injured_civilian, injured_security, injured_militant, injured_other, injured_unknown, arrested, abducted, sources, related, weight");
    bench.write("mapping.toml", MAPPING.replace("\"outlet\"", "\"paper\""));
    assert_snapshot!(error(&bench, 3, &["check", "own.csv", "--source", "custom", "--mapping", "mapping.toml"]), @"error: own.csv: the mapping mapping.toml names the column 'paper', which the file does not have; its first line reads: id,date,end,precision,country,region,district,kind,groups,tactic,target,killed,injured,outlet,updated");
}
