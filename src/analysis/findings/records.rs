//! Findings about records: the highest or lowest since when.

use super::{About, subject_rows};
use crate::cube::{Facet, Key, Scope};
use crate::finding::{Caveat, Claim, Evidence, Finding, Subject};
use crate::incident::Kind;
use crate::measure::Measure;
use crate::series::Finality;
use crate::stats::{self, Extreme};

/// Records of the whole, and of its largest parts where they are about more than a handful; of attacks alone too, where they
/// are not all.
pub(super) fn findings(about: &About) -> Vec<Finding> {
    let analysis = about.analysis;
    let provisional = analysis.finality(about.latest) == Finality::Provisional;
    let mut found = Vec::new();
    for row in &analysis.records {
        let (Ok(Some(record)), Some(kind)) = (&row.result, kind(about, row.key)) else { continue };
        // What later reports may still raise is no low.
        if provisional && record.extreme == Extreme::Lowest {
            continue;
        }
        let Some(subject) = about.subject(row.key.scope) else { continue };
        let beaten = record.since.and_then(|(_, value)| value).unwrap_or(record.value);
        if !matches!(subject, Subject::All(_)) && record.value.max(beaten) < stats::MINIMUM_BASE {
            continue;
        }
        let mut rows = subject_rows(&subject, kind);
        rows.extend([("measure", row.measure.id().to_owned()), ("extreme", record.extreme.id().to_owned())]);
        let chart = if row.measure == Measure::Killed { "casualties" } else { "frequency" };
        let evidence = vec![Evidence { dataset: "records", rows, charts: vec![chart] }];
        let claim = Claim::Record { measure: row.measure, kind, record: *record };
        let mut finding = about.finding(subject, claim, record.depth as f64, evidence);
        if provisional {
            finding.caveats.push(Caveat::Provisional { period: about.latest });
        }
        let from = record.since.map_or(record.begins, |(since, _)| since).start();
        let breaks = analysis.loaded.facts.breaks.iter().filter(|b| from < b.from && b.from <= about.latest.end());
        let breaks = breaks.map(|b| Caveat::CollectionBreak { from: b.from, note: b.note.clone() });
        finding.caveats.extend(breaks);
        found.push(finding);
    }
    found
}

/// The kind of a series of which records are said: all kinds, or attacks where there are others beside them, and not in groups,
/// whose attacks are told by role. `None`: none are said.
fn kind(about: &About, key: Key) -> Option<Option<Kind>> {
    match key.facet {
        Facet::ALL => Some(None),
        Facet::Ledger { kind: Some(Kind::Attack), role: None } => {
            let all = about.entry(Key { facet: Facet::ALL, ..key }).cell.incidents;
            let others = about.entry(key).cell.incidents < all && !matches!(key.scope, Scope::Group(_));
            others.then_some(Some(Kind::Attack))
        }
        Facet::Ledger { .. } | Facet::Tactic { .. } | Facet::Target { .. } => None,
    }
}
