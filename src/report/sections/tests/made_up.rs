//! Invented incidents of an invented country, as a source would hand them over.

use crate::analysis::{Analysis, Beside, Policy, analyse};
use crate::cube::{MultiDay, Selection};
use crate::incident::{Clerk, Draft, Incidents, Kind, Member, Role, Toll};
use crate::measure::{Amount, Reported, Reports, VictimClass};
use crate::names::Class;
use crate::period::{Day, Grain};
use crate::source::{Accounting, CoverageRule, Edition, Facts, FileIntake, Living, Loaded, Skipped};

pub fn day(text: &str) -> Day {
    Day::from_iso(text).expect("a date")
}

/// A month's worth of incidents of one kind and region: `n` of them on successive days from the first, by `group` or by
/// gunmen whom nobody names.
pub fn month<'a>(month: &str, n: usize, kind: Kind, region: &'a str, group: &'a str) -> Vec<Draft<'a>> {
    let first = day(&format!("{month}-01"));
    let role = match kind {
        Kind::Attack => Role::Initiator,
        Kind::Clash => Role::Party,
        Kind::Operation | Kind::StateViolence | Kind::Interstate | Kind::Undetermined | Kind::Other => Role::Target,
    };
    (0..n)
        .map(|at| Draft {
            country: "Tavia",
            region,
            kind,
            members: vec![if group.is_empty() {
                Member { class: Class::Generic, ..Member::new("Gunmen", role) }
            } else {
                Member::new(group, role)
            }],
            killed: Toll::exactly(Some(Amount::ZERO)),
            injured: Toll::exactly(Some(Amount::ZERO)),
            killed_by: [Some(Amount::ZERO); VictimClass::COUNT],
            ..Draft::on(first.plus((at % 28) as i32), 0)
        })
        .collect()
}

/// Kills people of one class in the first of the incidents.
pub fn kill(drafts: &mut [Draft], class: VictimClass, n: i64) {
    let first = &mut drafts[0];
    let add = |toll: Option<Amount>| Some(toll.unwrap_or(Amount::ZERO) + Amount::whole(n));
    first.killed = Toll::exactly(add(first.killed.best));
    first.killed_by[class as usize] = add(first.killed_by[class as usize]);
}

/// A closed release of a source that reports everything, complete to the end of its newest month.
pub fn facts() -> Facts {
    let yes = Reported::Yes;
    let reports = Reports {
        killed: yes,
        injured: yes,
        killed_by: [yes; VictimClass::COUNT],
        arrested: yes,
        abducted: yes,
        suicide: yes,
        unattributed: yes,
        suspected: yes,
        tactic: yes,
        target: yes,
        ..Reports::default()
    };
    Facts {
        reports,
        coverage: CoverageRule::MonthEnd,
        living: Living::Settled,
        ..Facts::new("ledger", "Ledger of Tavia", "made up for tests")
    }
}

/// The drafts as a loaded source; ids and lines are given out in order.
pub fn loaded(drafts: &[Draft], facts: Facts) -> Loaded {
    let mut clerk = Clerk::default();
    for (at, draft) in drafts.iter().enumerate() {
        let id = at.to_string();
        clerk.push(&Draft { id: &id, line: at as u64 + 2, ..draft.clone() });
    }
    let sheet = clerk.sheet();
    let newest = sheet.newest_start();
    let mut incidents = Incidents::default();
    incidents.append(sheet, 0);
    incidents.settle();
    let read = drafts.len() as u64;
    let file = FileIntake {
        name: "ledger.csv".to_owned(),
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
        covered_to: newest.map(|newest| facts.coverage.end(newest, None)),
    };
    Loaded { facts, incidents, files: vec![file], unmatched_allies: Default::default() }
}

pub fn analysed(drafts: &[Draft], facts: Facts) -> Analysis {
    let policy = Policy {
        grain: Grain::Month,
        attribution: None,
        multi_day: MultiDay::Start,
        covered: None,
        as_of: None,
        version: None,
        selection: Selection::default(),
        top: 12,
        pairs: crate::analysis::PairPolicy::default(),
    };
    analyse(loaded(drafts, facts), policy, &Beside::default()).expect("rows that are counted")
}
