//! Findings about the parts of the latest period: regions, groups, tactics and targets, attribution.

use super::{ALL, About};
use crate::cube::{Facet, Key, Scope};
use crate::finding::{
    Caveat, Claim, Evidence, Finding, GroupPart, Mix, MixOf, Movement, RegionPart, Subject, ToDate, Unnamed,
};
use crate::incident::{Kind, Role};
use crate::measure::{Amount, Cell, Measure};
use crate::names::{Name, Region};
use crate::period::{Period, Status, Window};
use crate::source::Attribution;
use crate::stats::{self, Comparison, Judgement};

/// Tactics and targets named in a sentence.
const MIX_NAMED: usize = 3;

/// A move of the unattributed share, in parts of one, from which a group's numbers need a warning: a tenth of all incidents
/// changing hands moves a group that has half of them by a fifth.
const UNNAMED_MOVE: f64 = 0.1;

pub(super) fn findings(about: &About) -> Vec<Finding> {
    let mut found = Vec::new();
    if about.entry(ALL).cell.incidents > Amount::ZERO {
        let mut parts: Vec<Finding> =
            about.analysis.top_regions().iter().filter_map(|facts| region(about, facts.region)).collect();
        found.append(by_shrunk_ratio(&mut parts));
        parts = about.analysis.top_groups().iter().filter_map(|facts| group(about, facts.name)).collect();
        found.append(by_shrunk_ratio(&mut parts));
        found.extend([MixOf::Tactics, MixOf::Targets].into_iter().filter_map(|of| mix(about, of)));
    }
    found.push(unnamed(about));
    found.push(suspected(about));
    found
}

/// What the base of a ratio is taken to be where nothing was counted in it: half an incident, below the smallest number.
const NO_BASE: f64 = 0.5;

/// Gives the parts that changed beyond chance the size of their shrunk ratio, up or down alike, so that a tiny one does not top
/// the list; the others keep the size of what they are about.
fn by_shrunk_ratio(parts: &mut Vec<Finding>) -> &mut Vec<Finding> {
    let change = |finding: &Finding| {
        let change = if let Claim::Region(part) = &finding.claim {
            &part.change
        } else if let Claim::Group(part) = &finding.claim {
            &part.change
        } else {
            return None;
        };
        let numbers = change.result.ok()?;
        let days = f64::from(numbers.current_days) / f64::from(numbers.base_days);
        Some(((numbers.current, numbers.base.max(NO_BASE) * days), change.judgement()))
    };
    let changes: Vec<_> = parts.iter().map(change).collect();
    let pairs: Vec<(f64, f64)> = changes.iter().flatten().map(|(pair, _)| *pair).collect();
    if pairs.is_empty() {
        return parts;
    }
    let mut ratios = stats::shrunk_ratios(&pairs).into_iter();
    for (part, change) in parts.iter_mut().zip(changes) {
        let Some((_, judgement)) = change else { continue };
        let ratio = ratios.next().unwrap_or(1.0);
        match judgement {
            Some(Judgement::Clear | Judgement::Suggestive) => part.weight = ratio.ln().abs(),
            Some(Judgement::WithinChance) | None => {}
        }
    }
    parts
}

/// The change of a part's incidents on the previous period.
fn change(about: &About, key: Key) -> (Option<Period>, Movement, Vec<Caveat>) {
    let base = about.latest.plus(-1);
    let base = (about.analysis.status(key.scope, base) == Status::Complete).then_some(base);
    let movement = about.movement(key, Measure::Incidents, Comparison::Previous);
    let caveats =
        base.map_or(Vec::new(), |base| about.caveats(&[movement], Window::from(about.latest), Window::from(base)));
    (base, movement, caveats)
}

/// The change of a part's incidents in the year to date; in January that is the month itself.
fn to_date(about: &About, key: Key) -> Option<ToDate> {
    let analysis = about.analysis;
    let current = analysis.to_date.windows[analysis.to_date.year(about.latest.end().year())?];
    let change = about.movement(key, Measure::Incidents, Comparison::YearToDate);
    (current != Window::from(about.latest) && change.result.is_ok()).then_some(ToDate { current, change })
}

/// The change of a region's attacks, where not all of its incidents are attacks.
fn attacks(about: &About, key: Key) -> Option<Movement> {
    let attacks = Key { facet: Facet::kind(Kind::Attack), ..key };
    let moved = about.movement(attacks, Measure::Incidents, Comparison::Previous);
    let all = about.analysis.compare(key, Measure::Incidents, Comparison::Previous, about.latest);
    let others = match (moved.result, all) {
        (Ok(own), Ok(all)) => (own.current, own.base) != (all.current, all.base) && own.current.max(own.base) > 0.0,
        (Ok(_) | Err(_), Ok(_) | Err(_)) => false,
    };
    others.then_some(moved)
}

/// Of each kind, where there are several.
fn ledgers(about: &About, key: Key) -> Vec<crate::finding::Ledger> {
    let found = super::whole::ledgers_of(about, key.scope);
    let classes =
        found.iter().any(|ledger| ledger.killed_by.iter().any(|known| known.value().is_some_and(|n| n > 0.0)));
    if found.len() > 1 || classes { found } else { Vec::new() }
}

/// `None` where there was nothing in either period.
fn region(about: &About, region: Region) -> Option<Finding> {
    let key = Key { scope: Scope::Region(region), facet: Facet::ALL };
    let (entry, whole) = (about.entry(key), about.entry(ALL));
    let (base, change, caveats) = change(about, key);
    if entry.cell.incidents == Amount::ZERO && change.result.is_ok_and(|change| change.base == 0.0) {
        return None;
    }
    let subject = about.region(region);
    let claim = Claim::Region(Box::new(RegionPart {
        incidents: entry.cell.incidents.value(),
        all_incidents: whole.cell.incidents.value(),
        killed: about.reading(Measure::Killed, &entry),
        all_killed: about.reading(Measure::Killed, &whole),
        ledgers: ledgers(about, key),
        base,
        finality: about.analysis.finality(about.latest),
        change,
        attacks: attacks(about, key),
        to_date: to_date(about, key),
    }));
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
    if entry.cell.incidents == Amount::ZERO && change.result.is_ok_and(|change| change.base == 0.0) {
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
    let claim = Claim::Group(Box::new(GroupPart {
        attribution: analysis.attribution,
        incidents: entry.cell.incidents.value(),
        all_incidents: whole.cell.incidents.value(),
        killed: about.reading(Measure::Killed, &entry),
        attacks,
        base,
        finality: analysis.finality(about.latest),
        change,
        to_date: to_date(about, key),
    }));
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
