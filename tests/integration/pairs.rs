//! Charts of pairs: whose they are, what is refused in which words, and what the planted pair of the sample looks like.

use crate::harness::Bench;
use crate::sheets::{FRONT, MAPPING, own};
use insta::assert_snapshot;

const CONFIG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/incident-trends.toml");
const PLANTED: [&str; 2] = ["Free Shore of Ilmaray", "Custodians of the Pure Road"];
const HILL: &str = "Hill Brigade";

/// The Front, its Northern Column, and a brigade with three incidents.
fn bench() -> Bench {
    let mut sheet = own();
    sheet.rows(30, &[]).rows(3, &[("groups", HILL)]).rows(2, &[("groups", "Northern Column")]);
    sheet.row(&[("groups", "Gunmen")]);
    let bench = Bench::with("own.csv", sheet.text());
    bench.write("mapping.toml", MAPPING);
    let families = format!(
        "name,canonical,parent,class,country,from,to\nNorthern Column,Northern Column,{FRONT}s,,,,\nHillmen,{HILL},,,,,\n\
         Gunmen,Gunmen,,generic,,,\n"
    );
    bench.write("families.csv", families);
    bench
}

fn chart<'a>(groups: &[&'a str], flags: &[&'a str]) -> Vec<&'a str> {
    let input =
        ["chart", "convergence", "own.csv", "--mapping", "mapping.toml", "--groups-table", "families.csv", "--quiet"];
    [&input[..], &groups.iter().flat_map(|name| ["--group", name]).collect::<Vec<_>>(), flags].concat()
}

#[test]
fn what_is_no_pair_is_refused_in_words_that_say_what_to_type() {
    let bench = bench();
    let refused = |groups: &[&str], flags: &[&str]| bench.run(&chart(groups, flags)).failed(2).error().to_owned();
    assert_snapshot!(refused(&[], &[]), @"the chart 'convergence' is of a pair; name two groups or families, as in --group 'A' --group 'B'");
    assert_snapshot!(refused(&[FRONT], &[]), @"the chart 'convergence' is of a pair, and --group 'Free Lake Front' is one; name the other too: --group 'Free Lake Front' --group NAME");
    assert_snapshot!(refused(&[FRONT, HILL, "Gunmen"], &[]), @"the chart 'convergence' is of a pair, and --group names 3 ('Free Lake Front', 'Hill Brigade', 'Gunmen'); keep two of them");
    assert_snapshot!(refused(&[HILL, "Hillmen"], &[]), @"the chart 'convergence' is of a pair, and --group names 'Hill Brigade' and 'Hillmen', one group; name another beside it");
    assert_snapshot!(refused(&["Northern Column", "Free Lake Fronts"], &[]), @"the chart 'convergence' is of a pair, and 'Northern Column' is of the family 'Free Lake Fronts', whose incidents are its own too; name another for one of them");
    assert_snapshot!(refused(&[FRONT, "Hill Brigades"], &[]), @"--group 'Hill Brigades': no incident of this run has a group of that name; did you mean 'Hill Brigade'?");
    assert_snapshot!(refused(&[FRONT, "gunmen"], &[]), @"the chart 'convergence' is of a pair, and 'Gunmen' is a label and no group; only organisations and families are held against each other");
    assert_snapshot!(refused(&[], &["--of", FRONT]), @"--of 'Free Lake Front': the chart 'convergence' is of a pair; name two groups or families, as in --group 'A' --group 'B'");
    assert_snapshot!(refused(&[FRONT, HILL], &[]), @"the chart 'convergence' is not drawn: no incident names both, and of the 20 incidents with an exact day and a place that nearness takes, Hill Brigade has 3");
}

#[test]
fn the_planted_pair_is_near_since_july_2024_in_every_form() {
    let bench = Bench::new();
    let [a, b] = PLANTED;
    let drawn = |flags: &[&str]| {
        let of = ["chart", "convergence", "--config", CONFIG, "--quiet", "--group", a, "--group", b];
        bench.run(&[&of[..], flags].concat()).succeeded().stdout
    };
    let text = drawn(&["--format", "text"]);
    let title =
        "Custodians of the Pure Road and Free Shore of Ilmaray: near each other more often than chance since July 2024";
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        title,
        "On the same side: 32",
        "Both claim the incident: 3",
        "Against each other: 0",
        "24 of 193 incidents of Free Shore of Ilmaray near Custodians of the Pure Road",
        "Near each other is not acting together",
    ] {
        assert!(flat.contains(words), "no '{words}' in:\n{text}");
    }
    assert!(!flat.to_lowercase().contains("cooperat"), "{text}");
    assert!(drawn(&[]).starts_with("<svg"), "a pipe gets SVG");
    let urdu = drawn(&["--language", "ur", "--format", "text"]);
    assert!(urdu.contains("2024") && urdu.contains("اتفاق"), "{urdu}");
}

/// Both names are longer than a part of a file name is; together they are longer than a file name or an anchor may be.
#[test]
fn a_pair_of_long_names_has_its_part_and_its_chart() {
    let [a, b] = ["Restoration of the Eastern Valleys", "Liberation of all Coasts and Islands"]
        .map(|aim| format!("United Provisional Front for the {aim} and their Peoples"));
    let mut sheet = own();
    sheet.rows(30, &[("groups", &a)]).rows(30, &[("groups", &b)]).rows(3, &[("groups", &format!("{a}; {b}"))]);
    let bench = Bench::with("own.csv", sheet.text());
    bench.write("mapping.toml", MAPPING);
    bench.run(&["report", "own.csv", "--mapping", "mapping.toml", "--quiet"]).succeeded();
    let charts = std::fs::read_dir(bench.path("reports/latest/charts")).expect("a folder of charts");
    let names = charts.map(|chart| chart.expect("a chart").file_name().to_string_lossy().into_owned());
    let of_pair = |name: &String| name.starts_with("convergence-united-provisional-front") && name.ends_with(".svg");
    let found: Vec<String> = names.filter(of_pair).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    let slug = found[0].trim_start_matches("convergence-").trim_end_matches(".svg");
    assert!(bench.read("reports/latest/index.html").contains(&format!("id=\"pair-{slug}\"")), "{slug}");
}
