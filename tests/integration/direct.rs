//! Incidents that name two groups: what the planted ones, UCDP's and a declared war become in the ledger.

use crate::harness::{Bench, Row, Table, real};
use crate::sheets::acled;
use insta::assert_snapshot;
use std::collections::BTreeMap;

const CONFIG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/incident-trends.toml");
const EXAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/pakistan/incident-trends.toml");

const FREE_SHORE: &str = "Free Shore of Ilmaray";
const CUSTODIANS: &str = "Custodians of the Pure Road";
const BANNER: &str = "Banner of the Seventh Pass";

fn of<'t>(table: &'t Table, a: &str, b: &str) -> Vec<&'t Row> {
    table.all(&[("a", a), ("b", b)])
}

/// How many entries have which basis.
fn bases<'r>(rows: impl IntoIterator<Item = &'r Row>) -> BTreeMap<String, usize> {
    rows.into_iter().fold(BTreeMap::new(), |mut bases, row| {
        *bases.entry(row.get("basis").to_owned()).or_default() += 1;
        bases
    })
}

#[test]
fn the_planted_pairs_of_the_sample_are_in_the_ledger() {
    let table = Bench::new().table("joint_incidents", &["--config", CONFIG]);
    let planted = of(&table, CUSTODIANS, FREE_SHORE);
    let expected = [("both_initiators", 32), ("two_claims", 3)].map(|(basis, n)| (basis.to_owned(), n));
    assert_eq!(bases(planted.iter().copied()), BTreeMap::from(expected));
    assert_eq!(
        planted[0].cells(["start", "relation", "scope", "kind"]),
        ["2024-10-14", "competing", "group", "attack"]
    );
    assert!(planted.windows(2).all(|two| two[0].get("start") <= two[1].get("start")));
    let counted = |a: &str, b: &str, basis: &str| table.all(&[("a", a), ("b", b), ("basis", basis)]).len();
    assert_eq!(counted("Iron Orchard Group", "Tin Bell Society", "both_initiators"), 10);
    assert_eq!(counted("Granite Oath", "Granite Oath (Ridge Faction)", "both_initiators"), 7);
    assert_eq!(counted(BANNER, "Granite Oath", "initiator_and_ally"), 15);
    assert_eq!(counted(BANNER, "Granit Oath", "initiator_and_ally"), 1, "a name that no table has");
    assert_eq!(counted(BANNER, "Granite Oath", "two_parties"), 14);
}

#[test]
fn a_filter_by_group_keeps_the_other_group_and_no_other_pair() {
    let whole = Bench::new().table("joint_incidents", &["--config", CONFIG]);
    for how in ["involved", "first"] {
        let flags = ["--config", CONFIG, "--group", FREE_SHORE, "--attribution", how];
        let filtered = Bench::new().table("joint_incidents", &flags);
        let is_its = |row: &&Row| row.get("a") == FREE_SHORE || row.get("b") == FREE_SHORE;
        assert_eq!(filtered.rows.len(), whole.rows.iter().filter(is_its).count(), "{how}");
        assert!(filtered.rows.iter().all(|row| is_its(&row)));
    }
}

#[test]
fn the_files_of_ucdp_hold_hostility_only() {
    let Some(file) = real("ucdp-ged-pakistan-1989-2021.csv") else { return };
    let table = Bench::new().table("joint_incidents", &[&file, "--config", EXAMPLE]);
    assert!(
        table.rows.iter().all(|row| row.cells(["relation", "basis", "suspected"]) == ["hostile", "two_parties", "no"])
    );
    assert_eq!(of(&table, "Ansaar ul-Islam", "Lashkar-e-Islam").len(), 36);
    assert_eq!(of(&table, "BLA", "UBA").len(), 1);
    assert!(!table.has(&[("scope", "family")]), "of one family are not two families");
    assert!(table.rows.iter().all(|row| !row.get("a").contains("tribe")), "tribes are no organisations");
}

/// ACLED's associates stand on the side of their actor: beside whom they help, and against whom that one fights.
#[test]
fn associates_stand_on_the_side_of_their_actor() {
    let mut sheet = acled();
    let clash = |first: &'static str, second: &'static str| {
        let army = "Military Forces of Ostrava Land (2016-)";
        [
            ("event_type", "Battles"),
            ("sub_event_type", "Armed clash"),
            ("actor1", army),
            ("inter1", "1"),
            ("assoc_actor_1", first),
            ("actor2", "Lake Column"),
            ("inter2", "2"),
            ("assoc_actor_2", second),
        ]
    };
    // That a name is a group is known from where it acts itself.
    sheet.row(&[("actor1", "Hill Guard"), ("inter1", "3")]);
    sheet.row(&clash("Hill Guard", "")).row(&clash("", "Hill Guard"));
    let table = Bench::with("acled.csv", sheet.text()).table("joint_incidents", &["acled.csv"]);
    let found: Vec<[&str; 4]> = table.rows.iter().map(|row| row.cells(["a", "b", "relation", "basis"])).collect();
    assert_eq!(
        found,
        [
            ["Hill Guard", "Lake Column", "hostile", "opposing_sides"],
            ["Hill Guard", "Lake Column", "joint", "party_and_ally"]
        ]
    );
}

