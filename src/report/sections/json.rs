//! `findings.json`: every finding with its numbers, for machines. Its shape is `schemas/findings.schema.json`.

use super::super::document::ChartFile;
use super::super::label::Label;
use super::page::Page;
use super::{card, forecast_json};
use crate::analysis::Analysis;
use crate::finding::{self, Bound, Finding, Subject};
use crate::messages::Messages;
use serde_json::{Map, Value, json};

/// The findings of all sources, those of the primary one first, each source's in the order of the report. `charts` are those of
/// the primary source. `tested` are the tests
/// of all families.
pub fn findings_json(
    m: &Messages,
    analyses: &[Analysis],
    primary: usize,
    charts: &[ChartFile],
    label: &Label,
) -> Value {
    let ids = charts.iter().map(|chart| chart.id.as_str()).collect();
    let main = Page { charts: ids, ..Page::new(m, &analyses[primary]) };
    let mut found: Vec<Value> = main.analysis.findings.iter().map(|finding| value(&main, finding, charts)).collect();
    for analysis in analyses.iter().enumerate().filter(|(index, _)| *index != primary).map(|(_, analysis)| analysis) {
        let page = Page::new(m, analysis);
        found.extend(analysis.findings.iter().map(|finding| value(&page, finding, charts)));
    }
    for (index, finding) in found.iter_mut().enumerate() {
        finding["rank"] = json!(index + 1);
    }
    let tested: usize = analyses.iter().flat_map(|a| a.families.iter()).map(|(_, _, family)| family.size()).sum();
    json!({ "label": label.as_str(), "tested": tested, "findings": found, "forecasts": forecast_json::forecasts(analyses) })
}

fn value(page: &Page, finding: &Finding, charts: &[ChartFile]) -> Value {
    let (country, region, group, pair) = match &finding.subject {
        Subject::All(_) => (None, None, None, None),
        Subject::Region(place) => (Some(&place.country).filter(|c| !c.is_empty()), Some(&place.region), None, None),
        Subject::Group(group) => (None, None, Some(group), None),
        Subject::Pair(a, b) => (None, None, None, Some([a, b])),
    };
    let caveats: Vec<String> = finding.caveats.iter().map(|c| finding::caveat(page.m, &finding.title, c)).collect();
    json!({
        "rank": 0,
        "claim": finding.claim.key(),
        "measure": finding.claim.measure().id(),
        "strength": finding.claim.strength().id(),
        "scope": {
            "scope": finding.subject.scope(),
            "source": finding.source,
            "country": country,
            "region": region,
            "group": group,
            "pair": pair,
            "role": "any",
            "kind": finding.claim.kind().map_or("all", crate::incident::Kind::id),
        },
        "period": finding.period.label(),
        "numbers": numbers(finding),
        "sentence": finding::sentence(page.m, finding),
        "caveats": caveats,
        "evidence": evidence(page, finding, charts),
    })
}

/// The numbers by name; what is not exact, or not there, has a word beside it: `killed_bound`, `killed_not_computed`.
fn numbers(finding: &Finding) -> Map<String, Value> {
    let mut numbers = Map::new();
    for number in finding.numbers() {
        let name = number.name;
        match number.bound {
            Bound::Exact => {}
            Bound::AtLeast => {
                numbers.insert(format!("{name}_bound"), json!("at_least"));
            }
            Bound::Unknown => {
                numbers.insert(format!("{name}_bound"), json!("unknown"));
            }
        }
        for (end, value) in [("low", number.low), ("high", number.high)] {
            value.into_iter().for_each(|value| {
                numbers.insert(format!("{name}_{end}"), json!(value));
            });
        }
        if !number.not_computed.is_empty() {
            numbers.insert(format!("{name}_not_computed"), json!(number.not_computed));
        }
        numbers.insert(name, json!(number.value));
    }
    numbers
}

fn evidence(page: &Page, finding: &Finding, charts: &[ChartFile]) -> Vec<Value> {
    let mut found = Vec::new();
    for evidence in &finding.evidence {
        let rows = card::rows(evidence).replace(", ", ",");
        found.push(json!({ "path": format!("tables/{}.csv", evidence.dataset), "rows": rows }));
        let chart = card::chart(page, finding, evidence).and_then(|id| charts.iter().find(|chart| chart.id == id));
        found.extend(chart.map(|chart| json!({ "path": chart.path() })));
    }
    found
}
