//! Findings about the parts of the latest period: regions, groups, tactics and targets, attribution.

use super::{ALL, About};
use crate::cube::{Facet, Key, Scope};
use crate::finding::{Caveat, Claim, Evidence, Finding, GroupPart, Mix, MixOf, Movement, RegionPart, Subject, Unnamed};
use crate::incident::{Kind, Role};
use crate::measure::{Amount, Cell, Measure};
use crate::names::{Name, Region};
use crate::period::{Period, Status, Window};
use crate::source::Attribution;
use crate::stats::{self, Change, Comparison, NotComputed};

/// Tactics and targets named in a sentence.
const MIX_NAMED: usize = 3;

/// A move of the unattributed share, in parts of one, from which a group's numbers need a warning: a tenth of all incidents
/// changing hands moves a group that has half of them by a fifth.
const UNNAMED_MOVE: f64 = 0.1;

pub(super) fn findings(about: &About) -> Vec<Finding> {
    let mut found = Vec::new();
    if about.entry(ALL).cell.incidents > Amount::ZERO {
        found.extend(about.analysis.top_regions().iter().filter_map(|facts| region(about, facts.region)));
        found.extend(about.analysis.top_groups().iter().filter_map(|facts| group(about, facts.name)));
        found.extend([MixOf::Tactics, MixOf::Targets].into_iter().filter_map(|of| mix(about, of)));
    }
    found.push(unnamed(about));
    found.push(suspected(about));
    found
}

/// The change of a part's incidents on the previous period.
fn change(about: &About, key: Key) -> (Option<Period>, Result<Change, NotComputed>, Vec<Caveat>) {
    let base = about.latest.plus(-1);
    let base = (about.analysis.status(key.scope, base) == Status::Complete).then_some(base);
    let result = about.analysis.compare(key, Measure::Incidents, Comparison::Previous, about.latest);
    let movement = Movement { measure: Measure::Incidents, result };
    let caveats =
        base.map_or(Vec::new(), |base| about.caveats(&[movement], Window::from(about.latest), Window::from(base)));
    (base, result, caveats)
}

/// `None` where there was nothing in either period.
fn region(about: &About, region: Region) -> Option<Finding> {
    let key = Key { scope: Scope::Region(region), facet: Facet::ALL };
    let (entry, whole) = (about.entry(key), about.entry(ALL));
    let (base, change, caveats) = change(about, key);
    if entry.cell.incidents == Amount::ZERO && change.is_ok_and(|change| change.base == 0.0) {
        return None;
    }
    let subject = about.region(region);
    let claim = Claim::Region(RegionPart {
        incidents: entry.cell.incidents.value(),
        all_incidents: whole.cell.incidents.value(),
        killed: about.reading(Measure::Killed, &entry),
        all_killed: about.reading(Measure::Killed, &whole),
        base,
        finality: about.analysis.finality(about.latest),
        change,
    });
    let evidence = vec![about.series(&subject, &["frequency", "ranking-regions"])];
    let weight = (entry.cell.incidents + entry.cell.killed.best).value();
    let mut found = about.finding(subject, claim, weight, evidence);
    found.caveats = caveats;
    Some(found)
}

/// `None` where there was nothing in either period.
fn group(about: &About, group: Name) -> Option<Finding> {
    let analysis = about.analysis;
    let key = Key { scope: Scope::Group(group), facet: Facet::ALL };
    let (entry, whole) = (about.entry(key), about.entry(ALL));
    let (base, change, mut caveats) = change(about, key);
    if entry.cell.incidents == Amount::ZERO && change.is_ok_and(|change| change.base == 0.0) {
        return None;
    }
    let initiated =
        Key { scope: key.scope, facet: Facet::Ledger { kind: Some(Kind::Attack), role: Some(Role::Initiator) } };
    let attacks = analysis.cube.get(initiated).map(|_| {
        let entry = about.entry(initiated);
        let toll = about.reading(Measure::Killed, &entry);
        (entry.cell.incidents.value(), toll, entry.cell.suspected.value())
    });
    let subject = Subject::Group(analysis.text(group).to_owned());
    let claim = Claim::Group(GroupPart {
        attribution: analysis.attribution,
        incidents: entry.cell.incidents.value(),
        all_incidents: whole.cell.incidents.value(),
        killed: about.reading(Measure::Killed, &entry),
        attacks,
        base,
        finality: analysis.finality(about.latest),
        change,
    });
    caveats.push(Caveat::Counting(analysis.attribution));
    let clashes = about.entry(Key { scope: key.scope, facet: Facet::kind(Kind::Clash) }).cell.incidents;
    let involved = matches!(analysis.attribution, Attribution::Involved | Attribution::Fractional);
    if involved && (attacks.is_none() || clashes > Amount::ZERO) {
        caveats.push(Caveat::NoDirection);
    }
    caveats.extend(unnamed_moved(about));
    let evidence = vec![about.series(&subject, &["frequency", "ranking-groups"])];
    let weight = (entry.cell.incidents + entry.cell.killed.best).value();
    let mut found = about.finding(subject, claim, weight, evidence);
    found.caveats = caveats;
    Some(found)
}

