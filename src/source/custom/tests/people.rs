//! Numbers of people: totals, bounds, parts, blanks, marks.

use super::*;
use crate::source::Living;

fn killed(draft: &Draft<'_>) -> String {
    let parts: Vec<String> = draft.killed_by.iter().map(|&part| number(part)).collect();
    let toll = draft.killed;
    format!("{} {}..{} [{}]", number(toll.best), number(toll.low), number(toll.high), parts.join(" "))
}

#[test]
fn parts_give_the_total_only_when_all_of_them_are_known() {
    let columns =
        "date = \"d\"\nkilled = \"all\"\nkilled_civilian = \"civ\"\nkilled_security = [\"police\", \"army\"]\n";
    let csv = "d,all,civ,police,army\n\
               2024-05-01,,1,2,3\n\
               2024-05-01,,1,2,\n\
               2024-05-01,,,,\n\
               2024-05-01,6,1,2,3\n\
               2024-05-01,7,1,2,3\n\
               2024-05-01,7,1,,\n\
               2024-05-01,2,3,,\n\
               2024-05-01,several,1,2,3\n\
               2024-05-01,unknown,1,2,3\n\
               2024-05-01,4,-1,2,many\n";
    let read = read(columns, csv, killed);
    assert_eq!(
        read.seen,
        [
            "6 6..6 [1 5 - - -]",
            "- -..- [1 - - - -]",
            "- -..- [- - - - -]",
            "6 6..6 [1 5 - - -]",
            "7 7..7 [1 5 - - -]",
            "7 7..7 [1 - - - -]",
            "2 2..2 [3 - - - -]",
            "- -..- [1 5 - - -]",
            "- -..- [1 5 - - -]",
            "4 4..4 [- - - - -]",
        ]
    );
    let disagree: Vec<u64> = read.quality.iter().filter(|q| q.2 == Issue::PartsDisagree).map(|q| q.0).collect();
    assert_eq!(disagree, [6, 8]);
    assert_eq!(read.quality.len(), 5, "several, -1 and many too");
}

#[test]
fn a_blank_is_zero_only_where_the_mapping_says_so_and_something_is_filled() {
    let columns = "date = \"d\"\nkilled_civilian = \"civ\"\nkilled_security = [\"police\", \"army\"]\n\
                   [numbers]\nblank_is_zero = true\n";
    let csv = "d,civ,police,army\n2024-05-01,,2,\n2024-05-01,3,,\n2024-05-01,,,\n2024-05-01,,2,NA\n";
    let read = read(columns, csv, killed);
    assert_eq!(read.seen, ["2 2..2 [0 2 - - -]", "3 3..3 [3 0 - - -]", "- -..- [- - - - -]", "- -..- [- - - - -]"]);
}

#[test]
fn bounds_alone_count_their_lower_end() {
    let columns = "date = \"d\"\nkilled_min = \"Killed Min\"\nkilled_max = \"Killed Max\"\n";
    let csv = "d,Killed Min,Killed Max\n2024-05-01,14,15\n2024-05-01,,15\n2024-05-01,14,\n2024-05-01,9,3\n";
    let bounds = mapping(&format!("{HEAD}{columns}"));
    let reader =
        Opened::new(Arc::new(bounds.clone()), [const { Vec::new() }; Field::COUNT], Vec::new(), &Head::new("", &[]));
    assert_eq!(reader.facts().caveats, ["The sheet gives a range of the number killed; the lower number is counted."]);
    assert_eq!(reader.facts().living, Living::Living);
    let read = read_with(bounds, csv.as_bytes(), killed);
    assert_eq!(
        read.seen,
        ["14 14..15 [- - - - -]", "- -..15 [- - - - -]", "14 14..14 [- - - - -]", "9 9..3 [- - - - -]"]
    );
    assert_eq!(read.quality, [(5, "killed max".to_owned(), Issue::BestAboveHigh)]);
}

#[test]
fn marks_of_other_countries_are_understood() {
    let columns = "date = \"d\"\nkilled = \"k\"\ninjured = \"i\"\n[dates]\nformat = \"%d.%m.%Y\"\n\
                   [numbers]\ndecimal = \",\"\nthousands = \".\"\nunknown = [\"k.A.\", \"-99\"]\n";
    let csv = "d;k;i\n01.05.2024;1.204;2,5\n01.05.2024;-99;k.A.\n01.05.2024;3.5;1.2.3\n";
    let read = read(columns, csv, |d| format!("{} {} {}", d.start, number(d.killed.best), number(d.injured.best)));
    assert_eq!(read.seen, ["2024-05-01 1204 2.5", "2024-05-01 - -", "2024-05-01 - -"]);
    let issues: Vec<Issue> = read.quality.iter().map(|q| q.2).collect();
    assert_eq!(issues, [Issue::LargeToll, Issue::NotANumber, Issue::NotANumber], "3.5 is no 35");
}

#[test]
fn a_row_that_stands_for_several_incidents_has_one_toll_for_all_of_them() {
    let columns = "date = \"d\"\nkilled = \"k\"\nweight = \"events\"\n";
    let read =
        read(columns, "d,k,events\n2024-05-01,6,4\n", |d| format!("{} in {}", number(d.killed.best), d.weight.value()));
    assert_eq!(read.seen, ["6 in 4"]);
}
