//! The forecasts of `findings.json`: what the next report reads, to say how they did.

use crate::analysis::Analysis;
use crate::cube::Scope;
use serde_json::{Value, json};

/// Every forecast of every source, one a series and period.
pub(super) fn forecasts(analyses: &[Analysis]) -> Vec<Value> {
    analyses.iter().flat_map(of).collect()
}

fn of(analysis: &Analysis) -> Vec<Value> {
    let mut found = Vec::new();
    for row in &analysis.forecasts {
        let Ok(forecast) = &row.result else { continue };
        let text = |name| analysis.text(name);
        let (scope, country, region, group) = match row.key.scope {
            Scope::All => ("all", None, None, None),
            Scope::Group(name) => ("group", None, None, Some(text(name))),
            Scope::Region(region) => ("region", Some(text(region.country)), Some(text(region.name)), None),
            Scope::Family(_) | Scope::District(_) | Scope::GroupRegion(..) => continue,
        };
        for step in &forecast.steps {
            let target = row.origin.plus(i32::try_from(step.ahead).expect("a horizon is short"));
            found.push(json!({
                "source": analysis.loaded.facts.source,
                "scope": scope,
                "country": country,
                "region": region,
                "group": group,
                "measure": row.measure.id(),
                "target": target.label(),
                "forecaster": forecast.shown.id(),
                "mean": step.mean,
                "median": step.median,
                "low80": step.wide.0,
                "high80": step.wide.1,
            }));
        }
    }
    found
}