/// Whether so much changed hands between named and unnamed that every group's numbers moved with it.
fn unnamed_moved(about: &About) -> Option<Caveat> {
    if !about.analysis.loaded.facts.reports.unattributed.yes() {
        return None;
    }
    let share = |cell: &Cell| {
        let whole = (cell.unattributed + cell.attributed).value();
        (whole >= stats::MINIMUM_BASE).then(|| cell.unattributed.value() / whole)
    };
    let before = about.analysis.entry(ALL, about.latest.plus(-1)).cell;
    let (before, now) = (share(&before)?, share(&about.entry(ALL).cell)?);
    ((now - before).abs() >= UNNAMED_MOVE).then_some(Caveat::UnnamedMoved { before, now })
}

/// The most frequent tactics or targets: of attacks, where the source tells them apart.
fn mix(about: &About, of: MixOf) -> Option<Finding> {
    let analysis = about.analysis;
    let (reported, dataset) = match of {
        MixOf::Tactics => (analysis.loaded.facts.reports.tactic, "tactics"),
        MixOf::Targets => (analysis.loaded.facts.reports.target, "targets"),
    };
    let kind = analysis.kinds().contains(&Kind::Attack).then_some(Kind::Attack);
    let named = |facet: Facet| match (facet, of) {
        (Facet::Tactic { kind: k, tactic: name }, MixOf::Tactics)
        | (Facet::Target { kind: k, target: name }, MixOf::Targets) => (k == kind).then_some(name),
        (Facet::Ledger { .. } | Facet::Tactic { .. } | Facet::Target { .. }, MixOf::Tactics | MixOf::Targets) => None,
    };
    let mut counts: Vec<(Amount, String)> = (analysis.cube.keys())
        .filter(|key| key.scope == Scope::All)
        .filter_map(|key| named(key.facet).map(|name| (about.entry(key).cell.incidents, name)))
        .filter(|(count, _)| *count > Amount::ZERO)
        .map(|(count, name)| (count, analysis.text(name).to_owned()))
        .collect();
    if !reported.yes() || counts.is_empty() {
        return None;
    }
    counts.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let stated: Amount = counts.iter().map(|(count, _)| *count).sum();
    let all = about.entry(Key { scope: Scope::All, facet: Facet::Ledger { kind, role: None } });
    let top = counts.into_iter().take(MIX_NAMED).map(|(count, name)| (name, count.value())).collect();
    let incidents = all.cell.incidents.value();
    let claim = Claim::Mix(Mix { of, kind, stated: stated.value(), incidents, top });
    let rows = vec![
        ("scope", "all".to_owned()),
        ("kind", kind.map_or("all", Kind::id).to_owned()),
        ("period", about.latest.label()),
    ];
    let evidence = vec![Evidence { dataset, rows, charts: vec![dataset] }];
    Some(about.finding(about.all(), claim, stated.value(), evidence))
}

/// A part of a whole in the latest period and the one before it; nothing where the source does not measure it.
fn share(about: &About, measured: bool, parts: impl Fn(&Cell) -> (Amount, Amount)) -> Unnamed {
    let values = |cell: &Cell| {
        let (part, whole) = parts(cell);
        (part.value(), whole.value())
    };
    let earlier = about.latest.plus(-1);
    let covered = about.analysis.status(Scope::All, earlier) == Status::Complete;
    let (part, whole) = values(&about.analysis.entry(ALL, earlier).cell);
    Unnamed {
        now: measured.then(|| values(&about.entry(ALL).cell)),
        before: (measured && covered).then_some((earlier, part, whole)),
    }
}

fn unnamed(about: &About) -> Finding {
    let measured = about.analysis.loaded.facts.reports.unattributed.yes();
    let unnamed = share(about, measured, |cell| (cell.unattributed, cell.unattributed + cell.attributed));
    let weight = unnamed.now.map_or(0.0, |(part, _)| part);
    let evidence = vec![about.series(&about.all(), &["unattributed"])];
    about.finding(about.all(), Claim::Unnamed(unnamed), weight, evidence)
}

fn suspected(about: &About) -> Finding {
    let measured = about.analysis.loaded.facts.reports.suspected.yes();
    let suspected = share(about, measured, |cell| (cell.suspected, cell.attributed));
    let weight = suspected.now.map_or(0.0, |(part, _)| part);
    let evidence = vec![about.series(&about.all(), &[])];
    about.finding(about.all(), Claim::Suspected(suspected), weight, evidence)
}
