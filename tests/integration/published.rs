//! What a published report says: its findings, its text and its tables.

use crate::harness::{Bench, Row, Table};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A finding of `findings.json`.
#[derive(Debug, Clone)]
pub struct Finding(Value);

impl Finding {
    fn text(&self, key: &str) -> &str {
        self.0[key].as_str().unwrap_or_else(|| panic!("no '{key}' in {}", self.0))
    }

    pub fn claim(&self) -> &str {
        self.text("claim")
    }

    pub fn strength(&self) -> &str {
        self.text("strength")
    }

    pub fn sentence(&self) -> &str {
        self.text("sentence")
    }

    /// The group or the region that it is about; empty: the whole.
    pub fn subject(&self) -> &str {
        let scope = &self.0["scope"];
        scope["group"].as_str().or(scope["region"].as_str()).unwrap_or("")
    }

    /// The two that it is about; empty where it is about no pair.
    pub fn pair(&self) -> Vec<String> {
        let names = self.0["scope"]["pair"].as_array();
        names.into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
    }

    /// The sentence and its caveats.
    pub fn words(&self) -> String {
        let caveats = self.0["caveats"].as_array().expect("a list of caveats");
        let caveats = caveats.iter().map(|caveat| caveat.as_str().expect("a caveat is a sentence"));
        std::iter::once(self.sentence()).chain(caveats).collect::<Vec<_>>().join(" ")
    }

    /// A number of it; panics if it has none of that name.
    pub fn number(&self, name: &str) -> f64 {
        self.0["numbers"][name].as_f64().unwrap_or_else(|| panic!("no number '{name}' in {}", self.0))
    }

    /// Whether it claims that something changed beyond chance.
    pub fn claims_change(&self) -> bool {
        ["clear", "suggestive"].contains(&self.strength())
    }

    /// Every word of it stands in the sentence.
    pub fn says(&self, words: &[&str]) {
        for word in words {
            assert!(self.sentence().contains(word), "no '{word}' in: {}", self.sentence());
        }
    }
}

/// A report folder.
pub struct Published {
    folder: PathBuf,
    pub findings: Vec<Finding>,
    /// `report.md`.
    pub text: String,
}

impl Published {
    /// The report in that folder.
    pub fn read(folder: &Path) -> Published {
        let read = |name: &str| {
            let path = folder.join(name);
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        let json: Value = serde_json::from_str(&read("findings.json")).expect("findings.json is JSON");
        let findings = json["findings"].as_array().expect("a list of findings").iter().cloned().map(Finding).collect();
        Published { folder: folder.to_owned(), findings, text: read("report.md") }
    }

    /// Publishes the bench's inputs; one of the flags may name another output folder than `reports`.
    pub fn of(bench: &Bench, input: &[&str], flags: &[&str]) -> Published {
        bench.run(&[&["report", "--quiet", "--top", "3"], input, flags].concat()).succeeded();
        let out = flags.iter().position(|flag| *flag == "--out").map_or("reports", |at| flags[at + 1]);
        Published::read(&bench.path(out).join("latest"))
    }

    pub fn table(&self, id: &str) -> Table {
        Table::read(&self.folder.join(format!("tables/{id}.csv")))
    }

    pub fn file(&self, name: &str) -> String {
        std::fs::read_to_string(self.folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The findings whose claim begins so, about a group or a region; an empty subject is the whole.
    pub fn about(&self, subject: &str, claim: &str) -> Vec<&Finding> {
        self.findings.iter().filter(|f| f.subject() == subject && f.claim().starts_with(claim)).collect()
    }

    /// The one finding of that claim, or where none has exactly that name, whose claim begins so.
    pub fn one(&self, subject: &str, claim: &str) -> &Finding {
        let mut found = self.about(subject, claim);
        if found.iter().any(|finding| finding.claim() == claim) {
            found.retain(|finding| finding.claim() == claim);
        }
        assert_eq!(found.len(), 1, "'{claim}' about '{subject}': {found:#?}");
        found[0]
    }
}

/// The row of `changes.csv` of a scope's incidents, every kind, against a base.
pub fn change<'a>(table: &'a Table, scope: &[(&str, &str)], comparison: &str) -> &'a Row {
    let keys = [("kind", "all"), ("role", "any"), ("measure", "incidents"), ("comparison", comparison)];
    table.one(&[scope, &keys].concat())
}

/// The whole, as keys of a row.
pub const WHOLE: [(&str, &str); 1] = [("scope", "all")];

pub fn region(name: &str) -> [(&str, &str); 2] {
    [("scope", "region"), ("region", name)]
}

pub fn group(name: &str) -> [(&str, &str); 2] {
    [("scope", "group"), ("group", name)]
}

pub fn near(found: f64, wanted: f64, tolerance: f64) {
    assert!((found - wanted).abs() <= tolerance, "{found} is not {wanted}");
}
