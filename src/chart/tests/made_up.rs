//! Made-up incidents of invented places, loaded and analysed without a file.

use crate::analysis::{Analysis, Beside, Policy, analyse};
use crate::cube::{MultiDay, Selection};
use crate::incident::{Clerk, Draft, Incidents, Kind, Member, Role, Toll};
use crate::measure::{Amount, Reported, Reports};
use crate::period::{Day, Grain};
use crate::source::{Accounting, CoverageRule, Edition, Facts, FileIntake, Living, Loaded, Skipped};

/// An incident in few words.
#[derive(Clone, Debug)]
pub struct Row {
    pub day: Day,
    pub kind: Kind,
    pub groups: Vec<String>,
    pub region: String,
    pub district: String,
    pub killed: Option<i64>,
    pub tactic: String,
}

pub fn day(text: &str) -> Day {
    Day::from_iso(text).expect("a date")
}

pub fn row(date: &str, group: &str, region: &str) -> Row {
    Row {
        day: day(date),
        kind: Kind::Attack,
        groups: vec![group.to_owned()],
        region: region.to_owned(),
        district: String::new(),
        killed: Some(2),
        tactic: "bomb".to_owned(),
    }
}

/// Repeatable noise.
pub struct Noise(pub u64);

impl Noise {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }
}

/// Rows over five years and a half, of that many groups and regions.
pub fn crowd(rows: usize, groups: usize, regions: usize) -> Vec<Row> {
    let mut noise = Noise(20_261_031);
    let tactics = ["bomb", "ambush", "raid", "", "mine", "arson", "siege", "sniping", "robbery", "kidnapping"];
    (0..rows)
        .map(|_| {
            let kind = [Kind::Attack, Kind::Attack, Kind::Operation, Kind::Clash][noise.below(4)];
            let group = noise.below(groups + 1);
            Row {
                day: day("2021-05-01").plus(noise.below(2_000) as i32),
                kind,
                groups: if group == groups { Vec::new() } else { vec![format!("Band {group}")] },
                region: format!("Province {}", noise.below(regions)),
                district: String::new(),
                killed: (noise.below(5) > 0).then(|| noise.below(6) as i64),
                tactic: tactics[noise.below(tactics.len())].to_owned(),
            }
        })
        .collect()
}

/// A source that reports everything, and goes on reporting.
pub fn facts() -> Facts {
    let yes = Reported::Yes;
    let reports = Reports {
        killed: yes,
        injured: yes,
        unattributed: yes,
        suspected: yes,
        tactic: yes,
        target: yes,
        range: yes,
        ..Reports::default()
    };
    Facts {
        reports,
        coverage: CoverageRule::NewestIncident,
        living: Living::Living,
        ..Facts::new("invented", "Ledger of Nowhere", "made up for tests")
    }
}

pub fn loaded(rows: &[Row], facts: Facts) -> Loaded {
    let mut clerk = Clerk::default();
    for (at, row) in rows.iter().enumerate() {
        let id = at.to_string();
        let role = match row.kind {
            Kind::Attack => Role::Initiator,
            Kind::Clash => Role::Party,
            Kind::Operation | Kind::StateViolence | Kind::Interstate | Kind::Undetermined | Kind::Other => Role::Target,
        };
        let toll = row.killed.map(Amount::whole);
        let killed = Toll { low: toll, best: toll, high: toll.map(|t| t + Amount::ONE) };
        clerk.push(&Draft {
            id: &id,
            country: "Nowhere",
            region: &row.region,
            district: &row.district,
            kind: row.kind,
            members: row.groups.iter().map(|g| Member::new(g, role)).collect(),
            tactic: &row.tactic,
            target: "police",
            killed,
            injured: Toll::exactly(toll),
            ..Draft::on(row.day, at as u64 + 2)
        });
    }
    let sheet = clerk.sheet();
    let newest = sheet.newest_start();
    let mut incidents = Incidents::default();
    incidents.append(sheet, 0);
    incidents.settle();
    let read = rows.len() as u64;
    let file = FileIntake {
        name: "nowhere.csv".to_owned(),
        bytes: 0,
        blake3: String::new(),
        source: facts.source.clone(),
        edition: Edition::Final,
        encoding: "UTF-8".to_owned(),
        delimiter: ',',
        date_format: "%Y-%m-%d".to_owned(),
        skipped: Skipped::default(),
        accounting: Accounting { read, counted: read, ..Accounting::default() },
        filtered: Default::default(),
        rejected: Vec::new(),
        quality: Vec::new(),
        version: None,
        newest,
        covered_to: newest.map(|n| facts.coverage.end(n, None)),
    };
    Loaded { facts, incidents, files: vec![file], unmatched_allies: Default::default() }
}

pub fn policy(grain: Grain) -> Policy {
    Policy {
        grain,
        attribution: None,
        multi_day: MultiDay::Start,
        covered: None,
        as_of: None,
        version: None,
        selection: Selection::default(),
        top: 12,
        pairs: crate::analysis::PairPolicy::default(),
    }
}

pub fn analysed(rows: &[Row], grain: Grain) -> Analysis {
    analysed_with(loaded(rows, facts()), policy(grain))
}

pub fn analysed_with(loaded: Loaded, policy: Policy) -> Analysis {
    analyse(loaded, policy, &Beside::default()).expect("rows that are counted")
}