const SHEET: &str = "day,id,what,who,claim,how\n\
                     2024-01-05,1,attack,North Column; Lake Front,competing,sure\n\
                     2024-02-05,2,attack,North Column; Lake Front,,doubtful\n\
                     2024-03-05,3,clash,North Column; Lake Front,,sure\n\
                     2024-03-06,4,operation,North Column; Lake Front,,sure\n\
                     2024-03-07,5,other,North Column; Lake Front,,sure\n";
const MAPPING: &str = "name = \"own\"\ntitle = \"Own\"\ncitation = \"Own\"\n[columns]\ndate = \"day\"\nid = \"id\"\nkind = \"what\"\n\
                       groups = \"who\"\nclaim = \"claim\"\nsuspected = \"how\"\n[lists]\nseparator = \";\"\n\
                       [values.suspected]\n\"sure\" = \"no\"\n\"doubtful\" = \"yes\"\n";
const ALIASES: &str = "name,canonical,parent\nNorth Column,North Column,Columns\nNC,North Column,Columns\n";

fn own() -> Bench {
    let bench = Bench::with("own.csv", SHEET);
    bench.write("mapping.toml", MAPPING);
    bench.write("groups.csv", ALIASES);
    bench
}

const FLAGS: [&str; 7] =
    ["own.csv", "--mapping", "mapping.toml", "--groups-table", "groups.csv", "--context", "context.csv"];

#[test]
fn declared_relations_stand_in_the_ledger_and_are_no_incidents() {
    let bench = own();
    bench.write(
        "context.csv",
        "from,to,label,group,with,relation\n2024-01-20,2024-02-20,War of words,lake front,NC,War\n\
         2024-02-21,,Handshake,Columns,Lake Front,truce\n2024-12-01,,After the file,NC,Lake Front,alliance\n2024-02-01,,Election,,,\n",
    );
    let table = bench.table("joint_incidents", &FLAGS);
    let columns = ["scope", "a", "b", "relation", "basis", "id", "start", "suspected"];
    let found: Vec<String> = table.rows.iter().map(|row| row.cells(columns).join(",")).collect();
    assert_eq!(
        found,
        [
            "group,Lake Front,North Column,competing,two_claims,1,2024-01-05,no",
            "group,Lake Front,North Column,hostile,declared_war,,2024-01-20,",
            "group,Lake Front,North Column,joint,both_initiators,2,2024-02-05,yes",
            "group,Lake Front,North Column,hostile,two_parties,3,2024-03-05,no",
            "group,Lake Front,North Column,side_unknown,both_targets,4,2024-03-06,no",
            "group_family,Columns,Lake Front,,declared_truce,,2024-02-21,",
        ]
    );
    bench.run(&[&["check"][..], &FLAGS].concat()).succeeded().accounts(&[("read", 5), ("counted", 5)]);
    bench.run(&[&["report"][..], &FLAGS].concat()).succeeded();
    let page = bench.read("reports/latest/report.md");
    let event = page.lines().find(|line| line.contains("War of words")).expect("the event is listed");
    assert!(event.contains("Lake Front; North Column"), "{event}");
}

#[test]
fn a_relation_that_cannot_be_meant_is_refused_with_its_line() {
    let bench = own();
    let refused = |row: &str| {
        bench.write(
            "context.csv",
            format!("from,label,group,with,relation\n2024-01-20,Harvest,,,\n2024-02-20,War,{row}\n"),
        );
        bench.run(&[&["check"][..], &FLAGS, &["--quiet"]].concat()).failed(2).error().to_owned()
    };
    assert_snapshot!(refused("NC,Lake Front,wars"), @"context.csv, line 3: 'wars' is not a relation of groups; there is: war, truce, alliance");
    assert_snapshot!(refused("NC,,war"), @"context.csv, line 3: the relation 'war' needs two groups, and 'with' is empty; write both");
    assert_snapshot!(refused(",Lake Front,truce"), @"context.csv, line 3: the relation 'truce' needs two groups, and 'group' is empty; write both");
    assert_snapshot!(refused("NC,Lake Front,"), @"context.csv, line 3: 'with' names 'Lake Front', but there is no relation; write one of: war, truce, alliance");
    assert_snapshot!(refused("Lake Front,lake front,war"), @"context.csv, line 3: 'Lake Front' stands in 'group' and in 'with'; a relation needs two groups");
}

#[test]
fn a_declared_relation_of_nobody_is_warned_of() {
    let bench = own();
    bench.write(
        "context.csv",
        "from,label,group,with,relation\n2024-02-20,War,NC,Lake Frnt,war\n2024-02-20,War,NC,North Column,war\n",
    );
    let run = bench.run(&[&["table", "joint_incidents", "--quiet"][..], &FLAGS].concat()).succeeded();
    let warnings: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(
        warnings,
        [
            "warning: context.csv, line 2: the war stands in no ledger: no incident of this run has a group or family 'Lake Frnt'; did \
             you mean 'Lake Front'?",
            "warning: context.csv, line 3: the war stands in no ledger: both names stand for 'North Column', and a relation needs two \
             groups",
        ]
    );
    assert!(!run.stdout.contains("declared"));
}
