//! Pages of their own (`--split`): complete, and nothing of another region or group on them.

use crate::harness::{Bench, Table};
use std::collections::BTreeSet;
use std::path::Path;

const CONFIG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/incident-trends.toml");

/// The text of a page: no markup, scripts, styles or pictures.
fn text(html: &str) -> String {
    let mut rest = html.to_owned();
    for element in ["script", "style", "svg"] {
        let (open, close) = (format!("<{element}"), format!("</{element}>"));
        while let Some(at) = rest.find(&open) {
            let end = rest[at..].find(&close).map_or(rest.len(), |end| at + end + close.len());
            rest.replace_range(at..end, " ");
        }
    }
    let mut text = String::new();
    let mut inside = false;
    for c in rest.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    let text = text.replace('\u{a0}', " ").replace("&amp;", "&").replace("&#x27;", "'").replace("&quot;", "\"");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The charts that a page names.
fn charts(html: &str) -> BTreeSet<String> {
    let names = html.split("charts/").skip(1).map(|rest| rest.split('.').next().unwrap_or_default().to_owned());
    names.filter(|name| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')).collect()
}

/// The cells of the rows of the table under a caption.
fn rows(html: &str, caption: &str) -> Vec<Vec<String>> {
    let (_, after) = html.split_once(caption).expect("a table of that caption");
    let body = after.split_once("<tbody").expect("a body").1.split("</tbody>").next().expect("its end");
    // What stands before the end of a cell, with the cell's beginning; an empty cell is one too.
    let cells = |row: &str| row.split("</t").filter(|c| c.contains("<t")).map(|c| text(&format!("<{c}"))).collect();
    body.split("<tr").skip(1).map(cells).collect()
}

fn published(bench: &Bench, split: &str) -> std::path::PathBuf {
    let out = bench.path("out");
    bench
        .run(&["report", "--config", CONFIG, "--quiet", "--split", split, "--out", &out.display().to_string()])
        .succeeded();
    out.join("latest")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// `at least 12` is 12.
fn number(cell: &str) -> f64 {
    let digits: String = cell.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    digits.parse().unwrap_or_else(|_| panic!("'{cell}' is no number"))
}

#[test]
fn on_a_regions_page_there_is_nothing_of_another_region() {
    let bench = Bench::new();
    let folder = published(&bench, "region");
    let series = Table::read(&folder.join("tables/series.csv"));
    let regions = series.values("region", &[("scope", "region")]);
    let regions: Vec<&str> = regions.into_iter().filter(|name| !name.starts_with('(')).collect();
    let mut groups = series.values("group", &[("scope", "group")]);
    groups.extend(series.values("group", &[("scope", "family")]));
    groups.retain(|name| !name.is_empty());
    groups.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let mut pages = 0;
    for region in &regions {
        let slug = format!("region-{}", region.to_lowercase().replace(' ', "-"));
        let path = folder.join(format!("{slug}.html"));
        if !path.exists() {
            continue;
        }
        pages += 1;
        let html = read(&path);
        let foreign: Vec<String> = charts(&html).into_iter().filter(|id| !id.ends_with(&format!("-{slug}"))).collect();
        assert!(foreign.is_empty(), "{slug} shows {foreign:?}");
        assert!(charts(&html).len() >= 2, "{slug} has its charts");
        // Groups may be called after a region, and be active elsewhere.
        let words = groups.iter().fold(text(&html), |words, group| words.replace(group, "(a group)"));
        for other in regions.iter().filter(|other| *other != region) {
            assert!(!words.contains(other), "{slug} names {other}");
        }
        let shown = rows(&html, &format!("{region} in numbers"));
        let of = |measure: &str| shown.iter().find(|row| row[0] == measure).expect("a row of that measure");
        for (measure, column) in [("Incidents", "incidents"), ("Killed", "killed"), ("Injured", "injured")] {
            for (cell, period) in [(1, "2026-10"), (2, "2026-09"), (4, "2025-10")] {
                let there = series.region(region, period).get(column);
                match of(measure).get(cell).filter(|_| !there.is_empty()) {
                    Some(shown) => assert_eq!(number(shown), number(there), "{slug}: {measure} in {period}"),
                    None => assert!(there.is_empty(), "{slug}: {measure} in {period} is left out"),
                }
            }
        }
        let drawn = Table::read(&folder.join(format!("charts/frequency-{slug}.csv")));
        let last = drawn.all(&[("Period", "October 2026")])[0].get(&drawn.header[1]).to_owned();
        assert_eq!(number(&last), series.region(region, "2026-10").number("incidents"), "{slug}");
    }
    assert!(pages >= 5, "{pages} pages");
    let whole = read(&folder.join("manifest.json"));
    assert!(whole.contains("region-kessar.html"), "the manifest lists the pages");
}

#[test]
fn a_groups_page_has_its_own_charts_only_and_a_slip_is_refused() {
    let bench = Bench::new();
    let folder = published(&bench, "group");
    let slug = "group-red-kite-front";
    let html = read(&folder.join(format!("{slug}.html")));
    assert!(charts(&html).iter().all(|id| id.ends_with(&format!("-{slug}"))), "{:?}", charts(&html));
    let series = Table::read(&folder.join("tables/series.csv"));
    let incidents = &rows(&html, "Red Kite Front in numbers")[0];
    assert_eq!(number(&incidents[1]), series.group("Red Kite Front", "2026-10").number("incidents"));
    assert!(!folder.join("region-kessar.html").exists());
    let slip = bench.run(&["report", "--config", CONFIG, "--split", "regions"]).failed(2);
    assert_eq!(slip.error(), "--split regions: did you mean 'region'? There is: region, group");
}
